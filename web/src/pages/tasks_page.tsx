import { tasksAt } from '../api';
import { offsetOf } from '../components/pager';
import { Loaded } from '../components/status';
import { TaskFilters, taskParams } from '../components/task_filters';
import { TaskOverview } from '../components/task_overview';
import { ReadAs, TaskResults } from '../components/task_results';
import { t } from '../i18n';
import type { Location } from '../router';
import { useResource } from '../use_resource';
import { useTitle } from '../use_title';
import { useWide } from '../use_wide';

const kLimit = 50;

/** Who must do what by when, over all documents: counts per body and period, and the tasks. */
export function TasksPage({ location }: { location: Location }): preact.JSX.Element {
  useTitle(t('tasks_title'));
  const params = taskParams(location);
  const offset = offsetOf(location, kLimit) || null;
  const tasks = useResource(tasksAt({ ...params, facets: 'true', limit: kLimit, offset }));
  // The overview stands open where there is room, and folds above the tasks elsewhere.
  const wide = useWide('56rem');
  return (
    <div class="list-page tasks-page">
      <h1>{t('tasks_title')}</h1>
      <p class="lead">{t('tasks_lead')}</p>
      <TaskFilters location={location} full />
      <Loaded resource={tasks}>
        {(answer) => (
          <>
            <ReadAs location={location} answer={answer} />
            {answer.facets && answer.total > 0 && (
              <details class="overview-fold" open={wide}>
                <summary>{t('overview')}</summary>
                <TaskOverview location={location} facets={answer.facets} />
              </details>
            )}
            <TaskResults location={location} answer={answer} limit={kLimit} params={params} />
          </>
        )}
      </Loaded>
    </div>
  );
}
