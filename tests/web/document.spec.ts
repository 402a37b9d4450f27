import { expect, test } from '@playwright/test';
import { anyDocumentWithTasks, kProvincePlan, kResolution, wanted } from './facts';
import { markedPassage } from './reading';

const plan = `/van-ban/${kProvincePlan}`;

test('a document shows who issued it, when, and its text', async ({ page }) => {
  await page.goto(plan);
  await expect(page.locator('h1')).toHaveText('Kế hoạch 26-KH/TU');
  await expect(page.locator('.fields')).toContainText('15/03/2018');
  await expect(page.locator('.fields')).toContainText('Bình Định');
  await expect(page.locator('.text')).toContainText('26-KH/TU');
  await expect(page).toHaveTitle(/26-KH\/TU/);
});

test('a citation shows its card to mouse and keyboard, and leads to its document', async ({ page }) => {
  await page.goto(plan);
  const citation = page.locator('.text a.cite').filter({ hasText: '18-NQ/TW' }).first();
  await citation.hover();
  const card = page.locator('.citation-card');
  await expect(card).toContainText('Nghị quyết 18-NQ/TW');
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  await page.locator('.text a').first().focus();
  await page.mouse.move(0, 0);
  for (let n = 0; n < 40 && !(await citation.evaluate((one) => one === document.activeElement)); n += 1) {
    await page.keyboard.press('Tab');
  }
  await expect(card).toBeVisible();
  await expect(citation).toHaveAttribute('aria-describedby', 'citation-card');
  await citation.hover();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(600); // longer than the card outlives the pointer
  await expect(card).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toContainText('18-NQ/TW');
});

test('a mark can be switched off', async ({ page }) => {
  await page.goto(plan);
  await expect(page.locator('.text .body').first()).toBeVisible();
  await page.getByLabel('Cơ quan', { exact: true }).uncheck();
  await expect(page.locator('.text .body')).toHaveCount(0);
  await expect(page.locator('.text .cite').first()).toBeVisible();
});

test('the outline jumps to a section', async ({ page }) => {
  await page.goto(plan);
  const link = page.locator('.outline a').last();
  const heading = (await link.innerText()).replace(/^[^ ]+\. /, '').slice(0, 30);
  await link.click();
  await expect(page.locator('.text .target')).toBeInViewport();
  await expect(page.locator('.text .target')).toContainText(heading.replace('…', ''));
});

test('a task leads to exactly its words in the document', async ({ page, request }) => {
  const task = await anyDocumentWithTasks(request);
  await page.goto(`/co-quan/${task.body}`);
  await page.locator('.task-text .where a').first().click();
  await expect(page.locator('.text .target').first()).toBeInViewport();
  await expect.poll(() => markedPassage(page)).toBe(task.text.replace(/\s+/g, ' ').trim());
});

test('what cites a document is listed with its quotes and leads to them', async ({ page, request }) => {
  const absent = await wanted(request);
  await page.goto(`/van-ban/${absent.id}`);
  await expect(page.locator('.document-header')).toContainText('Chưa có toàn văn');
  await expect(page.locator('.total')).toHaveText(`${absent.count} văn bản`);
  // The quote may spell the rest otherwise, or be cut by a line.
  await expect(page.locator('.quote').first()).toContainText(absent.number.split(/[/-]/)[0] ?? '');
  await page.locator('.quote a').first().click();
  await expect(page.locator('.text .target').first()).toBeInViewport();
});

test('more steps never list fewer documents', async ({ page, request }) => {
  const absent = await wanted(request);
  await page.goto(`/van-ban/${absent.id}?phan=duoc-trich-dan&depth=3`);
  await expect(async () => {
    const count = Number.parseInt(await page.locator('.total').innerText(), 10);
    expect(count).toBeGreaterThanOrEqual(absent.count);
  }).toPass();
});

test('a relation narrows the list of what cites a document', async ({ page }) => {
  await page.goto(`/van-ban/${kResolution}?phan=duoc-trich-dan`);
  const relations = page.locator('.edge .badges .badge:first-child');
  const others = relations.filter({ hasNotText: 'Thực hiện' });
  await expect(others.first()).toBeVisible();
  await page.getByLabel('Quan hệ').selectOption('implements');
  await expect(page).toHaveURL(/relation=implements/);
  await expect(others).toHaveCount(0);
  await expect(relations.first()).toBeVisible();
});

test('the tasks of a document name bodies and deadlines', async ({ page }) => {
  await page.goto(`${plan}?phan=nhiem-vu`);
  await expect(page.getByRole('row').nth(3)).toBeVisible();
  await expect(page.locator('.roles').first()).toContainText('Chủ trì');
  await expect(page.locator('.when').first()).toBeVisible();
});

test('an unknown document is said not to be there', async ({ page }) => {
  await page.goto('/van-ban/khong-co-van-ban-nay');
  await expect(page.getByRole('alert')).toContainText('Không tìm thấy');
});

test('printing leaves the document alone on the paper', async ({ page }) => {
  await page.goto(plan);
  await expect(page.locator('.text')).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.header')).toBeHidden();
  await expect(page.locator('.marks')).toBeHidden();
  await expect(page.locator('.text')).toBeVisible();
  const body = page.locator('.text .body').first();
  await expect(body).toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  await expect(body).toHaveCSS('color', 'rgb(0, 0, 0)');
});
