import type { Domain } from '../model/catalog.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { IdentifiedPage } from './identified-pages.ts';
import { readPointers } from './pointers.ts';
import { readPageCompatibility } from './read-compatibility.ts';

export interface ReadDomains {
  readonly domains: readonly Domain[];
  readonly diagnostics: readonly Diagnostic[];
}

/** The domains among some pages that say how their messages may change. Of a domain's versions, the current one counts. */
export function readDomains(pages: readonly IdentifiedPage[]): ReadDomains {
  const read = pages
    .filter(({ page }) => page.isCurrent && (page.collection === 'domains' || page.collection === 'subdomains'))
    .map(({ id, page }) => {
      const { compatibility, diagnostics } = readPageCompatibility(page);
      const services = readPointers(page, 'services').pointers.map((pointer) => pointer.id);
      return { domain: { id, compatibility, services, folder: page.file.replace(/[^/]*$/, '') }, diagnostics };
    });
  return {
    domains: read.map(({ domain }) => domain).filter(({ compatibility }) => Object.keys(compatibility).length > 0),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  };
}
