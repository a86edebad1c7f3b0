/**
 * A text field with a list of options, after the combobox pattern of the ARIA Authoring Practices: the arrow keys move
 * through the list, Enter chooses an option, Escape closes the list.
 */
import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';

export interface Option<Value> {
  readonly key: string;
  readonly text: string;
  /** Distinguishes options with the same name. */
  readonly note: string;
  readonly value: Value;
}

interface Props<Value> {
  readonly label: ComponentChildren;
  readonly text: string;
  readonly placeholder?: string;
  readonly options: readonly Option<Value>[];
  readonly onText: (text: string) => void;
  readonly onTake: (option: Option<Value>) => void;
  /** If true, Enter submits the form around the field when no option is selected. */
  readonly isFree?: boolean;
}

export function Combobox<Value>({ label, text, placeholder, options, onText, onTake, isFree = false }: Props<Value>) {
  const [field, list] = [useId(), useId()];
  const { isShown, selected, open, close, take, onKeyDown } = useOptionList(options, onTake, isFree);
  const openUnlessFree = (): void => {
    if (!isFree) open();
  };
  return (
    <div class="combobox">
      <label for={field}>{label}</label>
      <input
        id={field}
        type="text"
        role="combobox"
        autocomplete="off"
        autocapitalize="none"
        spellcheck={false}
        placeholder={placeholder}
        value={text}
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={list}
        aria-activedescendant={isShown && selected >= 0 ? `${list}-${String(selected)}` : undefined}
        onInput={({ currentTarget: { value } }) => {
          onText(value);
          open(-1);
        }}
        onFocus={openUnlessFree}
        onBlur={() => {
          close(false);
        }}
        onClick={openUnlessFree}
        onKeyDown={onKeyDown}
      />
      <OptionList id={list} options={options} isShown={isShown} selected={selected} onTake={take} />
    </div>
  );
}

interface OptionListState<Value> {
  readonly isShown: boolean;
  /** The index of the selected option; -1 if none is selected. */
  readonly selected: number;
  /** Opens the list, and selects an option if an index is given. */
  readonly open: (select?: number) => void;
  /** Closes the list; `isReset` also removes the selection. */
  readonly close: (isReset: boolean) => void;
  readonly take: (option: Option<Value>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Whether the list is open and which option is selected, and how keys change that. */
function useOptionList<Value>(
  options: readonly Option<Value>[],
  onTake: (option: Option<Value>) => void,
  isFree: boolean,
): OptionListState<Value> {
  const [isOpen, setOpen] = useState(false);
  const [index, setIndex] = useState(-1);
  const selected = Math.min(index, options.length - 1);
  const isShown = isOpen && options.length > 0;
  const open = (select?: number): void => {
    setOpen(true);
    if (select !== undefined) setIndex(select);
  };
  const close = (isReset: boolean): void => {
    setOpen(false);
    if (isReset) setIndex(-1);
  };
  const take = (option: Option<Value>): void => {
    onTake(option);
    close(true);
  };
  const move = (to: number): void => {
    open(options.length === 0 ? -1 : (to + options.length) % options.length);
  };
  /** Each returns whether the key was used. */
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => {
      move(isShown ? selected + 1 : 0);
      return true;
    },
    ArrowUp: () => {
      move(isShown && selected >= 0 ? selected - 1 : options.length - 1);
      return true;
    },
    Enter: () => {
      const option = options[selected] ?? (isFree ? undefined : options[0]);
      if (!isShown || option === undefined) return false;
      take(option);
      return true;
    },
    Escape: () => {
      close(true);
      return isShown;
    },
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (keys[event.key]?.() === true) event.preventDefault();
  };
  return { isShown, selected, open, close, take, onKeyDown };
}

function OptionList<Value>({
  id,
  options,
  isShown,
  selected,
  onTake,
}: {
  readonly id: string;
  readonly options: readonly Option<Value>[];
  readonly isShown: boolean;
  readonly selected: number;
  readonly onTake: (option: Option<Value>) => void;
}) {
  return (
    <ul id={id} role="listbox" aria-label="Suggestions" hidden={!isShown}>
      {isShown &&
        options.map((option, index) => (
          <li
            key={option.key}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === selected}
            onPointerDown={(event) => {
              event.preventDefault();
            }}
            onClick={() => {
              onTake(option);
            }}
            ref={(element) => {
              if (index === selected) element?.scrollIntoView({ block: 'nearest' });
            }}
          >
            {option.text} <span class="aside">{option.note}</span>
          </li>
        ))}
    </ul>
  );
}
