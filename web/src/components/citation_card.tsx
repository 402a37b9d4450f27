import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { candidateName, formatDate, relationName } from '../format';
import { t, type MessageKey } from '../i18n';
import { documentUrl, searchUrl } from '../router';
import type { Citation } from '../types';
import { useCitationCard } from '../use_citation_card';

interface Props {
  root: RefObject<HTMLElement | null>;
  citations: Map<number, Citation>;
}

/** The rules of the server that are worth telling. */
const kRules: Record<string, MessageKey> = {
  'number+date': 'rule_number_date',
  'number+date+type': 'rule_number_date_type',
  'only-candidate': 'rule_only_candidate',
  type: 'rule_type',
  term: 'rule_term',
  title: 'rule_title',
  name: 'rule_name',
  several: 'rule_several',
  'date-conflict': 'rule_date_conflict',
  later: 'rule_later',
};

/** The card beside a citation under the pointer or the focus: what it cites, and how sure we are. */
export function CitationCard({ root, citations }: Props): preact.JSX.Element | null {
  const { link, close } = useCitationCard(root);
  const card = useRef<HTMLDivElement>(null);
  const [placed, setPlaced] = useState<HTMLElement | null>(null);
  const citation = link ? citations.get(Number(link.dataset['cite'])) : undefined;

  useLayoutEffect(() => {
    if (!link || !card.current || !root.current) return;
    place(card.current, link, root.current);
    setPlaced(link);
  }, [link, root]);

  if (!link || !citation) return null;
  const rule = kRules[citation.rule ?? ''];
  return (
    <div
      class={placed === link ? 'citation-card' : 'citation-card citation-card--hidden'}
      id="citation-card"
      ref={card}
      role="group"
      aria-label={shortName(citation)}
    >
      <p class="name">
        <strong>{fullName(citation)}</strong>
        <button type="button" class="plain" aria-label={t('citation_close')} onClick={close}>×</button>
      </p>
      <p class="meta">
        {citation.issuer && <span>{citation.issuer}</span>}
        {citation.date && <time dateTime={citation.date}>{formatDate(citation.date)}</time>}
      </p>
      {citation.title && <p class="about">{citation.title}</p>}
      {citation.pinpoint && <p class="meta">{citation.pinpoint}</p>}
      <p class="facts">
        <span class="badge">{relationName(citation.relation)}</span>
        <span class={`cite cite--${citation.status}`}>{t(`citation_${citation.status}`)}</span>
      </p>
      {rule && <p class="meta">{t('rule', { rule: t(rule) })}</p>}
      <Candidates citation={citation} />
      <p>
        {citation.target
          ? <a href={documentUrl(citation.target)}>{t('citation_open')}</a>
          : <a href={searchUrl({ q: shortName(citation) })}>{t('citation_search')}</a>}
      </p>
    </div>
  );
}

const shortName = (citation: Citation): string =>
  citation.number ?? citation.name ?? citation.surface;

const fullName = (citation: Citation): string =>
  [citation.number && citation.type, shortName(citation)].filter(Boolean).join(' ');

function Candidates({ citation }: { citation: Citation }): preact.JSX.Element | null {
  const { candidates = [] } = citation;
  if (candidates.length === 0) return null;
  return (
    <>
      <p>{t('citation_candidates')}</p>
      <ul>
        {candidates.map((id) => (
          <li key={id}><a href={documentUrl(id)}>{candidateName(shortName(citation), id)}</a></li>
        ))}
      </ul>
    </>
  );
}

/** Under the citation, or above it where the window ends, within the width of the text. */
function place(card: HTMLElement, link: HTMLElement, root: HTMLElement): void {
  const box = root.getBoundingClientRect();
  const anchor = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const below = anchor.bottom + card.offsetHeight + 8 < window.innerHeight;
  const top = below ? anchor.bottom + 4 : anchor.top - card.offsetHeight - 4;
  const left = Math.min(anchor.left - box.left, root.clientWidth - card.offsetWidth);
  card.style.top = `${top - box.top}px`;
  card.style.left = `${Math.max(0, left)}px`;
}
