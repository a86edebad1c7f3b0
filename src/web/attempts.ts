/** Asking again after a failure: when the visitor wishes, and when the machine is back on its network. */
import { useEffect, useState } from 'preact/hooks';

let attempts = 0;
const watchers = new Set<(attempts: number) => void>();

/** Asks again for all that is in view and has no answer; what has one is not asked for. */
export function tryAgain(): void {
  attempts += 1;
  for (const watcher of watchers) watcher(attempts);
}

/** A number that changes whenever there is a reason to ask again. */
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
