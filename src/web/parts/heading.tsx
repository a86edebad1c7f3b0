/** The heading of a view. After the way to another page it takes the focus, as soon as it is there, so that reading goes on from it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

let isAwaited = false;

/** Said when the page changes: its heading gets the focus now, or `main` until the heading comes. */
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
