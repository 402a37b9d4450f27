import { searchAt, type Params } from '../api';
import { t, type MessageKey } from '../i18n';
import { current, navigate, withQuery, type Location } from '../router';
import { useResource } from '../use_resource';

const kRoles = ['lead', 'support', 'reports_to'];
const kKinds = ['by', 'from', 'range', 'in', 'recurring', 'continuous', 'conditional', 'none'];
const kNames = [
  'q', 'body', 'jurisdiction', 'role', 'kind', 'product', 'due_from', 'due_to', 'as_of',
  'implements', 'document',
] as const;
type Name = (typeof kNames)[number];

/** The restrictions of the address that a list of tasks understands. */
export function taskParams(location: Location): Params {
  const params: Params = {};
  for (const name of kNames) params[name] = location.query.get(name);
  return params;
}

/** The same address without any restriction; null when there is none. */
export function withoutFilters(location: Location): string | null {
  const set = kNames.filter((name) => location.query.get(name));
  if (set.length === 0) return null;
  return withQuery(location, Object.fromEntries([...set, 'page'].map((name) => [name, null])));
}

interface Props {
  location: Location;
  /** Whether one may choose the words, the body and its place: not on the page of a body. */
  full?: boolean;
}

/** Filters of a list of tasks; each is a parameter of the address. */
export function TaskFilters({ location, full = false }: Props): preact.JSX.Element {
  const set = (name: Name) => (event: { currentTarget: { value: string } }): void => {
    const value = event.currentTarget.value.trim();
    navigate(withQuery(current(), { [name]: value, page: null }), { replace: true });
  };
  const choice = (name: Name, label: MessageKey, values: string[], prefix: string): preact.JSX.Element => (
    <label>
      {t(label)}
      <select value={location.query.get(name) ?? ''} onChange={set(name)}>
        <option value="">{t('filter_all')}</option>
        {values.map((value) => (
          <option key={value} value={value}>{t(`${prefix}_${value}` as MessageKey)}</option>
        ))}
      </select>
    </label>
  );
  const words = (name: Name, label: MessageKey, hint?: MessageKey): preact.JSX.Element => (
    <label>
      {t(label)}
      <input
        type="search"
        maxLength={200}
        placeholder={hint && t(hint)}
        value={location.query.get(name) ?? ''}
        onChange={set(name)}
      />
    </label>
  );
  const date = (name: 'due_from' | 'due_to' | 'as_of'): preact.JSX.Element => (
    <label>
      {t(name)}
      <input type="date" value={location.query.get(name) ?? ''} onChange={set(name)} />
    </label>
  );
  return (
    <form class="task-filters" aria-label={t('tasks_filter_label')} onSubmit={(event) => event.preventDefault()}>
      {full && words('body', 'task_body', 'task_body_hint')}
      {full && <Places location={location} onChange={set('jurisdiction')} />}
      {full && words('q', 'task_words')}
      {full && words('implements', 'task_implements', 'task_implements_hint')}
      {choice('role', 'role', kRoles, 'role')}
      {choice('kind', 'deadline_kind', kKinds, 'kind')}
      {date('due_from')}
      {date('due_to')}
      {date('as_of')}
    </form>
  );
}

interface PlacesProps {
  location: Location;
  onChange(event: { currentTarget: { value: string } }): void;
}

/** The places of the documents of the index. */
function Places({ location, onChange }: PlacesProps): preact.JSX.Element {
  const found = useResource(searchAt({ limit: 1, facets: 'jurisdiction', facet_limit: 100 }));
  const chosen = location.query.get('jurisdiction') ?? '';
  const places = (found.data?.facets?.jurisdiction ?? []).map((place) => String(place.value));
  if (chosen && !places.includes(chosen)) places.push(chosen);
  places.sort((a, b) => a.localeCompare(b, 'vi'));
  return (
    <label>
      {t('task_place')}
      <select value={chosen} onChange={onChange}>
        <option value="">{t('filter_all')}</option>
        {places.map((place) => <option key={place} value={place} lang="vi">{place}</option>)}
      </select>
    </label>
  );
}
