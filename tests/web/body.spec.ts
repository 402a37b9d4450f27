import { expect, test } from '@playwright/test';
import { anyDocumentWithTasks } from './facts';
import { attributes } from './reading';

test('a body lists its tasks by deadline, filtered by role', async ({ page, request }) => {
  const { body } = await anyDocumentWithTasks(request);
  await page.goto(`/co-quan/${body}`);
  await expect(page.locator('h1')).toContainText('Sở Nội vụ');
  const rows = page.locator('.tasks tbody tr');
  await expect(rows.first()).toBeVisible();
  await expect(async () => {
    const due = await attributes(page.locator('.when time'), 'datetime');
    expect(due.length).toBeGreaterThan(1);
    expect(due).toEqual([...due].sort());
  }).toPass();
  await page.getByLabel('Vai trò').selectOption('lead');
  await expect(page).toHaveURL(/role=lead/);
  await expect(rows.filter({ hasNot: page.locator('.role--lead') })).toHaveCount(0);
  await expect(rows.first()).toBeVisible();
});

test('only what is overdue on the day asked about is listed', async ({ page, request }) => {
  const { body } = await anyDocumentWithTasks(request);
  await page.goto(`/co-quan/${body}?as_of=2000-01-01`);
  await expect(page.getByText('Không thấy nhiệm vụ nào.')).toBeVisible();
  await page.goto(`/co-quan/${body}`);
  await page.getByLabel('Quá hạn vào ngày').fill('2099-01-01');
  await expect(page).toHaveURL(/as_of=2099-01-01/);
  const rows = page.locator('.tasks tbody tr');
  await expect(rows.filter({ hasNot: page.locator('.badge--overdue') })).toHaveCount(0);
  await expect(rows.first()).toBeVisible();
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
  await expect(async () => {
    const counts = await page.locator('.wanted .badge').allInnerTexts();
    const numbers = counts.map((text) => Number.parseInt(text, 10));
    expect(numbers.length).toBeGreaterThan(1);
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  }).toPass();
});
