import { filterKey, activeFilters, type FilterName } from '../filters';
import { formatDate } from '../format';
import { t } from '../i18n';
import { withQuery, type Location } from '../router';
import type { SearchResponse } from '../types';

interface Props {
  location: Location;
  facets: SearchResponse['facets'] | undefined;
}

/** The filters that are on, each with a cross that takes it off. */
export function Chips({ location, facets }: Props): preact.JSX.Element | null {
  const active = activeFilters(location);
  if (active.length === 0) return null;
  return (
    <ul class="chips" aria-label={t('filters_active')}>
      {active.map(([name, value]) => {
        const shown = valueName(name, value, facets);
        const label = t('filter_remove', { name: t(filterKey(name)), value: shown });
        return (
          <li key={name}>
            <a href={withQuery(location, { [name]: null, page: null })} aria-label={label}>
              <small>{t(filterKey(name))}</small>
              <span lang="vi">{shown}</span>
              <span aria-hidden="true">×</span>
            </a>
          </li>
        );
      })}
    </ul>
  );
}

function valueName(name: FilterName, value: string, facets: Props['facets']): string {
  if (name === 'from' || name === 'to') return formatDate(value);
  if (name !== 'body') return value;
  return facets?.body?.find((body) => body.value === value)?.label ?? value;
}
