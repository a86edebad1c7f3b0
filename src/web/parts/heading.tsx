/** The heading of a view, and where the focus goes when the content changes, so that screen readers continue from there. */
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

let isAwaited = false;

/**
 * Call it before the content of an element is replaced: moves the focus to the heading of its section or of the page. If
 * that is replaced too, or is not there yet, the focus goes to `main` until the next heading is there.
 */
export function focusHeading(from: Element | null = null): void {
  const main = document.getElementById('main');
  const heading = [from?.closest('section'), main]
    .map((each) => each?.querySelector<HTMLElement>(':is(h1, h2):not(.failed *)'))
    .find((each) => each != null);
  isAwaited = heading === undefined;
  if (heading !== undefined) heading.tabIndex = -1;
  (heading ?? main)?.focus({ preventScroll: from === null });
}

/** Whether no control has the focus, as after the element that had it was removed. */
export function isFocusFree(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement === document.body || activeElement.id === 'main';
}

/**
 * Moves the focus to an element that has just appeared, unless a control has it: `always`, or only if `awaited`, which is
 * after `focusHeading`.
 */
export function useFocus(element: RefObject<HTMLElement | null>, when: 'always' | 'awaited' | 'never'): void {
  useLayoutEffect(() => {
    if (when === 'never') return;
    if ((isAwaited || when === 'always') && isFocusFree())
      element.current?.focus({ preventScroll: when === 'awaited' });
    isAwaited = false;
  }, []);
}

export function Heading({ children, ...others }: { readonly children: ComponentChildren; readonly class?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useFocus(heading, 'awaited');
  return (
    <h1 ref={heading} tabIndex={-1} {...others}>
      {children}
    </h1>
  );
}
