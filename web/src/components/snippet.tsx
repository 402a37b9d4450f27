import type { ComponentChildren } from 'preact';
import { offsetMap } from '../code_points';
import type { Hit } from '../types';

/** A passage with the words that matched marked; `highlights` are code points into its text. */
export function Snippet({ text, highlights }: Hit['snippet']): preact.JSX.Element {
  const parts: ComponentChildren[] = [];
  let done = 0;
  for (const [start, end] of joined(text, highlights)) {
    parts.push(text.slice(done, start), <mark>{text.slice(start, end)}</mark>);
    done = end;
  }
  parts.push(text.slice(done));
  return <p class="snippet" lang="vi">{parts}</p>;
}

/** UTF-16 ranges in order; a phrase or a number, marked word by word, becomes one range. */
function joined(text: string, highlights: [number, number][]): [number, number][] {
  const at = offsetMap(text);
  const ranges: [number, number][] = [];
  for (const [first, last] of highlights) {
    const start = at(first);
    const end = at(last);
    const previous = ranges[ranges.length - 1];
    if (previous && /^[\s/-]?$/.test(text.slice(previous[1], start))) {
      previous[1] = Math.max(previous[1], end);
    } else if (end > start && start >= (previous?.[1] ?? 0)) {
      ranges.push([start, end]);
    }
  }
  return ranges;
}
