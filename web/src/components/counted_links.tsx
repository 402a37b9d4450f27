import { useState } from 'preact/hooks';
import { formatNumber } from '../format';
import { t } from '../i18n';
import { withQuery, type Location } from '../router';
import type { FacetValue } from '../types';

interface Props {
  /** The parameter that a click sets, and a second click removes. */
  name: string;
  values: FacetValue[];
  /** How many are shown before the reader asks for all. */
  most: number;
  location: Location;
  /** What the interface calls a value; without it the label or value of the documents, which is Vietnamese. */
  call?: ((value: string) => string) | undefined;
}

/** Values with their counts, each a link that filters by it. */
export function CountedLinks({ name, values, most, location, call }: Props): preact.JSX.Element {
  const [all, setAll] = useState(false);
  const chosen = location.query.get(name);
  const hidden = values.length - most;
  return (
    <>
      <ul>
        {(all ? values : values.slice(0, most)).map(({ value, label, count }) => {
          const on = String(value) === chosen;
          return (
            <li key={value}>
              <a
                href={withQuery(location, { [name]: on ? null : value, page: null })}
                aria-current={on ? 'true' : undefined}
              >
                {call ? <span>{call(value)}</span> : <span lang="vi">{label ?? value}</span>}
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
    </>
  );
}
