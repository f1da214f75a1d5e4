import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { findWord, type WordAnswer, type WordRequest } from './find-word.ts';

const anything: WordRequest = { inside: [], outside: [], minLength: 0, maxLength: Infinity, excluded: new Set() };

function ask(request: Partial<WordRequest>, stateCap?: number): WordAnswer {
  return findWord({ ...anything, ...request }, stateCap);
}

/** The word, or the kind of the answer in brackets. */
function wordOf(request: Partial<WordRequest>): string {
  const answer = ask(request);
  return answer.kind === 'word' ? answer.word : `<${answer.kind}>`;
}

describe('each construct, with a word and without', () => {
  test.each<[title: string, inside: readonly string[], outside: readonly string[], word: string]>([
    ['a search', ['b'], ['^b'], 'ab'],
    ['a search that every word meets', [], ['a*'], '<empty>'],
    ['anchors', ['^ab$'], [], 'ab'],
    ['anchors that contradict', ['^a', '^b'], [], '<empty>'],
    ['the end only', ['b$'], ['b.'], 'b'],
    ['an anchor inside', ['a^'], [], '<empty>'],
    ['an anchor in one alternative', ['^a|b'], ['^b', 'a'], 'cb'],
    ['an end before optional parts', ['^a$(b|)'], [], 'a'],
    ['a class', ['^[x-z]$'], ['x', 'y'], 'z'],
    ['a class used up', ['^[x-z]$'], ['x', 'y', 'z'], '<empty>'],
    ['a negated class', ['^[^a-z]$'], [], '0'],
    ['any character but line ends', ['^[\\s\\S]$'], ['^.$', '\\r', '\\u2028', '\\u2029'], '\n'],
    ['line ends used up', ['^[\\s\\S]$'], ['^.$', '[\\r\\n\\u2028\\u2029]'], '<empty>'],
    ['digits', ['^\\d$'], ['[0-8]'], '9'],
    ['digits are ASCII', ['^\\d$'], ['[0-9]'], '<empty>'],
    ['word characters', ['^\\w$'], ['[a-zA-Z0-9]'], '_'],
    ['word characters used up', ['^\\w$'], ['[a-zA-Z0-9_]'], '<empty>'],
    ['spaces', ['^\\s$'], [], ' '],
    ['spaces and no spaces', ['^[\\s\\S]$'], ['\\s', '\\S'], '<empty>'],
    ['the byte order mark is a space', ['^\\s$'], ['[^\\ufeff]'], '\ufeff'],
    ['a property', ['^\\p{Lu}$'], ['[A-Z]'], 'À'],
    ['a property within another', ['^\\p{Lu}$'], ['\\p{L}'], '<empty>'],
    ['a negated property', ['^\\P{L}$'], ['^[^a-z]$'], '<empty>'],
    ['a script beyond the basic plane', ['^\\p{Script=Deseret}$'], [], '\u{10400}'],
    ['an astral range', ['^[\\u{1F600}-\\u{1F601}]$'], ['😀'], '😁'],
    ['an astral character is one', ['^😀$'], ['^.$'], '<empty>'],
    ['no lone surrogate', ['[\\ud800-\\udfff]'], [], '<empty>'],
    ['alternatives', ['^(?:cat|dog)$'], ['c'], 'dog'],
    ['alternatives used up', ['^(?:cat|dog)$'], ['[co]'], '<empty>'],
    ['an empty alternative', ['^(?:cat|)$'], [], ''],
    ['an optional part', ['^ab?$'], ['^a$'], 'ab'],
    ['any number', ['^(?:ab)*$'], ['^(?:ab){0,2}$'], 'ababab'],
    ['at least one', ['^a+$'], ['a'], '<empty>'],
    ['a counted group', ['^(ab){2}$'], [], 'abab'],
    ['a counted group within a wider count', ['^(ab){2,3}$'], ['^(ab){1,4}$'], '<empty>'],
    ['a lazy quantifier is the same language', ['^a+?$'], ['^a+$'], '<empty>'],
    ['no repetition', ['^a{0}b$'], [], 'b'],
    ['a named group', ['^(?<year>a)$'], [], 'a'],
    ['nothing', ['[]'], [], '<empty>'],
    ['a lookahead', ['^(?=.*b)a*[abc]{2}$'], ['^b'], 'ab'],
    ['a lookahead that contradicts', ['^(?=b)a'], [], '<empty>'],
    ['a lookahead at the end', ['^a(?=b)$'], [], '<empty>'],
    ['a lookahead with an end', ['^(?=x$)x$'], [], 'x'],
    ['a negated lookahead', ['^(?!a)[ab]$'], [], 'b'],
    ['a negated lookahead used up', ['^(?!a|b)[ab]$'], [], '<empty>'],
    ['a negated lookahead over all', ['^(?!.*--)[a-]{4}$', '-.*-'], ['^-'], 'a-a-'],
    ['a negated lookahead at the end', ['a(?!b)'], ['a$', 'a[^b]'], '<empty>'],
    ['a lookahead in a lookahead', ['^(?!(?!a))[ab]$'], ['a'], '<empty>'],
    ['a lookahead with an anchor', ['b(?!^)'], ['[^b]'], 'b'],
    ['a lookahead in a repetition', ['^(?:(?!-)[a-]{2})+$'], ['^a'], '<empty>'],
    ['a lookahead in a repetition, found', ['^(?:(?!-)[a-]{2})+$', '-', '...'], [], 'aaa-'],
    ['a tempered repetition', ['^(?:(?!ab).)*$', 'a', 'b'], ['[^ab]'], 'ba'],
    ['a tempered repetition that contradicts', ['^(?:(?!ab).)*$', 'ab'], [], '<empty>'],
    ['a tempered repetition, counted', ['^(?:(?!a$)[ab]){2,3}$'], ['b'], '<empty>'],
    ['a tempered repetition that asks for more', ['^(?:(?=aa|ab|b)[ab])*$'], ['^$'], 'b'],
    ['a tempered repetition with an end', ['^(?:(?!-?$)[a-])*$', '-'], ['^a*$', '^-*a$'], 'a-a'],
    ['a lookahead in one alternative of many rounds', ['^(?:a(?!b)|b)*$', 'ab'], [], '<unknown>'],
    ['a repeated lookahead behind', ['^(?:[ab](?!b))+$'], ['a'], 'b'],
    ['a lookbehind beside its neighbour', ['^[a-]+(?<!-)$'], ['a'], '<empty>'],
    ['a lookbehind, found', ['^[a-]{2}(?<=-)$'], [], 'a-'],
    ['an anchor in a repetition', ['^(?:(?:^|,)a)+$'], ['^a$', '^,'], 'a,a'],
    ['an anchor in a repetition that contradicts', ['^(?:^a){2}$'], [], '<empty>'],
    ['an anchor in an optional repetition', ['^(?:^b)*a$'], [], 'a'],
    ['an anchor in an optional repetition, found', ['^(?:^b)*a$', '..'], [], 'ba'],
    ['an anchor that a lookbehind sees', ['^(?:^a|(?<=^a)b)+$', '..'], [], '<unknown>'],
    ['a word boundary', ['\\bfoo\\b'], ['^foo'], ' foo'],
    ['a word boundary that contradicts', ['\\bfoo\\b'], ['foo'], '<empty>'],
    ['a word boundary inside a word', ['a\\bb'], [], '<empty>'],
    ['a word boundary after an optional part', ['^-?\\b-a$'], [], '<empty>'],
    ['no word boundary', ['\\Bfoo'], [], 'afoo'],
    ['no word boundary at the start', ['^\\Bfoo'], [], '<empty>'],
  ])('%s', (_, inside, outside, word) => {
    expect(wordOf({ inside, outside })).toBe(word);
  });
});

