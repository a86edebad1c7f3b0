/** Repeats of requests: when the visitor asks for one, when the device is online again, and when the data has changed. */
import { useEffect, useState } from 'preact/hooks';

let attempts = 0;
const watchers = new Set<(attempts: number) => void>();

/** Repeats the requests of the current view whose responses are not in memory, such as those that failed. */
export function askAgain(): void {
  attempts += 1;
  for (const watcher of watchers) watcher(attempts);
}

/** A number that changes with each repeat. */
export function useAttempts(): number {
  const [count, setCount] = useState(attempts);
  useEffect(() => {
    watchers.add(setCount);
    setCount(attempts);
    return () => {
      watchers.delete(setCount);
    };
  }, []);
  return count;
}
