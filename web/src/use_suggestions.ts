import { useEffect, useState } from 'preact/hooks';
import { getJson, suggestAt } from './api';
import type { Suggestion } from './types';

const kDelayMs = 120;
const kShown = 8;
const kNone: Suggestion[] = [];

interface Answer {
  query: string;
  items: Suggestion[];
}

/**
 * Completions of `text`, a moment after the typing stops; none when they cannot be had. While
 * `wanted` is false nothing is asked, and what was known is kept.
 */
export function useSuggestions(text: string, wanted: boolean): Suggestion[] {
  const [answer, setAnswer] = useState<Answer>({ query: '', items: kNone });
  const query = text.trim();
  const known = query === answer.query;
  useEffect(() => {
    if (!wanted || known || !query) return undefined;
    const abort = new AbortController();
    const settle = (items: Suggestion[]): void => {
      if (!abort.signal.aborted) setAnswer({ query, items });
    };
    const timer = setTimeout(() => {
      getJson(suggestAt(query), abort.signal).then(
        ({ items }) => settle(items.slice(0, kShown)),
        () => settle(kNone),
      );
    }, kDelayMs);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [query, wanted, known]);
  return query ? answer.items : kNone;
}
