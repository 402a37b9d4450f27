import { language } from './i18n';
import type {
  ApiDocument, BodyInfo, DocumentDetail, DocumentText, Edge, Implementation, List, SearchResponse, Stats,
  Suggestion, TaskListAnswer, WantedDocument,
} from './types';

/** The only module that talks to the server. */

const kBase = '/api/v1';
const kCacheEntries = 40;
const kCacheMs = 60_000;

export type Params = Record<string, string | number | null | undefined>;

/** The address of one answer; the type of the answer travels with it. */
export type Endpoint<T> = string & { readonly answer?: T };

/** A failed request; `status` is 0 when no answer came. */
export class ApiError extends Error {
  constructor(readonly status: number, readonly code: string, readonly detail: string) {
    super(detail || code);
    this.name = 'ApiError';
  }
}

interface CacheEntry {
  value: unknown;
  until: number;
}

const cache = new Map<string, CacheEntry>();

/** The path and query of an endpoint; empty parameters are left out. */
export function apiUrl(path: string, params: Params = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value));
  }
  const text = query.toString();
  return kBase + path + (text ? `?${text}` : '');
}

/** An answer that is still fresh; going back in the history then needs no second request. */
export function cached<T>(url: Endpoint<T>): T | undefined {
  const entry = cache.get(url);
  return entry && entry.until > Date.now() ? (entry.value as T) : undefined;
}

/** Fetches JSON from an `apiUrl`; throws `ApiError`, or the abort of `signal`. */
export async function getJson<T>(url: Endpoint<T>, signal?: AbortSignal): Promise<T> {
  const known = cached(url);
  if (known !== undefined) return known;
  const value = await request<T>(url, signal);
  cache.delete(url);
  cache.set(url, { value, until: Date.now() + kCacheMs });
  if (cache.size > kCacheEntries) cache.delete(cache.keys().next().value ?? '');
  return value;
}

async function request<T>(url: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { headers: headers(), signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, 'network', '');
  }
  if (!response.ok) throw await problem(response);
  try {
    return (await response.json()) as T;
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(response.status, 'malformed', '');
  }
}

/** The language is that of the details of a problem; the data are the same in both. */
const headers = (): HeadersInit => ({
  accept: 'application/json',
  'accept-language': language(),
});

async function problem(response: Response): Promise<ApiError> {
  try {
    const body = (await response.json()) as { code?: unknown; detail?: unknown };
    return new ApiError(response.status, String(body.code ?? ''), String(body.detail ?? ''));
  } catch {
    return new ApiError(response.status, '', '');
  }
}

const id = encodeURIComponent;

function endpoint<T>(path: string, params?: Params): Endpoint<T> {
  return apiUrl(path, params);
}

export const searchAt = (params: Params): Endpoint<SearchResponse> => endpoint('/search', params);
export const suggestAt = (q: string): Endpoint<{ items: Suggestion[] }> =>
  endpoint('/suggest', { q });
export const statsAt = (): Endpoint<Stats> => endpoint('/stats');
export const documentAt = (document: string): Endpoint<DocumentDetail> =>
  endpoint(`/documents/${id(document)}`);
export const textAt = (document: string): Endpoint<DocumentText> =>
  endpoint(`/documents/${id(document)}/text`);
export const citesAt = (document: string, params: Params): Endpoint<List<Edge>> =>
  endpoint(`/documents/${id(document)}/cites`, params);
export const citedByAt = (document: string, params: Params): Endpoint<List<Edge>> =>
  endpoint(`/documents/${id(document)}/cited-by`, params);
export const implementationAt = (document: string): Endpoint<Implementation> =>
  endpoint(`/documents/${id(document)}/implementation`);
export const tasksAt = (params: Params): Endpoint<TaskListAnswer> => endpoint('/tasks', params);
export const bodiesAt = (params: Params): Endpoint<List<BodyInfo>> => endpoint('/bodies', params);
export const bodyAt = (body: string): Endpoint<BodyInfo> => endpoint(`/bodies/${id(body)}`);
export const wantedAt = (params: Params): Endpoint<List<WantedDocument>> =>
  endpoint('/wanted', params);

export function openApi(): Endpoint<ApiDocument> {
  return apiUrl('/openapi.json');
}
