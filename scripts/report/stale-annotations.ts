import type { CopyGroup, StaleReport } from '../stale/stale-report.ts';
import {
  deprecationSentences,
  groupTitle,
  moveLooks,
  movers,
  safetySentence,
  standingWords,
  staleCounts,
  staleHeadline,
  stateSentence,
} from './stale-words.ts';
import { onOneLine } from './shown-text.ts';
import { workflowCommand } from './workflow-command.ts';

/** Annotations of the files that have copies in them, as GitHub Actions reads them in a log. What is current has none. */
export function staleAnnotations(report: StaleReport): string {
  const summary = workflowCommand('notice', { title: 'Copies of the event catalog' }, [
    `${staleHeadline(report)} ${staleCounts(report)}`,
  ]);
  const lines = report.groups.filter(({ state }) => state !== 'current').flatMap(groupLines);
  return `${[summary, ...lines].join('\n')}\n`;
}

function groupLines(group: CopyGroup): readonly string[] {
  const { move, reason, isFailure } = group;
  const told = [
    stateSentence(group),
    ...(move === undefined ? [] : [verdictWords(move), safetySentence(group, move)]),
    ...(reason === undefined ? [] : [reason]),
    ...deprecationSentences(group),
  ];
  const title = onOneLine(`${groupTitle(group)}: ${standingWords(group)}`);
  return group.copies.map(({ file, line }) =>
    workflowCommand(isFailure ? 'error' : 'warning', { file, line: String(line), title }, told),
  );
}

function verdictWords(move: NonNullable<CopyGroup['move']>): string {
  const words = movers.map((who) => `${moveLooks[move[who].verdict].word} for a ${who} that moves`);
  return `It is ${words.join(', and ')}.`;
}
