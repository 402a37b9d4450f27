import { apiUrl, bodyAt, tasksAt, type Params } from '../api';
import { offsetOf, Pager } from '../components/pager';
import { Loaded } from '../components/status';
import { TaskFilters } from '../components/task_filters';
import { TaskList } from '../components/task_list';
import { formatNumber, roleName } from '../format';
import { t, type MessageKey } from '../i18n';
import { searchUrl, type Location } from '../router';
import type { BodyInfo, Role } from '../types';
import { useResource } from '../use_resource';
import { useTitle } from '../use_title';

const kLimit = 50;
const kRoles: Role[] = ['lead', 'support', 'reports_to'];
const kTaskFilters = ['role', 'kind', 'due_from', 'due_to', 'as_of'];

interface Props {
  id: string;
  location: Location;
}

/** A body: its names, and what it must do, by when, according to which document. */
export function BodyPage({ id, location }: Props): preact.JSX.Element {
  const body = useResource(bodyAt(id));
  useTitle(body.data?.name ?? null);
  return (
    <div class="body-page">
      <Loaded resource={body}>
        {(info) => (
          <>
            <BodyHeader body={info} />
            <BodyTasks id={id} location={location} />
          </>
        )}
      </Loaded>
    </div>
  );
}

export function levelName(level: string | null | undefined): string {
  const known = ['central', 'province', 'district', 'commune', 'organisation', 'any'];
  if (!level || !known.includes(level)) return level ?? '';
  return t(`level_${level}` as MessageKey);
}

function BodyHeader({ body }: { body: BodyInfo }): preact.JSX.Element {
  const counts = body.counts ?? {};
  const place = [levelName(body.level), body.jurisdiction].filter(Boolean).join(' · ');
  return (
    <header class="document-header">
      {place && <p class="badges"><span class="badge">{place}</span></p>}
      <h1 lang="vi">{body.name}</h1>
      {body.aliases && body.aliases.length > 0 && (
        <p class="meta"><span>{t('body_aliases')}: <span lang="vi">{body.aliases.join(', ')}</span></span></p>
      )}
      <dl class="fields fields--numbers">
        {kRoles.map((role) => (
          <div key={role}><dt>{roleName(role)}</dt><dd>{formatNumber(counts[role] ?? 0)}</dd></div>
        ))}
        {counts.documents !== undefined && (
          <div><dt>{t('body_documents')}</dt><dd>{formatNumber(counts.documents)}</dd></div>
        )}
      </dl>
      <p><a href={searchUrl({ body: body.id })}>{t('body_search')}</a></p>
    </header>
  );
}

function BodyTasks({ id, location }: Props): preact.JSX.Element {
  const filters: Params = { body: id };
  for (const name of kTaskFilters) filters[name] = location.query.get(name);
  const offset = offsetOf(location, kLimit) || null;
  const tasks = useResource(tasksAt({ ...filters, limit: kLimit, offset }));
  const file = (format: string): string => apiUrl('/tasks', { ...filters, limit: 200, format });
  return (
    <section class="tab" aria-labelledby="body-tasks">
      <h2 id="body-tasks">{t('body_tasks')}</h2>
      <TaskFilters location={location} />
      <Loaded resource={tasks}>
        {(list) => (
          <>
            <div class="results-bar">
              <p role="status"><strong>{t('tasks_total', { n: formatNumber(list.total) })}</strong></p>
              <p class="exports">
                <span>{t('export')}</span>
                <a href={file('csv')} download>CSV</a>
                <a href={file('ics')} download>ICS</a>
              </p>
            </div>
            <TaskList tasks={list.items} withDocument body={id} />
            <Pager location={location} total={list.total} limit={kLimit} />
          </>
        )}
      </Loaded>
    </section>
  );
}
