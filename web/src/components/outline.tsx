import { t } from '../i18n';
import type { Section } from '../types';
import { useWide } from '../use_wide';

const kDeepest = 2;
const kFewest = 2;

/** Links to the sections of the text, the first two levels. */
export function Outline({ sections }: { sections: Section[] }): preact.JSX.Element | null {
  const wide = useWide('64rem');
  const shown = sections.filter((section) => depth(section) <= kDeepest);
  if (shown.length < kFewest) return <div class="outline" />;
  return (
    <nav class="outline" aria-label={t('outline')}>
      <details open={wide}>
        <summary>{t('outline')}</summary>
        <ol>
          {shown.map((section) => (
            <li key={section.start} class={`level-${depth(section)}`}>
              <a href={`#${section.start}`} lang="vi">{section.heading || section.path}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

const depth = (section: Section): number => section.path.split('.').filter(Boolean).length;
