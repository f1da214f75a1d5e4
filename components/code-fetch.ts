import { highlight } from './highlight.ts';

/** Code that is not in the page is fetched when it comes into view: programs for other clients, very long types. */
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting || !(target instanceof HTMLElement)) continue;
    seen.unobserve(target);
    void fill(target);
  }
});

async function fill(figure: HTMLElement): Promise<void> {
  const pre = figure.querySelector('pre');
  const source = figure.dataset['fetch'];
  if (pre === null || source === undefined) return;
  pre.hidden = false;
  pre.textContent = 'Loading…';
  const text = await textOf(source);
  const code = document.createElement('code');
  code.append(
    ...coloured(text ?? 'It could not be loaded. The link above leads to the file.', figure.dataset['language'] ?? ''),
  );
  pre.replaceChildren(code);
}

async function textOf(source: string): Promise<string | undefined> {
  try {
    const response = await fetch(source);
    return response.ok ? await response.text() : undefined;
  } catch {
    return undefined;
  }
}

/** Text becomes text: nothing in it is read as HTML. */
export function coloured(text: string, language: string): readonly Node[] {
  return highlight(text.trimEnd(), language).map(({ kind, text: piece }) => {
    if (kind === '') return document.createTextNode(piece);
    const span = document.createElement('span');
    span.className = `code-${kind}`;
    span.textContent = piece;
    return span;
  });
}

function watch(): void {
  for (const figure of document.querySelectorAll('.code-block[data-fetch]')) seen.observe(figure);
}

document.addEventListener('astro:page-load', watch);
watch();
