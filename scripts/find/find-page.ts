import type { FieldIndex } from './field-index.ts';
import { findPages, type FullText } from './full-text.ts';
import { isEmptyQuery, readQuery } from './read-query.ts';
import { countText, pageViews, resultViews } from './result-views.ts';
import { searchableIndex, type SearchableIndex } from './search-index.ts';
import type { ViewElement } from './view-node.ts';

/** What a page for finding consists of. */
interface FindPage {
  readonly input: HTMLInputElement;
  readonly status: HTMLElement;
  readonly results: HTMLElement;
  /** What is there while nobody searches. */
  readonly browse: HTMLElement;
  readonly slash: HTMLInputElement;
}

interface FieldsLoaded {
  readonly searchable: SearchableIndex;
  readonly services: FieldIndex['services'];
}

const MOST_MESSAGES = 8;
const MOST_FIELDS = 50;
/** Browsers refuse to change the address more often than some hundred times in half a minute. */
const ADDRESS_MILLISECONDS = 300;
const PAGES_MILLISECONDS = 150;
/** Where the choice is kept that `/` is left alone. */
const SLASH = 'catalog-slash';

/** Brings a page to life. `script` is the address of this script, which lies beside the index. */
function startFinding({ input, status, results, browse, slash }: FindPage, script: string): void {
  const root = new URL('../', script).pathname;
  const loadFields = once(async (): Promise<FieldsLoaded> => {
    const response = await fetch(new URL('fields.json', script));
    if (!response.ok) throw new Error(String(response.status));
    const index: FieldIndex = await response.json();
    return { searchable: searchableIndex(index), services: index.services };
  });
  const loadFullText = once(async (): Promise<FullText | undefined> => {
    try {
      const module: FullText = await import(new URL('../pagefind/pagefind.js', script).href);
      await module.options({ baseUrl: '/', excerptLength: 24 });
      return module;
    } catch {
      // A site that is built without it has the fields all the same.
      return undefined;
    }
  });

  let run = 0;
  let mostFields = MOST_FIELDS;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const show = async (): Promise<void> => {
    run += 1;
    const mine = run;
    const query = readQuery(input.value);
    const isEmpty = isEmptyQuery(query);
    browse.hidden = !isEmpty;
    results.hidden = isEmpty;
    if (isEmpty) {
      results.replaceChildren();
      status.textContent = '';
      return;
    }
    try {
      const { searchable, services } = await loadFields();
      if (mine !== run) return;
      const found = searchable.search(query, { messages: MOST_MESSAGES, fields: mostFields });
      const context = { query, root, services };
      results.replaceChildren(...resultViews(found, context).map(elementOf));
      status.textContent = countText(found, 0);
      if (query.free === '') return;
      await new Promise((resolve) => setTimeout(resolve, PAGES_MILLISECONDS));
      const fullText = mine === run ? await loadFullText() : undefined;
      if (fullText === undefined || mine !== run) return;
      const pages = await findPages(fullText, query.free, root);
      if (mine !== run) return;
      results.append(...pageViews(pages, context).map(elementOf));
      status.textContent = countText(found, pages.length);
    } catch {
      if (mine === run) status.textContent = 'The index of fields could not be loaded. Reload the page to try again.';
    }
  };

  const follow = (): void => {
    mostFields = MOST_FIELDS;
    void show();
    clearTimeout(timer);
    timer = setTimeout(() => {
      const address = new URL(location.href);
      if (input.value === '') address.searchParams.delete('q');
      else address.searchParams.set('q', input.value);
      history.replaceState(history.state, '', address);
    }, ADDRESS_MILLISECONDS);
  };

  const links = (): readonly HTMLElement[] => [...results.querySelectorAll<HTMLElement>('.hit-link, .more')];

  /** One step down or up the results; above the first of them is the box. */
  const move = (step: number): void => {
    const all = links();
    const at = all.findIndex((link) => link === document.activeElement);
    const target = at + step < 0 ? input : all[Math.min(at + step, all.length - 1)];
    target?.focus();
  };

  input.addEventListener('focus', () => void loadFields().catch(() => undefined));
  input.addEventListener('input', follow);
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    links()[0]?.click();
  });
  results.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLElement) || !target.classList.contains('more')) return;
    const at = links().indexOf(target);
    mostFields *= 4;
    // The first of the new ones is where the button was.
    void show();
    requestAnimationFrame(() => links()[at]?.focus());
  });
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isHere = target === input || (target instanceof Node && results.contains(target));
    const isWriting = target instanceof Element && target.matches('input:not([type=checkbox]), textarea, select');
    if (key === '/' && !isWriting && slash.checked) {
      input.focus();
      input.select();
    } else if (isHere && (key === 'ArrowDown' || key === 'ArrowUp')) move(key === 'ArrowDown' ? 1 : -1);
    else if (isHere && key === 'Escape') {
      if (target === input) {
        input.value = '';
        follow();
      } else input.focus();
    } else return;
    event.preventDefault();
  });

  slash.checked = stored(SLASH) !== 'off';
  slash.addEventListener('change', () => store(SLASH, slash.checked ? 'on' : 'off'));

  const asked = new URLSearchParams(location.search).get('q');
  if (input.value === '' && asked !== null) input.value = asked;
  if (input.value !== '') void show();
}

/** What is loaded when it is first asked for; after a failure it is tried anew. */
function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | undefined;
  return async () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

/** Texts become text nodes, and nothing else. */
function elementOf({ tag, className, id, href, labelledBy, children }: ViewElement): HTMLElement {
  const element = document.createElement(tag);
  if (className !== undefined) element.className = className;
  if (id !== undefined) element.id = id;
  if (labelledBy !== undefined) element.setAttribute('aria-labelledby', labelledBy);
  if (element instanceof HTMLAnchorElement && href !== undefined) element.href = href;
  if (element instanceof HTMLButtonElement) element.type = 'button';
  element.append(...children.map((child) => (typeof child === 'string' ? child : elementOf(child))));
  return element;
}

/** Some browsers are told to keep nothing, and then throw. */
function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // It then holds for this page only.
  }
}

const [input, slash] = [document.querySelector('#find-text'), document.querySelector('#find-slash')];
const [status, results] = [document.querySelector('#find-status'), document.querySelector('#find-results')];
const browse = document.querySelector('#browse');
if (
  input instanceof HTMLInputElement &&
  slash instanceof HTMLInputElement &&
  status instanceof HTMLElement &&
  results instanceof HTMLElement &&
  browse instanceof HTMLElement &&
  document.currentScript instanceof HTMLScriptElement
)
  startFinding({ input, status, results, browse, slash }, document.currentScript.src);
