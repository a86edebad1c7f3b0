/**
 * An operation made into functions that write JSON as they go, with the bytes that JSON.stringify gives for what graphql-js
 * answers. They know the whole way from a value to its text where nothing goes wrong and nothing has to be waited for; at
 * an error, a promise, or a resolver that asks about its place in the answer they throw Aside, and the whole request is
 * answered anew by graphql-js. Resolvers are functions over memory that does not change: asking one twice is only slower.
 */
import {
  defaultFieldResolver, defaultTypeResolver, getArgumentValues, isEnumType, isLeafType, isListType, isNonNullType, isObjectType,
  SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef, visit,
  type FieldNode, type FragmentDefinitionNode, type GraphQLAbstractType, type GraphQLField, type GraphQLLeafType, type GraphQLObjectType, type GraphQLOutputType, type GraphQLResolveInfo, type GraphQLSchema, type OperationDefinitionNode, type VariableNode,
} from 'graphql';
// graphql-js's own, so that fields have its order; not of its public face, so that a new version of it may want other arguments.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';

/** Not for the lane. */
class Aside extends Error {}

/** Fragments within fragments may stand for more fields than anybody can hold. */
const mostFields = 5_000;

/** One request's part of the work. */
export interface Run {
  readonly context: unknown;
  /** Coerced. */
  readonly variables: Record<string, unknown>;
  /** Arguments with variables in them, worked out once for all the places where a field stands. */
  readonly args: Record<string, unknown>[];
}
type Write = (value: unknown, run: Run) => string;
type Resolved = (source: unknown, run: Run) => unknown;

export interface Compiling {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Coerced; those that `@skip` and `@include` name are the same in every run. */
  readonly variables: Record<string, unknown>;
  readonly operation: OperationDefinitionNode;
  fields: number;
  /** Fields whose arguments are worked out in each run. */
  varying: number;
}

/** Writes the operation's `data`. */
export function compiled(compiling: Compiling, root: GraphQLObjectType): (run: Run) => string {
  const { schema, fragments, variables, operation } = compiling;
  const write = fieldsOf(compiling, root, collectFields(schema, fragments, variables, root, operation.selectionSet));
  return (run) => write(undefined, run);
}

function fieldsOf(compiling: Compiling, type: GraphQLObjectType, selected: ReadonlyMap<string, readonly FieldNode[]>): Write {
  const fields: { readonly key: string; readonly value: Resolved; readonly write: Write }[] = [];
  for (const [name, same] of selected) {
    const definition = definitionOf(compiling, type, same[0]?.name.value ?? '');
    if (!definition || ++compiling.fields > mostFields) throw new Aside();
    const info = infoOf(compiling, type, definition, same);
    fields.push({ key: `${fields.length === 0 ? '{' : ','}${JSON.stringify(name)}:`, value: resolved(compiling, definition, info), write: writer(compiling, definition.type, info) });
  }
  if (fields.length === 0) return () => '{}';
  return (source, run) => {
    let text = '';
    for (const { key, value, write } of fields) text += key + write(value(source, run), run);
    return `${text}}`;
  };
}

function definitionOf({ schema }: Compiling, type: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef].find((each) => each.name === name);
  return meta && type === schema.getQueryType() ? meta : type.getFields()[name];
}

function resolved(compiling: Compiling, definition: GraphQLField<unknown, unknown>, info: GraphQLResolveInfo): Resolved {
  const { name, resolve = defaultFieldResolver } = definition;
  const argumentsOf = args(compiling, definition, info.fieldNodes[0]);
  if (definition === TypeNameMetaFieldDef) return () => info.parentType.name;
  if (resolve !== defaultFieldResolver) return (source, run) => resolve(source, argumentsOf(run), run.context, info);
  return (source, run) => {
    const value = (source as Record<string, unknown> | null | undefined)?.[name];
    return typeof value === 'function' ? resolve(source, argumentsOf(run), run.context, info) : value;
  };
}

