/** The rows that are not in the page: fetched when somebody opens them, or follows a link to one of them. */
async function loadRows(details: HTMLDetailsElement): Promise<void> {
  const source = details.dataset['fields'];
  const table = details.previousElementSibling?.querySelector('tbody');
  if (source === undefined || table === null || table === undefined) return;
  delete details.dataset['fields'];
  try {
    const response = await fetch(source);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const rows = [...page.querySelectorAll('.payload tbody tr')].slice(table.rows.length);
    if (rows.length === 0) return;
    table.append(...rows.map((row) => document.importNode(row, true)));
    details.hidden = true;
    const first = table.rows[table.rows.length - rows.length]?.querySelector('a');
    if (location.hash !== '') document.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`)?.scrollIntoView();
    else first?.focus();
  } catch {
    // The link inside leads to the same rows.
  }
}

function watch(): void {
  for (const details of document.querySelectorAll<HTMLDetailsElement>('details[data-fields]')) {
    details.addEventListener('toggle', () => void loadRows(details), { once: true });
    const target = decodeURIComponent(location.hash.slice(1));
    if (target.startsWith('field-') && document.querySelector(`[id="${CSS.escape(target)}"]`) === null)
      details.open = true;
  }
}

document.addEventListener('astro:page-load', watch);
watch();
