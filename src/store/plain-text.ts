/** Finds invisible and control characters in the text of a data file. A reader does not see them, and a terminal may act on them. */
import { firstHiddenCharacter, unicodeName } from '../model/hidden-characters.ts';
import type { YamlError, YamlFile } from './yaml.ts';

/** The most faults that are reported for one file. */
const mostFaults = 20;

/** The hidden characters in the text itself, each with its position. A carriage return counts as a line ending. */
export function hiddenInText(text: string): YamlError[] {
  const faults: YamlError[] = [];
  const searched = text.replaceAll('\r', '\n');
  let from = 0;
  while (faults.length < mostFaults) {
    const found = firstHiddenCharacter(searched.slice(from));
    if (found === null) break;
    const before = text.slice(0, from + found.index);
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    faults.push({ line, column, ...said(found.character, 'this line holds') });
    from += found.index + 1;
  }
  return faults;
}

/** The hidden characters that the text writes as escapes, such as `\u001b` in double quotes, each at its value or key. */
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
