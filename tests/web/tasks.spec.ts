import { expect, test, type APIRequestContext } from '@playwright/test';
import ICAL from 'ical.js';

const kOffice = 'so noi vu';

interface TaskAnswer {
  total: number;
  items: { id: string; deadline: { from: string | null; to: string | null } | null }[];
}

async function tasks(request: APIRequestContext, query: string): Promise<TaskAnswer> {
  const response = await request.get(`/api/v1/tasks?limit=200&${query}`);
  expect(response.status()).toBe(200);
  return (await response.json()) as TaskAnswer;
}

test('a name of a body is said to mean several, and one place can be chosen', async ({ page }) => {
  await page.goto('/nhiem-vu');
  await page.getByLabel('Cơ quan', { exact: true }).fill(kOffice);
  await page.keyboard.press('Enter');
  const read = page.locator('.read-as');
  await expect(read).toContainText(`“${kOffice}” được hiểu là`);
  await expect(read.getByRole('link').filter({ hasText: 'Kon Tum' })).toBeVisible();
  await page.getByLabel('Tỉnh, thành phố').selectOption('Bình Định');
  await expect(page).toHaveURL(/jurisdiction=B/);
  await expect(page.locator('.tasks tbody tr').first()).toBeVisible();
  await page.goto(`/nhiem-vu?body=${encodeURIComponent(kOffice)}`);
  await read.getByRole('link').filter({ hasText: 'Kon Tum' }).click();
  await expect(page).toHaveURL(/body=so-noi-vu\.kon-tum/);
});

test('the overview counts tasks per period, and a count leads to them', async ({ page }) => {
  await page.goto('/nhiem-vu');
  const cell = page.locator('.periods td a').first();
  const count = Number.parseInt(await cell.innerText(), 10);
  await cell.click();
  await expect(page).toHaveURL(/due_from=.*due_to=/);
  await expect(page.locator('.results-bar strong')).toHaveText(`${count} nhiệm vụ`);
  await page.getByRole('link', { name: /Bỏ/ }).click();
  await expect(page).not.toHaveURL(/due_from/);
});

test('the overview counts tasks per body, and a count leads to them', async ({ page }) => {
  await page.goto('/nhiem-vu');
  const row = page.locator('[aria-labelledby="overview-body"] li a').first();
  const count = Number.parseInt(await row.locator('.count').innerText(), 10);
  await row.click();
  await expect(page).toHaveURL(/body=/);
  await expect(page.locator('.results-bar strong')).toHaveText(`${count} nhiệm vụ`);
});

test('a task names what it implements and where that stands', async ({ page }) => {
  await page.goto('/nhiem-vu?implements=10/NQ-CP');
  const mandates = page.locator('.mandates').first();
  await expect(mandates).toContainText('10/NQ-CP');
  await expect(mandates).toContainText('theo văn bản');
  await mandates.getByRole('link', { name: '10/NQ-CP' }).click();
  await expect(page).toHaveURL(/\/van-ban\/.*#\d+-\d+/);
});

test('the calendar is read by a parser of RFC 5545 with every dated task', async ({ request }) => {
  const all = await tasks(request, '');
  expect(all.total).toBeLessThanOrEqual(200 * 10);
  const file = await (await request.get('/api/v1/export/tasks?format=ics')).text();
  for (const line of file.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toContain('\n');
  }
  const calendar = new ICAL.Component(ICAL.parse(file) as unknown[]);
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
  const byId = new Map(events.map((event) => [event.uid, event]));
  for (let offset = 0; offset < all.total; offset += 200) {
    for (const task of (await tasks(request, `offset=${offset}`)).items) {
      const first = task.deadline?.from ?? task.deadline?.to;
      const event = byId.get(`${task.id}@tracuu`);
      if (!first) {
        if (event) expect(event.isRecurring()).toBe(true);
        continue;
      }
      expect(event, task.id).toBeDefined();
      expect(event?.startDate.isDate).toBe(true);
      expect(event?.startDate.toString()).toBe(first);
      const last = event?.endDate.clone();
      last?.adjust(-1, 0, 0, 0);  // the end is exclusive
      expect(last?.toString()).toBe(task.deadline?.to ?? first);
      expect(event?.summary.length).toBeGreaterThan(0);
    }
  }
});

test('the file for spreadsheets says that it is UTF-8; that for programs begins with id', async ({ request }) => {
  const excel = await (await request.get('/api/v1/export/tasks?format=excel&body=so%20noi%20vu')).body();
  expect([...excel.subarray(0, 6)]).toEqual([0xef, 0xbb, 0xbf, 0x69, 0x64, 0x2c]);
  const csv = await (await request.get('/api/v1/export/tasks?format=csv&body=so%20noi%20vu')).body();
  expect(csv.subarray(0, 3).toString()).toBe('id,');
  expect(csv.toString()).toContain('Sở Nội vụ');
});
