import { useMemo, useRef } from 'preact/hooks';
import { formatDate } from '../format';
import { bodyUrl, documentUrl, searchUrl, type Location } from '../router';
import type { Paragraph, Piece, TextModel } from '../text_model';
import type { Citation, Span } from '../types';
import { usePassage } from '../use_passage';
import { CitationCard } from './citation_card';

interface Props {
  model: TextModel;
  citations: Citation[];
  location: Location;
}

const kChunk = 30;
const kNumberLength = 24;

/** The marked text. Paragraphs are drawn in chunks that the browser skips while out of sight. */
export function DocumentTextView({ model, citations, location }: Props): preact.JSX.Element {
  const root = useRef<HTMLDivElement>(null);
  usePassage(root, model, location);
  const byStart = useMemo(() => new Map(citations.map((one) => [one.start, one])), [citations]);
  // The same nodes again cost nothing: only the card changes while one reads.
  const chunks = useMemo(() => chunkViews(model, byStart), [model, byStart]);
  return (
    <div class={model.wrapped ? 'text text--wrapped' : 'text'} ref={root} lang="vi">
      {chunks}
      <CitationCard root={root} citations={byStart} />
    </div>
  );
}

function chunkViews(model: TextModel, citations: Map<number, Citation>): preact.JSX.Element[] {
  const chunks: Paragraph[][] = [];
  for (let at = 0; at < model.paragraphs.length; at += kChunk) {
    chunks.push(model.paragraphs.slice(at, at + kChunk));
  }
  return chunks.map((chunk) => (
    <div class="chunk" key={chunk[0]?.start}>
      {chunk.map((paragraph) => paragraphView(paragraph, model.text, citations))}
    </div>
  ));
}

function paragraphView(
  paragraph: Paragraph,
  text: string,
  citations: Map<number, Citation>,
): preact.JSX.Element {
  const Tag = paragraph.level === 1 ? 'h2' : paragraph.level === 2 ? 'h3' : 'p';
  const names = [paragraph.gap && 'gap', paragraph.task && 'task'].filter(Boolean).join(' ');
  return (
    <Tag key={paragraph.start} data-at={paragraph.start} class={names || undefined}>
      {paragraph.pieces.map((piece) => pieceView(piece, text, citations))}
    </Tag>
  );
}

function pieceView(
  piece: Piece,
  text: string,
  citations: Map<number, Citation>,
): preact.ComponentChild {
  const words = text.slice(piece.start, piece.end);
  const { span } = piece;
  if (!span) return words;
  if (span.kind === 'citation' || (span.kind === 'named' && span.target)) {
    return citationLink(span, words, citations.get(span.start));
  }
  if (span.kind === 'body' && span.id) {
    return <a class="body" href={bodyUrl(span.id)} title={span.name}>{words}</a>;
  }
  if (span.kind === 'deadline') return <span class="deadline" title={period(span)}>{words}</span>;
  return <span class={span.kind} title={span.name}>{words}</span>;
}

/** One that is not resolved leads to the search for what is written, which lists the candidates. */
function citationLink(
  span: Span,
  words: string,
  citation: Citation | undefined,
): preact.JSX.Element {
  const status = span.status ?? citation?.status ?? 'unresolved';
  const target = span.target ?? citation?.target;
  const href = target ? documentUrl(target) : searchUrl({ q: citation?.number ?? words });
  const number = span.kind === 'citation' && words.length <= kNumberLength ? ' cite--number' : '';
  return (
    <a class={`cite cite--${status}${number}`} href={href} data-cite={span.start}>{words}</a>
  );
}

function period(span: Span): string {
  return [formatDate(span.from), formatDate(span.to)].filter(Boolean).join(' – ');
}
