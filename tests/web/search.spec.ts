import { expect, test } from '@playwright/test';
import { attributes } from './reading';

const box = 'combobox';

test('the start page puts the cursor in the box and shows what there is', async ({ page }) => {
  await page.goto('/');
  await expect(page.getByRole(box)).toBeFocused();
  await expect(page.locator('.stats')).toContainText('văn bản');
  await page.getByRole('link', { name: '18-NQ/TW' }).click();
  await expect(page).toHaveURL(/\?q=18-NQ%2FTW$/);
});

test('a query without diacritics finds documents and marks the words', async ({ page }) => {
  await page.goto('/');
  await page.getByRole(box).fill('tinh gian bien che');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?q=tinh\+gian\+bien\+che$/);
  await expect(page.locator('.hit').first()).toBeVisible();
  await expect(page.locator('.snippet mark').first()).toBeVisible();
  const total = await page.locator('.results-bar strong').innerText();
  await expect(page.locator('.results-grid [role=status]').first()).toHaveText(total);
  expect(total).toMatch(/^[\d.]+ kết quả$/);
});

test('a facet filters, its chip takes the filter off, and the address holds both', async ({ page }) => {
  await page.goto('/?q=s%E1%BA%AFp+x%E1%BA%BFp');
  const total = page.locator('.results-bar strong');
  const before = await total.innerText();
  const facet = page.locator('.facet li a').first();
  const value = await facet.locator('span').first().innerText();
  await facet.click();
  await expect(page).toHaveURL(/type=/);
  const chip = page.locator('.chips a');
  await expect(chip).toContainText(value);
  await page.reload();
  await expect(chip).toContainText(value);
  await chip.click();
  await expect(chip).toHaveCount(0);
  await expect(total).toHaveText(before);
  await page.goBack();
  await expect(chip).toContainText(value);
});

test('the count beside a facet is the number of results behind it', async ({ page }) => {
  await page.goto('/?q=s%E1%BA%AFp+x%E1%BA%BFp');
  const facet = page.locator('.facet li a').first();
  const count = await facet.locator('.count').innerText();
  await facet.click();
  await expect(page.locator('.results-bar strong')).toHaveText(`${count} kết quả`);
});

test('sorting by date puts the newest first', async ({ page }) => {
  await page.goto('/?q=s%E1%BA%AFp+x%E1%BA%BFp');
  await page.getByRole('link', { name: 'Mới nhất' }).click();
  await expect(page).toHaveURL(/sort=date/);
  await expect(async () => {
    const dates = await attributes(page.locator('.hit time'), 'datetime');
    expect(dates.length).toBeGreaterThan(1);
    expect(dates).toEqual([...dates].sort().reverse());
  }).toPass();
});

test('a document number in any spelling shows the document itself', async ({ page }) => {
  for (const spelling of ['18-NQ/TW', '18 nq tw']) {
    await page.goto(`/?q=${encodeURIComponent(spelling)}`);
    await expect(page.locator('.direct .name').first()).toContainText('18-NQ/TW');
  }
  await page.locator('.direct .name').first().click();
  await expect(page.locator('h1')).toContainText('18-NQ/TW');
});

test('nothing found is said plainly, with what to try', async ({ page }) => {
  await page.goto('/?q=zzzzqqqq');
  await expect(page.getByRole('heading', { name: 'Không tìm thấy văn bản nào' })).toBeVisible();
});

test('suggestions are chosen with the arrow keys and closed with Escape', async ({ page }) => {
  await page.route('**/api/v1/suggest?**', (route) => route.fulfill({
    json: {
      items: [
        { kind: 'word', text: 'tinh giản biên chế' },
        { kind: 'word', text: 'tinh gọn' },
      ],
    },
  }));
  await page.goto('/');
  const input = page.getByRole(box);
  await input.pressSequentially('tinh');
  await expect(page.getByRole('option')).toHaveCount(2);
  await expect(input).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { selected: true })).toContainText('tinh giản biên chế');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/q=tinh\+g%E1%BB%8Dn$/);
  await expect(input).toHaveValue('tinh gọn');
});

test('a suggested body leads to its page', async ({ page }) => {
  await page.goto('/');
  await page.getByRole(box).pressSequentially('sở nội v');
  await page.getByRole('option').filter({ hasText: 'Cơ quan' }).first().click();
  await expect(page).toHaveURL(/\/co-quan\//);
  await expect(page.locator('h1')).toContainText('Sở Nội vụ');
});

test('a search is followed by its feed, filters included, and Telex keys are understood', async ({ page, request }) => {
  await page.goto('/?q=tinh+gian+bien+che&type=K%E1%BA%BF+ho%E1%BA%A1ch');
  const feed = page.getByRole('link', { name: 'Theo dõi (Atom)' });
  await expect(feed).toBeVisible();
  const answer = await request.get(await feed.getAttribute('href') ?? '');
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toContain('application/atom+xml');
  const found = await (await request.get('/api/v1/search?q=tinh+gian+bien+che&type=K%E1%BA%BF+ho%E1%BA%A1ch')).json() as { total: number };
  expect((await answer.text()).split('<entry>').length - 1).toBe(Math.min(found.total, 20));

  await page.goto('/?q=tinh+giarn+bieen+chees');
  await expect(page.locator('.suggestion a')).toHaveText('tinh giản biên chế');
  await page.locator('.suggestion a').click();
  await expect(page.locator('.hit').first()).toBeVisible();
});
