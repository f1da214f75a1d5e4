/** What is known of a format besides its checker. */
export interface FormatFacts {
  /** A pattern that every text of the format matches. */
  readonly outer?: string;
  /** A pattern that matches only texts of the format. */
  readonly inner?: string;
  /** Formats that accept all that this one accepts. */
  readonly within: readonly string[];
  /** Texts of the format, of several lengths and shapes. */
  readonly samples: readonly string[];
  /** A text of the format that has so many characters, if one can be made. */
  readonly stretch?: (length: number) => string;
}

/** Labels of a host's name: 63 characters each at most. */
function hostOf(length: number): string {
  return 'a'.repeat(length).replace(/(.{60})a(?=a)/g, '$1.');
}

const uuid = '^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$';

/**
 * Source: the RFCs that JSON Schema names, and the checkers of ajv-formats, which decide. The tests hold these facts
 * against the checkers.
 */
export const formatFacts: Readonly<Record<string, FormatFacts>> = {
  'date-time': {
    outer: '^\\d{4}-\\d{2}-\\d{2}[tT\\s]\\d{2}:\\d{2}:\\d{2}',
    within: [],
    samples: ['2024-01-31T08:30:00Z', '2024-01-31T08:30:00.125+02:00'],
    stretch: (length) => `2024-01-31T08:30:00.${'0'.repeat(Math.max(1, length - 21))}Z`,
  },
  date: {
    outer: '^\\d{4}-\\d{2}-\\d{2}$',
    inner: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])$',
    within: [],
    samples: ['2024-01-31', '2024-02-29'],
  },
  time: {
    outer: '^\\d{2}:\\d{2}:\\d{2}',
    within: [],
    samples: ['08:30:00Z', '08:30:00.125+02:00'],
    stretch: (length) => `08:30:00.${'0'.repeat(Math.max(1, length - 10))}Z`,
  },
  duration: {
    outer: '^P',
    within: ['uri-reference'],
    samples: ['P1D', 'PT1H', 'P3Y6M4DT12H30M5S', 'P2W'],
    stretch: (length) => `P${'1'.repeat(Math.max(1, length - 2))}D`,
  },
  email: {
    outer: '^[^@]+@[^@]+$',
    within: [],
    samples: ['a@example.com', 'a@b.c', 'a.b+c@mail.example.com'],
    stretch: (length) => `${'a'.repeat(Math.max(1, length - 4))}@a.b`,
  },
  hostname: {
    outer: '^[-a-zA-Z0-9.]{1,254}$',
    within: [],
    samples: ['a', 'example.com', 'a-b.example.com'],
    stretch: hostOf,
  },
  ipv4: {
    outer: '^\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$',
    within: ['hostname'],
    samples: ['0.0.0.0', '192.168.100.101'],
  },
  ipv6: { outer: '^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$', within: [], samples: ['::', '::1', '2001:db8::8a2e:370:7334'] },
  uri: {
    outer: ':',
    within: ['uri-reference'],
    samples: ['a:b', 'https://example.com/a', 'urn:a:b'],
    stretch: (length) => `a:${'a'.repeat(Math.max(1, length - 2))}`,
  },
  'uri-reference': {
    within: [],
    samples: ['', 'a', '/a/b', 'https://example.com/a?b=c#d'],
    stretch: (length) => 'a'.repeat(length),
  },
  'uri-template': { within: [], samples: ['', 'a', '/a/{b}'], stretch: (length) => 'a'.repeat(length) },
  uuid: {
    outer: `^(urn:uuid:)?${uuid.slice(1)}`,
    inner: uuid,
    within: [],
    samples: ['00000000-0000-0000-0000-000000000000', 'urn:uuid:00000000-0000-0000-0000-000000000000'],
  },
  'json-pointer': {
    outer: '^(/|$)',
    within: [],
    samples: ['', '/', '/a/b'],
    stretch: (length) => `/${'a'.repeat(Math.max(0, length - 1))}`,
  },
  'relative-json-pointer': {
    outer: '^\\d',
    within: [],
    samples: ['0', '0#', '1/a'],
    stretch: (length) => `0/${'a'.repeat(Math.max(0, length - 2))}`,
  },
  regex: { within: [], samples: ['', 'a', '^a+$', '[a-z]'], stretch: (length) => 'a'.repeat(length) },
};
