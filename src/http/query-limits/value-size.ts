/** The size of JSON values in variables. The values are read without recursion, because a body may be nested deeply. */

/** The size of a JSON value. */
export interface ValueSize {
  /** How many values it is made of, itself included. */
  readonly values: number;
  /** How many characters its strings have. */
  readonly characters: number;
  /** The length of the longest list in it; 0 if there is none. */
  readonly longestList: number;
}

/** Sizes of large values. The cost analysis asks for them several times, and reading them is most of its work. */
const largeSizes = new WeakMap<object, ValueSize>();
const largeValues = 20;

/** Returns the size of a value that does not change. A large object or list is read once, however often it is asked for. */
export function sizeOfValue(value: unknown): ValueSize {
  if (typeof value === 'string') return { values: 1, characters: value.length, longestList: 0 };
  if (typeof value !== 'object' || value === null) return { values: 1, characters: 0, longestList: 0 };
  const known = largeSizes.get(value);
  if (known !== undefined) return known;
  const size = readSize(value);
  if (size.values > largeValues) largeSizes.set(value, size);
  return size;
}

/** Returns the size of all variables of a request: the values and characters of all, and the longest list of any. */
export function sizeOfVariables(variables: Readonly<Record<string, unknown>>): ValueSize {
  let values = 0;
  let characters = 0;
  let longestList = 0;
  for (const name of Object.keys(variables)) {
    const size = sizeOfValue(variables[name]);
    values += size.values;
    characters += size.characters;
    longestList = Math.max(longestList, size.longestList);
  }
  return { values, characters, longestList };
}

function readSize(value: object): ValueSize {
  let values = 1;
  let characters = 0;
  let longestList = 0;
  const left: object[] = [value];
  const count = (part: unknown): void => {
    values += 1;
    if (typeof part === 'string') characters += part.length;
    else if (typeof part === 'object' && part !== null) left.push(part);
  };
  for (let each = left.pop(); each !== undefined; each = left.pop()) {
    if (Array.isArray(each)) {
      longestList = Math.max(longestList, each.length);
      for (const part of each as unknown[]) count(part);
    } else {
      // Faster than Object.values. Values of JSON inherit nothing that for...in lists.
      for (const name in each) count((each as Readonly<Record<string, unknown>>)[name]);
    }
  }
  return { values, characters, longestList };
}
