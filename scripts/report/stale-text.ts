import type { CopyGroup, Move, StaleReport } from '../stale/stale-report.ts';
import { styled } from './console.ts';
import { payloadText } from './payload-text.ts';
import type { ReportContext } from './reporter.ts';
import { refusalSentence } from './review-words.ts';
import {
  compareCommand,
  deprecationSentences,
  groupTitle,
  moveLooks,
  movers,
  moveSentence,
  safetySentence,
  skippedSentence,
  standingWords,
  staleCounts,
  staleHeadline,
  stateSentence,
  type Mover,
} from './stale-words.ts';
import { dimmed, item, paragraph, withoutCommands } from './terminal/lines.ts';

/** The copies of a repository for the terminal: what needs somebody first. */
export function staleText(report: StaleReport, context: ReportContext): string {
  const blocks = [
    [
      styled(context, report.isGood ? 'green' : 'red', paragraph(staleHeadline(report), '', context)),
      paragraph(staleCounts(report), '', context),
    ].join('\n'),
    ...report.groups.map((group) => groupText(group, context)),
    ...(report.skipped.length === 0 ? [] : [dimmed(skippedSentence(report.skipped), '', context)]),
  ];
  return withoutCommands(`${blocks.join('\n\n')}\n`);
}

function groupText(group: CopyGroup, context: ReportContext): string {
  const { state, move, reason, isFailure } = group;
  const color = isFailure ? 'red' : state === 'current' ? 'green' : 'yellow';
  const sign = isFailure ? '✗' : state === 'current' ? '✓' : '!';
  const command = compareCommand(group);
  return [
    styled(
      context,
      'bold',
      styled(context, color, item(sign, `${groupTitle(group)} · ${standingWords(group)}`, '', context)),
    ),
    ...group.copies.map(({ file, line, kind }) => item('·', `${file}:${line} ${kind}`, '  ', context)),
    ...(state === 'current' ? [] : [paragraph(stateSentence(group), '  ', context)]),
    ...deprecationSentences(group).map((sentence) => styled(context, 'yellow', paragraph(sentence, '  ', context))),
    ...(move === undefined ? [] : moveLines(group, move, context)),
    ...(reason === undefined ? [] : [paragraph(reason, '  ', context)]),
    ...(command === undefined ? [] : [item('>', `${command} tells every change.`, '  ', context)]),
  ].join('\n');
}

function moveLines(group: CopyGroup, move: Move, context: ReportContext): readonly string[] {
  return [
    ...movers.flatMap((who) => moverLines(who, group, move, context)),
    paragraph(safetySentence(group, move), '  ', context),
  ];
}

function moverLines(who: Mover, group: CopyGroup, move: Move, context: ReportContext): readonly string[] {
  const verdict = move[who];
  const { sign, word, color } = moveLooks[verdict.verdict];
  return [
    `  ${styled(context, color, `${sign} ${word}`)} for a ${who} that moves`,
    paragraph(moveSentence(verdict, who, group, move), '    ', context),
    ...(verdict.verdict === 'breaking'
      ? [
          payloadText(verdict.witness, context.columns, '      '),
          paragraph(refusalSentence(verdict.refusal), '    ', context),
        ]
      : []),
  ];
}
