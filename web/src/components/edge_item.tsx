import { documentName, relationName } from '../format';
import { t } from '../i18n';
import { documentUrl } from '../router';
import type { DocumentMeta, Edge, Evidence } from '../types';
import type { Direction } from './edge_tab';
import { MetaLine } from './hit_card';

interface Props {
  edge: Edge;
  /** The document whose list this is: one end of every path. */
  from: string;
  /** Documents by id, to name the steps of a path. */
  names: Map<string, DocumentMeta>;
  direction: Direction;
}

const kQuotesShown = 2;

/** One document at the other end: how it is related, through which others, and the quotes. */
export function EdgeItem({ edge, from, names, direction }: Props): preact.JSX.Element {
  const reverse = direction === 'cited-by' && edge.depth === 1;
  const shown = edge.evidence.slice(0, kQuotesShown);
  const more = edge.evidence.slice(kQuotesShown);
  return (
    <article class="edge">
      <p class="badges">
        <span class={`badge badge--${edge.relation}`}>{relationName(edge.relation, reverse)}</span>
        {edge.depth > 1 && <span class="badge">{t('depth_steps', { n: edge.depth })}</span>}
      </p>
      <h2 lang="vi"><a href={documentUrl(edge.id)}>{documentName(edge.document)}</a></h2>
      <MetaLine document={edge.document} />
      {edge.document.title && <p class="title" lang="vi">{edge.document.title}</p>}
      {edge.depth > 1 && <Path path={edge.path} from={from} names={names} direction={direction} />}
      {shown.map((evidence) => <Quote key={evidence.start} evidence={evidence} />)}
      {more.length > 0 && (
        <details>
          <summary>{t('evidence_more', { n: more.length })}</summary>
          {more.map((evidence) => <Quote key={evidence.start} evidence={evidence} />)}
        </details>
      )}
    </article>
  );
}

function Quote({ evidence }: { evidence: Evidence }): preact.JSX.Element {
  return (
    <blockquote class="quote" lang="vi">
      {evidence.quote}{' '}
      <a href={documentUrl(evidence.document, evidence)}>{t('evidence_open')}</a>
    </blockquote>
  );
}

type PathProps = Omit<Props, 'edge'> & { path: string[] };

/** From the document of the page to the one listed; the arrows point from citing to cited. */
function Path({ path, from, names, direction }: PathProps): preact.JSX.Element {
  const steps = path[path.length - 1] === from ? [...path].reverse() : path;
  const arrow = direction === 'cites' ? ' → ' : ' ← ';
  return (
    <p class="path" lang="vi">
      <span class="visually-hidden">{t('path')}: </span>
      {steps.map((id, index) => (
        <span key={id}>
          {index > 0 && arrow}
          <a href={documentUrl(id)}>{stepName(id, names)}</a>
        </span>
      ))}
    </p>
  );
}

function stepName(id: string, names: Map<string, DocumentMeta>): string {
  const document = names.get(id);
  return document?.number ?? (document ? documentName(document) : id);
}
