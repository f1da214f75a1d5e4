import type { Locator } from '@playwright/test';

/** Text of ours, and how well it stands out. */
export interface TextContrast {
  readonly text: string;
  readonly color: string;
  readonly background: string;
  /** As WCAG 2 has it: 1 is unreadable, 21 is black on white. */
  readonly ratio: number;
}

/** The contrast of every text inside, shown or folded away, against what is painted behind it. */
export function contrastsIn(part: Locator): Promise<readonly TextContrast[]> {
  return part.evaluate((root) => {
    const canvas = document.createElement('canvas');
    canvas.width = 1;
    canvas.height = 1;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) throw new Error('This browser has no canvas.');

    /** Paints colours one upon the other, in whatever notation they are, and reads the result. */
    const painted = (colors: readonly string[]): readonly number[] => {
      context.clearRect(0, 0, 1, 1);
      for (const color of colors) {
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
    };
    const luminance = (rgb: readonly number[]): number => {
      const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
        const share = channel / 255;
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const behind = (element: Element): readonly string[] => {
      const colors: string[] = [];
      for (let at: Element | null = element; at !== null; at = at.parentElement)
        colors.unshift(getComputedStyle(at).backgroundColor);
      return ['white', ...colors];
    };
    const contrastOf = (element: Element): TextContrast => {
      const { color } = getComputedStyle(element);
      const backgrounds = behind(element);
      const [text, background] = [painted([...backgrounds, color]), painted(backgrounds)];
      const [bright = 0, dim = 0] = [luminance(text), luminance(background)].toSorted((left, right) => right - left);
      return {
        text: (element.textContent ?? '').trim().slice(0, 40),
        color: text.join(' '),
        background: background.join(' '),
        ratio: (bright + 0.05) / (dim + 0.05),
      };
    };
    const hasText = (element: Element) =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '');
    return [root, ...root.querySelectorAll(':not(script, style)')].filter(hasText).map(contrastOf);
  });
}

/** What of an element and all within is wider than the window; code and tabs may be, as they scroll by themselves. */
export function tooWide(part: Locator): Promise<readonly string[]> {
  return part.evaluate((root) =>
    [root, ...root.querySelectorAll('*')]
      .filter((element) => element.closest('pre, [role=tablist]') === null || element.matches('pre, [role=tablist]'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 0 && (left < 0 || right > document.documentElement.clientWidth);
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}
