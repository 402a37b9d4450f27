import { expect, test } from '@playwright/test';
import { anyDocumentWithTasks } from './facts';

test('a body lists its tasks by deadline, filtered by role', async ({ page, request }) => {
  const { body } = await anyDocumentWithTasks(request);
  await page.goto(`/co-quan/${body}`);
  await expect(page.locator('h1')).toContainText('Sở Nội vụ');
  const rows = page.locator('.tasks tbody tr');
  await expect(rows.first()).toBeVisible();
  const due = await page.locator('.when time').evaluateAll(
    (all) => all.map((one) => one.getAttribute('datetime')).filter((date) => date !== null),
  );
  expect(due).toEqual([...due].sort());
  await page.getByLabel('Vai trò').selectOption('lead');
  await expect(page).toHaveURL(/role=lead/);
  await expect(page.locator('.loaded .loaded')).toHaveAttribute('aria-busy', 'false');
  for (const row of await rows.all()) await expect(row.locator('.role--lead')).toBeVisible();
});

test('only what is overdue on the day asked about is listed', async ({ page, request }) => {
  const { body } = await anyDocumentWithTasks(request);
  await page.goto(`/co-quan/${body}?as_of=2000-01-01`);
  await expect(page.getByText('Không thấy nhiệm vụ nào.')).toBeVisible();
  await page.goto(`/co-quan/${body}`);
  await page.getByLabel('Quá hạn vào ngày').fill('2099-01-01');
  await expect(page).toHaveURL(/as_of=2099-01-01/);
  await expect(page.locator('.loaded .loaded')).toHaveAttribute('aria-busy', 'false');
  const rows = page.locator('.tasks tbody tr');
  expect(await rows.count()).toBeGreaterThan(0);
  for (const row of await rows.all()) await expect(row.locator('.badge--overdue')).toBeVisible();
});

test('tasks are downloaded as CSV and as a calendar', async ({ page, request }) => {
  const { body } = await anyDocumentWithTasks(request);
  await page.goto(`/co-quan/${body}?role=lead`);
  for (const [name, type] of [['CSV', 'text/csv'], ['ICS', 'text/calendar']] as const) {
    const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
    expect(href).toContain('role=lead');
    const response = await request.get(href ?? '');
    expect(response.status()).toBe(200);
    expect(response.headers()['content-type']).toContain(type);
  }
});

test('the list of bodies is searched while one types', async ({ page }) => {
  await page.goto('/co-quan');
  await expect(page.locator('.body-card').first()).toBeVisible();
  await page.getByLabel('Tìm cơ quan').pressSequentially('nội vụ');
  await expect(page).toHaveURL(/q=/);
  await expect(page.locator('.body-card').first()).toContainText('Nội vụ');
});

test('missing documents come with how often they are wanted', async ({ page }) => {
  await page.goto('/can-co');
  const counts = await page.locator('.wanted .badge').allInnerTexts();
  const numbers = counts.map((text) => Number.parseInt(text, 10));
  expect(numbers.length).toBeGreaterThan(0);
  expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
});
