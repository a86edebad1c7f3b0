/**
 * Who may keep an answer to a GET, decided from the operation that was executed (RFC 9111, section 5.2.2). `public` only
 * where all that the request says is known to say nothing of a person; whatever is not recognized is `private`. The names
 * of operations, variables, fragments and aliases are not looked at: they are part of the client's program.
 */
import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  Kind,
  specifiedScalarTypes,
  TypeInfo,
  valueFromASTUntyped,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql';
import { publicArguments, unrepeatableFields, type Coordinate } from '../schema/argument-privacy.ts';
import { documentParameter, type TrustedDocuments } from './persisted-documents.ts';

/** `private`: kept by the cache of the one client only. */
export type CacheScope = 'public' | 'private';

/** What the endpoint has to know of an operation to let its answer be kept. */
export interface Cacheability {
  readonly scope: CacheScope;
  /** Whether every server with the same program, data, day and settings gives the same bytes. */
  readonly isRepeatable: boolean;
}

/** Holds of a request of which no operation was executed. */
export const uncacheable: Cacheability = { scope: 'private', isRepeatable: false };

export interface ExecutedOperation {
  readonly schema: GraphQLSchema;
  /** Valid against the schema. */
  readonly document: DocumentNode;
  /** The text that the document was parsed from. */
  readonly text: string;
  /** As the request gave them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** As the request gave them. */
  readonly extensions: unknown;
}

/** Returns a function that classifies executed operations. It remembers what follows from a document alone. */
export function createClassifier(documents: TrustedDocuments): (executed: ExecutedOperation) => Cacheability {
  const known = new WeakMap<DocumentNode, Outline>();
  const texts = new Set(documents.values());
  const outlineFor = (schema: GraphQLSchema, document: DocumentNode): Outline => {
    let outline = known.get(document);
    if (outline === undefined) {
      outline = outlineOf(schema, document);
      known.set(document, outline);
    }
    return outline;
  };
  return ({ schema, document, text, variables, extensions }) => {
    const outline = outlineFor(schema, document);
    const values = { ...outline.defaults, ...variables };
    const isPublic =
      outline.isPublic &&
      // A comment is free text, unless the operator has written it.
      (!text.includes('#') || texts.has(text)) &&
      // A variable that the operation does not declare can say anything.
      Object.keys(variables).every((each) => outline.variables.has(each)) &&
      areKnownExtensions(extensions) &&
      outline.varying.every((argument) => isPublicArgument(argument, values));
    return { scope: isPublic ? 'public' : 'private', isRepeatable: outline.isRepeatable };
  };
}

interface Argument {
  readonly coordinate: Coordinate;
  readonly type: GraphQLInputType;
  readonly value: ValueNode;
}

/** What follows from a document, whatever its variables. */
interface Outline {
  readonly isPublic: boolean;
  readonly isRepeatable: boolean;
  /** Names of the variables that are declared. */
  readonly variables: ReadonlySet<string>;
  /** Values of those that have one where the request gives none. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Arguments that hold variables. */
  readonly varying: readonly Argument[];
}

function outlineOf(schema: GraphQLSchema, document: DocumentNode): Outline {
  const { args, isRepeatable, isUnderstood } = argumentsOf(schema, document);
  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const variables = operations.flatMap(({ variableDefinitions = [] }) => variableDefinitions);
  const defaults = variables.flatMap(({ variable, defaultValue }) =>
    defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)] as const],
  );
  const varying = args.filter(({ value }) => holdsVariable(value));
  const fixed = args.filter(({ value }) => !holdsVariable(value));
  return {
    // Of several operations one is executed, and what the variables of the others hold is not checked.
    isPublic: isUnderstood && operations.length === 1 && fixed.every((argument) => isPublicArgument(argument, {})),
    isRepeatable,
    variables: new Set(variables.map(({ variable }) => variable.name.value)),
    defaults: Object.fromEntries(defaults),
    varying,
  };
}

