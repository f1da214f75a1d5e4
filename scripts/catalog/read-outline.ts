import type { CatalogOutline } from '../model/outline.ts';
import type { IdentifiedPage } from './identified-pages.ts';
import { textAt } from './page.ts';
import { readPointers } from './pointers.ts';
import { folderOf } from './resource-path.ts';

/** The lists of a domain that name what belongs to it. */
const MEMBERS = ['services', 'agents', 'systems'] as const;

/** What some pages say of domains and services. Faults in their lists are found by others that read them. */
export function readOutline(pages: readonly IdentifiedPage[]): CatalogOutline {
  const current = [
    ...new Map(
      pages.filter(({ page }) => page.isCurrent).map((one) => [`${one.page.collection} ${one.id}`, one]),
    ).values(),
  ];
  const about = ({ id, version, name, page }: IdentifiedPage) => ({
    id,
    version,
    name,
    summary: textAt(page, '/summary', page.data['summary']) ?? '',
    folder: `${folderOf(page.file)}/`,
  });
  return {
    domains: current
      .filter(({ page }) => page.collection === 'domains' || page.collection === 'subdomains')
      .map((one) => ({
        ...about(one),
        services: MEMBERS.flatMap((list) => readPointers(one.page, list).pointers.map(({ id }) => id)),
      })),
    services: current.flatMap((one) => {
      const collection = MEMBERS.find((name) => name === one.page.collection);
      return collection === undefined ? [] : [{ ...about(one), collection }];
    }),
  };
}
