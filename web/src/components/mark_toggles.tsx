import { t, type MessageKey } from '../i18n';
import type { CitationStatus, SpanKind } from '../types';
import { useWide } from '../use_wide';

const kSwitches: [SpanKind[], MessageKey][] = [
  [['citation', 'named'], 'mark_citation'],
  [['body'], 'mark_body'],
  [['deadline'], 'mark_deadline'],
  [['task'], 'mark_task'],
];

const kStatuses: CitationStatus[] = ['resolved', 'absent', 'ambiguous', 'unresolved', 'conflict'];

interface Props {
  shown: ReadonlySet<SpanKind>;
  onChange(shown: ReadonlySet<SpanKind>): void;
}

/** Switches for the marks in the text, and what the colours of the citations mean. */
export function MarkToggles({ shown, onChange }: Props): preact.JSX.Element {
  const wide = useWide('64rem');
  const toggle = (kinds: SpanKind[], on: boolean): void => {
    const next = new Set(shown);
    for (const kind of kinds) {
      if (on) next.add(kind);
      else next.delete(kind);
    }
    onChange(next);
  };
  return (
    <aside class="marks" aria-label={t('marks')}>
      <details open={wide}>
        <summary>{t('marks')}</summary>
        {kSwitches.map(([kinds, key]) => (
          <label key={key}>
            <input
              type="checkbox"
              checked={kinds.every((kind) => shown.has(kind))}
              onChange={(event) => toggle(kinds, event.currentTarget.checked)}
            />
            <span class={`swatch swatch--${kinds[0] ?? ''}`}>{t(key)}</span>
          </label>
        ))}
      </details>
      <details class="legend">
        <summary>{t('legend')}</summary>
        <ul>
          {kStatuses.map((status) => (
            <li key={status}><span class={`cite cite--${status}`}>{t(`citation_${status}`)}</span></li>
          ))}
        </ul>
      </details>
      <button type="button" class="plain" onClick={() => window.print()}>{t('print')}</button>
    </aside>
  );
}
