/** The file watcher: loads the data again when a file changes, for those who write data and want to see what comes of it. */

/** How often the files are looked at, and how long they have to be at rest, in milliseconds. */
const interval = 300;

/**
 * Compares the files' state with what it was, at first with `before`, and calls `changed` once they have been at rest for one
 * look. It looks rather than listens, so that mounted volumes, links and editors that put a new file in the old one's place
 * are all seen. `failed` hears of a look that failed, once for each different message until one succeeds.
 */
export function watchFiles(
  before: string,
  state: () => Promise<string>,
  changed: () => Promise<unknown>,
  failed: (error: unknown) => void,
): { readonly stop: () => void } {
  let seen = before;
  let isMoving = false;
  let isStopped = false;
  let lastFailure = '';
  const look = async (): Promise<void> => {
    const found = await state();
    if (found !== seen) isMoving = true;
    else if (isMoving) {
      isMoving = false;
      await changed();
    }
    seen = found;
  };
  const noteFailure = (error: unknown): void => {
    if (String(error) === lastFailure) return;
    lastFailure = String(error);
    failed(error);
  };
  const lookAndGoOn = async (): Promise<void> => {
    try {
      await look();
      lastFailure = '';
    } catch (error) {
      noteFailure(error);
    }
    if (!isStopped)
      setTimeout(() => {
        void lookAndGoOn();
      }, interval).unref();
  };
  void lookAndGoOn();
  return {
    stop: () => {
      isStopped = true;
    },
  };
}
