declare const __EC_TRAILING_SLASH__: boolean | undefined;

/** The address of a page of the site: `docs`, `services`, `OrderService`, `1.0.0`; below its base, with its slash or without. */
export function siteAddress(base: string, ...segments: readonly string[]): string {
  const path = [base.replace(/\/+$/, ''), ...segments.map((segment) => encodeURIComponent(segment))].join('/');
  return typeof __EC_TRAILING_SLASH__ !== 'undefined' && __EC_TRAILING_SLASH__ ? `${path}/` : path;
}
