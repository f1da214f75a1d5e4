/** Whether a number, written as in JSON, is still the same number once a double has held it. `0.1` is: it prints as `0.1`. */
export function exactNumber(literal: string): boolean {
  const held = Number(literal);
  if (!Number.isFinite(held)) return false;
  if (/^[+-]?0[xo]/i.test(literal)) return Number.isSafeInteger(held);
  return digitsOf(literal) === digitsOf(String(held));
}

/** Significant digits and exponent: `150.0` and `1.5e2` give the same. */
function digitsOf(literal: string): string {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(literal.replaceAll('_', ''));
  if (match === null) return literal;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const significant = digits.replace(/0+$/, '');
  if (significant === '') return '0';
  return `${sign === '-' ? '-' : ''}${significant}e${Number(exponent) - fraction.length + digits.length - significant.length}`;
}
