import { apiUrl, type Params } from '../api';
import { formatNumber } from '../format';
import { t } from '../i18n';
import { withQuery, type Location } from '../router';
import type { Meaning, TaskListAnswer } from '../types';
import { Pager } from './pager';
import { withoutFilters } from './task_filters';
import { TaskList } from './task_list';

interface Props {
  location: Location;
  answer: TaskListAnswer;
  limit: number;
  /** What was asked, for the files to save: they hold all tasks, not one page. */
  params: Params;
  /** The body whose page this is. */
  body?: string;
}

/** A page of tasks with its total and the files to save. */
export function TaskResults({ location, answer, limit, params, body }: Props): preact.JSX.Element {
  const file = (format: string): string => apiUrl('/export/tasks', { ...params, format });
  const all = withoutFilters(location);
  return (
    <>
      <div class="results-bar">
        <p role="status">
          <strong>{t('tasks_total', { n: formatNumber(answer.total) })}</strong>
          {all && <a class="clear" href={all}>{t('results_clear_filters')}</a>}
        </p>
        {answer.total > 0 && (
          <p class="exports">
            <span>{t('export')}</span>
            <a href={file('excel')} download title={t('export_excel')}>Excel</a>
            <a href={file('csv')} download title={t('export_csv')}>CSV</a>
            <a href={file('ics')} download title={t('export_ics')}>ICS</a>
          </p>
        )}
      </div>
      <TaskList tasks={answer.items} withDocument body={body} />
      <Pager location={location} total={answer.total} limit={limit} />
    </>
  );
}

/** How the names and numbers of the question were read. */
export function ReadAs({ location, answer }: Pick<Props, 'location' | 'answer'>): preact.JSX.Element {
  return (
    <>
      {(answer.meaning ?? []).map((meaning) => (
        <Read key={meaning.parameter + meaning.value} meaning={meaning} location={location} />
      ))}
    </>
  );
}

/** Says what a name or number was read as when that is not the only thing that it can mean. */
function Read({ meaning, location }: { meaning: Meaning; location: Location }): preact.JSX.Element | null {
  const { parameter, value, bodies, documents, related = [] } = meaning;
  const count = bodies?.length ?? documents?.length ?? 0;
  if (count === 1 && documents) return null;
  const choice = (id: string, name: string): preact.JSX.Element => (
    <li key={id}><a href={withQuery(location, { [parameter]: id, page: null })} lang="vi">{name}</a></li>
  );
  const body = (one: { id: string; name: string; jurisdiction: string | null }): preact.JSX.Element =>
    choice(one.id, [one.name, one.jurisdiction].filter(Boolean).join(', '));
  const said = count === 1
    ? t('read_one', { value })
    : count === 0
    ? t(bodies ? 'read_no_body' : 'read_no_document', { value })
    : t(bodies ? 'read_bodies' : 'read_documents', { value, n: count });
  return (
    <div class="note read-as">
      <p>{said}</p>
      <ul class="chips">
        {(bodies ?? []).map(body)}
        {(documents ?? []).map((id) => choice(id, id))}
      </ul>
      {related.length > 0 && (
        <>
          <p>{t('read_related')}</p>
          <ul class="chips">{related.map(body)}</ul>
        </>
      )}
    </div>
  );
}
