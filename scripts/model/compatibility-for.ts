import type { Catalog } from './catalog.ts';
import type { Compatibility, CompatibilityMode } from './compatibility.ts';
import type { MessageVersion } from './message.ts';

type Policy = NonNullable<Compatibility['policy']>;

/** How a message may change: nothing is left open. */
export interface ResolvedCompatibility {
  readonly mode: CompatibilityMode;
  readonly policy: Policy;
}

const DEFAULTS: ResolvedCompatibility = { mode: 'BACKWARD', policy: 'declared' };

/** What holds for a message: what it says itself, else its domain (the narrowest, where they are nested), else the catalog. */
export function compatibilityFor(
  message: MessageVersion,
  { domains = [] }: Catalog,
  ofCatalog: Compatibility,
): ResolvedCompatibility {
  const producers = new Set(message.producers.map(({ id }) => id));
  const own = domains
    .filter(
      ({ id, services, folder }) =>
        producers.has(id) || services.some((service) => producers.has(service)) || message.file.startsWith(folder),
    )
    .toSorted((left, right) => left.folder.length - right.folder.length);
  const ofDomains = own.map(({ compatibility }) => compatibility);
  return Object.assign({}, DEFAULTS, ofCatalog, ...ofDomains, message.compatibility ?? {});
}

/** The mode without its reach, and whether it reaches back beyond the version before. */
export function splitMode(mode: CompatibilityMode): {
  readonly mode: 'BACKWARD' | 'FORWARD' | 'FULL';
  readonly isTransitive: boolean;
} {
  switch (mode) {
    case 'BACKWARD':
    case 'BACKWARD_TRANSITIVE':
      return { mode: 'BACKWARD', isTransitive: mode !== 'BACKWARD' };
    case 'FORWARD':
    case 'FORWARD_TRANSITIVE':
      return { mode: 'FORWARD', isTransitive: mode !== 'FORWARD' };
    case 'FULL':
    case 'FULL_TRANSITIVE':
      return { mode: 'FULL', isTransitive: mode !== 'FULL' };
  }
}

const strength: Readonly<Record<CompatibilityMode, number>> = {
  BACKWARD: 1,
  FORWARD: 1,
  BACKWARD_TRANSITIVE: 2,
  FORWARD_TRANSITIVE: 2,
  FULL: 3,
  FULL_TRANSITIVE: 4,
};

/** Whether a change of settings asks for less than before. */
export function isLoosened(before: ResolvedCompatibility, after: ResolvedCompatibility): boolean {
  const policyStrength: Readonly<Record<Policy, number>> = { tolerant: 0, declared: 1, strict: 2 };
  return strength[after.mode] < strength[before.mode] || policyStrength[after.policy] < policyStrength[before.policy];
}
