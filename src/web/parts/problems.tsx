/** What went wrong and what to do, with buttons to do it. */
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import type { ComponentChildren, RefObject } from 'preact';
import { isTransient, type Problem } from '../api.ts';
import { askAgain } from '../attempts.ts';
import { orUnreadable, type Suggestion } from '../response.ts';
import { focusHeading, useFocus } from './heading.tsx';

/** The address that has a suggestion in the place of the wrong name; null if there is none. */
export type AddressWith = (suggestion: Suggestion) => string | null;

interface Props {
  readonly problems: readonly Problem[];
  readonly addressWith?: AddressWith;
  /** True if the focus stays where it is: the page is of use without the part that failed. */
  readonly isAside?: boolean;
}

/** The message without the slugs that are listed as names. */
const messageOf = ({ message, suggestions }: Problem): string =>
  suggestions.length > 0 ? message.replace(/ Did you mean .*\?$/, '') : message;

/** The boxes of the page by their messages. */
const boxes = new Map<string, Set<HTMLElement>>();

/** Makes a box an alert, which is read aloud; of several parts that fail for the same reason, only one. */
function useAlert(box: RefObject<HTMLElement | null>, messages: string): void {
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const same = boxes.get(messages) ?? new Set();
    boxes.set(messages, same.add(element));
    const choose = (): void => {
      for (const [index, each] of [...same].entries()) {
        if (index === 0) each.role = 'alert';
        else each.removeAttribute('role');
      }
    };
    choose();
    return () => {
      same.delete(element);
      choose();
    };
  }, [messages]);
}

/** Messages, and buttons to try again or to reload if that may help. Renders nothing for an empty list. */
export function Problems(props: Props) {
  return props.problems.length === 0 ? null : <Messages {...props} />;
}

function Messages({ problems, addressWith = () => null, isAside = false }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useAlert(box, problems.map(({ message }) => message).join());
  useFocus(box, isAside ? 'never' : 'always');
  return (
    <div ref={box} class="problems" tabIndex={-1}>
      {problems.map((problem) => (
        <p key={problem.message}>
          {messageOf(problem)}
          {problem.suggestions.length > 0 && ' Did you mean: '}
          {problem.suggestions.map((suggestion, index) => {
            const address = addressWith(suggestion);
            return (
              <span key={suggestion.slug}>
                {index > 0 && ', '}
                {address === null ? <b>{suggestion.name}</b> : <a href={address}>{suggestion.name}</a>}
              </span>
            );
          })}
          {problem.suggestions.length > 0 && '?'}
        </p>
      ))}
      {problems.some(isTransient) && (
        <button
          type="button"
          class="quiet"
          onClick={({ currentTarget }) => {
            focusHeading(currentTarget);
            askAgain();
          }}
        >
          Try again
        </button>
      )}{' '}
      {problems.some(({ isSolvedByReload }) => isSolvedByReload) && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            location.reload();
          }}
        >
          Reload the page
        </button>
      )}
    </div>
  );
}

/** The content of a view that has nothing to show because of problems. It gets the focus unless a control has it. */
export function Failed({
  title,
  children,
  ...problems
}: Props & { readonly title: string; readonly children?: ComponentChildren }) {
  const section = useRef<HTMLElement>(null);
  const heading = useId();
  useFocus(section, 'always');
  return (
    <section ref={section} class="failed" tabIndex={-1} aria-labelledby={heading}>
      <h1 id={heading}>{title}</h1>
      <Problems {...problems} isAside />
      {children}
    </section>
  );
}

/** In the place of content that is not there: it is loading, or why it is not there. */
export function Pending({ problems, isLate }: { readonly problems: readonly Problem[]; readonly isLate: boolean }) {
  return isLate && problems.length === 0 ? (
    <p class="waiting">Working it out…</p>
  ) : (
    <Problems problems={orUnreadable(problems)} />
  );
}
