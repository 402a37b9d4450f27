import { useEffect } from 'preact/hooks';
import { t } from './i18n';

/** Names the page in the browser's tab. */
export function useTitle(title: string | null): void {
  const full = title ? `${title} · ${t('brand')}` : t('brand');
  useEffect(() => {
    document.title = full;
  }, [full]);
}
