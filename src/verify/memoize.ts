/**
 * Keeps what a function of one entry returned. An entry never changes, so its result holds for as long as the entry.
 */
export function memoize<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const results = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const known = results.get(key) ?? { value: work(key) };
    results.set(key, known);
    return known.value;
  };
}
