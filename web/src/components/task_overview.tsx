import { formatNumber } from '../format';
import { t, type MessageKey } from '../i18n';
import { withQuery, type Location } from '../router';
import type { FacetValue, TaskFacetName } from '../types';
import { CountedLinks } from './counted_links';

const kShown = 8;
const kMonths = 12;

interface Props {
  location: Location;
  facets: Record<TaskFacetName, FacetValue[]>;
}

/** How many tasks each body, each period and each kind has; every count is a link to them. */
export function TaskOverview({ location, facets }: Props): preact.JSX.Element {
  const kindName = (value: string): string => t(`kind_${value}` as MessageKey);
  return (
    <section class="overview" aria-labelledby="overview">
      <h2 id="overview" class="visually-hidden">{t('overview')}</h2>
      <Counts name="body" title="overview_body" values={facets.body} location={location} />
      <Periods location={location} quarters={facets.quarter} months={facets.month} />
      <Counts name="kind" title="deadline_kind" values={facets.kind} call={kindName} location={location} />
      <Counts name="product" title="product" values={facets.product} location={location} />
    </section>
  );
}

interface CountsProps {
  name: 'body' | 'kind' | 'product';
  title: MessageKey;
  values: FacetValue[];
  call?: (value: string) => string;
  location: Location;
}

function Counts({ name, title, values, call, location }: CountsProps): preact.JSX.Element | null {
  if (values.length === 0) return null;
  return (
    <section class="facet" aria-labelledby={`overview-${name}`}>
      <h3 id={`overview-${name}`}>{t(title)}</h3>
      <CountedLinks name={name} values={values} most={kShown} call={call} location={location} />
    </section>
  );
}

interface PeriodsProps {
  location: Location;
  quarters: FacetValue[];
  months: FacetValue[];
}

/** A table of years and quarters; of months once a short time is chosen. */
function Periods({ location, quarters, months }: PeriodsProps): preact.JSX.Element | null {
  if (quarters.length === 0) return null;
  const years = [...new Set(quarters.map((one) => one.value.slice(0, 4)))];
  const count = new Map(quarters.map((one) => [one.value, one.count]));
  const cell = (value: string, text: string, n: number): preact.JSX.Element | string => (
    n > 0 ? <a href={withQuery(location, { ...daysOf(value), page: null })} aria-label={`${text}: ${n}`}>{formatNumber(n)}</a> : '·'
  );
  return (
    <section class="facet" aria-labelledby="overview-period">
      <h3 id="overview-period">{t('overview_period')}</h3>
      <table class="periods">
        <thead>
          <tr>
            <th scope="col">{t('period_year')}</th>
            {['I', 'II', 'III', 'IV'].map((q) => <th key={q} scope="col">{t('period_quarter', { q })}</th>)}
            <th scope="col">{t('period_all')}</th>
          </tr>
        </thead>
        <tbody>
          {years.map((year) => {
            const row = [1, 2, 3, 4].map((q) => count.get(`${year}-Q${q}`) ?? 0);
            return (
              <tr key={year}>
                <th scope="row">{year}</th>
                {row.map((n, index) => <td key={index}>{cell(`${year}-Q${index + 1}`, `${t('period_quarter', { q: index + 1 })} ${year}`, n)}</td>)}
                <td>{cell(year, year, row.reduce((sum, n) => sum + n, 0))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {months.length > 0 && months.length <= kMonths && years.length === 1 && (
        <ul class="months">
          {months.map((one) => (
            <li key={one.value}>
              <a href={withQuery(location, { ...daysOf(one.value), page: null })}>
                {one.value.split('-').reverse().join('/')}
                <span class="count">{formatNumber(one.count)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** First and last day of `2018`, `2018-Q2` or `2018-05`, as parameters. */
function daysOf(period: string): { due_from: string; due_to: string } {
  const year = Number(period.slice(0, 4));
  const quarter = /-Q(\d)$/.exec(period);
  const month = /-(\d\d)$/.exec(period);
  const first = quarter ? 3 * Number(quarter[1]) - 2 : Number(month?.[1] ?? 1);
  const last = quarter ? first + 2 : Number(month?.[1] ?? 12);
  const days = new Date(Date.UTC(year, last, 0)).getUTCDate();
  const day = (m: number, d: number): string =>
    `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
  return { due_from: day(first, 1), due_to: day(last, days) };
}
