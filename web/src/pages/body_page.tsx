import { bodiesAt, bodyAt, tasksAt } from '../api';
import { offsetOf } from '../components/pager';
import { Loaded } from '../components/status';
import { TaskFilters, taskParams } from '../components/task_filters';
import { TaskResults } from '../components/task_results';
import { formatNumber, roleName } from '../format';
import { t, type MessageKey } from '../i18n';
import { bodyUrl, navigate, searchUrl, tasksUrl, type Location } from '../router';
import type { BodyInfo, RelatedBody, Role } from '../types';
import { useResource } from '../use_resource';
import { useTitle } from '../use_title';

const kLimit = 50;
const kRoles: Role[] = ['lead', 'support', 'reports_to'];
const kElsewhere = 200;  // more places than there ever were

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
      <Related title="body_predecessors" bodies={body.predecessors} />
      <Related title="body_successors" bodies={body.successors} />
      <p><a href={searchUrl({ body: body.id })}>{t('body_search')}</a></p>
      <Elsewhere body={body} />
    </header>
  );
}

function BodyTasks({ id, location }: Props): preact.JSX.Element {
  const params = { ...taskParams(location), body: id, jurisdiction: null };
  const offset = offsetOf(location, kLimit) || null;
  const tasks = useResource(tasksAt({ ...params, limit: kLimit, offset }));
  return (
    <section class="tab" aria-labelledby="body-tasks">
      <h2 id="body-tasks">{t('body_tasks')}</h2>
      <TaskFilters location={location} />
      <Loaded resource={tasks}>
        {(list) => (
          <TaskResults location={location} answer={list} limit={kLimit} params={params} body={id} />
        )}
      </Loaded>
    </section>
  );
}

/** The office of the same name in other places: a choice, since a name alone may mean any of them. */
function Elsewhere({ body }: { body: BodyInfo }): preact.JSX.Element | null {
  const named = useResource(bodiesAt({ q: body.name, limit: kElsewhere }));
  const same = (named.data?.items ?? []).filter(
    (one) => one.name === body.name && one.jurisdiction,
  );
  if (same.length < 2) return null;
  same.sort((a, b) => (a.jurisdiction ?? '').localeCompare(b.jurisdiction ?? '', 'vi'));
  return (
    <label class="elsewhere">
      {t('body_place')}
      <select value={body.id} onChange={(event) => navigate(bodyUrl(event.currentTarget.value))}>
        {same.map((one) => <option key={one.id} value={one.id} lang="vi">{one.jurisdiction}</option>)}
      </select>
      <a href={tasksUrl({ body: body.name })}>{t('body_everywhere')}</a>
    </label>
  );
}

/** Bodies before or after a merger, with a link where the index has tasks of them. */
function Related({ title, bodies }: { title: MessageKey; bodies: RelatedBody[] | undefined }): preact.JSX.Element | null {
  if (!bodies || bodies.length === 0) return null;
  return (
    <p class="meta">
      <span>
        {t(title)}:{' '}
        {bodies.map((one, index) => {
          const name = [one.name, one.jurisdiction].filter(Boolean).join(', ');
          return (
            <span key={one.id} lang="vi">
              {index > 0 && '; '}
              {one.tasks > 0 ? <a href={bodyUrl(one.id)}>{name}</a> : name}
            </span>
          );
        })}
      </span>
    </p>
  );
}
