import { t } from '../i18n';
import { withQuery, type Location } from '../router';

/** The parameter of the address that holds the page, from 1. */
export function pageOf(location: Location): number {
  const page = Number.parseInt(location.query.get('page') ?? '1', 10);
  return Number.isFinite(page) && page > 0 ? page : 1;
}

/** The offset of the page in the address, for a request. */
export const offsetOf = (location: Location, limit: number): number =>
  (pageOf(location) - 1) * limit;

interface Props {
  location: Location;
  total: number;
  limit: number;
}

/** Links to the pages around the present one, the first and the last. */
export function Pager({ location, total, limit }: Props): preact.JSX.Element | null {
  const pages = Math.ceil(total / limit);
  if (pages <= 1) return null;
  const page = Math.min(pageOf(location), pages);
  const href = (n: number): string => withQuery(location, { page: n === 1 ? null : n });
  return (
    <nav class="pager" aria-label={t('pages_label')}>
      {page > 1 && <a href={href(page - 1)} rel="prev" aria-label={t('page_previous')}>‹</a>}
      {shownPages(page, pages).map((n, index, all) => (
        <>
          {n - (all[index - 1] ?? 0) > 1 && <span aria-hidden="true">…</span>}
          <a
            href={href(n)}
            aria-label={t('page_number', { n })}
            aria-current={n === page ? 'page' : undefined}
          >
            {n}
          </a>
        </>
      ))}
      {page < pages && <a href={href(page + 1)} rel="next" aria-label={t('page_next')}>›</a>}
    </nav>
  );
}

function shownPages(page: number, pages: number): number[] {
  const shown = new Set([1, page - 1, page, page + 1, pages]);
  return [...shown].filter((n) => n >= 1 && n <= pages).sort((a, b) => a - b);
}
