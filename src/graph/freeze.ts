/** Makes a value and everything that can be reached from it read-only at run time; maps and sets keep their own contents open, which only their types close. */
export function freeze<T extends object>(root: T): T {
  const seen = new Set<object>([root]);
  for (const each of seen) {
    const inside: Iterable<unknown> = each instanceof Map ? each.values() : each instanceof Set ? each : Object.values(each);
    for (const value of inside) if (typeof value === 'object' && value !== null) seen.add(value);
    Object.freeze(each);
  }
  return root;
}
