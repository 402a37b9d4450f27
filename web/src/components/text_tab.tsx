import { useMemo, useState } from 'preact/hooks';
import { textAt } from '../api';
import { t } from '../i18n';
import type { Location } from '../router';
import { buildTextModel } from '../text_model';
import type { DocumentDetail, DocumentText, SpanKind } from '../types';
import { useResource } from '../use_resource';
import { DocumentTextView } from './document_text';
import { MarkToggles } from './mark_toggles';
import { Outline } from './outline';
import { Loaded } from './status';

interface Props {
  document: DocumentDetail;
  location: Location;
}

const kAllMarks: SpanKind[] = ['citation', 'named', 'body', 'deadline', 'task'];

/** The text with its marks, an outline to move in it, and switches for the marks. */
export function TextTab({ document, location }: Props): preact.JSX.Element {
  const resource = useResource(textAt(document.id));
  const [shown, setShown] = useState<ReadonlySet<SpanKind>>(new Set(kAllMarks));
  return (
    <section class="tab text-tab" aria-label={t('text_label')}>
      <Outline sections={document.sections ?? []} />
      <MarkToggles shown={shown} onChange={setShown} />
      <Loaded resource={resource}>
        {(text) => <Marked document={document} text={text} shown={shown} location={location} />}
      </Loaded>
    </section>
  );
}

interface MarkedProps extends Props {
  text: DocumentText;
  shown: ReadonlySet<SpanKind>;
}

function Marked({ document, text, shown, location }: MarkedProps): preact.JSX.Element {
  const model = useMemo(
    () => buildTextModel(text, document.sections ?? [], shown),
    [text, document, shown],
  );
  return (
    <DocumentTextView model={model} citations={document.citations ?? []} location={location} />
  );
}
