import type { APIRequestContext } from '@playwright/test';

/** A plan of a province with citations and many tasks; it is in the sample corpus. */
export const kProvincePlan = '26-kh-tu.binh-dinh.2018-03-15';

/** A resolution that documents of four levels implement; it is in the sample corpus. */
export const kResolution = '18-nq-tw.2017-10-25';

interface TaskFact {
  document: string;
  text: string;
  body: string;
  start: number;
  end: number;
}

/** The first task of the index that names a leading body. */
export async function anyDocumentWithTasks(request: APIRequestContext): Promise<TaskFact> {
  const bodies = await items(request, '/api/v1/bodies?limit=1&q=' + encodeURIComponent('Sở Nội vụ'));
  const body = String(bodies[0]?.['id']);
  const tasks = await items(request, `/api/v1/tasks?limit=1&body=${body}`);
  const task = tasks[0];
  if (!task) throw new Error('the index has no task of Sở Nội vụ');
  return {
    document: String(task['document']),
    text: String(task['text']),
    body,
    start: Number(task['start']),
    end: Number(task['end']),
  };
}

/** The most wanted document that is not in the index. */
export async function wanted(
  request: APIRequestContext,
): Promise<{ id: string; number: string; count: number }> {
  const first = (await items(request, '/api/v1/wanted?limit=1'))[0];
  if (!first) throw new Error('the index wants no document');
  return { id: String(first['id']), number: String(first['number']), count: Number(first['count']) };
}

async function items(request: APIRequestContext, url: string): Promise<Record<string, unknown>[]> {
  const response = await request.get(url);
  const body = (await response.json()) as { items?: Record<string, unknown>[] };
  return body.items ?? [];
}
