/** Characters that a reader does not see and a terminal obeys, found in the text of a data file. */
import { firstHiddenCharacter, unicodeName } from '../model/hidden-characters.ts';
import type { YamlError, YamlFile } from './yaml.ts';

/** How many of them are reported in one file. */
const mostFaults = 20;

/** Those in the text itself, each with its place; a carriage return belongs to the end of a line. */
export function hiddenInText(text: string): YamlError[] {
  const faults: YamlError[] = [];
  const looked = text.replaceAll('\r', '\n');
  let from = 0;
  while (faults.length < mostFaults) {
    const found = firstHiddenCharacter(looked.slice(from));
    if (found === null) break;
    const before = text.slice(0, from + found.index);
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    faults.push({ line, column, ...said(found.character, 'this line holds') });
    from += found.index + 1;
  }
  return faults;
}

/** Those that the text writes as escapes, such as `\u001b` in double quotes, each at the value or key that holds it. */
export function hiddenInValue(text: string, value: unknown, positionOf: YamlFile['positionOf']): YamlError[] {
  if (!text.includes('\\') || firstHiddenCharacter(text.replaceAll('\r', '\n')) !== null) return [];
  return hiddenWithin(value, [])
    .slice(0, mostFaults)
    .map(({ path, character }) => ({ ...positionOf(path), ...said(character, 'this text holds, as an escape,') }));
}

interface HiddenAt {
  readonly path: readonly (string | number)[];
  readonly character: string;
}

function hiddenWithin(value: unknown, path: HiddenAt['path']): HiddenAt[] {
  if (typeof value === 'string') return hiddenHere(value, path);
  if (Array.isArray(value)) return value.flatMap((each, index) => hiddenWithin(each, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => [
    ...hiddenHere(key, [...path, key]),
    ...hiddenWithin(each, [...path, key]),
  ]);
}

function hiddenHere(text: string, path: HiddenAt['path']): HiddenAt[] {
  const found = firstHiddenCharacter(text);
  return found === null ? [] : [{ path, character: found.character }];
}

function said(character: string, begin: string): Pick<YamlError, 'message' | 'remedy'> {
  return {
    message: `${begin} the character ${unicodeName(character)}, which is not shown and can change what a terminal shows`,
    remedy: 'Take it out.',
  };
}
