import { useState } from 'preact/hooks';
import { filterKey, kFacets } from '../filters';
import { formatNumber } from '../format';
import { t } from '../i18n';
import { navigate, withQuery, type Location } from '../router';
import type { FacetName, FacetValue, SearchResponse } from '../types';

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
          <FacetGroup key={name} name={name} values={values} location={location} />
        );
      })}
      <DateFilter location={location} />
    </>
  );
}

interface GroupProps {
  name: FacetName;
  values: FacetValue[];
  location: Location;
}

function FacetGroup({ name, values, location }: GroupProps): preact.JSX.Element {
  const [all, setAll] = useState(false);
  const chosen = location.query.get(name);
  const shown = all ? values : values.slice(0, kShown);
  const hidden = values.length - kShown;
  return (
    <section class="facet" aria-labelledby={`facet-${name}`}>
      <h2 id={`facet-${name}`}>{t(filterKey(name))}</h2>
      <ul>
        {shown.map(({ value, label, count }) => {
          const on = String(value) === chosen;
          return (
            <li key={value}>
              <a
                href={withQuery(location, { [name]: on ? null : value, page: null })}
                aria-current={on ? 'true' : undefined}
              >
                <span lang="vi">{label ?? value}</span>
                <span class="count">{formatNumber(count)}</span>
              </a>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <button type="button" class="plain" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('filter_less') : t('filter_more', { n: hidden })}
        </button>
      )}
    </section>
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
