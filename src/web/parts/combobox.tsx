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
  const [isOpen, setOpen] = useState(false);
  const [marked, setMarked] = useState(-1);
  const [field, list] = [useId(), useId()];
  const at = Math.min(marked, options.length - 1);
  const isShown = isOpen && options.length > 0;
  const take = (option: Option<Value>): void => {
    onTake(option);
    setOpen(false);
    setMarked(-1);
  };
  const move = (to: number): void => {
    setOpen(true);
    setMarked(options.length === 0 ? -1 : (to + options.length) % options.length);
  };
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => {
      move(isShown ? at + 1 : 0);
      return true;
    },
    ArrowUp: () => {
      move(isShown && at >= 0 ? at - 1 : options.length - 1);
      return true;
    },
    Enter: () => {
      const option = options[at] ?? (isFree ? undefined : options[0]);
      if (!isShown || option === undefined) return false;
      take(option);
      return true;
    },
    Escape: () => {
      setOpen(false);
      setMarked(-1);
      return isShown;
    },
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
        aria-activedescendant={isShown && at >= 0 ? `${list}-${String(at)}` : undefined}
        onInput={({ currentTarget: { value } }) => {
          onText(value);
          setOpen(true);
          setMarked(-1);
        }}
        onFocus={() => {
          if (!isFree) setOpen(true);
        }}
        onBlur={() => {
          setOpen(false);
        }}
        onClick={() => {
          if (!isFree) setOpen(true);
        }}
        onKeyDown={(event) => {
          if (keys[event.key]?.() === true) event.preventDefault();
        }}
      />
      <ul id={list} role="listbox" aria-label="What it may mean" hidden={!isShown}>
        {isShown &&
          options.map((option, index) => (
            <li
              key={option.key}
              id={`${list}-${String(index)}`}
              role="option"
              aria-selected={index === at}
              onPointerDown={(event) => {
                event.preventDefault();
              }}
              onClick={() => {
                take(option);
              }}
              ref={(element) => {
                if (index === at) element?.scrollIntoView({ block: 'nearest' });
              }}
            >
              {option.text} <span class="aside">{option.note}</span>
            </li>
          ))}
      </ul>
    </div>
  );
}
