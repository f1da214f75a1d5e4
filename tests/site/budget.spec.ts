import { expectLightPage } from './budget.ts';
import { eventPath } from './event-page.ts';
import { test } from './test.ts';

for (const [id, version] of [
  ['OrderPlaced', '2.1.0'],
  ['OutOfStock', '0.0.4'],
] as const) {
  test(`what we add to the page of ${id} ${version} is light, comes when it is asked for, and keeps still`, async ({
    page,
    dist,
  }) => {
    await expectLightPage(page, dist, eventPath(id, version));
  });
}