/** Every argument of a document, of fields that `@skip` leaves out too, and whether one was found whose type is unknown. */
function argumentsOf(
  schema: GraphQLSchema,
  document: DocumentNode,
): { readonly args: readonly Argument[]; readonly isRepeatable: boolean; readonly isUnderstood: boolean } {
  const types = new TypeInfo(schema);
  const args: Argument[] = [];
  let isRepeatable = true;
  let isUnderstood = true;
  const fieldCoordinate = (): string => `${types.getParentType()?.name ?? ''}.${types.getFieldDef()?.name ?? ''}`;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        if (unrepeatableFields.has(fieldCoordinate())) isRepeatable = false;
      },
      Argument: ({ name, value }) => {
        const type = types.getArgument()?.type;
        const directive = types.getDirective();
        const owner = directive ? `@${directive.name}` : fieldCoordinate();
        if (type) args.push({ coordinate: `${owner}(${name.value}:)`, type, value });
        else isUnderstood = false;
      },
    }),
  );
  return { args, isRepeatable, isUnderstood };
}

function holdsVariable(value: ValueNode): boolean {
  let isFound = false;
  visit(value, {
    Variable: () => {
      isFound = true;
    },
  });
  return isFound;
}

/** An argument that is not given, or given as null, says nothing. */
function isPublicArgument({ coordinate, type, value }: Argument, variables: ExecutedOperation['variables']): boolean {
  const given: unknown = valueFromASTUntyped(value, variables);
  return given == null || (publicArguments.has(coordinate) && isPublicValue(given, type));
}

function isPublicValue(value: unknown, type: GraphQLInputType): boolean {
  if (value == null) return true;
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.every((item) => isPublicValue(item, nullable.ofType));
  }
  if (isEnumType(nullable)) return true;
  if (!isInputObjectType(nullable)) return isPublicScalar(value, nullable.name);
  const fields = nullable.getFields();
  return Object.entries(value).every(([name, part]) => {
    const field = fields[name];
    if (part == null) return true;
    return field !== undefined && publicArguments.has(`${nullable.name}.${name}`) && isPublicValue(part, field.type);
  });
}

const numbersAndSwitches = new Set(['Int', 'Boolean']);

/** Slugs, codes, versions and cursors have no spaces; a text that has any is not one of them. */
const name = /^[a-z0-9][\w.:+/=-]{0,199}$/i;

function isPublicScalar(value: unknown, type: string): boolean {
  if (numbersAndSwitches.has(type)) return true;
  if (!specifiedScalarTypes.some((each) => each.name === type) || typeof value !== 'string') return false;
  if (type === 'ID') return name.test(Buffer.from(value, 'base64').toString('utf8'));
  return name.test(value);
}

const digest = /^[0-9a-f]{64}$/;

/** Whether the extensions of a request are those that this server reads, and nothing else. */
function areKnownExtensions(extensions: unknown): boolean {
  if (extensions == null) return true;
  if (typeof extensions !== 'object') return false;
  return Object.entries(extensions).every(([key, value]: [string, unknown]) => {
    if (key === 'cost') return typeof value === 'boolean';
    return key === 'persistedQuery' && isPersistedQuery(value);
  });
}

function isPersistedQuery(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(([key, part]: [string, unknown]) => {
    if (key === 'version') return part === 1;
    return key === 'sha256Hash' && typeof part === 'string' && digest.test(part);
  });
}

const parameters = new Set(['query', 'variables', 'operationName', 'extensions', documentParameter]);

/**
 * Whether the query of an address holds parameters of a GraphQL request, each at most once, and nothing else. The address is
 * the key under which a cache keeps an answer, so whatever else it says is kept with it.
 */
export function isPlainAddress(search: string): boolean {
  const names = [...new URLSearchParams(search).keys()];
  const once = new Set(names);
  // An id next to a text is not looked at, so it can say anything.
  const isIdRead = !(once.has('query') && once.has(documentParameter));
  return names.every((each) => parameters.has(each)) && once.size === names.length && isIdRead;
}
