import type { ComponentChildren } from 'preact';
import { offsetMap } from '../code_points';
import type { Hit } from '../types';

/** A passage with the words that matched marked; `highlights` are code points into its text. */
export function Snippet({ text, highlights }: Hit['snippet']): preact.JSX.Element {
  const at = offsetMap(text);
  const parts: ComponentChildren[] = [];
  let done = 0;
  for (const [start, end] of highlights) {
    const from = Math.max(done, at(start));
    const to = at(end);
    if (to <= from) continue;
    parts.push(text.slice(done, from), <mark>{text.slice(from, to)}</mark>);
    done = to;
  }
  parts.push(text.slice(done));
  return <p class="snippet" lang="vi">{parts}</p>;
}
