/**
 * Compiles an operation into functions that write JSON directly. The bytes equal those of JSON.stringify for the answer of
 * graphql-js. The functions cover only the case without errors and without waiting. At an error, a promise, or a resolver
 * that uses its path or the variables, they throw, and graphql-js executes the request from the start. That is safe because
 * resolvers only read immutable data.
 */
import {
  defaultFieldResolver,
  defaultTypeResolver,
  getArgumentValues,
  GraphQLID,
  GraphQLString,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  TypeNameMetaFieldDef,
  valueFromAST,
  visit,
  type ArgumentNode,
  type ASTNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type ObjectFieldNode,
  type OperationDefinitionNode,
} from 'graphql';
// Internal functions of graphql-js, which give fields the same order. Another version may change their parameters.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { getFieldDef } from 'graphql/execution/execute.js';
import type { CoverageStatus } from '../../model/words.ts';
import type { Context } from '../../schema/builder.ts';
import { cacheableTypes, type FragmentCache, type FragmentEntry } from './fragment-cache.ts';

/** Leaves the request to graphql-js. */
export const bailOut = (): never => {
  throw new Error('not for the compiled executor');
};
const always =
  <Value>(value: Value) =>
  (): Value =>
    value;
/** Nested fragments can expand to more fields than fit in memory. Operations with more fields are not compiled. */
const maxFields = 5_000;

/** The state of one execution. */
export interface ExecutionRun {
  readonly context: Context;
  /** Coerced. */
  readonly variables: Record<string, unknown>;
  /** Arguments that hold variables, by the number of the field; filled at the first use. */
  readonly args: Record<string, unknown>[];
  /** The fragments that were written on the snapshot of this execution. */
  readonly fragmentCache: FragmentCache;
  /** Entries of the fragment cache, by the number of the selection set; filled at the first use. */
  readonly fragmentEntries: FragmentEntry[];
  /** The status of every determination derived so far, in order. */
  readonly statuses: CoverageStatus[];
  /** The length of the longest answer allowed, in characters. */
  readonly maxCharacters: number;
}

type Write = (value: unknown, run: ExecutionRun) => string;

export interface CompileContext {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Coerced. The variables that `@skip` and `@include` use have the same values in every execution. */
  readonly variables: Record<string, unknown>;
  readonly operation: OperationDefinitionNode;
  /** The prefix of this operation's keys in the fragment cache. */
  readonly name: string;
  /** How many fields, fields with variables in their arguments, and cached selection sets were compiled so far. */
  readonly counts: Record<'fields' | 'varying' | 'selections', number>;
}

/** Returns a function that writes the `data` of the operation. Throws if the operation cannot be compiled. */
export function compileOperation(compiling: CompileContext, root: GraphQLObjectType): (run: ExecutionRun) => string {
  const write = fieldsOf(
    compiling,
    root,
    collectFields(compiling.schema, compiling.fragments, compiling.variables, root, compiling.operation.selectionSet),
  );
  return (run) => write(undefined, run);
}

function fieldsOf(
  compiling: CompileContext,
  type: GraphQLObjectType,
  selected: ReadonlyMap<string, readonly FieldNode[]>,
): Write {
  const { schema, fragments, operation } = compiling;
  const fields: {
    readonly key: string;
    readonly value: (source: unknown, run: ExecutionRun) => unknown;
    readonly write: Write;
  }[] = [];
  for (const [name, [node = bailOut(), ...same]] of selected) {
    const definition = getFieldDef(schema, type, node) ?? bailOut();
    compiling.counts.fields += 1;
    if (compiling.counts.fields > maxFields) bailOut();
    // What a resolver may know of its field without its place in the answer; asked for more, the request is not for the compiled executor.
    const info = {
      fieldName: definition.name,
      fieldNodes: [node, ...same],
      returnType: definition.type,
      parentType: type,
      schema,
      fragments,
      operation,
      rootValue: undefined,
      get path() {
        return bailOut();
      },
      get variableValues() {
        return bailOut();
      },
    };
    fields.push({
      key: `${fields.length === 0 ? '' : ','}${JSON.stringify(name)}:`,
      value: resolved(compiling, definition, info, node),
      write: writer(compiling, definition.type, info),
    });
  }
  return (source, run) => {
    let text = '{';
    for (const { key, value, write } of fields) {
      text += key + write(value(source, run), run);
      if (text.length > run.maxCharacters) bailOut();
    }
    return `${text}}`;
  };
}

