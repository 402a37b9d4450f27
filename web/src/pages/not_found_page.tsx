import { t } from '../i18n';
import { useTitle } from '../use_title';

/** For an address that leads nowhere. */
export function NotFoundPage(): preact.JSX.Element {
  useTitle(t('not_found_title'));
  return (
    <div class="list-page">
      <h1>{t('not_found_title')}</h1>
      <p>{t('not_found_text')}</p>
      <p><a href="/">{t('not_found_home')}</a></p>
    </div>
  );
}
