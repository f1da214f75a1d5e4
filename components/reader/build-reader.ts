import { coloured } from '../code-fetch.ts';
import { printConsumer } from './print-consumer.ts';
import { printFrontMatter } from './print-front-matter.ts';
import { printType } from './print-type.ts';
import { pruneTypes, type PrunedTypes } from './prune-types.ts';
import { readablePaths } from './readable-paths.ts';
import type { ReadConsumer, ReadMessage } from './reader-data.ts';

type Language = ReadConsumer['language'];
const LANGUAGES: readonly (readonly [Language, string])[] = [
  ['ts', 'TypeScript'],
  ['python', 'Python'],
];

/** Fills the panel with the fields to choose from, and with what follows from the choice. */
export async function buildReader(panel: HTMLElement, source: string): Promise<void> {
  let message: ReadMessage;
  try {
    message = JSON.parse(await textOf(source));
  } catch {
    panel.textContent = 'The fields could not be loaded. Is the connection there?';
    return;
  }
  const paths = readablePaths(message);
  if (paths.length === 0) {
    panel.textContent = 'No type of some of its fields can be made from this schema: take the whole type, below.';
    return;
  }
  const fields = choice('Fields that you read', 'reader-fields', paths, 'checkbox');
  const languages = choice(
    'In',
    'reader-choice',
    LANGUAGES.map(([, label]) => label),
    'radio',
  );
  const first = languages.inputs[0];
  if (first !== undefined) first.checked = true;
  const status = element('p', 'reader-status', 'Choose at least one field.');
  status.setAttribute('role', 'status');
  const type = codeBlock('Type');
  const clients = document.createElement('div');
  const consumer = codeBlock('Consumer');
  const frontMatter = codeBlock('For the page of your service');
  const results = element('div', 'reader-results');
  results.hidden = true;
  results.append(type.figure, clients, consumer.figure, frontMatter.figure);
  panel.replaceChildren(fields.fieldset, languages.fieldset, status, results);

  const programs = new Map<string, Promise<string>>();
  const programOf = async ({ file }: ReadConsumer): Promise<string> => {
    const known = programs.get(file) ?? textOf(new URL(file, new URL(source, location.href)));
    programs.set(file, known);
    return known;
  };

  let client = '';
  let latest: PrunedTypes | undefined;
  const showConsumer = async (types: PrunedTypes, language: Language): Promise<void> => {
    const fitting = message.reader.consumers.filter((one) => one.language === language);
    const chosen = fitting.find((one) => one.client === client) ?? fitting[0];
    showClients(fitting, chosen);
    const program = chosen && (await programOf(chosen).catch(() => undefined));
    // What was chosen while the program was on its way is shown by then.
    if (types !== latest) return;
    consumer.figure.hidden = program === undefined;
    if (chosen === undefined || program === undefined) return;
    consumer.show(printConsumer(program, chosen, types, message.provenance), language, chosen.file);
  };
  const showClients = (fitting: readonly ReadConsumer[], chosen: ReadConsumer | undefined): void => {
    const key = fitting.map((one) => one.client).join();
    if (clients.dataset['clients'] === key) return;
    clients.dataset['clients'] = key;
    const radios = choice(
      'Client library',
      'reader-choice',
      fitting.map(({ label }) => label),
      'radio',
    );
    for (const [index, input] of radios.inputs.entries()) {
      input.checked = fitting[index] === chosen;
      input.addEventListener('change', () => {
        client = fitting[index]?.client ?? '';
        update();
      });
    }
    clients.replaceChildren(...(fitting.length > 1 ? [radios.fieldset] : []));
  };

  const descriptions = new Map(message.fields.map(({ path, description }) => [path, description]));
  const update = (): void => {
    const chosen = fields.inputs.filter(({ checked }) => checked).map(({ value }) => value);
    results.hidden = chosen.length === 0;
    status.textContent =
      chosen.length === 0 ? 'Choose at least one field.' : `${chosen.length} of ${fields.inputs.length} fields.`;
    if (chosen.length === 0) return;
    const language = LANGUAGES[languages.inputs.findIndex(({ checked }) => checked)]?.[0] ?? 'ts';
    const types = pruneTypes(message.reader, chosen, (path) => oneLine(descriptions.get(path) ?? ''));
    latest = types;
    type.show(printType(message, types, language), language, language === 'ts' ? 'types.d.ts' : 'payload_types.py');
    frontMatter.show(printFrontMatter(message, types.paths), 'yaml', 'index.mdx of your service');
    void showConsumer(types, language);
  };
  panel.addEventListener('change', update);
}

async function textOf(source: string | URL): Promise<string> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${response.status}`);
  return response.text();
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
}

function choice(legend: string, className: string, values: readonly string[], type: 'checkbox' | 'radio') {
  const fieldset = document.createElement('fieldset');
  const box = element('div', className);
  const list = type === 'checkbox' ? element('div', '') : box;
  if (list !== box) box.append(list);
  const name = `reader-${legend}`;
  const inputs = values.map((value) => {
    const input = Object.assign(document.createElement('input'), { type, name, value });
    const label = document.createElement('label');
    label.append(input, element(type === 'checkbox' ? 'code' : 'span', '', value));
    list.append(label);
    return input;
  });
  fieldset.append(element('legend', '', legend), box);
  return { fieldset, inputs };
}

function codeBlock(title: string) {
  const figure = element('figure', 'code-block');
  const caption = element('figcaption', '', title);
  const copy = Object.assign(element('button', 'code-copy', 'Copy'), { type: 'button' });
  copy.dataset['copy'] = '';
  copy.setAttribute('aria-label', `Copy: ${title}`);
  const pre = document.createElement('pre');
  pre.tabIndex = 0;
  pre.setAttribute('role', 'region');
  pre.setAttribute('aria-label', title);
  figure.append(caption, copy, pre);
  const show = (text: string, language: string, file: string): void => {
    caption.textContent = `${title}: ${file}`;
    const code = document.createElement('code');
    code.append(...coloured(text, language));
    pre.replaceChildren(code);
  };
  return { figure, show };
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