function resolved(
  compiling: CompileContext,
  definition: GraphQLField<unknown, unknown>,
  info: GraphQLResolveInfo,
  node: FieldNode,
): (source: unknown, run: ExecutionRun) => unknown {
  if (definition === TypeNameMetaFieldDef) return () => info.parentType.name;
  const resolve = definition.resolve ?? defaultFieldResolver;
  const values = argumentsOf(compiling, definition, node);
  return (source, run) => resolve(source, values(run), run.context, info);
}

/** The arguments of a field as graphql-js gives them, with a fast path for arguments that are coerced already. */
function argumentsOf(
  compiling: CompileContext,
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (run: ExecutionRun) => Record<string, unknown> {
  if (variablesIn(compiling, node.arguments ?? []).size === 0) return always(getArgumentValues(definition, node));
  const coercedValues = coercedArguments(compiling, definition.args, node.arguments ?? []);
  const index = compiling.counts.varying;
  compiling.counts.varying += 1;
  return (run) => {
    run.args[index] ??= coercedValues(run.variables) ?? getArgumentValues(definition, node, run.variables);
    return run.args[index];
  };
}

/**
 * Reads arguments that are variables with a value, objects of such variables, or constants. The function that it returns
 * gives null for anything else, such as a default value.
 */
function coercedArguments(
  compiling: CompileContext,
  definitions: readonly GraphQLInputField[],
  nodes: readonly (ArgumentNode | ObjectFieldNode)[],
): (variables: ExecutionRun['variables']) => Record<string, unknown> | null {
  const parts = definitions.flatMap(
    ({
      name,
      type,
      defaultValue,
    }): { readonly name: string; readonly value: (variables: ExecutionRun['variables']) => unknown }[] => {
      const node = nodes.find((each) => each.name.value === name)?.value;
      const named = getNullableType(type);
      if (node?.kind === Kind.VARIABLE) return [{ name, value: (variables) => variables[node.name.value] }];
      if (node?.kind === Kind.OBJECT && isInputObjectType(named) && (!named.isOneOf || node.fields.length === 1))
        return [{ name, value: coercedArguments(compiling, Object.values(named.getFields()), node.fields) }];
      return node || defaultValue !== undefined
        ? [
            {
              name,
              value: always(node && variablesIn(compiling, [node]).size === 0 ? valueFromAST(node, named) : null),
            },
          ]
        : [];
    },
  );
  return (variables) => {
    const values: Record<string, unknown> = {};
    for (const { name, value } of parts) {
      const coerced = value(variables);
      if (coerced == null) return null;
      values[name] = coerced;
    }
    return values;
  };
}

/** Names of the variables in the nodes and in the fragments that they spread. */
function variablesIn({ fragments }: CompileContext, nodes: readonly ASTNode[]): ReadonlySet<string> {
  const names = new Set<string>();
  const pending = new Set(nodes);
  for (const node of pending)
    visit(node, {
      Variable: ({ name }) => {
        names.add(name.value);
      },
      FragmentSpread: ({ name }) => {
        pending.add(fragments[name.value] ?? bailOut());
      },
    });
  return names;
}

function writer(compiling: CompileContext, type: GraphQLOutputType, info: GraphQLResolveInfo): Write {
  const nullable = isNonNullType(type) ? type.ofType : type;
  const writeNull = isNonNullType(type) ? bailOut : always('null');
  const writeValue = isListType(nullable)
    ? list(writer(compiling, nullable.ofType, info))
    : namedTypeWriter(compiling, nullable, info);
  return (value, run) => {
    if (value == null) return writeNull();
    if (typeof value !== 'object') return writeValue(value, run);
    if (value instanceof Promise) value.catch(() => undefined); // graphql-js will report the rejection
    return value instanceof Error || typeof (value as { then?: unknown }).then === 'function'
      ? bailOut()
      : writeValue(value, run);
  };
}

function namedTypeWriter(
  compiling: CompileContext,
  type: GraphQLLeafType | GraphQLObjectType | GraphQLAbstractType,
  info: GraphQLResolveInfo,
): Write {
  if (isLeafType(type)) return leaf(type);
  return isObjectType(type) ? object(compiling, type, info) : abstract(compiling, type, info);
}

const list =
  (item: Write): Write =>
  (value, run) => {
    if (!Array.isArray(value)) return bailOut();
    let text = '';
    for (const each of value as unknown[]) {
      text += (text === '' ? '' : ',') + item(each, run);
      if (text.length > run.maxCharacters) bailOut();
    }
    return `[${text}]`;
  };

/** Short strings without characters to escape. Testing for them is faster than calling JSON.stringify. */
const shortPlainText = /^[ !#-[\]-~]{0,120}$/;
function leaf(type: GraphQLLeafType): Write {
  const serialized: Write = (value) => JSON.stringify(type.serialize(value) ?? bailOut());
  if (type === GraphQLString || type === GraphQLID)
    return (value, run) =>
      typeof value === 'string' && shortPlainText.test(value) ? `"${value}"` : serialized(value, run);
  const words = new Map<unknown, string>(
    isEnumType(type) ? type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]) : [],
  );
  return (value, run) => words.get(value) ?? serialized(value, run);
}

