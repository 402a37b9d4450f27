import { expect, test } from '@playwright/test';
import axe from 'axe-core';
import { anyDocumentWithTasks, kProvincePlan, wanted } from './facts';

const kPages = ['/', '/?q=bien+che', '/co-quan', '/can-co', '/gioi-thieu', '/api-docs', `/van-ban/${kProvincePlan}`];

for (const colorScheme of ['light', 'dark'] as const) {
  test(`no page breaks a rule of accessibility in the ${colorScheme} scheme`, async ({ page, request }) => {
    test.setTimeout(90_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const absent = await wanted(request);
    const { body } = await anyDocumentWithTasks(request);
    const urls = [
      ...kPages, `/van-ban/${kProvincePlan}?phan=nhiem-vu`, `/co-quan/${body}`,
      `/van-ban/${absent.id}`, `/van-ban/${absent.id}?phan=trien-khai`,
    ];
    for (const url of urls) {
      await page.goto(url);
      await page.waitForLoadState('networkidle');
      await page.evaluate(axe.source);
      const found = await page.evaluate(async () => {
        const tool = (window as unknown as { axe: typeof axe }).axe;
        const { violations } = await tool.run(document, {
          runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        });
        return violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''} ${one.nodes[0]?.failureSummary ?? ''}`);
      });
      expect.soft(found, url).toEqual([]);
    }
  });
}

test('nothing is loaded from elsewhere and the policy of the page is never broken', async ({ page, baseURL }) => {
  const strangers: string[] = [];
  const complaints: string[] = [];
  page.on('request', (one) => {
    if (!one.url().startsWith(baseURL ?? '')) strangers.push(one.url());
  });
  page.on('console', (one) => {
    if (one.type() === 'error') complaints.push(one.text());
  });
  page.on('pageerror', (one) => complaints.push(one.message));
  for (const url of kPages) {
    const response = await page.goto(url);
    expect(response?.headers()['content-security-policy']).toMatch(/default-src '(self|none)'/);
    await page.waitForLoadState('networkidle');
  }
  await page.locator('.text a.cite').first().hover();
  await expect(page.locator('.citation-card')).toBeVisible();
  expect(strangers).toEqual([]);
  expect(complaints).toEqual([]);
});

test('the language is switched, remembered, and told to screen readers', async ({ page }) => {
  await page.goto('/gioi-thieu');
  await expect(page.locator('html')).toHaveAttribute('lang', 'vi');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expect(page.locator('h1')).toHaveText('About, and how to search');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.goto(`/van-ban/${kProvincePlan}`);
  await expect(page.locator('.text')).toHaveAttribute('lang', 'vi');
});

test('the keyboard skips to the content, and a new page takes the focus there', async ({ page }) => {
  await page.goto('/gioi-thieu');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.getByRole('link', { name: 'Cơ quan', exact: true }).click();
  await expect(page.locator('h1')).toHaveText('Cơ quan, tổ chức');
  await expect(page.locator('main')).toBeFocused();
  await page.getByRole('link', { name: 'Tra cứu', exact: true }).click();
  await expect(page.getByRole('combobox')).toBeFocused();
});

test('going back returns to the same results at the same place', async ({ page }) => {
  await page.goto('/?q=bien+che');
  await page.locator('.hit h2 a').last().click();
  await expect(page.locator('.document-header')).toBeVisible();
  await page.goBack();
  await expect(page.locator('.hit h2 a').last()).toBeInViewport();
});

test('content that arrives moves nothing that is in sight', async ({ page }) => {
  await page.addInitScript(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
        if (!hadRecentInput) (window as unknown as { shift: number }).shift += value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  for (const url of kPages) {
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
    expect(shift, url).toBeLessThan(0.05);
  }
});
