import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Location } from './router';
import { paragraphAt, type TextModel } from './text_model';

const kHighlight = 'passage';

/** Brings the passage in the address (`#start` or `#start-end`, code points) into view, marked. */
export function usePassage(
  root: RefObject<HTMLElement | null>,
  model: TextModel,
  location: Location,
): void {
  useEffect(() => {
    const passage = parsePassage(location.hash);
    if (!passage || !root.current) return undefined;
    const start = model.at(passage.start);
    const end = Math.max(start, model.at(passage.end));
    return showPassage(root.current, model, start, end);
  }, [root, model.text, location]);
}

function parsePassage(hash: string): { start: number; end: number } | null {
  const found = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(hash);
  if (!found) return null;
  const start = Number(found[1]);
  return { start, end: Number(found[2] ?? start) };
}

function showPassage(
  root: HTMLElement,
  model: TextModel,
  start: number,
  end: number,
): () => void {
  const first = paragraphElement(root, model, start);
  if (!first) return () => undefined;
  scrollThere(first);
  first.classList.add('target');
  const clear = highlight(root, model, start, end);
  return () => {
    first.classList.remove('target');
    clear();
  };
}

/** Twice: skipped chunks have guessed heights, which become true once the first jump draws them. */
function scrollThere(element: Element): void {
  element.scrollIntoView({ block: 'center' });
  requestAnimationFrame(() => element.scrollIntoView({ block: 'center' }));
}

function paragraphElement(root: HTMLElement, model: TextModel, offset: number): Element | null {
  const paragraph = model.paragraphs[paragraphAt(model, offset)];
  return paragraph ? root.querySelector(`[data-at="${paragraph.start}"]`) : null;
}

/** Colours the exact words where the browser can do it without changing the document tree. */
function highlight(root: HTMLElement, model: TextModel, start: number, end: number): () => void {
  if (end <= start || !('highlights' in CSS)) return () => undefined;
  const from = domPoint(root, model, start);
  const to = domPoint(root, model, end);
  if (!from || !to) return () => undefined;
  const range = new Range();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  CSS.highlights.set(kHighlight, new Highlight(range));
  return () => CSS.highlights.delete(kHighlight);
}

function domPoint(
  root: HTMLElement,
  model: TextModel,
  offset: number,
): { node: Node; offset: number } | null {
  const paragraph = model.paragraphs[paragraphAt(model, offset)];
  const element = paragraph && paragraphElement(root, model, offset);
  if (!paragraph || !element) return null;
  let left = Math.min(offset, paragraph.end) - paragraph.start;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (left <= length) return { node, offset: left };
    left -= length;
  }
  return null;
}