describe('lengths and excluded words', () => {
  test.each<[title: string, request: Partial<WordRequest>, word: string]>([
    ['a length alone', { minLength: 3, maxLength: 5 }, 'aaa'],
    ['no length', { minLength: 3, maxLength: 2 }, '<empty>'],
    ['a length with a fraction', { minLength: 1.5 }, 'aa'],
    ['excluded words', { excluded: new Set(['', 'a', 'b']) }, 'c'],
    ['the only word excluded', { maxLength: 0, excluded: new Set(['']) }, '<empty>'],
    ['an excluded word of a pattern', { inside: ['^[ab]$'], excluded: new Set(['a']) }, 'b'],
    ['all words of a pattern excluded', { inside: ['^[ab]$'], excluded: new Set(['b', 'a', '\ud800']) }, '<empty>'],
    ['a longer word than the shortest', { inside: ['^a+-$'], minLength: 4 }, 'aaa-'],
    ['too long for the pattern', { inside: ['^a{1,3}$'], minLength: 4 }, '<empty>'],
    ['too short for the pattern', { inside: ['^a{3}$'], maxLength: 2 }, '<empty>'],
    ['only some lengths', { inside: ['^(?:ab)*$'], minLength: 3, maxLength: 3 }, '<empty>'],
    ['the next possible length', { inside: ['^(?:ab)*$'], minLength: 3, maxLength: 4 }, 'abab'],
    ['an emoji is one character', { inside: ['^😀*$'], minLength: 2, maxLength: 2 }, '😀😀'],
    ['a pattern and its lengths', { inside: ['^.{1,255}$'], outside: ['^.{1,256}$'] }, '<empty>'],
    ['a pattern that is too wide', { inside: ['^.{1,256}$'], outside: ['^.{1,255}$'] }, 'a'.repeat(256)],
    ['counts with a tail', { inside: ['^.{1,255}-x$'], outside: ['^.{1,256}-x$'] }, '<empty>'],
    ['a pattern as a length', { inside: ['^[a-z]{1,5}$'], outside: ['^[a-z]*$'], maxLength: 9 }, '<empty>'],
    ['counts with a gap', { inside: ['^(?:[ab]{1,2}|[ab]{4})$'], minLength: 3, maxLength: 3 }, '<empty>'],
    ['counts behind a gap', { inside: ['^(?:[ab]{1,2}|[ab]{4})$'], minLength: 3 }, 'aaaa'],
    ['counts with a gap and a tail', { inside: ['^(?:[ab]-|[ab]{3}-)$'], minLength: 3, maxLength: 3 }, '<empty>'],
    ['a large length', { inside: ['^[a-z]+-$'], minLength: 100_000 }, `${'a'.repeat(99_999)}-`],
    ['a large count', { inside: ['^[a-z]{0,4096}$'], outside: ['^[a-z]{0,4095}$'] }, 'a'.repeat(4096)],
  ])('%s', (_, request, word) => {
    expect(wordOf(request)).toBe(word);
  });
});

