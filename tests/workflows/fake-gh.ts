import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Workspace } from './run-step.ts';
import { writeCommand } from './run-step.ts';

/** The parts of a comment, in GitHub's own words. */
export interface Comment {
  readonly id: number;
  readonly user: { readonly login: string };
  readonly body: string;
}

/** What GitHub has, and what the `gh` of a test answers. */
export interface FakeGitHub {
  /** A folder with the artifact's files. */
  readonly artifact: string;
  /** The pull request, as the API has it, whatever its number. */
  readonly pull: unknown;
  readonly comments: readonly Comment[];
}

/** What was written on the pull request. */
export interface Post {
  readonly call: string;
  readonly body: string;
}

/** As much of GitHub's program as the workflow asks of it; the filters are run by jq, as gh's own language is jq's. */
const GH = `#!/usr/bin/env bash
set -eu
printf '%s\\n' "\${*//$'\\n'/ }" >> "$FAKE/calls"
filter=.
body=
for ((i = 1; i < $#; i++)); do
  next=$((i + 1))
  case "\${!i}" in
    --jq) filter=\${!next} ;;
    -F) body=\${!next#body=@} ;;
  esac
done
case "$*" in
  'run download 77 --repo shop/catalog --name review --dir review') cp -a "$FAKE/artifact" review ;;
  'api repos/shop/catalog/pulls/'*) jq -r "$filter" "$FAKE/pull.json" ;;
  'api --paginate repos/shop/catalog/issues/'*'/comments?per_page=100 --jq '*) jq -r "$filter" "$FAKE/comments.json" ;;
  'api --silent --method '*) cp "$body" "$FAKE/body" ;;
  *) echo "gh: not expected: $*" >&2; exit 9 ;;
esac
`;

/** Puts a `gh` into the workspace; its folder belongs into the variable FAKE. */
export function fakeGitHub(workspace: Workspace, gitHub: FakeGitHub): string {
  const folder = join(workspace.commands, 'github');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  cpSync(gitHub.artifact, join(folder, 'artifact'), { recursive: true, verbatimSymlinks: true });
  writeFileSync(join(folder, 'pull.json'), JSON.stringify(gitHub.pull));
  writeFileSync(join(folder, 'comments.json'), JSON.stringify(gitHub.comments));
  writeCommand(workspace, 'gh', GH);
  return folder;
}

/** Every call of `gh` that would write, with the body of the last one. */
export function postsOf(folder: string): readonly Post[] {
  const calls = readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');
  const body = join(folder, 'body');
  return calls
    .filter((call) => call.includes('--method'))
    .map((call) => ({ call, body: existsSync(body) ? readFileSync(body, 'utf8') : '' }));
}
