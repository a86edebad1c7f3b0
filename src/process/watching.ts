/** Loading anew when a file changes, for who writes data and wants to see what comes of it. */

/** How often the files are looked at, and how long they have to be at rest, in milliseconds. */
const interval = 300;

/**
 * Compares the files' state with what it was, at first with `before`, and calls `changed` once they have been at rest for one
 * look. It looks rather than listens, so that mounted volumes, links and editors that put a new file in the old one's place
 * are all seen.
 */
export function watch(
  before: string,
  state: () => Promise<string>,
  changed: () => Promise<unknown>,
): { readonly stop: () => void } {
  let seen = before;
  let isMoving = false;
  let isStopped = false;
  const look = async (): Promise<void> => {
    const found = await state();
    if (found !== seen) isMoving = true;
    else if (isMoving) {
      isMoving = false;
      await changed();
    }
    seen = found;
  };
  const again = (): void => {
    if (isStopped) return;
    setTimeout(() => {
      look()
        .catch(() => undefined)
        .finally(again);
    }, interval).unref();
  };
  void look().finally(again);
  return {
    stop: () => {
      isStopped = true;
    },
  };
}
