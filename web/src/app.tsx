import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Header } from './components/header';
import { language, setLanguage, t, type Language } from './i18n';
import { AboutPage } from './pages/about_page';
import { ApiPage } from './pages/api_page';
import { BodiesPage } from './pages/bodies_page';
import { BodyPage } from './pages/body_page';
import { DocumentPage } from './pages/document_page';
import { NotFoundPage } from './pages/not_found_page';
import { SearchPage } from './pages/search_page';
import { TasksPage } from './pages/tasks_page';
import { WantedPage } from './pages/wanted_page';
import { useLocation, type Location } from './router';

/** The frame of every page, and the choice of the page by its path. */
export function App(): preact.JSX.Element {
  const location = useLocation();
  const [, setChosen] = useState<Language>(language());
  const main = useFocusOnNewPage(location.path);
  const switchLanguage = (): void => {
    setLanguage(language() === 'vi' ? 'en' : 'vi');
    setChosen(language());
  };
  return (
    <>
      <a class="skip" href="#main">{t('skip_to_content')}</a>
      <Header path={location.path} onSwitchLanguage={switchLanguage} />
      <main id="main" ref={main} tabIndex={-1}>{page(location)}</main>
      <footer class="footer"><p>{t('footer')}</p></footer>
    </>
  );
}

function page(location: Location): ComponentChildren {
  const [, first = '', second, ...rest] = location.path.replace(/\/+$/, '').split('/');
  if (rest.length > 0) return <NotFoundPage />;
  const id = decoded(second);
  if (first === '' && !second) return <SearchPage location={location} />;
  if (first === 'van-ban' && id) return <DocumentPage key={id} id={id} location={location} />;
  if (first === 'co-quan' && id) return <BodyPage key={id} id={id} location={location} />;
  if (first === 'co-quan') return <BodiesPage location={location} />;
  if (first === 'nhiem-vu' && !second) return <TasksPage location={location} />;
  if (first === 'can-co' && !second) return <WantedPage location={location} />;
  if (first === 'gioi-thieu' && !second) return <AboutPage />;
  if (first === 'api-docs' && !second) return <ApiPage />;
  return <NotFoundPage />;
}

function decoded(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '');
  } catch {
    return '';
  }
}

/** Moves the focus to the content when the path changes, so that a screen reader starts there. */
function useFocusOnNewPage(path: string): preact.RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const shown = useRef(path);
  useEffect(() => {
    if (shown.current === path) return;
    shown.current = path;
    // A page may have put the focus in its own box already.
    if (main.current?.contains(document.activeElement)) return;
    main.current?.focus({ preventScroll: true });
  }, [path]);
  return main;
}
