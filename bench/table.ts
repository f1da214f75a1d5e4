const GAP = '  ';

/** Aligned columns; the first row is the heading. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_heading, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => padded(cell, widths[column] ?? 0, column === 0))
      .join(GAP)
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join(GAP);
  return `${[lines[0], rule, ...lines.slice(1)].join('\n')}\n`;
}

/** Labels stand to the left, figures to the right. */
function padded(cell: string, width: number, isLabel: boolean): string {
  return isLabel ? cell.padEnd(width) : cell.padStart(width);
}
