import { filterKey, kFacets } from '../filters';
import { t } from '../i18n';
import { navigate, withQuery, type Location } from '../router';
import type { SearchResponse } from '../types';
import { CountedLinks } from './counted_links';

const kShown = 6;

interface Props {
  location: Location;
  facets: NonNullable<SearchResponse['facets']>;
}

/** Filters with the number of results behind each; a click sets one, a second click removes it. */
export function Facets({ location, facets }: Props): preact.JSX.Element {
  return (
    <>
      {kFacets.map((name) => {
        const values = facets[name] ?? [];
        return values.length > 0 && (
          <section key={name} class="facet" aria-labelledby={`facet-${name}`}>
            <h2 id={`facet-${name}`}>{t(filterKey(name))}</h2>
            <CountedLinks name={name} values={values} most={kShown} location={location} />
          </section>
        );
      })}
      <DateFilter location={location} />
    </>
  );
}

function DateFilter({ location }: { location: Location }): preact.JSX.Element {
  return (
    <fieldset class="facet dates">
      <legend>{t('filter_date')}</legend>
      {(['from', 'to'] as const).map((name) => (
        <label key={name}>
          {t(filterKey(name))}
          <input
            type="date"
            value={location.query.get(name) ?? ''}
            onChange={(event) => {
              navigate(withQuery(location, { [name]: event.currentTarget.value, page: null }));
            }}
          />
        </label>
      ))}
    </fieldset>
  );
}
