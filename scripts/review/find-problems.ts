import { directionsOf, type Direction } from '../compare/verdict.ts';
import type { MessageVersion } from '../model/message.ts';
import { splitMode } from '../model/compatibility-for.ts';
import { removedDeprecated } from './deprecations.ts';
import type { FilePlace, ReviewProblem, VersionChange } from './review.ts';

/** What is wrong with one change. `today` is a calendar day. */
export function changeProblems(
  change: VersionChange,
  before: MessageVersion,
  { today, versionPlace }: { readonly today: string; readonly versionPlace: FilePlace },
): readonly ReviewProblem[] {
  return [
    ...modeProblems(change),
    ...editProblems(change),
    ...bumpProblems(change, versionPlace),
    ...deprecationProblems(change, before, today),
    ...exampleProblems(change),
  ];
}

const meaning: Readonly<Record<Direction, string>> = {
  backward: 'readers on the new version refuse messages that the old one allows',
  forward: 'readers on the old version refuse messages that the new one allows',
};

/** An error where no version number could answer for it; a version that was raised far enough may break. */
function modeProblems(change: VersionChange): readonly ReviewProblem[] {
  const { verdicts, isSafe, bump, kind, mode, before, after, earlier } = change;
  // To edit what is published is an error of its own, whatever the mode is.
  if (verdicts === undefined || isSafe || kind === 'edited-in-place') return [];
  const asked = directionsOf(splitMode(mode).mode);
  const broken = asked.filter((direction) => verdicts[direction].verdict === 'breaking');
  const far = earlier.filter((one) => !one.isSafe).map(({ version }) => version);
  const severity = bump === undefined ? 'error' : 'warning';
  const place = placeOfBreak(change);
  const [first] = broken;
  if (first !== undefined || far.length > 0) {
    const what =
      first === undefined ? `it breaks with ${far.join(', ')}` : broken.map((one) => meaning[one]).join(', and ');
    return [
      {
        code: 'breaks-under-mode',
        severity,
        message: `${after.id} ${after.version} does not keep ${mode} towards ${before.version}: ${what}.`,
        help: 'Make the change so that the payload shown passes, or agree with the consumers on a new major version.',
        ...place,
      },
    ];
  }
  return [
    {
      code: 'undecided-under-mode',
      severity,
      message: `Whether ${after.id} ${after.version} keeps ${mode} towards ${before.version} could not be found out.`,
      help: 'Look at the reason, and simplify the schema there; or waive this with a reason and a last day.',
      ...place,
    },
  ];
}

function placeOfBreak({ findings, after }: VersionChange): FilePlace {
  const breaking = findings.find(({ finding }) => Object.keys(finding.breaks).length > 0);
  return breaking?.after ?? { file: after.file, line: 1, column: 1 };
}

/** A published version may be written differently; what it means is for ever. */
function editProblems(change: VersionChange): readonly ReviewProblem[] {
  const { kind, isSameSet, isSameDocument, after, verdicts, reason } = change;
  if (kind !== 'edited-in-place' || isSameSet || isSameDocument || change.isUnreadable === true) return [];
  const doubt = verdicts === undefined ? ` (${reason ?? 'it could not be compared'})` : '';
  return [
    {
      code: 'published-version-edited',
      severity: 'error',
      message: `${after.id} ${after.version} is published, and its schema changes its meaning in place${doubt}.`,
      help: `Leave ${after.version} as it was, move it to versioned/${after.version}/, and give the change a version of its own.`,
      ...placeOfChange(change),
    },
  ];
}

function placeOfChange({ findings, after }: VersionChange): FilePlace {
  const found = findings.find(({ finding }) => finding.effect !== 'annotates' && finding.afterPointer !== undefined);
  return found?.after ?? { file: after.file, line: 1, column: 1 };
}

function bumpProblems({ bump, after, before }: VersionChange, versionPlace: FilePlace): readonly ReviewProblem[] {
  if (bump === undefined || bump.isEnough) return [];
  return [
    {
      code: 'bump-too-small',
      severity: 'error',
      message:
        `From ${before.version} to ${after.version} is a ${bump.made} version, and the change needs a ${bump.needed} one. ` +
        bump.reason,
      help: `Give the change a new ${bump.needed} version, or make it so that it needs less.`,
      ...versionPlace,
    },
  ];
}

function deprecationProblems(change: VersionChange, before: MessageVersion, today: string): readonly ReviewProblem[] {
  if (before.schema === undefined) return [];
  const findings = change.findings.map(({ finding }) => finding);
  return removedDeprecated(findings, before.schema.bundled).flatMap(({ finding, deprecation }) => {
    const { removeAfter, replacedBy } = deprecation;
    if (removeAfter === undefined || today > removeAfter) return [];
    const instead = replacedBy === undefined ? '' : ` Its readers were told to move to \`${replacedBy}\`.`;
    return [
      {
        code: 'field-removed-too-early',
        severity: 'error',
        message: `\`${finding.path}\` is removed, and its readers were promised that it stays until ${removeAfter}.`,
        help: `Keep it until that day is over.${instead}`,
        ...(change.findings.find((one) => one.finding === finding)?.before ?? { file: change.after.file, line: 1 }),
      },
    ];
  });
}

/** The examples of a version that its own schema refuses. */
export function exampleProblems({ examples }: Pick<VersionChange, 'examples'>): readonly ReviewProblem[] {
  return examples
    .filter(({ of }) => of === 'own')
    .map(({ file, sentence, refusedBy }) => ({
      code: 'example-fails',
      severity: 'error',
      message: `The schema of ${refusedBy} refuses its own example: ${sentence}.`,
      help: 'Mend the example, or the schema.',
      file,
      line: 1,
      column: 1,
    }));
}
