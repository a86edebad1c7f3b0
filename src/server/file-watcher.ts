/** The file watcher: reloads the data when a file changes, so that authors of data see the effect of a change at once. */

/** The time between two checks of the files, in milliseconds. A change is loaded when the next check finds no further one. */
const interval = 300;

/**
 * Compares the state of the files with that of the last check, at first with `before`. Calls `changed` when the files changed
 * and then stayed the same for one interval. It polls, because notifications of the file system miss changes on mounted
 * volumes, behind links, and by editors that replace a file. Calls `failed` with the error of a failed check, once for each
 * different message until a check succeeds.
 */
export function watchFiles(
  before: string,
  state: () => Promise<string>,
  changed: () => Promise<unknown>,
  failed: (error: unknown) => void,
): { readonly stop: () => void } {
  let seen = before;
  let isChanging = false;
  let isStopped = false;
  let lastFailure = '';
  const check = async (): Promise<void> => {
    const found = await state();
    if (found !== seen) isChanging = true;
    else if (isChanging) {
      isChanging = false;
      await changed();
    }
    seen = found;
  };
  const noteFailure = (error: unknown): void => {
    if (String(error) === lastFailure) return;
    lastFailure = String(error);
    failed(error);
  };
  const checkAndSchedule = async (): Promise<void> => {
    try {
      await check();
      lastFailure = '';
    } catch (error) {
      noteFailure(error);
    }
    if (!isStopped)
      setTimeout(() => {
        void checkAndSchedule();
      }, interval).unref();
  };
  void checkAndSchedule();
  return {
    stop: () => {
      isStopped = true;
    },
  };
}
