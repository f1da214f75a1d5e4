import { highlight } from './highlight.ts';

/** Code that is not in the page is fetched when it comes into view: programs for other clients, very long types. */
const seen = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    // That it could not be loaded is said where the code would be.
    if (isIntersecting) codeIn(target).catch(() => undefined);
  }
});

const fetched = new WeakMap<Element, Promise<string>>();

/** The text of a block of code, fetched once if it is not in the page. */
export function codeIn(figure: Element): Promise<string> {
  const source = figure instanceof HTMLElement ? figure.dataset['fetch'] : undefined;
  const pre = figure.querySelector('pre');
  if (source === undefined || pre === null) return Promise.resolve(pre?.textContent ?? '');
  seen.unobserve(figure);
  const known = fetched.get(figure) ?? fill(pre, source, figure.getAttribute('data-language') ?? '');
  fetched.set(figure, known);
  return known;
}

async function fill(pre: HTMLElement, source: string, language: string): Promise<string> {
  pre.textContent = 'Loading…';
  const code = document.createElement('code');
  try {
    const response = await fetch(source);
    if (!response.ok) throw new Error(`${response.status}`);
    const text = await response.text();
    code.append(...coloured(text, language));
    return text;
  } catch (error) {
    code.textContent = 'It could not be loaded. The link above leads to the file.';
    throw error;
  } finally {
    pre.replaceChildren(code);
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
  for (const figure of document.querySelectorAll('.code-block[data-fetch]')) {
    if (fetched.has(figure)) continue;
    // The room that the code takes is there before it is: nothing moves when it comes.
    figure.querySelector('pre')?.removeAttribute('hidden');
    seen.observe(figure);
  }
}

document.addEventListener('astro:page-load', watch);
watch();
