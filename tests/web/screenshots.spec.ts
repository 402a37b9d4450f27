import path from 'node:path';
import { test, type Page } from '@playwright/test';
import { anyDocumentWithTasks, kProvincePlan, kResolution, wanted } from './facts';

const folder = path.resolve(__dirname, '../../build/screenshots');

/** Pictures of every page, to be looked at by a person. */
const kWidths = [360, 1400];

async function pages(page: Page): Promise<[string, string][]> {
  const plan = `/van-ban/${kProvincePlan}`;
  const tasks = await anyDocumentWithTasks(page.request);
  const absent = await wanted(page.request);
  return [
    ['home', '/'],
    ['search', '/?q=tinh+gian+bien+che'],
    ['search-number', '/?q=18-NQ%2FTW'],
    ['search-nothing', '/?q=zzzzqqqq'],
    ['document', plan],
    ['document-cites', `${plan}?phan=trich-dan`],
    ['document-tasks', `${plan}?phan=nhiem-vu`],
    ['absent', `/van-ban/${absent.id}`],
    ['cited-by', `/van-ban/${kResolution}?phan=duoc-trich-dan&depth=3`],
    ['implementation', `/van-ban/${kResolution}?phan=trien-khai`],
    ['body', `/co-quan/${tasks.body}`],
    ['bodies', '/co-quan'],
    ['wanted', '/can-co'],
    ['about', '/gioi-thieu'],
    ['not-found', '/khong/co/trang'],
  ];
}

for (const width of kWidths) {
  test(`every page is pictured at ${width} pixels and never scrolls sideways`, async ({ page }) => {
    test.setTimeout(90_000);
    await page.setViewportSize({ width, height: 900 });
    for (const [name, url] of await pages(page)) {
      await page.goto(url);
      await page.waitForLoadState('networkidle');
      await page.screenshot({ path: path.join(folder, `${name}-${width}.png`) });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (excess > 0) throw new Error(`${url} is ${excess} pixels too wide at ${width}`);
    }
  });
}

test('what opens on a page is pictured open', async ({ page }) => {
  for (const width of kWidths) {
    const picture = (name: string): Promise<Buffer> =>
      page.screenshot({ path: path.join(folder, `${name}-${width}.png`) });
    await page.setViewportSize({ width, height: 900 });
    await page.goto('/');
    await page.getByRole('combobox').pressSequentially('sở');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await picture('suggestions');
    await page.goto(`/van-ban/${kProvincePlan}`);
    const citation = page.locator('.text a.cite').nth(1);
    await citation.scrollIntoViewIfNeeded();
    await citation.hover();
    await page.locator('.citation-card').waitFor();
    await picture('citation-card');
    await page.locator('.text .deadline').first().scrollIntoViewIfNeeded();
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(400);
    await picture('document-marks');
    await page.goto('/?q=bien+che&sort=date');
    await page.locator('.facet').first().waitFor({ state: 'attached' });
    if (width < 900) await page.locator('.facets summary').click();
    await picture('filters');
  }
});

test('the document is pictured in the dark scheme', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 1400, height: 900 });
  for (const [name, url] of await pages(page)) {
    if (name !== 'document' && name !== 'search') continue;
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(folder, `${name}-dark.png`) });
  }
});
