import { deadlineInWords, documentName, formatDate, roleName } from '../format';
import { t } from '../i18n';
import { bodyUrl, documentUrl } from '../router';
import type { BodyRef, Mandate, Role, Task } from '../types';

interface Props {
  tasks: Task[];
  /** Whether each row names its document: yes where they come from several. */
  withDocument: boolean;
  /** The body whose page this is: named without a link to itself. */
  body?: string | undefined;
}

const kRoles: Role[] = ['lead', 'support', 'reports_to'];

/**
 * A table that narrow screens show as cards. Its roles are written out because a table laid out
 * as blocks is no longer one for screen readers.
 */
export function TaskList({ tasks, withDocument, body }: Props): preact.JSX.Element {
  if (tasks.length === 0) return <p class="nothing" role="status">{t('tasks_none')}</p>;
  return (
    <table class="tasks" role="table" aria-label={t('tasks_table')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t('task')}</th>
          <th role="columnheader" scope="col">{t('task_bodies')}</th>
          <th role="columnheader" scope="col">{t('task_deadline')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {tasks.map((task) => (
          <tr role="row" key={task.id}>
            <td role="cell" class="task-text"><What task={task} withDocument={withDocument} /></td>
            <td role="cell"><Bodies bodies={task.bodies} own={body} /></td>
            <td role="cell"><When task={task} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function What({ task, withDocument }: { task: Task; withDocument: boolean }): preact.JSX.Element {
  const { document: id, type = null, number = null, title = null, jurisdiction } = task;
  const name = [documentName({ id, type, number, title }), jurisdiction].filter(Boolean).join(', ');
  return (
    <>
      <p lang="vi">{task.text}</p>
      {task.product && (
        <p class="product"><span class="faint">{t('product')}:</span> <span lang="vi">{task.product.quote}</span></p>
      )}
      <Mandates mandates={task.mandates ?? []} />
      <p class="where">
        {task.section && <span>{t('task_section', { section: task.section })}</span>}
        <a href={documentUrl(task.document, task)} title={withDocument ? title ?? undefined : undefined}>
          {withDocument ? name : t('task_open')}
        </a>
      </p>
    </>
  );
}

/** The documents that the task implements, the nearest ones first; the quote is in the link's title. */
function Mandates({ mandates }: { mandates: Mandate[] }): preact.JSX.Element | null {
  const shown = mandates.filter((one, index) => mandates.findIndex(({ id }) => id === one.id) === index);
  if (shown.length === 0) return null;
  return (
    <p class="mandates">
      <span class="faint">{t('task_mandates')}:</span>{' '}
      {shown.map(({ id, number, origin, evidence }, index) => (
        <span key={id}>
          {index > 0 && '; '}
          <a href={evidence ? documentUrl(evidence.document, evidence) : documentUrl(id)} title={evidence?.quote}>
            {number ?? id}
          </a>
          {shown[index + 1]?.origin !== origin && <small> ({t(`origin_${origin}`)})</small>}
        </span>
      ))}
    </p>
  );
}

interface BodiesProps {
  bodies: BodyRef[];
  own: string | undefined;
}

function Bodies({ bodies, own }: BodiesProps): preact.JSX.Element {
  if (bodies.length === 0) return <p class="faint">{t('task_no_bodies')}</p>;
  return (
    <dl class="roles">
      {kRoles.map((role) => {
        const named = bodies.filter((body) => body.role === role);
        return named.length > 0 && (
          <div key={role}>
            <dt class={`role role--${role}`}>{roleName(role)}</dt>
            {named.map((body) => (
              <dd key={body.id || body.name} lang="vi">
                {!body.id || body.id === own
                  ? <strong>{body.name}</strong>
                  : <a href={bodyUrl(body.id)}>{body.name}</a>}
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}

function When({ task }: { task: Task }): preact.JSX.Element {
  const { deadline } = task;
  if (!deadline) {
    return (
      <>
        <p class="faint">{t('task_no_deadline')}</p>
        {task.condition && <p class="surface" lang="vi">{task.condition}</p>}
      </>
    );
  }
  return (
    <div class="when">
      <p>
        <time dateTime={deadline.to ?? deadline.from ?? undefined} title={formatDate(deadline.to)}>
          {deadlineInWords(deadline)}
        </time>
        {task.overdue && <span class="badge badge--overdue">{t('overdue')}</span>}
        {deadline.inferred && <span class="badge">{t('inferred')}</span>}
      </p>
      {deadline.condition && <p class="surface" lang="vi">{deadline.condition}</p>}
      {deadline.surface && <p class="surface" lang="vi">“{deadline.surface}”</p>}
    </div>
  );
}
