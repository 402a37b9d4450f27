import { apiUrl, searchAt, statsAt } from '../api';
import { Chips } from '../components/chips';
import { DirectCard, directDocuments } from '../components/direct_card';
import { Facets } from '../components/facets';
import { HitCard } from '../components/hit_card';
import { offsetOf, Pager } from '../components/pager';
import { SearchBox } from '../components/search_box';
import { StatsLine } from '../components/stats_line';
import { Loaded } from '../components/status';
import { activeFilters } from '../filters';
import { formatNumber } from '../format';
import { t, type MessageKey } from '../i18n';
import { navigate, searchUrl, withQuery, type Location } from '../router';
import type { SearchResponse } from '../types';
import { useResource } from '../use_resource';
import { useTitle } from '../use_title';
import { useWide } from '../use_wide';

const kLimit = 20;
const kNotes: Record<string, MessageKey> = {
  read_as_words: 'note_read_as_words',
  most_words: 'note_most_words',
  no_words: 'note_no_words',
};
const kExamples = ['18-NQ/TW', 'tinh gian bien che', '"tinh giản biên chế"', 'Sở Nội vụ'];

/** The box; below it either a welcome or the results. The address holds the whole state. */
export function SearchPage({ location }: { location: Location }): preact.JSX.Element {
  const query = location.query.get('q') ?? '';
  const filters = activeFilters(location);
  const searching = query !== '' || filters.length > 0;
  useTitle(query || null);
  const search = (next: string): void => {
    if (next !== query) navigate(withQuery(location, { q: next, page: null }));
  };
  return (
    <div class={searching ? 'search' : 'search search--home'}>
      <div class="search-head">
        {searching
          ? <h1 class="visually-hidden">{t('results_title')}</h1>
          : <Welcome />}
        <SearchBox query={query} autoFocus={!searching} onSearch={search} />
      </div>
      {searching ? <Results location={location} query={query} /> : <Start />}
    </div>
  );
}

function Welcome(): preact.JSX.Element {
  return (
    <>
      <h1>{t('home_title')}</h1>
      <p class="lead">{t('home_lead')}</p>
    </>
  );
}

function Start(): preact.JSX.Element {
  const stats = useResource(statsAt());
  return (
    <div class="start">
      <p class="examples">
        <span>{t('examples')}</span>
        {kExamples.map((q) => <a key={q} href={searchUrl({ q })} lang="vi">{q}</a>)}
      </p>
      <StatsLine stats={stats.data} />
    </div>
  );
}

interface ResultsProps {
  location: Location;
  query: string;
}

function Results({ location, query }: ResultsProps): preact.JSX.Element {
  const sort = location.query.get('sort') === 'date' ? 'date' : null;
  const response = useResource(searchAt({
    q: query,
    ...Object.fromEntries(activeFilters(location)),
    sort,
    limit: kLimit,
    offset: offsetOf(location, kLimit) || null,
  }));
  const data = response.data;
  // Filters stand open beside the results where there is room, and fold above them elsewhere.
  const wide = useWide('56rem');
  return (
    <div class="results-grid">
      <details class="facets" open={wide}>
        <summary>{t('filters')}</summary>
        {data && <Facets location={location} facets={data.facets ?? {}} />}
      </details>
      <div class="results">
        <p class="visually-hidden" role="status">
          {data && !response.loading ? t('results_total', { n: formatNumber(data.total) }) : ''}
        </p>
        <Chips location={location} facets={data?.facets} />
        <Loaded resource={response}>
          {(found) => <Found found={found} location={location} />}
        </Loaded>
      </div>
    </div>
  );
}

interface FoundProps {
  found: SearchResponse;
  location: Location;
}

function Found({ found, location }: FoundProps): preact.JSX.Element {
  const direct = directDocuments(found);
  const { suggestion } = found;
  return (
    <>
      <DirectCard documents={direct} />
      {suggestion && (
        <p class="suggestion">
          {t('did_you_mean')}{' '}
          <a href={withQuery(location, { q: suggestion, page: null })} lang="vi">{suggestion}</a>?
        </p>
      )}
      {(found.notes ?? []).map((note) => kNotes[note] && (
        <p class="note" key={note}>{t(kNotes[note])}</p>
      ))}
      {found.total > 0 && <ResultsBar found={found} location={location} />}
      {found.total === 0 && direct.length === 0 && <NothingFound location={location} />}
      <ol class="hits">
        {found.hits.map((hit) => <li key={`${hit.id} ${hit.passage?.start ?? ''}`}><HitCard hit={hit} /></li>)}
      </ol>
      <Pager location={location} total={found.total} limit={kLimit} />
    </>
  );
}

function ResultsBar({ found, location }: FoundProps): preact.JSX.Element {
  const sort = location.query.get('sort') === 'date' ? 'date' : 'relevance';
  const link = (value: 'relevance' | 'date'): preact.JSX.Element => (
    <a
      href={withQuery(location, { sort: value === 'date' ? 'date' : null, page: null })}
      aria-current={sort === value ? 'true' : undefined}
    >
      {t(`sort_${value}`)}
    </a>
  );
  return (
    <div class="results-bar">
      <p>
        <strong>{t('results_total', { n: formatNumber(found.total) })}</strong>
        <span class="took">{t('results_took', { ms: formatNumber(roundMs(found.took_ms)) })}</span>
        {' '}
        <a href={feedOf(location)} target="_blank">{t('feed')}</a>
      </p>
      <nav class="segmented" aria-label={t('sort_label')}>{link('relevance')}{link('date')}</nav>
    </div>
  );
}

/** New documents of this search, for feed readers. */
function feedOf(location: Location): string {
  return apiUrl('/feeds/search.atom', {
    q: location.query.get('q'), ...Object.fromEntries(activeFilters(location)),
  });
}

const roundMs = (ms: number): number => (ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms));

function NothingFound({ location }: { location: Location }): preact.JSX.Element {
  const query = location.query.get('q') ?? '';
  return (
    <div class="nothing">
      <h2>{t('results_none')}</h2>
      <p>{t('results_none_help')}</p>
      {activeFilters(location).length > 0 && query && (
        <p><a href={searchUrl({ q: query })}>{t('results_clear_filters')}</a></p>
      )}
    </div>
  );
}
