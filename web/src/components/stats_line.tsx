import { formatDate, formatNumber } from '../format';
import { t, type MessageKey } from '../i18n';
import type { Stats } from '../types';

const kFigures: [MessageKey, keyof Stats][] = [
  ['stats_documents', 'documents'],
  ['stats_edges', 'edges'],
  ['stats_absent', 'absent'],
  ['stats_tasks', 'tasks'],
  ['stats_bodies', 'bodies'],
];

/** How much there is to search, in one line; empty, but as tall, until that is known. */
export function StatsLine({ stats }: { stats: Stats | undefined }): preact.JSX.Element {
  if (!stats) return <p class="stats" />;
  return (
    <p class="stats">
      {kFigures.map(([key, name]) => {
        const n = stats[name];
        return typeof n === 'number' && <span key={key}>{t(key, { n: formatNumber(n) })}</span>;
      })}
      {stats.built_at && <span>{t('stats_updated', { date: formatDate(stats.built_at) })}</span>}
    </p>
  );
}
