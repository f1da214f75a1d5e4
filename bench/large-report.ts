import type { LargeFigures } from './large-catalog.ts';
import { growthText, slopesOf } from './slopes.ts';
import { OURS } from './site-weight.ts';
import type { Weight } from './site-weight.ts';
import { table } from './table.ts';

interface Row {
  readonly label: string;
  readonly digits: number;
  /** NaN where it is not known. */
  readonly of: (figures: LargeFigures) => number;
}

const MEBI = 2 ** 20;

const ROWS: readonly Row[] = [
  { label: 'generate, first run: s', digits: 1, of: ({ firstRun }) => firstRun.seconds },
  { label: '  CPU s', digits: 1, of: ({ firstRun }) => firstRun.cpuSeconds },
  { label: '  peak MiB', digits: 0, of: ({ firstRun }) => firstRun.peakBytes / MEBI },
  { label: 'generate, nothing changed: s', digits: 1, of: ({ unchangedRun }) => unchangedRun.seconds },
  { label: '  CPU s', digits: 1, of: ({ unchangedRun }) => unchangedRun.cpuSeconds },
  { label: '  peak MiB', digits: 0, of: ({ unchangedRun }) => unchangedRun.peakBytes / MEBI },
  { label: 'generate --check: s', digits: 1, of: ({ check }) => check.seconds },
  { label: '  CPU s', digits: 1, of: ({ check }) => check.cpuSeconds },
  { label: 'EventCatalog build: s', digits: 1, of: ({ site }) => site?.build.seconds ?? NaN },
  { label: '  CPU s', digits: 1, of: ({ site }) => site?.build.cpuSeconds ?? NaN },
  { label: '  peak MiB', digits: 0, of: ({ site }) => (site?.build.peakBytes ?? NaN) / MEBI },
  { label: 'site: files', digits: 0, of: ({ site }) => site?.weight.whole.files ?? NaN },
  { label: '  of them contracts', digits: 0, of: (figures) => partOf(figures, OURS).files },
  { label: 'site: MiB', digits: 1, of: ({ site }) => (site?.weight.whole.bytes ?? NaN) / MEBI },
  { label: '  of them contracts', digits: 1, of: (figures) => partOf(figures, OURS).bytes / MEBI },
  { label: 'one event page: KiB of HTML', digits: 1, of: ({ site }) => (site?.page.bytes ?? NaN) / 1024 },
  { label: '  compressed', digits: 1, of: ({ site }) => (site?.page.compressed ?? NaN) / 1024 },
  { label: 'home: KiB of HTML', digits: 1, of: ({ site }) => (site?.home.bytes ?? NaN) / 1024 },
  { label: '  compressed', digits: 1, of: ({ site }) => (site?.home.compressed ?? NaN) / 1024 },
  { label: 'search index: files', digits: 0, of: (figures) => partOf(figures, 'pagefind').files },
  { label: '  MiB', digits: 1, of: (figures) => partOf(figures, 'pagefind').bytes / MEBI },
  { label: 'list of pages at the side: KiB', digits: 1, of: ({ site }) => (site?.sidebar.bytes ?? NaN) / 1024 },
  { label: '  compressed', digits: 1, of: ({ site }) => (site?.sidebar.compressed ?? NaN) / 1024 },
];

/** Every figure at every size, what one more message version adds to it, and whether that grows. */
export function largeTable(sizes: readonly LargeFigures[]): string {
  const counts = sizes.map(({ versions }) => versions);
  const steps = counts.slice(1).map((count, index) => `per 1,000, ${counts[index]} to ${count}`);
  const rows = ROWS.map(({ label, digits, of }) => {
    const values = sizes.map(of);
    const slopes = slopesOf(sizes.map((figures) => ({ size: figures.versions, value: of(figures) })));
    return [
      label,
      ...values.map((value) => text(value, digits)),
      ...slopes.map((slope) => text(slope * 1000, digits)),
      growthText(slopes),
    ];
  });
  return table([['message versions', ...counts.map(String), ...steps, 'does the slope grow?'], ...rows]);
}

/** Where the files of each site are; the heaviest part of the largest site comes first. */
export function partsTable(sizes: readonly LargeFigures[]): string {
  const built = sizes.flatMap(({ versions, site }) =>
    site === undefined ? [] : [{ versions, parts: site.weight.parts }],
  );
  const parts = [...new Set(built.toReversed().flatMap((site) => [...site.parts.keys()]))];
  const rows = parts.map((part) => [
    part,
    ...built.flatMap((site) => {
      const weight = site.parts.get(part);
      return [String(weight?.files ?? 0), ((weight?.bytes ?? 0) / MEBI).toFixed(1)];
    }),
  ]);
  return table([['part of the site', ...built.flatMap(({ versions }) => [`${versions}: files`, 'MiB'])], ...rows]);
}

function partOf({ site }: LargeFigures, folder: string): Weight {
  return site?.weight.parts.get(`${folder}/`) ?? { files: NaN, bytes: NaN };
}

function text(value: number, digits: number): string {
  return Number.isNaN(value) ? '–' : value.toFixed(digits);
}