function args(compiling: Compiling, definition: GraphQLField<unknown, unknown>, node: FieldNode | undefined): (run: Run) => Record<string, unknown> {
  if (!node) throw new Aside();
  const variables: VariableNode[] = [];
  visit(node, { SelectionSet: () => false, Directive: () => false, Variable: (variable) => { variables.push(variable); } });
  if (variables.length === 0) {
    const same = getArgumentValues(definition, node);
    return () => same;
  }
  const at = compiling.varying++;
  return (run) => run.args[at] ??= getArgumentValues(definition, node, run.variables);
}

/** What a resolver may know of its field without its place in the answer; asked for more, the request is not for the lane. */
function infoOf({ schema, fragments, operation }: Compiling, parentType: GraphQLObjectType, { name, type }: GraphQLField<unknown, unknown>, fieldNodes: readonly FieldNode[]): GraphQLResolveInfo {
  return {
    fieldName: name, fieldNodes, returnType: type, parentType, schema, fragments, operation, rootValue: undefined,
    get path(): never { throw new Aside(); },
    get variableValues(): never { throw new Aside(); },
  };
}

function writer(compiling: Compiling, type: GraphQLOutputType, info: GraphQLResolveInfo): Write {
  if (isNonNullType(type)) {
    const inner = writer(compiling, type.ofType, info);
    return (value, run) => (value == null ? fail() : inner(value, run));
  }
  const present = isListType(type) ? list(writer(compiling, type.ofType, info)) : isLeafType(type) ? leaf(type) : isObjectType(type) ? object(compiling, type, info) : abstract(compiling, type, info);
  return (value, run) => {
    if (value == null) return 'null';
    if (typeof value === 'object' && (value instanceof Error || isPromise(value))) throw new Aside();
    return present(value, run);
  };
}

function isPromise(value: object): boolean {
  if (!('then' in value) || typeof value.then !== 'function') return false;
  (value as Promise<unknown>).then(undefined, () => undefined); // what becomes of it is graphql-js's to tell
  return true;
}

const list = (item: Write): Write => (value, run) => {
  let text = '';
  for (const each of Array.isArray(value) ? value as unknown[] : iterated(value)) text += text === '' ? item(each, run) : `,${item(each, run)}`;
  return `[${text}]`;
};

function iterated(value: unknown): Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value ? value as Iterable<unknown> : fail();
}

function leaf(type: GraphQLLeafType): Write {
  const write = (value: unknown): string => {
    const serialized: unknown = type.serialize(value);
    if (serialized == null) throw new Aside();
    return JSON.stringify(serialized);
  };
  if (!isEnumType(type)) return write;
  const known = new Map<unknown, string>();
  return (value) => {
    let text = known.get(value);
    if (text === undefined) known.set(value, text = write(value)); // as many as the enumeration has: any other value throws
    return text;
  };
}

function object(compiling: Compiling, type: GraphQLObjectType, info: GraphQLResolveInfo): Write {
  const { isTypeOf } = type;
  const write = fieldsOf(compiling, type, collectSubfields(compiling.schema, compiling.fragments, compiling.variables, type, info.fieldNodes));
  return isTypeOf ? (value, run) => (isTypeOf(value, run.context, info) === true ? write(value, run) : fail()) : write;
}

/** What is selected of a type is compiled when the first of that type is met: few of those that could come do. */
function abstract(compiling: Compiling, type: GraphQLAbstractType, info: GraphQLResolveInfo): Write {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const writers = new Map<string, Write>();
  return (value, run) => {
    const name = resolveType(value, run.context, info, type);
    if (typeof name !== 'string') return fail();
    let write = writers.get(name);
    if (!write) {
      const possible = compiling.schema.getPossibleTypes(type).find((each) => each.name === name) ?? fail();
      writers.set(name, write = object(compiling, possible, info));
    }
    return write(value, run);
  };
}

const fail = (): never => { throw new Aside(); };