describe('what is not worked out', () => {
  test.each<[pattern: string, construct: string]>([
    ['(a)\\1', '\\1'],
    ['(?<=a)b', 'lookbehind'],
    ['^((?!foo).)*bar$', 'assertion'],
    ['(', 'no regular expression'],
  ])('%s', (pattern, construct) => {
    expect(ask({ inside: [pattern], outside: ['^b?$', '^$'] })).toMatchObject({
      kind: 'unknown',
      reason: expect.stringContaining(construct),
    });
    expect(ask({ inside: [pattern] })).toMatchObject({ reason: expect.stringContaining(pattern) });
  });

  it('does not matter where the others leave no word, or a word for which it is seen to hold', () => {
    expect(wordOf({ inside: ['(a)\\1', '^b$', '^c$'] })).toBe('<empty>');
    expect(wordOf({ inside: ['(a)\\1', '^aa$'] })).toBe('aa');
    expect(wordOf({ inside: ['(a)\\1', '^ab$'] })).toBe('<unknown>');
  });

  it('stops at the cap, in the same way each time', () => {
    const request = { inside: ['^(?:a|b)*a(?:a|b){20}$'], outside: ['^(?:a|b)*b(?:a|b){20}$', '^a'] };
    expect(ask(request, 500)).toEqual(ask(request, 500));
    expect(ask(request, 500).kind).toBe('unknown');
  });
});

