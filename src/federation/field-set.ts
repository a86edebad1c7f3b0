/** The fields that make up a key, as `@key(fields: …)` writes them: names, and in braces the fields within a field. */
import { Kind, type SelectionSetNode, parse } from 'graphql';

/** What a sibling sends to point at an entity: its type, its key, and whatever fields it was asked to send along. */
export type Representation = Readonly<Record<string, unknown>>;

/** Throws where the text is no set of fields; keys are written by us, so this is a defect found at start. */
export function fieldSet(fields: string): (representation: Representation) => boolean {
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`"${fields}" is no set of fields`);
  const { selectionSet } = definition;
  return (representation) => hasAll(representation, selectionSet);
}

function hasAll(value: unknown, { selections }: SelectionSetNode): boolean {
  if (!isObject(value)) return false;
  return selections.every((field) => {
    if (field.kind !== Kind.FIELD) throw new Error('a key is made of fields alone');
    const own = Object.hasOwn(value, field.name.value) ? value[field.name.value] : null;
    return own != null && (!field.selectionSet || hasAll(own, field.selectionSet));
  });
}

export function isObject(value: unknown): value is Representation {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
