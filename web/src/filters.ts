import type { MessageKey } from './i18n';
import type { Location } from './router';
import type { FacetName } from './types';

/** The filters of the search page; each is a parameter of the address and of the API alike. */
export const kFacets: FacetName[] = ['type', 'jurisdiction', 'issuer', 'year', 'body'];

export const kFilters = [...kFacets, 'from', 'to', 'cites', 'implements'] as const;

export type FilterName = (typeof kFilters)[number];

export const filterKey = (name: FilterName): MessageKey => `filter_${name}`;

/** The filters that are set in the address. */
export function activeFilters(location: Location): [FilterName, string][] {
  return kFilters.flatMap((name): [FilterName, string][] => {
    const value = location.query.get(name);
    return value ? [[name, value]] : [];
  });
}