describe('patterns that are valid only without the u flag', () => {
  it('takes escapes that stand for themselves', () => {
    expect(wordOf({ inside: ['^a\\-b\\_$'] })).toBe('a-b_');
    expect(wordOf({ inside: ['^a\\-$'], outside: ['^a-$'] })).toBe('<empty>');
  });

  it('leaves characters open that count twice', () => {
    expect(wordOf({ inside: ['^[^\\@]+\\@$'] })).toBe('a@');
    expect(wordOf({ inside: ['^[^\\@]\\@$'], outside: ['^[^@]+@$'] })).toBe('<unknown>');
  });
});

const piece = fc.constantFrom('a', 'b', '-', '.', '[ab]', '[^a]', '\\w', '\\W', 'ab', '[a-]', '');
const assertion = fc.constantFrom('^', '$', '\\b', '\\B', '(?=a)', '(?!b)', '(?!ab)', '(?<!a)', '(?<=-)', '(?<=^a)');
const quantifier = fc.constantFrom('*', '+', '?', '{2}', '{0,2}', '{1,3}', '{2,}');
const pattern = fc.letrec<{ readonly whole: string }>((tie) => ({
  whole: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    { weight: 3, arbitrary: piece },
    { weight: 2, arbitrary: assertion },
    { weight: 3, arbitrary: fc.tuple(tie('whole'), tie('whole')).map((parts) => parts.join('')) },
    { weight: 2, arbitrary: fc.tuple(tie('whole'), tie('whole')).map((parts) => `(?:${parts.join('|')})`) },
    { weight: 2, arbitrary: fc.tuple(tie('whole'), quantifier).map(([body, count]) => `(?:${body})${count}`) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(assertion, tie('whole'), tie('whole'), quantifier)
        .map(([where, left, right, count]) => `(?:${where}${left}|${right})${count}`),
    },
    { weight: 1, arbitrary: tie('whole').map((body) => `(?=${body})`) },
    { weight: 1, arbitrary: tie('whole').map((body) => `(?!${body})`) },
    { weight: 1, arbitrary: fc.tuple(tie('whole')).map(([body]) => `^${body}$`) },
  ),
})).whole;

const seed = 20_261_124;
const letters = ['a', 'b', '-'];
const shortWords = ['', ...letters];
for (let word = 1; shortWords.length < 121; word++)
  shortWords.push(...letters.map((letter) => (shortWords[word] ?? '') + letter));

function meets({ inside, outside, minLength, maxLength, excluded }: WordRequest, word: string): boolean {
  const { length } = [...word];
  const found = (source: string): boolean => new RegExp(source, 'u').test(word);
  if (length < minLength || length > maxLength || excluded.has(word)) return false;
  return inside.every(found) && !outside.some(found);
}

const request: fc.Arbitrary<WordRequest> = fc.record({
  inside: fc.array(pattern, { maxLength: 2 }),
  outside: fc.array(pattern, { maxLength: 2 }),
  minLength: fc.nat(3),
  maxLength: fc.oneof(fc.nat(4), fc.constant(Infinity)),
  excluded: fc.array(fc.constantFrom(...shortWords), { maxLength: 3 }).map((words) => new Set(words)),
});

test('the answer agrees with the regular expressions as they run', () => {
  const kinds = { word: 0, empty: 0, unknown: 0 };
  const runs = Number(process.env['LANGUAGE_RUNS'] ?? 3_000);
  fc.assert(
    fc.property(request, (asked) => {
      const answer = findWord(asked, 4_000);
      kinds[answer.kind] += 1;
      if (answer.kind === 'unknown') return;
      const found = shortWords.find((word) => meets(asked, word));
      if (answer.kind === 'empty') expect(found).toBeUndefined();
      else {
        expect(meets(asked, answer.word)).toBe(true);
        if (found !== undefined) expect([...answer.word].length).toBeLessThanOrEqual(found.length);
      }
    }),
    { seed, numRuns: runs },
  );
  expect(kinds.word).toBeGreaterThan(runs / 4);
  expect(kinds.empty).toBeGreaterThan(runs / 10);
  expect(kinds.unknown).toBeLessThan(runs / 3);
});

test('nothing is inside and outside of one pattern', () => {
  fc.assert(
    fc.property(pattern, (source) => {
      expect(findWord({ ...anything, inside: [source], outside: [source] }).kind).not.toBe('word');
    }),
    { seed, numRuns: 500 },
  );
});