/** Writes objects, through the fragment cache if their type belongs to the graph. */
function object(compiling: CompileContext, type: GraphQLObjectType, info: GraphQLResolveInfo): Write {
  const { schema, fragments, variables, name, counts } = compiling;
  const { isTypeOf } = type;
  const selected = collectSubfields(schema, fragments, variables, type, info.fieldNodes);
  const fields = fieldsOf(compiling, type, selected);
  const write: Write = isTypeOf
    ? (value, run) => (isTypeOf(value, run.context, info) === true ? fields(value, run) : bailOut())
    : fields;
  if (!cacheableTypes.has(type.name) || isCheapSelection(selected)) return write;
  const index = counts.selections;
  counts.selections += 1;
  const selectionSets = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  const names = [...variablesIn(compiling, selectionSets)];
  const hasNoVariables = names.length === 0;
  // An array for each variable, empty if it has no value, so that different values never have the same key.
  const keyOf = (values: ExecutionRun['variables']): string =>
    JSON.stringify(names.map((each) => (values[each] === undefined ? [] : [values[each]])));
  return (value, run) => {
    run.fragmentEntries[index] ??= run.fragmentCache.entryFor(
      `${name} ${String(index)}\n${hasNoVariables ? '' : keyOf(run.variables)}`,
      hasNoVariables,
    );
    const entry = run.fragmentEntries[index];
    const cached = entry.texts.get(value);
    if (cached !== undefined) {
      run.statuses.push(...cached.statuses);
      return cached.text;
    }
    const firstStatus = run.statuses.length;
    const text = write(value, run);
    run.fragmentCache.store(entry, value, text, run.statuses.slice(firstStatus));
    return text;
  };
}

/** A few fields without arguments and selections are written faster than they are found in the cache. */
const isCheapSelection = (selected: ReadonlyMap<string, readonly FieldNode[]>): boolean =>
  selected.size < 4 && [...selected.values()].every(([node]) => !node?.selectionSet && !node?.arguments?.length);

/** Compiles the selection of each possible type when the first object of that type occurs, since few types do. */
function abstract(compiling: CompileContext, type: GraphQLAbstractType, info: GraphQLResolveInfo): Write {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const writers = new Map<unknown, Write>();
  return (value, run) => {
    const name = resolveType(value, run.context, info, type);
    const write =
      writers.get(name) ??
      object(compiling, compiling.schema.getPossibleTypes(type).find((each) => each.name === name) ?? bailOut(), info);
    writers.set(name, write);
    return write(value, run);
  };
}
