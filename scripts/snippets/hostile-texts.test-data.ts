import fc from 'fast-check';

/** What breaks out of a literal, a comment, a template or a command in one language or another. */
const hostileTexts = [
  '"',
  "'",
  '"""',
  "'''",
  '`',
  '\\',
  '\\"',
  '\n',
  '\r\n',
  '	',
  '\0',
  '\0' + '7',
  '\u2028',
  '\u2029',
  '',
  '﻿',
  '*/',
  '/*',
  '//',
  '#',
  '#{x}',
  '${x}',
  '$(x)',
  '{x}',
  '{{',
  '}}',
  '%s',
  '%d%n',
  '\ud83d\ude00',
  '\u202e\u2066',
  '-e',
  '=',
  '!',
  '~',
  '?',
  '*',
  '$HOME',
  '`id`',
  '; exit 1 #',
  'EOF',
  'JSON',
  '"""\n',
  '\\"""',
  '\\u000a',
  '\\u0022',
  '//go:build ignore',
  '//go:embed *',
  '+build',
  '\\U0001F600',
  '%',
  '<!--',
  '</script>',
  '\\N{DASH}',
  '\\u0041',
  '‮',
  '⁦',
  '‍',
  '👩‍🚀',
  '𝒳',
  'é',
  'é',
  'ﬁ',
  '󠀁',
  '️',
  '￿',
  '􏿿',
  '__proto__',
  'constructor',
  'toString',
  'class',
  'def',
  'None',
  'True',
  'await',
  'enum',
  'default',
  'match',
  '__secret',
  'str',
  'list',
  'Any',
  'TypedDict',
  'OrderPlaced',
  'self',
  'event',
  '0',
  '01',
  '-1',
  '',
  ' ',
  'a b',
  'a-b',
  'a.b',
  'ｆｕｌｌ',
  'coding: latin-1',
  '@ts-expect-error',
  '# type: ignore',
  '-*- coding:utf-7 -*-',
];

/** Words that mean something in Python, TypeScript, Java, Go or a shell. */
const reservedWords = (
  'abstract and any append as assert async await bool boolean break byte case catch chan char class complex const ' +
  'continue copy def default defer del delete do done double elif else enum error esac eval except exec exit export ' +
  'extends fallthrough False fi final finally float for from func function global go goto if implements import in ' +
  'instanceof int interface is lambda len let long main make map match module native new nil None nonlocal not null or ' +
  'package panic pass permits private protected public raise range record return sealed select short static strictfp ' +
  'string String struct super switch synchronized then this throw throws transient True try type typeof undefined ' +
  'until var void volatile when while with yield Object Record Map List Optional JsonNode Main Event Producer Consumer ' +
  'hashCode getClass wait notify clone finalize equals keys values items get pop update copy clear _ __ __class__ init'
).split(' ');

/** Names that a language may fold into one. */
const likeNames = (
  'orderId order_id order-id OrderId orderID ORDER_ID order.id order id$ order$id order/id order~id order:id orderıd ' +
  'orderİd ｏrderId'
).split(' ');

export const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc.constantFrom(...reservedWords),
  fc.array(fc.constantFrom(...hostileTexts), { maxLength: 4 }).map((texts) => texts.join('')),
  fc.string({ unit: 'binary' }),
);

/** Names of the fields of one object, no two of them the same. */
export const hostileNames = fc.oneof(
  { weight: 3, arbitrary: fc.uniqueArray(hostileText, { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...likeNames, 'order id'), { maxLength: 6 }) },
  { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...reservedWords), { maxLength: 6 }) },
);
