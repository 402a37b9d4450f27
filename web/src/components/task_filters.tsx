import { t, type MessageKey } from '../i18n';
import { navigate, withQuery, type Location } from '../router';

type Name = 'role' | 'kind' | 'due_from' | 'due_to' | 'as_of';

const kRoles = ['lead', 'support', 'reports_to'];
const kKinds = ['by', 'from', 'range', 'in', 'recurring', 'continuous'];

/** Filters of a list of tasks; each is a parameter of the address. */
export function TaskFilters({ location }: { location: Location }): preact.JSX.Element {
  const set = (name: Name) => (event: { currentTarget: { value: string } }): void => {
    navigate(withQuery(location, { [name]: event.currentTarget.value, page: null }), { replace: true });
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
  const date = (name: Name): preact.JSX.Element => (
    <label>
      {t(name as MessageKey)}
      <input type="date" value={location.query.get(name) ?? ''} onChange={set(name)} />
    </label>
  );
  return (
    <form class="task-filters" aria-label={t('tasks_filter_label')} onSubmit={(event) => event.preventDefault()}>
      {choice('role', 'role', kRoles, 'role')}
      {choice('kind', 'deadline_kind', kKinds, 'kind')}
      {date('due_from')}
      {date('due_to')}
      {date('as_of')}
    </form>
  );
}
