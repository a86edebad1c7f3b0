/** Values that a draft leaves to its author: texts that begin with `TODO`. */
import type { ShapeError } from './validation-errors.ts';

/** The law that none is left in data that is loaded. */
export const TO_FILL_IN = 'to-fill-in';
const MARK = /^TODO\b[:\s]*/;
const REMEDY = 'Write the value in place of the TODO.';

/** A fault for each value, at any depth, that is still to fill in, at the first path to it. */
export function valuesToFillIn(value: unknown): ShapeError[] {
  return faultsIn(value, [], new Set());
}

/** `seen`: the maps and lists above and before, since an alias can lead back to one. */
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

/** The faults that do not merely say that a value that is still to fill in is not of its type. */
export function withoutThoseToFillIn(
  faults: readonly ShapeError[],
  toFillIn: readonly ShapeError[],
): readonly ShapeError[] {
  const isWithin = (path: ShapeError['path'], above: ShapeError['path']): boolean =>
    above.every((step, index) => path[index] === step);
  return faults.filter(({ path }) => !toFillIn.some((each) => isWithin(path, each.path)));
}
