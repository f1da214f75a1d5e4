import { expect, test } from './test.ts';

test.use({ viewport: { width: 390, height: 844 } });

// Pages of the framework that hold no component of ours: what they are about is there on a phone, too.
for (const [name, path, content] of [
  ['a vocabulary', 'docs/domains/Payments/language/', '#content :text-is("Payment")'],
  ['a word of it', 'docs/domains/Payments/language/refund/', '#content :is(h1, h2):text-is("Refund")'],
  ['a schema', 'schemas/events/OrderPlaced/2.1.0/', '#content pre'],
  ['the list of events', 'discover/events/', '#content table'],
  ['the list of schemas', 'schemas/explorer/', '#content pre'],
  ['a graph', 'visualiser/events/OrderPlaced/2.1.0/', '.react-flow'],
  ['an architecture', 'architecture/domains/Orders/1.0.0/', '#content :text-is("Checkout Service")'],
] as const) {
  test(`${name} can be read on a phone`, async ({ page }) => {
    await page.goto(path, { waitUntil: 'networkidle' });
    const shown = page.locator(content).first();
    await shown.scrollIntoViewIfNeeded();
    // On top of what else is there, and not in a strip at the edge.
    const seen = await shown.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const [x, y] = [Math.max(left, 48) + 20, Math.min(Math.max(top + 8, 70), bottom - 1)];
      const hit = document.elementFromPoint(x, y);
      return { isOnTop: hit !== null && (element.contains(hit) || hit.contains(element)), x, right };
    });
    expect(seen.isOnTop, JSON.stringify(seen)).toBe(true);
    expect(seen.x).toBeLessThan(200);
  });
}
