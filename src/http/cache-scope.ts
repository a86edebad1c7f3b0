/**
 * Decides which caches may store an answer to a GET (RFC 9111, section 5.2.2). It is `public` only if every part of the
 * request is known to hold no information about a person; anything unrecognized makes it `private`. The names of operations,
 * variables, fragments and aliases are ignored, since they are part of the client's program.
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

/** `private` means that only the client's own cache may store the answer. */
export type CacheScope = 'public' | 'private';

/** Whether and where the answer of an operation may be cached. */
export interface Cacheability {
  readonly scope: CacheScope;
  /** Whether all servers with the same program, data, day and settings give the same bytes. */
  readonly isRepeatable: boolean;
}

/** The value for a request that executed no operation. */
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

/** Returns a function that classifies executed operations. It caches the part that depends only on the document. */
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
      // Comments are free text, except in trusted documents.
      (!text.includes('#') || texts.has(text)) &&
      // A variable that the operation does not declare can hold anything.
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

/** The part of the classification that depends only on the document. */
interface Outline {
  readonly isPublic: boolean;
  readonly isRepeatable: boolean;
  /** Names of the declared variables. */
  readonly variables: ReadonlySet<string>;
  /** Default values of the declared variables. */
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
    // If there are several operations, graphql-js does not check the variables of those that it does not execute.
    isPublic: isUnderstood && operations.length === 1 && fixed.every((argument) => isPublicArgument(argument, {})),
    isRepeatable,
    variables: new Set(variables.map(({ variable }) => variable.name.value)),
    defaults: Object.fromEntries(defaults),
    varying,
  };
}

/** Every argument in a document, including those of skipped fields, and whether the types of all of them are known. */
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

/** A missing or null argument holds no information. */
function isPublicArgument({ coordinate, type, value }: Argument, variables: ExecutedOperation['variables']): boolean {
  const argument: unknown = valueFromASTUntyped(value, variables);
  return argument == null || (publicArguments.has(coordinate) && isPublicValue(argument, type));
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

/** Slugs, codes, versions and cursors have this form. Free text mostly has spaces, which it does not allow. */
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
 * Whether a query string holds only parameters of a GraphQL request, each at most once. Caches store answers under the whole
 * address, so any other content of the address would be stored with the answer.
 */
export function isPlainAddress(search: string): boolean {
  const names = [...new URLSearchParams(search).keys()];
  const once = new Set(names);
  // If there is a query text, the document id is ignored, so it can hold anything.
  const isIdRead = !(once.has('query') && once.has(documentParameter));
  return names.every((each) => parameters.has(each)) && once.size === names.length && isIdRead;
}
