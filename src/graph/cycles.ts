/** Finds cycles in relations that must not have any, so that every derivation ends. */

/**
 * The cycles that a depth-first search along `next` finds, each from the node where it closes. A node that leads to itself
 * is a cycle. Uses no recursion, so the length of a chain is not limited.
 */
export function circles<T>(nodes: Iterable<T>, next: (node: T) => readonly T[]): T[][] {
  const found: T[][] = [];
  const finished = new Set<T>();
  for (const start of nodes) {
    if (finished.has(start)) continue;
    const path: T[] = [start];
    const depthOf = new Map<T, number>([[start, 0]]);
    const waiting: T[][] = [[...next(start)]];
    while (path.length > 0) {
      const node = waiting.at(-1)?.shift();
      if (node === undefined) {
        waiting.pop();
        const done = path.pop();
        if (done !== undefined) {
          finished.add(done);
          depthOf.delete(done);
        }
        continue;
      }
      const depth = depthOf.get(node);
      if (depth !== undefined) found.push(path.slice(depth));
      else if (!finished.has(node)) {
        depthOf.set(node, path.length);
        path.push(node);
        waiting.push([...next(node)]);
      }
    }
  }
  return found;
}
