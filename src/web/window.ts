/** Which rows of a long list are in view. All rows have the same height, so a division is enough, without a library. */
import { useEffect, useRef, useState } from 'preact/hooks';

/** The number of rows rendered above and below those in view. */
const spare = 6;

export function useWindow(count: number, rowHeight: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState({ top: 0, rows: 20 });
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => {
      const next = {
        top: Math.floor(element.scrollTop / rowHeight),
        rows: Math.ceil(element.clientHeight / rowHeight),
      };
      setSeen((last) => (last.top === next.top && last.rows === next.rows ? last : next));
    };
    const resized = new ResizeObserver(look);
    resized.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, []);
  const top = Math.min(seen.top, Math.max(0, count - 1));
  return { scroller, first: Math.max(0, top - spare), last: Math.min(count, top + seen.rows + spare) };
}
