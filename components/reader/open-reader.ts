/** What makes the reader's own type is loaded when somebody opens it, and not before. */
function watch(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-reader]')) {
    details.addEventListener('toggle', () => void open(details), { once: true });
    if (details.open) void open(details);
  }
}

async function open(details: HTMLDetailsElement): Promise<void> {
  const source = details.dataset['reader'];
  const panel = details.querySelector<HTMLElement>('.reader-panel');
  if (source === undefined || panel === null) return;
  delete details.dataset['reader'];
  const { buildReader } = await import('./build-reader.ts');
  await buildReader(panel, source);
}

document.addEventListener('astro:page-load', watch);
watch();
