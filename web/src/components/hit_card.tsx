import { documentName, formatDate } from '../format';
import { t } from '../i18n';
import { documentUrl } from '../router';
import type { DocumentMeta, Hit } from '../types';
import { Snippet } from './snippet';

/** One result: which document, what about, and the passage that matched. */
export function HitCard({ hit }: { hit: Hit }): preact.JSX.Element {
  return (
    <article class="hit">
      <h2 lang="vi"><a href={documentUrl(hit.id)}>{documentName(hit)}</a></h2>
      <MetaLine document={hit} />
      {hit.title && <p class="title" lang="vi">{hit.title}</p>}
      {hit.snippet.text && <Snippet {...hit.snippet} />}
      {hit.passage && (
        <p class="where">
          {hit.section && <span>{t('hit_section', { section: hit.section })}</span>}
          <a href={documentUrl(hit.id, hit.passage)}>{t('hit_passage')}</a>
        </p>
      )}
    </article>
  );
}

type MetaFields = Pick<DocumentMeta, 'issuer' | 'date' | 'status'>;

/** Issuer and date in one line; whether the text is missing. */
export function MetaLine({ document }: { document: MetaFields }): preact.JSX.Element {
  return (
    <p class="meta" lang="vi">
      {document.issuer && <span>{document.issuer}</span>}
      {document.date && <time dateTime={document.date}>{formatDate(document.date)}</time>}
      {document.status === 'absent' && <span class="badge badge--absent">{t('status_absent')}</span>}
    </p>
  );
}
