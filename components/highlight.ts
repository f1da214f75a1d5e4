/** A piece of code: `kind` is empty where nothing stands out. */
export interface Token {
  readonly kind: '' | 'comment' | 'string' | 'word' | 'added' | 'removed';
  readonly text: string;
}

const SLASHES = String.raw`\/\*[\s\S]*?\*\/|\/\/[^\n]*`;
const HASH = String.raw`#[^\n]*`;
const QUOTED = String.raw`"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'`;
const TEMPLATE = String.raw`\x60(?:[^\x60\\]|\\[\s\S])*\x60`;

const WORDS: Readonly<Record<string, string>> = {
  ts: 'as async await boolean catch const export extends for from function if import interface let new null number of return string throw try type undefined unknown void while',
  python:
    'as and class def else except finally for from if import in is lambda None not or raise return True False try while with',
  java: 'boolean catch class else extends final finally for if implements import int long new null package private public record return sealed static permits interface throw throws try var void while',
  go: 'break case chan const defer else for func go if import interface map nil package range return select struct switch type var',
  sh: 'do done elif else fi for if in then while exit',
  json: 'true false null',
};

const COMMENTS: Readonly<Record<string, string>> = { ts: SLASHES, java: SLASHES, go: SLASHES, python: HASH, sh: HASH };

/** Comments, texts and words of the language; enough to read by, at a tenth of the weight of full highlighting. */
export function highlight(code: string, language: string): readonly Token[] {
  if (language === 'diff') return diffTokens(code);
  const comment = COMMENTS[language];
  const words = WORDS[language];
  if (words === undefined) return [{ kind: '', text: code }];
  const strings = language === 'ts' || language === 'go' ? `${QUOTED}|${TEMPLATE}` : QUOTED;
  const groups = [
    ...(comment === undefined ? [] : [`(?<comment>${comment})`]),
    `(?<string>${strings})`,
    `\\b(?<word>${words.split(' ').join('|')})\\b`,
  ];
  const tokens: Token[] = [];
  let end = 0;
  for (const match of code.matchAll(new RegExp(groups.join('|'), 'g'))) {
    if (match.index > end) tokens.push({ kind: '', text: code.slice(end, match.index) });
    const kind = match.groups?.['comment'] ? 'comment' : match.groups?.['string'] ? 'string' : 'word';
    tokens.push({ kind, text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < code.length) tokens.push({ kind: '', text: code.slice(end) });
  return tokens;
}

function diffTokens(code: string): readonly Token[] {
  return code.split(/(?<=\n)/).map((line) => ({
    kind: line.startsWith('+') ? 'added' : line.startsWith('-') ? 'removed' : '',
    text: line,
  }));
}
