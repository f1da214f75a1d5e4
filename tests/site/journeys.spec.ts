import type { Locator, Page } from '@playwright/test';
import { codeOf, committedContract, seenText } from './event-page.ts';
import { expect, test } from './test.ts';

/** Counts the clicks of a visitor who begins at the home of the site. What is typed is no click. */
class Visit {
  readonly page: Page;
  clicks = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async begin(): Promise<void> {
    await this.page.goto('');
    await expect(this.page.getByRole('heading', { level: 1, name: 'Awesome Fake Company' })).toBeVisible();
  }

  async click(target: Locator): Promise<void> {
    this.clicks += 1;
    await target.click();
  }

  /** The link to a message in the list of its domain. */
  async open(domain: string, message: string): Promise<void> {
    const list = this.page.getByRole('region', { name: domain, exact: true }).locator('.messages');
    await this.click(list.getByRole('link', { name: message, exact: true }).first());
    await expect(this.page.getByRole('heading', { name: new RegExp(`^${message}`) }).first()).toBeVisible();
  }

  async search(words: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Find an event, a field, a page' }).fill(words);
    await expect(this.page.getByRole('status')).toContainText(/found/i);
  }

  fieldHits(): Locator {
    return this.page.getByRole('region', { name: 'Fields' }).getByRole('listitem');
  }
}

function clipboard(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

test('somebody browses: what an event is, who sends and who reads it, and what its reader does', async ({ page }) => {
  const visit = new Visit(page);
  await visit.begin();
  await visit.open('Orders', 'Order placed');
  await expect(page.getByRole('region', { name: 'Senders' })).toContainText('Order Service');
  await expect(page.getByRole('region', { name: 'Way' })).toContainText('orders.lifecycle');
  const readers = page.getByRole('region', { name: 'Readers' });
  await expect(readers.getByRole('listitem').filter({ hasText: 'Notification Service' })).toContainText('gift_message');
  const coupon = page.locator('.payload tr', { has: page.getByText('coupon_code', { exact: true }) });
  await expect(coupon.first()).toContainText(
    /deprecated since 2\.1\.0; may go after 2027-06-30; read discounts instead/,
  );
  await visit.click(readers.getByRole('link', { name: 'Notification Service' }));
  await expect(page.getByRole('heading', { name: /^Notification Service/ }).first()).toBeVisible();
});

test('somebody copies: a type, a program, and a type of the fields that they read', async ({ page }) => {
  const visit = new Visit(page);
  await visit.begin();
  await visit.open('Inventory', 'Inventory out of stock');
  await visit.click(page.getByRole('tab', { name: 'Python', exact: true }));
  await visit.click(codeOf(page, 'payload_types.py').getByRole('button', { name: /^Copy/ }));
  await expect.poll(() => clipboard(page)).toBe(committedContract('OutOfStock/0.0.4/payload_types.py'));

  await visit.click(page.getByRole('tab', { name: 'TypeScript · kafkajs' }));
  const consumer = codeOf(page, 'consumer.kafkajs.ts');
  await consumer.scrollIntoViewIfNeeded();
  await expect(consumer.locator('pre')).toContainText('new Kafka(');
  await visit.click(consumer.getByRole('button', { name: /^Copy/ }));
  await expect.poll(() => clipboard(page)).toBe(committedContract('OutOfStock/0.0.4/consumer.kafkajs.ts'));

  await visit.click(page.getByText('Make a type of your own'));
  await visit.click(page.getByRole('checkbox', { name: 'product_id' }));
  await visit.click(page.getByRole('checkbox', { name: 'timestamp' }));
  await visit.click(page.getByRole('button', { name: /^Copy: Type/ }));
  await expect.poll(() => clipboard(page)).toMatch(/^\/\/ OutOfStock@0\.0\.4 sha256:[0-9a-f]{16}\n/);
  const type = await clipboard(page);
  expect(type).toContain('product_id: string;');
  expect(type).not.toContain('adjusted_quantity');
  await visit.click(page.getByRole('button', { name: /^Copy: For the page of your service/ }));
  await expect.poll(() => clipboard(page)).toContain('    fields:\n      - timestamp\n      - product_id\n');
});

test('somebody reviews: what broke, for whom, and with which payload', async ({ page }) => {
  const visit = new Visit(page);
  await visit.begin();
  const changes = page.getByRole('complementary', { name: 'Latest changes' });
  const broken = changes
    .getByRole('listitem')
    .filter({ hasText: 'Breaking' })
    .filter({ hasText: 'Payment authorized 2.0.0' });
  await visit.click(broken.getByRole('link', { name: 'Payment authorized 2.0.0' }));
  const backward = page.locator('.verdict[data-direction="backward"]');
  await expect(backward).toHaveAttribute('data-verdict', 'breaking');
  const payload: unknown = JSON.parse(await seenText(backward.locator('pre')));
  expect(payload).toMatchObject({ amount: expect.any(Number), currency: expect.any(String) });
  await expect(page.getByRole('region', { name: /What changed/ })).toContainText('Breaks consumers');
});

test.describe('five questions, from the home page', () => {
  test('which fields does an event have: one click', async ({ page }) => {
    const visit = new Visit(page);
    await visit.begin();
    await visit.open('Orders', 'Order placed');
    const names = await page.locator('.payload tbody th code').allInnerTexts();
    expect(names).toEqual(expect.arrayContaining(['order_id', 'lines[].product_id', 'total.amount', 'event_id']));
    expect(visit.clicks).toBe(1);
  });

  test('who reads a field: no click', async ({ page }) => {
    const visit = new Visit(page);
    await visit.begin();
    await visit.search('gift_message');
    const hit = visit.fieldHits().filter({ hasText: 'Order placed' }).first();
    await expect(hit).toContainText(/read by .*Notification Service/);
    await expect(hit).not.toContainText('Loyalty Service');
    expect(visit.clicks).toBe(0);
  });

  test('what broke between two versions: one click for a new change, two for an old one', async ({ page }) => {
    const visit = new Visit(page);
    await visit.begin();
    await visit.open('Orders', 'Order placed');
    await visit.click(page.getByRole('link', { name: 'v2.0.0' }));
    await expect(page.locator('.verdict[data-direction="backward"]')).toHaveAttribute('data-verdict', 'breaking');
    expect(visit.clicks).toBe(2);
  });

  test('which type is to be copied for Python: two clicks, and one to copy it', async ({ page }) => {
    const visit = new Visit(page);
    await visit.begin();
    await visit.open('Orders', 'Order placed');
    await visit.click(page.getByRole('tab', { name: 'Python', exact: true }));
    await expect(codeOf(page, 'payload_types.py').locator('pre')).toContainText('class OrderPlaced(TypedDict):');
    expect(visit.clicks).toBe(2);
  });

  test('which events carry a customer id: no click', async ({ page }) => {
    const visit = new Visit(page);
    await visit.begin();
    await visit.search('customer id');
    const hits = visit.fieldHits();
    for (const message of ['Order placed', 'Customer registered', 'Loyalty points earned'])
      await expect(hits.filter({ hasText: message }).first()).toContainText('customer_id');
    expect(visit.clicks).toBe(0);
  });
});
