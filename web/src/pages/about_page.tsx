import { t, type MessageKey } from '../i18n';
import { searchUrl } from '../router';
import { useTitle } from '../use_title';

const kExamples: [string, MessageKey][] = [
  ['tinh giản biên chế', 'about_q_words'],
  ['tinh gian bien che', 'about_q_plain'],
  ['"tinh giản biên chế"', 'about_q_phrase'],
  ['sáp nhập -"đơn vị hành chính"', 'about_q_not'],
  ['(thôn OR "tổ dân phố") sắp xếp', 'about_q_or'],
  ['18-NQ/TW', 'about_q_number'],
  ['loại:"Kế hoạch" nơi:"Bình Định" năm:2018', 'about_q_field'],
];

const kLimits: MessageKey[] = ['about_limits_1', 'about_limits_2', 'about_limits_3'];
const kExports = ['documents', 'edges', 'tasks'] as const;

/** What this is, how to ask, and what not to rely on. */
export function AboutPage(): preact.JSX.Element {
  useTitle(t('about_title'));
  return (
    <article class="about">
      <h1>{t('about_title')}</h1>
      <p class="lead">{t('about_what')}</p>
      <h2>{t('about_query_title')}</h2>
      <table>
        <thead>
          <tr><th scope="col">{t('about_query_write')}</th><th scope="col">{t('about_query_finds')}</th></tr>
        </thead>
        <tbody>
          {kExamples.map(([q, key]) => (
            <tr key={q}>
              <td lang="vi"><a href={searchUrl({ q })}><code>{q}</code></a></td>
              <td>{t(key)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{t('about_limits_title')}</h2>
      <ul>{kLimits.map((key) => <li key={key}>{t(key)}</li>)}</ul>
      <h2>{t('about_api_title')}</h2>
      <p>
        {t('about_api')}
        <a href="/api-docs">{t('about_api_page')}</a>,{' '}
        <a href="/api/v1/openapi.json" target="_blank">{t('about_api_link')}</a>.
      </p>
      <p>
        {t('about_export')}
        {kExports.map((name, index) => (
          <span key={name}>
            {index > 0 && ', '}
            <a href={`/api/v1/export/${name}`} download>{t(`about_export_${name}`)}</a>
          </span>
        ))}.
      </p>
    </article>
  );
}
