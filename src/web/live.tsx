/**
 * The text that screen readers read when an answer arrives. Its live region is in the document from the start: a region that
 * appears together with its text is not read reliably. Failures are alerts, which are read when they appear.
 */
import { useLayoutEffect } from 'preact/hooks';

const id = 'spoken';

/** Has the text read when it changes; after an empty text, which is silence, also the same text again. */
export function useSpoken(text: string): void {
  useLayoutEffect(() => {
    const region = document.getElementById(id);
    if (region !== null) region.textContent = text;
  }, [text]);
  useLayoutEffect(
    () => () => {
      document.getElementById(id)?.replaceChildren();
    },
    [],
  );
}

export const LiveRegion = () => <p id={id} class="unseen" role="status" aria-live="polite" />;
