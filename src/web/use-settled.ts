/** Debounces a text, so that not every typed letter causes a request. */
import { useEffect, useState } from 'preact/hooks';

/** The delay in milliseconds: longer than the time between two keys, short enough not to be noticed. */
const moment = 140;

/** The text as it was when it last stayed unchanged for the delay. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(text);
    }, moment);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  return settled;
}
