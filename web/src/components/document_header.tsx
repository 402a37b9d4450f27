import { documentName, formatBytes, formatDate } from '../format';
import { t, type MessageKey } from '../i18n';
import type { DocumentDetail } from '../types';

/** What a document is: name, title, who issued it, when and where, and where the text is from. */
export function DocumentHeader({ document }: { document: DocumentDetail }): preact.JSX.Element {
  const { source } = document;
  const fields: [MessageKey, string | null | undefined][] = [
    ['field_issuer', document.issuer],
    ['field_date', formatDate(document.date)],
    ['field_place', document.place],
    ['field_signer', document.signer],
    ['field_jurisdiction', document.jurisdiction],
    ['field_source', source?.path && [
      source.path.split('/').pop(),
      source.bytes !== undefined ? formatBytes(source.bytes) : null,
    ].filter(Boolean).join(' · ')],
  ];
  return (
    <header class="document-header">
      <p class="badges">
        <span class={`badge badge--${document.status}`}>
          {t(document.status === 'absent' ? 'status_absent' : 'status_present')}
        </span>
      </p>
      <h1 lang="vi">{documentName(document)}</h1>
      {document.title
        ? <p class="title" lang="vi">{document.title}</p>
        : <p class="title title--unknown">{t('no_title')}</p>}
      <dl class="fields">
        {fields.map(([key, value]) => value && (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd lang="vi">{value}</dd>
          </div>
        ))}
      </dl>
      {document.status === 'absent' && <p class="note">{t('absent_text')}</p>}
    </header>
  );
}
