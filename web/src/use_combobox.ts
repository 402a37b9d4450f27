import { useEffect, useState } from 'preact/hooks';
import { bodyUrl, documentUrl, navigate } from './router';
import type { Suggestion } from './types';
import { useSuggestions } from './use_suggestions';

/** What a box with suggestions shows, and what may happen to it. */
export interface Combobox {
  text: string;
  items: Suggestion[];
  /** Whether the list is to be seen. */
  expanded: boolean;
  /** The option under the arrow keys; -1 is the box itself. */
  active: number;
  type(text: string): void;
  close(): void;
  submit(text: string): void;
  choose(item: Suggestion): void;
  onKeyDown(event: KeyboardEvent): void;
}

/** The behaviour of the search box, by the combobox pattern of ARIA 1.2. */
export function useCombobox(query: string, onSearch: (query: string) => void): Combobox {
  const [text, setText] = useState(query);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const items = useSuggestions(text, open);
  const expanded = open && items.length > 0;
  useEffect(() => setText(query), [query]);

  const type = (value: string): void => {
    setText(value);
    setActive(-1);
    setOpen(true);
  };
  const submit = (value: string): void => {
    type(value);
    setOpen(false);
    onSearch(value.trim());
  };
  const choose = (item: Suggestion): void => {
    const url = suggestionUrl(item);
    if (!url) return submit(item.text);
    setOpen(false);
    navigate(url);
  };
  const move = (step: number): void => {
    setOpen(true);
    if (items.length > 0) setActive(nextActive(active, step, items.length));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes a syllable, its keys are not ours.
    if (event.isComposing) return;
    const act = keyAction(event.key);
    if (act) {
      event.preventDefault();
      act();
    }
  };
  const keyAction = (key: string): (() => void) | null => {
    const item = items[active];
    if (key === 'ArrowDown') return () => move(1);
    if (key === 'ArrowUp') return () => move(-1);
    if (key === 'Escape' && expanded) return () => setOpen(false);
    if (key === 'Enter' && expanded && item) return () => choose(item);
    return null;
  };
  return { text, items, expanded, active, type, close: () => setOpen(false), submit, choose, onKeyDown };
}

/** Where a suggestion leads; a word leads nowhere, it is searched. */
function suggestionUrl(item: Suggestion): string | null {
  if (!item.id || item.kind === 'word') return null;
  return item.kind === 'body' ? bodyUrl(item.id) : documentUrl(item.id);
}

/** The next option, going round through what was typed. */
function nextActive(active: number, step: number, count: number): number {
  return ((active + 1 + step + count + 1) % (count + 1)) - 1;
}
