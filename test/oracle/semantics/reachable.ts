/** Tools of every section: following links, and keeping what was worked out. */

/** The start, and everything that `next` leads to, nearest first. */
export function reachable(start: string, next: (slug: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set([start]);
  for (const slug of found) for (const each of next(slug)) found.add(each);
  return found;
}

/** A function of a slug that works each result out once. */
export function remember<T>(work: (slug: string) => T): (slug: string) => T {
  const results = new Map<string, T>();
  return (slug) => {
    const known = results.get(slug);
    if (known !== undefined) return known;
    const result = work(slug);
    results.set(slug, result);
    return result;
  };
}

/** A function that works its result out when it is first called. */
export function once<T>(work: () => T): () => T {
  let result: { readonly value: T } | null = null;
  return () => {
    result ??= { value: work() };
    return result.value;
  };
}
