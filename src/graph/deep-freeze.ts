/**
 * Freezes a value and everything reachable from it, and returns it. The contents of maps and sets cannot be frozen at run
 * time; only their types make them read-only. A value that is frozen already is taken to be frozen deeply.
 */
export function deepFreeze<T extends object>(root: T): T {
  // No set of visited objects: a large graph has more objects than a Set can hold.
  const waiting: object[] = [root];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (Object.isFrozen(object)) continue;
    Object.freeze(object);
    for (const value of valuesOf(object)) if (typeof value === 'object' && value !== null) waiting.push(value);
  }
  return root;
}

function valuesOf(object: object): Iterable<unknown> {
  if (object instanceof Map) return object.values();
  return object instanceof Set ? object : Object.values(object);
}
