/** Field sets, as in `@key(fields: …)`: field names, and nested selections in braces (Apollo Federation, scalar FieldSet). */
import { Kind, type SelectionSetNode, parse } from 'graphql';

/** A reference to an entity from another subgraph: `__typename`, the fields of a key, and any required fields. */
export type Representation = Readonly<Record<string, unknown>>;

/**
 * Returns a function that says whether a representation has a non-null value for every field of the set.
 * @throws {Error} if the text is not a field set; keys are constants, so this can only happen at startup
 */
export function fieldSet(fields: string): (representation: Representation) => boolean {
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new Error(`"${fields}" is not a valid field set.`);
  const { selectionSet } = definition;
  return (representation) => hasAll(representation, selectionSet);
}

function hasAll(value: unknown, { selections }: SelectionSetNode): boolean {
  if (!isObject(value)) return false;
  return selections.every((field) => {
    if (field.kind !== Kind.FIELD) throw new Error('A key may contain only fields, not fragments.');
    const own = Object.hasOwn(value, field.name.value) ? value[field.name.value] : null;
    return own != null && (!field.selectionSet || hasAll(own, field.selectionSet));
  });
}

/** Whether the value is an object, and neither null nor an array. */
export function isObject(value: unknown): value is Representation {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
