import { expect, test } from '@playwright/test';

test('the page of the API lists every address of the OpenAPI document, and its examples are answered', async ({ page, request }) => {
  await page.goto('/gioi-thieu');
  await page.getByRole('link', { name: 'danh mục API' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('API');
  const document = await (await request.get('/api/v1/openapi.json')).json() as {
    paths: Record<string, { servers?: unknown; get?: object; post?: object }>;
  };
  const operations = Object.values(document.paths).flatMap((one) => [one.get ?? [], one.post ?? []].flat());
  await expect(page.locator('.api details')).toHaveCount(operations.length);
  await expect(page.locator('#getHealthz summary code')).toHaveText('GET /healthz');
  await page.locator('#getDocumentCitedBy summary').click();
  const shown = page.locator('#getDocumentCitedBy');
  await expect(shown.getByRole('row')).not.toHaveCount(1);
  await expect(shown).toContainText('1..10');
  const links = await page.locator('.api details > p > a').evaluateAll(
    (all) => all.map((one) => one.getAttribute('href') ?? ''));
  expect(links.length).toBeGreaterThan(20);
  for (const link of links) {
    const answer = await request.get(link);
    expect.soft(answer.status(), link).toBe(200);
  }
});
