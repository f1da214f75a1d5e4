/** What a property's name lets one expect of its value. */
export interface NameHint {
  readonly text: string;
  readonly number: number;
}

type Row = readonly [name: RegExp, text: string, number: number];

/** The first row that fits decides. Names are compared in lower snake case. */
const rows: readonly Row[] = [
  [/(^|_)(e_?mail)(_address)?$/, 'ada@example.com', 1],
  [/(^|_)currency(_code)?$/, 'EUR', 978],
  [/^(first|given)_?name$/, 'Ada', 1],
  [/^(last|family)_?name$|^surname$/, 'Lovelace', 1],
  [/^(full_|customer_|user_|contact_|display_)name$/, 'Ada Lovelace', 1],
  [/(^|_)skus?$/, 'SKU-1001', 1001],
  [/(^|_)(quantity|qty|count|number_of_\w+)$/, '1', 1],
  [/(^|_)(price|amount|total|cost|fee|subtotal|revenue|balance|tax)$/, '19.99', 19.99],
  [/(^|_)(percent|percentage|discount|rate)$/, '10', 10],
  [/(^|_)(phone|phone_number|mobile|telephone)$/, '+4930123456', 4_930_123_456],
  [/(^|_)country(_code)?$/, 'DE', 276],
  [/(^|_)city$/, 'Berlin', 1],
  [/(^|_)(postal_?code|post_?code|zip|zip_code)$/, '10115', 10_115],
  [/(^|_)(street|address|address_line_?1|line_?1)$/, 'Main Street 1', 1],
  [/(^|_)(state|province|region)$/, 'Berlin', 1],
  [/(^|_)(language|locale|lang)$/, 'en', 1],
  [/(^|_)(time_?zone)$/, 'Europe/Berlin', 1],
  [/(^|_)(url|uri|link|href|website)$/, 'https://example.com/', 1],
  [/(^|_)(ip|ip_address)$/, '192.0.2.1', 1],
  [/(^|_)(timestamp|datetime|date_time|created|updated|time)$|_(at|on)$/, '2025-01-15T09:30:00Z', 1_736_933_400],
  [/(^|_)(date|day|birthday)$/, '2025-01-15', 15],
  [/(^|_)year$/, '2025', 2025],
  [/(^|_)month$/, '1', 1],
  [/(^|_)(version)$/, '1.0.0', 1],
  [/(^|_)(latitude|lat)$/, '52.52', 52.52],
  [/(^|_)(longitude|lng|lon)$/, '13.405', 13.405],
  [/(^|_)(colou?r)$/, 'blue', 1],
  [/(^|_)(description|note|notes|comment|message)$/, 'A short text', 1],
  [/(^|_)(reason)$/, 'Requested by the customer', 1],
];

/** A hint for a property named `name` inside of one named `parent` (empty at the root). */
export function hintForName(name: string, parent: string): NameHint {
  const words = toSnakeCase(name);
  const identifier = /^(?:(.*)_)?(?:id|uuid|key|reference|ref|number)$/.exec(words);
  const row = rows.find(([pattern]) => pattern.test(words));
  if (row !== undefined) return { text: row[1], number: row[2] };
  if (identifier !== null) {
    const owner = identifier[1] ?? singular(toSnakeCase(parent));
    return { text: `${(owner === '' ? 'example' : owner).replaceAll('_', '-')}-1`, number: 1 };
  }
  if (words === 'name')
    return { text: parent === '' ? 'Example' : `Example ${spaced(singular(toSnakeCase(parent)))}`, number: 1 };
  return { text: words === '' ? 'example' : spaced(words), number: 1 };
}

/** `orderItems` gives `order_items`. */
function toSnakeCase(name: string): string {
  return name
    .slice(0, 100)
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();
}

function spaced(words: string): string {
  return words.replaceAll('_', ' ');
}

/** `prices` gives `price`; good enough for names of lists and maps. */
export function singular(words: string): string {
  return words.replace(/ies$/, 'y').replace(/([^sui])s$/, '$1');
}
