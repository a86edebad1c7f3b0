/**
 * An operation made into functions that write JSON as they go, with the bytes that JSON.stringify gives for what graphql-js
 * answers. They know the whole way from a value to its text where nothing goes wrong and nothing has to be waited for; at
 * an error, a promise, or a resolver that asks about its place in the answer they throw, and the whole request is answered
 * anew by graphql-js. Resolvers are functions over memory that does not change: asking one twice is only slower.
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
// graphql-js's own, so that fields have its order; not of its public face, so that a new version of it may want other arguments.
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { getFieldDef } from 'graphql/execution/execute.js';
import type { CoverageStatus } from '../../model/words.ts';
import type { Context } from '../../schema/builder.ts';
import { cacheableTypes, type FragmentEntry, type FragmentCache } from './fragment-cache.ts';

export const bailOut = (): never => {
  throw new Error('not for the compiled executor');
};
const always =
  <Value>(value: Value) =>
  (): Value =>
    value;
const mostFields = 5_000; // fragments within fragments may stand for more than anybody can hold

/** One request's part of the work: its variables coerced, and the status of every determination so far. */
export interface ExecutionRun {
  readonly context: Context;
  readonly variables: Record<string, unknown>;
  readonly args: Record<string, unknown>[];
  readonly fragmentEntries: FragmentEntry[];
  readonly statuses: CoverageStatus[];
  /** Characters of the longest answer that may be written. */
  readonly maxCharacters: number;
}
type Write = (value: unknown, run: ExecutionRun) => string;

export interface CompileContext {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  /** Coerced; those that `@skip` and `@include` name are the same in every run. */
  readonly variables: Record<string, unknown>;
  readonly operation: OperationDefinitionNode;
  /** What is written of this operation is kept under this name. */
  readonly name: string;
  readonly fragmentCache: FragmentCache;
  readonly counts: Record<'fields' | 'varying' | 'selections', number>;
}

/** Writes the operation's `data`. */
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
    if (++compiling.counts.fields > mostFields) bailOut();
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
  const [resolve, values] = [definition.resolve ?? defaultFieldResolver, argumentsOf(compiling, definition, node)];
  return (source, run) => resolve(source, values(run), run.context, info);
}

/** As graphql-js has them, with a shorter way where nothing in them has to be coerced that was not. */
function argumentsOf(
  compiling: CompileContext,
  definition: GraphQLField<unknown, unknown>,
  node: FieldNode,
): (run: ExecutionRun) => Record<string, unknown> {
  if (variablesIn(compiling, node.arguments ?? []).size === 0) return always(getArgumentValues(definition, node));
  const [short, at] = [taken(compiling, definition.args, node.arguments ?? []), compiling.counts.varying++];
  return (run) => (run.args[at] ??= short(run.variables) ?? getArgumentValues(definition, node, run.variables));
}

/** Variables that have a value, objects of such, and what never varies; null where anything else is given, or a default stands in. */
function taken(
  compiling: CompileContext,
  of: readonly GraphQLInputField[],
  given: readonly (ArgumentNode | ObjectFieldNode)[],
): (variables: ExecutionRun['variables']) => Record<string, unknown> | null {
  const parts = of.flatMap(
    ({
      name,
      type,
      defaultValue,
    }): { readonly name: string; readonly value: (variables: ExecutionRun['variables']) => unknown }[] => {
      const [node, named] = [given.find((each) => each.name.value === name)?.value, getNullableType(type)];
      if (node?.kind === Kind.VARIABLE) return [{ name, value: (variables) => variables[node.name.value] }];
      if (node?.kind === Kind.OBJECT && isInputObjectType(named) && (!named.isOneOf || node.fields.length === 1))
        return [{ name, value: taken(compiling, Object.values(named.getFields()), node.fields) }];
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
    for (const { name, value } of parts) if ((values[name] = value(variables)) == null) return null;
    return values;
  };
}

/** Names of the variables in what stands below, fragments followed. */
function variablesIn({ fragments }: CompileContext, nodes: readonly ASTNode[]): ReadonlySet<string> {
  const [names, below] = [new Set<string>(), new Set(nodes)];
  for (const node of below)
    visit(node, {
      Variable: ({ name }) => {
        names.add(name.value);
      },
      FragmentSpread: ({ name }) => {
        below.add(fragments[name.value] ?? bailOut());
      },
    });
  return names;
}

function writer(compiling: CompileContext, type: GraphQLOutputType, info: GraphQLResolveInfo): Write {
  const [named, nothing] = isNonNullType(type) ? [type.ofType, bailOut] : [type, always('null')];
  const present = isListType(named)
    ? list(writer(compiling, named.ofType, info))
    : isLeafType(named)
      ? leaf(named)
      : isObjectType(named)
        ? object(compiling, named, info)
        : abstract(compiling, named, info);
  return (value, run) => {
    if (value == null) return nothing();
    if (typeof value !== 'object') return present(value, run);
    if (value instanceof Promise) value.catch(() => undefined); // what becomes of it is graphql-js's to tell
    return value instanceof Error || typeof (value as { then?: unknown }).then === 'function'
      ? bailOut()
      : present(value, run);
  };
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

/** Few letters of which none has to be written otherwise are sooner looked through than handed to JSON.stringify. */
const fewPlain = /^[ !#-[\]-~]{0,120}$/;
function leaf(type: GraphQLLeafType): Write {
  const serialized: Write = (value) => JSON.stringify(type.serialize(value) ?? bailOut());
  if (type === GraphQLString || type === GraphQLID)
    return (value, run) => (typeof value === 'string' && fewPlain.test(value) ? `"${value}"` : serialized(value, run));
  const words = new Map<unknown, string>(
    isEnumType(type) ? type.getValues().map(({ name, value }) => [value, JSON.stringify(name)]) : [],
  );
  return (value, run) => words.get(value) ?? serialized(value, run);
}

function object(compiling: CompileContext, type: GraphQLObjectType, info: GraphQLResolveInfo): Write {
  const [{ schema, fragments, variables, fragmentCache: written, name, counts }, { isTypeOf }] = [compiling, type];
  const selected = collectSubfields(schema, fragments, variables, type, info.fieldNodes);
  const fields = fieldsOf(compiling, type, selected);
  const write: Write = isTypeOf
    ? (value, run) => (isTypeOf(value, run.context, info) === true ? fields(value, run) : bailOut())
    : fields;
  if (
    !cacheableTypes.has(type.name) ||
    (selected.size < 4 && [...selected.values()].every(([node]) => !node?.selectionSet && !node?.arguments?.length))
  )
    return write; // a few plain fields are written sooner than found
  const at = counts.selections++;
  const names = [
    ...variablesIn(
      compiling,
      info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    ),
  ];
  const told = (given: ExecutionRun['variables']): string =>
    JSON.stringify(names.map((each) => (given[each] === undefined ? [] : [given[each]]))); // no two sets of values alike
  return (value, run) => {
    const shelf = (run.fragmentEntries[at] ??= written.entryFor(
      `${name} ${String(at)}\n${names.length === 0 ? '' : told(run.variables)}`,
      names.length === 0,
      run.context,
    ));
    const [before, from] = [shelf.texts.get(value), run.statuses.length];
    const text = before?.text ?? write(value, run);
    if (before) run.statuses.push(...before.told);
    else written.store(shelf, value, text, run.statuses.slice(from));
    return text;
  };
}

/** What is selected of a type is compiled when the first of that type is met: few of those that could come do. */
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
