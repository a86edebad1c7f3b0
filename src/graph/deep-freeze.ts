/** Makes a value and everything that can be reached from it read-only at run time; maps and sets keep their own contents open, which only their types close. What is frozen already was frozen so. */
export function deepFreeze<T extends object>(root: T): T {
  // No set of what was seen: in a large graph there are more things than a set can hold.
  const open: object[] = [root];
  for (let each = open.pop(); each; each = open.pop()) {
    if (Object.isFrozen(each)) continue;
    Object.freeze(each);
    const inside: Iterable<unknown> =
      each instanceof Map ? each.values() : each instanceof Set ? each : Object.values(each);
    for (const value of inside) if (typeof value === 'object' && value !== null) open.push(value);
  }
  return root;
}
