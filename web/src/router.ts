import { useEffect, useState } from 'preact/hooks';

/** The address of the page, of which all state that is worth sharing is part. */
export interface Location {
  path: string;
  query: URLSearchParams;
  hash: string;
}

type Listener = () => void;

const listeners = new Set<Listener>();

/** The address at this moment: two changes may come before a component renders again. */
export function current(): Location {
  const { pathname, search, hash } = window.location;
  return { path: pathname, query: new URLSearchParams(search), hash: hash.slice(1) };
}

function notify(): void {
  for (const listener of listeners) listener();
}

/** Goes to an address of this application without loading a page. */
export function navigate(url: string, options: { replace?: boolean } = {}): void {
  const before = window.location.pathname;
  if (options.replace) history.replaceState(null, '', url);
  else history.pushState(null, '', url);
  notify();
  if (window.location.pathname !== before) window.scrollTo(0, 0);
}

/** Follows clicks on links and the history buttons; called once. Only the skip link is left alone. */
export function startRouter(): void {
  window.addEventListener('popstate', notify);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || !isOurs(event, link)) return;
    event.preventDefault();
    navigate(link.href);
  });
}

function isOurs(event: MouseEvent, link: HTMLAnchorElement): boolean {
  if (event.defaultPrevented || event.button !== 0) return false;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false;
  if (link.target || link.hasAttribute('download') || !link.hasAttribute('href')) return false;
  if (link.origin !== window.location.origin || link.pathname.startsWith('/api/')) return false;
  return link.hash !== '#main';
}

/** The address now; the component renders again when it changes. */
export function useLocation(): Location {
  const [location, setLocation] = useState(current);
  useEffect(() => {
    const listener = (): void => setLocation(current());
    listeners.add(listener);
    listener();
    return () => listeners.delete(listener);
  }, []);
  return location;
}

/** The present query with some parameters set, or removed when null or empty. */
export function withQuery(
  location: Location,
  changes: Record<string, string | number | null>,
): string {
  const query = new URLSearchParams(location.query);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') query.delete(name);
    else query.set(name, String(value));
  }
  const text = query.toString();
  return location.path + (text ? `?${text}` : '');
}

export const documentUrl = (id: string, range?: { start: number; end: number }): string =>
  `/van-ban/${encodeURIComponent(id)}${range ? `#${range.start}-${range.end}` : ''}`;

export const bodyUrl = (id: string): string => `/co-quan/${encodeURIComponent(id)}`;

export const tasksUrl = (params: Record<string, string>): string =>
  `/nhiem-vu?${new URLSearchParams(params).toString()}`;

export const searchUrl = (params: Record<string, string>): string =>
  `/?${new URLSearchParams(params).toString()}`;
