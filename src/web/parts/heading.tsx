/** The heading of a view. After navigation it gets the focus, so that screen readers continue from it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

let isAwaited = false;

/** Call it after navigation: moves the focus to the heading, or to `main` until the heading is there. */
export function readFromHeading(main: HTMLElement | null): void {
  const heading = main?.querySelector<HTMLElement>('h1');
  isAwaited = heading == null;
  (heading ?? main)?.focus({ preventScroll: true });
}

export function Heading({ children, ...others }: { readonly children: ComponentChildren; readonly class?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const { activeElement } = document;
    if (isAwaited && (activeElement === document.body || activeElement?.id === 'main'))
      heading.current?.focus({ preventScroll: true });
    isAwaited = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} {...others}>
      {children}
    </h1>
  );
}
