import { documentName } from '../format';
import { t } from '../i18n';
import { documentUrl } from '../router';
import type { DocumentMeta, SearchResponse } from '../types';
import { MetaLine } from './hit_card';

/** The documents whose number is the query; several when a number was used more than once. */
export function directDocuments(response: SearchResponse): DocumentMeta[] {
  const { direct } = response;
  if (!direct) return [];
  return Array.isArray(direct) ? direct : [direct];
}

export function DirectCard({ documents }: { documents: DocumentMeta[] }): preact.JSX.Element | null {
  if (documents.length === 0) return null;
  const many = documents.length > 1;
  return (
    <section class="direct" aria-labelledby="direct-title">
      <h2 id="direct-title">
        {many ? t('direct_many', { n: documents.length }) : t('direct_title')}
      </h2>
      <ul>
        {documents.map((document) => (
          <li key={document.id}>
            <a class="name" href={documentUrl(document.id)} lang="vi">{documentName(document)}</a>
            <MetaLine document={document} />
            {document.title && <p class="title" lang="vi">{document.title}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
