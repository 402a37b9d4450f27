import { formatNumber } from '../format';
import { t, type MessageKey } from '../i18n';
import { documentUrl, type Location } from '../router';
import type { DocumentDetail } from '../types';

export type TabName = 'toan-van' | 'trich-dan' | 'duoc-trich-dan' | 'nhiem-vu' | 'trien-khai';

const kTabs: [TabName, MessageKey][] = [
  ['toan-van', 'tab_text'],
  ['trich-dan', 'tab_cites'],
  ['duoc-trich-dan', 'tab_cited_by'],
  ['nhiem-vu', 'tab_tasks'],
  ['trien-khai', 'tab_implementation'],
];

/** A document without text has nothing of its own to show but who cites it. */
function tabsOf(document: DocumentDetail): typeof kTabs {
  if (document.status === 'present') return kTabs;
  return kTabs.filter(([name]) => name === 'duoc-trich-dan' || name === 'trien-khai');
}

/** The tab in the address, else the first one the document has. */
export function tabOf(document: DocumentDetail, location: Location): TabName {
  const tabs = tabsOf(document);
  const named = tabs.find(([name]) => name === location.query.get('phan'));
  return named?.[0] ?? tabs[0]?.[0] ?? 'toan-van';
}

interface Props {
  document: DocumentDetail;
  location: Location;
}

/** Links to the parts of a document: each has its own address. */
export function DocumentTabs({ document, location }: Props): preact.JSX.Element {
  const current = tabOf(document, location);
  const counts: Partial<Record<TabName, number | undefined>> = {
    'trich-dan': document.counts?.cites,
    'duoc-trich-dan': document.counts?.cited_by,
    'nhiem-vu': document.counts?.tasks,
  };
  const first = tabsOf(document)[0]?.[0];
  return (
    <nav class="tabs" aria-label={t('tabs_label')}>
      {tabsOf(document).map(([name, key]) => (
        <a
          key={name}
          href={documentUrl(document.id) + (name === first ? '' : `?phan=${name}`)}
          aria-current={name === current ? 'page' : undefined}
        >
          {t(key)}
          {counts[name] !== undefined && <span class="count">{formatNumber(counts[name])}</span>}
        </a>
      ))}
    </nav>
  );
}
