/** A text once it has stood still for a moment, so that not every letter is a question to the server. */
import { useEffect, useState } from 'preact/hooks';

/** In milliseconds: shorter than a pause for thought, longer than the way from key to key. */
const moment = 140;

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
