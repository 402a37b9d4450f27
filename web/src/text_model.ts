import { offsetMap, type OffsetMap } from './code_points';
import type { DocumentText, Section, Span, SpanKind } from './types';

/** The text of a document cut into paragraphs and marked pieces; all offsets here are UTF-16. */
export interface TextModel {
  text: string;
  at: OffsetMap;
  paragraphs: Paragraph[];
  /** The lines are cut at a fixed width, as word processors and portals do. */
  wrapped: boolean;
}

export interface Paragraph {
  start: number;
  end: number;
  /** Depth of the section that begins here: 1 or 2 for a heading, 0 for running text. */
  level: number;
  /** Blank lines stand before it. */
  gap: boolean;
  task: boolean;
  pieces: Piece[];
}

export interface Piece {
  start: number;
  end: number;
  span: Span | null;
}

interface Placed {
  start: number;
  end: number;
  span: Span;
}

const kPriority: Record<SpanKind, number> = { citation: 0, named: 1, deadline: 2, body: 3, task: 4 };
const kHeadingLength = 220;
const kWrapWidth = 110;

/** Builds the model with the marks in `shown`; linear but for the sorting of the spans. */
export function buildTextModel(
  document: DocumentText,
  sections: Section[],
  shown: ReadonlySet<SpanKind>,
): TextModel {
  const { text } = document;
  const at = offsetMap(text);
  const placed = document.spans
    .filter((span) => shown.has(span.kind))
    .map((span) => ({ start: at(span.start), end: at(span.end), span }))
    .filter((span) => span.end > span.start);
  const tasks = placed.filter((one) => one.span.kind === 'task').sort(byStart);
  const marks = withoutOverlaps(placed.filter((one) => one.span.kind !== 'task'));
  const levels = headingLevels(sections, at);
  const paragraphs = cutLines(text);
  markHeadings(paragraphs, levels);
  markTasks(paragraphs, tasks);
  cutPieces(paragraphs, marks);
  return { text, at, paragraphs, wrapped: isWrapped(paragraphs) };
}

/** The index of the paragraph that holds `offset`, or the nearest before it. */
export function paragraphAt(model: TextModel, offset: number): number {
  let low = 0;
  let high = model.paragraphs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((model.paragraphs[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const byStart = (a: Placed, b: Placed): number => a.start - b.start || b.end - a.end;

/** Of spans that overlap, the more telling kind stays; among equals the earlier and longer one. */
function withoutOverlaps(spans: Placed[]): Placed[] {
  const order = [...spans].sort(
    (a, b) => kPriority[a.span.kind] - kPriority[b.span.kind] || byStart(a, b),
  );
  const kept: Placed[] = [];
  for (let rank = 0; rank <= kPriority.body; rank += 1) {
    const group = order.filter((one) => kPriority[one.span.kind] === rank);
    mergeInto(kept, group);
  }
  return kept;
}

/** Adds those of `group` that touch nothing in `kept`; both are and stay sorted by start. */
function mergeInto(kept: Placed[], group: Placed[]): void {
  const before = [...kept];
  const added: Placed[] = [];
  let next = 0;
  let end = 0;
  for (const one of group) {
    while (next < before.length && (before[next]?.end ?? 0) <= one.start) next += 1;
    const blocked = next < before.length && (before[next]?.start ?? 0) < one.end;
    if (blocked || one.start < end) continue;
    added.push(one);
    end = one.end;
  }
  kept.push(...added);
  kept.sort(byStart);
}

function headingLevels(sections: Section[], at: OffsetMap): Map<number, number> {
  const levels = new Map<number, number>();
  for (const section of sections) {
    const level = Math.min(2, section.path.split('.').filter(Boolean).length);
    if (!levels.has(at(section.start))) levels.set(at(section.start), level);
  }
  return levels;
}

function cutLines(text: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let gap = false;
  for (let start = 0; start <= text.length;) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (text.slice(start, end).trim() === '') gap = true;
    else {
      paragraphs.push({ start, end, level: 0, gap, task: false, pieces: [] });
      gap = false;
    }
    start = end + 1;
  }
  return paragraphs;
}

/** A section begins a heading when its paragraph is short and no deeper than two levels. */
function markHeadings(paragraphs: Paragraph[], levels: Map<number, number>): void {
  const starts = [...levels.keys()].sort((a, b) => a - b);
  let next = 0;
  for (const paragraph of paragraphs) {
    while (next < starts.length && (starts[next] ?? 0) < paragraph.start) next += 1;
    const start = starts[next];
    if (start === undefined || start >= paragraph.end) continue;
    if (paragraph.end - paragraph.start <= kHeadingLength) paragraph.level = levels.get(start) ?? 0;
  }
}

function markTasks(paragraphs: Paragraph[], tasks: Placed[]): void {
  let next = 0;
  for (const paragraph of paragraphs) {
    while (next < tasks.length && (tasks[next]?.end ?? 0) <= paragraph.start) next += 1;
    paragraph.task = next < tasks.length && (tasks[next]?.start ?? 0) < paragraph.end;
  }
}

function cutPieces(paragraphs: Paragraph[], marks: Placed[]): void {
  let next = 0;
  for (const { start, end, pieces } of paragraphs) {
    while (next < marks.length && (marks[next]?.end ?? 0) <= start) next += 1;
    let done = start;
    for (let index = next; index < marks.length; index += 1) {
      const mark = marks[index];
      if (!mark || mark.start >= end) break;
      const from = Math.max(done, mark.start);
      const to = Math.min(end, mark.end);
      if (from > done) pieces.push({ start: done, end: from, span: null });
      if (to > from) pieces.push({ start: from, end: to, span: mark.span });
      done = Math.max(done, to);
    }
    if (done < end) pieces.push({ start: done, end, span: null });
  }
}

function isWrapped(paragraphs: Paragraph[]): boolean {
  if (paragraphs.length < 20) return false;
  const long = paragraphs.filter((one) => one.end - one.start > kWrapWidth).length;
  return long * 50 < paragraphs.length;
}
