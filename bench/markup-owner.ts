import { chromium } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, installedChromium } from '../tests/site/browser.ts';
import type { NamedNode } from './lighthouse-result.ts';

/** How the class of an element begins that our components write; all that it holds is ours. */
const OUR_CLASSES = [
  'participants',
  'payload',
  'message-',
  'types',
  'programs',
  'changes',
  'code-',
  'reader',
  'contract',
];
const OURS = OUR_CLASSES.map((start) => `[class^="${start}"]`).join(', ');

export type Owner = 'ours' | 'the framework’s' | 'unknown';

/** The screen that Lighthouse shows a page on. */
const PHONE = { width: 412, height: 823 };

/** Opens the page and says of each element whose markup it is. */
export async function findOwners(address: string, nodes: readonly NamedNode[]): Promise<readonly Owner[]> {
  const executablePath = installedChromium();
  const browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: CHROMIUM_ARGUMENTS,
  });
  try {
    const page = await browser.newPage({ viewport: PHONE });
    await page.goto(address, { waitUntil: 'networkidle' });
    const found = await page.evaluate(areWithin, { nodes, ours: OURS });
    return found.map((isOurs) => (isOurs === undefined ? 'unknown' : isOurs ? 'ours' : 'the framework’s'));
  } finally {
    await browser.close();
  }
}

interface Question {
  readonly nodes: readonly NamedNode[];
  readonly ours: string;
}

/** Runs in the page, so it can use nothing from outside. Undefined: the element is not there, or several fit. */
function areWithin({ nodes, ours }: Question): readonly (boolean | undefined)[] {
  const atPath = (path: string): Element | undefined => {
    let at: Node = document;
    const steps = path.split(',');
    for (let step = 0; step < steps.length; step += 2) {
      const children = [...at.childNodes].filter(
        ({ nodeType, nodeValue }) => nodeType !== Node.TEXT_NODE || (nodeValue ?? '').trim() !== '',
      );
      const child = children[Number(steps[step])];
      if (child === undefined || child.nodeName !== steps[step + 1]) return undefined;
      at = child;
    }
    return at instanceof Element ? at : undefined;
  };
  const bySelector = (selector: string): boolean | undefined => {
    const answers = new Set([...document.querySelectorAll(selector)].map((element) => element.closest(ours) !== null));
    return answers.size === 1 ? [...answers][0] : undefined;
  };
  return nodes.map(({ path, selector }) => {
    const element = atPath(path);
    return element === undefined ? bySelector(selector) : element.closest(ours) !== null;
  });
}
