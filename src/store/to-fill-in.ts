/** Finds the values of a draft that its author still has to fill in: texts that begin with `TODO`. */
import type { ShapeError } from './validation-errors.ts';

/** The name of the law that loaded data has no such value. */
export const TO_FILL_IN = 'to-fill-in';
const MARK = /^TODO\b[:\s]*/;
const REMEDY = 'Write the value in place of the TODO.';

/** One fault for each value, at any depth, that is still to fill in. */
export function valuesToFillIn(value: unknown): ShapeError[] {
  return faultsIn(value, [], new Set());
}

/** `seen` holds the maps and lists visited so far, because an alias can refer back to one. */
function faultsIn(value: unknown, path: readonly (string | number)[], seen: Set<object>): ShapeError[] {
  if (typeof value === 'string') return MARK.test(value) ? [faultAt(path, value.replace(MARK, ''))] : [];
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Array.isArray(value)
    ? value.flatMap((item, index) => faultsIn(item, [...path, index], seen))
    : Object.entries(value).flatMap(([key, item]) => faultsIn(item, [...path, key], seen));
}

function faultAt(path: readonly (string | number)[], wanted: string): ShapeError {
  const key = path.findLast((step) => typeof step === 'string') ?? 'the file';
  return {
    path,
    message: `${key} is still to fill in${wanted === '' ? '' : `: ${wanted.slice(0, 200)}`}`,
    remedy: REMEDY,
  };
}

/** Leaves out the faults that only say that a TODO does not have the type of its field. */
export function withoutThoseToFillIn(
  faults: readonly ShapeError[],
  toFillIn: readonly ShapeError[],
): readonly ShapeError[] {
  const isWithin = (path: ShapeError['path'], above: ShapeError['path']): boolean =>
    above.every((step, index) => path[index] === step);
  return faults.filter(({ path }) => !toFillIn.some((missing) => isWithin(path, missing.path)));
}
