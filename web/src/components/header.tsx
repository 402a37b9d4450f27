import { language, t, type MessageKey } from '../i18n';

interface Props {
  path: string;
  onSwitchLanguage(): void;
}

const kLinks: [string, MessageKey][] = [
  ['/', 'nav_search'],
  ['/nhiem-vu', 'nav_tasks'],
  ['/co-quan', 'nav_bodies'],
  ['/can-co', 'nav_wanted'],
  ['/gioi-thieu', 'nav_about'],
];

/** Name of the site, links to its pages, and the choice of the language. */
export function Header({ path, onSwitchLanguage }: Props): preact.JSX.Element {
  const other = language() === 'vi' ? 'en' : 'vi';
  return (
    <header class="header">
      <a class="brand" href="/" lang="vi">
        <img src="/favicon.svg" alt="" width="28" height="28" />
        <span>{t('brand')}</span>
      </a>
      <nav aria-label={t('nav_label')}>
        <ul>
          {kLinks.map(([href, key]) => (
            <li key={href}>
              <a href={href} aria-current={isCurrent(path, href) ? 'page' : undefined}>{t(key)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <button type="button" class="language" lang={other} onClick={onSwitchLanguage}>
        {t('language_other')}
      </button>
    </header>
  );
}

function isCurrent(path: string, href: string): boolean {
  return href === '/' ? path === '/' : path.startsWith(href);
}
