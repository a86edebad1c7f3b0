/** Retries after a failure: when the visitor asks for it, and when the device is online again. */
import { useEffect, useState } from 'preact/hooks';

let attempts = 0;
const watchers = new Set<(attempts: number) => void>();

/** Repeats the requests of the current view that failed; answers that arrived are kept. */
export function tryAgain(): void {
  attempts += 1;
  for (const watcher of watchers) watcher(attempts);
}

/** A number that changes with each retry. */
export function useAttempts(): number {
  const [count, setCount] = useState(attempts);
  useEffect(() => {
    watchers.add(setCount);
    addEventListener('online', tryAgain);
    return () => {
      watchers.delete(setCount);
      removeEventListener('online', tryAgain);
    };
  }, []);
  return count;
}
