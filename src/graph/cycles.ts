/** Circles in what may have none. Every relation here is held to run one way, so that a question always comes to an end. */

/** Each circle that a walk along `next` closes, from the node where it closes; a node that leads to itself is one. Without recursion, so that no chain is too long. */
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
