/** Remembers what was read from a header. Clients send the same few headers again and again. */
import { LRUCache } from 'lru-cache';

/** How many texts of one header are remembered. The least recently used text is evicted first. */
const maxTexts = 200;
/** Longer texts, in characters, are read each time, so that the memory is bounded. */
const maxLength = 500;

/** Returns a function that gives the same results as `read`, which must depend on the text of the header only. */
export function rememberByHeader<Result>(read: (header: string) => Result): (header: string) => Result {
  const known = new LRUCache<string, { readonly result: Result }>({ max: maxTexts });
  return (header) => {
    const found = known.get(header);
    if (found !== undefined) return found.result;
    const result = read(header);
    if (header.length <= maxLength) known.set(header, { result });
    return result;
  };
}
