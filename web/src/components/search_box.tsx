import { useEffect, useRef } from 'preact/hooks';
import { t, type MessageKey } from '../i18n';
import { useCombobox, type Combobox } from '../use_combobox';

interface Props {
  query: string;
  /** Whether the cursor is put in the box: on the start page, not over results. */
  autoFocus: boolean;
  onSearch(query: string): void;
}

/** The one box for everything that can be asked, with suggestions. */
export function SearchBox({ query, autoFocus, onSearch }: Props): preact.JSX.Element {
  const box = useCombobox(query, onSearch);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (autoFocus) input.current?.focus({ preventScroll: true });
  }, [autoFocus]);
  return (
    <form
      class="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        box.submit(box.text);
      }}
    >
      <label class="visually-hidden" for="q">{t('search_label')}</label>
      <input
        id="q"
        ref={input}
        type="search"
        name="q"
        maxLength={1000}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
        placeholder={t('search_placeholder')}
        value={box.text}
        list={undefined}
        role="combobox"
        aria-expanded={box.expanded}
        aria-controls="suggestions"
        aria-autocomplete="list"
        aria-activedescendant={box.expanded && box.active >= 0 ? optionId(box.active) : undefined}
        onInput={(event) => box.type(event.currentTarget.value)}
        onKeyDown={box.onKeyDown}
        onBlur={box.close}
      />
      <button type="submit">{t('search_button')}</button>
      <SuggestionList box={box} />
    </form>
  );
}

const optionId = (index: number): string => `suggestion-${index}`;

function SuggestionList({ box }: { box: Combobox }): preact.JSX.Element {
  return (
    <ul id="suggestions" role="listbox" aria-label={t('suggestions_label')} hidden={!box.expanded}>
      {box.items.map((item, index) => (
        <li
          key={`${item.kind} ${item.id ?? ''} ${item.text}`}
          id={optionId(index)}
          role="option"
          aria-selected={index === box.active}
          // Keeps the focus in the box, which would otherwise close the list before the click.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => box.choose(item)}
        >
          <span lang="vi">{item.text}</span>
          <small>{t(`suggest_${item.kind}` as MessageKey)}</small>
        </li>
      ))}
    </ul>
  );
}
