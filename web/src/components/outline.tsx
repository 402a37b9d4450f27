import { t } from '../i18n';
import type { Section } from '../types';
import { useWide } from '../use_wide';

const kDeepest = 2;
const kFewest = 2;

/** Links to the sections of the text, the first two levels. */
export function Outline({ sections }: { sections: Section[] }): preact.JSX.Element | null {
  const wide = useWide('64rem');
  const shown = sections.filter((section) => depth(section) > 0 && depth(section) <= kDeepest);
  if (shown.length < kFewest) return <div class="outline" />;
  return (
    <nav class="outline" aria-label={t('outline')}>
      <details open={wide}>
        <summary>{t('outline')}</summary>
        <ol>
          {shown.map((section) => (
            <li key={section.start} class={`level-${depth(section)}`}>
              <a href={`#${section.start}`} lang="vi">{label(section)}</a>
            </li>
          ))}
        </ol>
      </details>
    </nav>
  );
}

const parts = (section: Section): string[] => section.path.split('.').filter(Boolean);

const depth = (section: Section): number => parts(section).length;

/** `II.3` with its heading as `3. Heading`: what stands above it need not be said again. */
const label = (section: Section): string =>
  [parts(section).pop(), section.heading].filter(Boolean).join('. ');
