/**
 * Prints the SDL that a federation composer reads: a schema without its withheld root fields, with federation directives.
 * graphql-js prints the text, so its own directives (`@oneOf`, `@specifiedBy`) are kept.
 */
import {
  GraphQLObjectType,
  GraphQLSchema,
  Kind,
  assertObjectType,
  isInterfaceType,
  isSpecifiedDirective,
  isTypeDefinitionNode,
  parse,
  print,
  printSchema,
  type ConstDirectiveNode,
  type DefinitionNode,
  type GraphQLNamedType,
} from 'graphql';
import { oneOfDefinition } from '../schema/sdl.ts';

/**
 * Directives by schema coordinate: `Plan`, `Plan.rules`, `Query.plan(slug:)`, `RuleEffect.LIFTED`. The key `schema` holds the
 * directives of the schema itself.
 */
export type Directives = Readonly<Record<string, readonly string[]>>;

/** The newest version that both Apollo's and The Guild's composer support (2026-11-23). */
const NEWEST = '2.9';

/** What `printSubgraph` prints. */
export interface SubgraphSdlOptions {
  readonly schema: GraphQLSchema;
  /** Types that are kept although no root field leads to them: the entities. */
  readonly roots: readonly GraphQLNamedType[];
  /** Root fields to leave out, together with the types that only they lead to. */
  readonly withhold: readonly string[];
  readonly directives: Directives;
  /** The version of Federation to link; the newest supported one by default. */
  readonly version?: string;
}

/** Returns the SDL of the subgraph. */
export function printSubgraph(options: SubgraphSdlOptions): string {
  const { definitions } = parse(printSchema(withoutWithheld(options)), { noLocation: true });
  const annotated = definitions.map((definition) => withDirectives(definition, options.directives));
  return `${head(options)}\n\n${print({ kind: Kind.DOCUMENT, definitions: annotated })}\n`;
}

/** The `@link` to Federation that imports every directive used, and a definition of `@oneOf`, which some composers lack. */
function head({ schema, directives, version = NEWEST }: SubgraphSdlOptions): string {
  const { schema: ofSchema = [], ...others } = directives;
  const own = new Set(schema.getDirectives().map(({ name }) => name));
  const used = new Set([...ofSchema, ...Object.values(others).flat()].map((text) => directiveNode(text).name.value));
  const imports = [...used]
    .filter((name) => name !== 'link' && !own.has(name))
    .sort()
    .map((name) => `"@${name}"`);
  const url = `https://specs.apollo.dev/federation/v${version}`;
  const link = [`extend schema`, `@link(url: "${url}", import: [${imports.join(', ')}])`, ...ofSchema].join('\n  ');
  return [link, oneOfDefinition(schema)].filter((part) => part !== '').join('\n\n');
}

/** The schema without the withheld root fields and without the types that only they lead to. */
function withoutWithheld({ schema, roots, withhold }: SubgraphSdlOptions): GraphQLSchema {
  const { fields, ...query } = assertObjectType(schema.getQueryType()).toConfig();
  const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => !withhold.includes(name)));
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
  let types = roots;
  for (;;) {
    const made = new GraphQLSchema({ query: new GraphQLObjectType({ ...query, fields: kept }), types, directives });
    const more = Object.values(made.getTypeMap())
      .filter(isInterfaceType)
      .flatMap((type) => {
        const { objects, interfaces } = schema.getImplementations(type);
        return [...objects, ...interfaces];
      })
      .filter(({ name }) => made.getType(name) === undefined);
    if (more.length === 0) return made;
    types = [...types, ...more];
  }
}

function withDirectives(definition: DefinitionNode, directives: Directives): DefinitionNode {
  if (!isTypeDefinitionNode(definition)) return definition;
  const put = <Node extends { readonly directives?: readonly ConstDirectiveNode[] | undefined }>(
    node: Node,
    coordinate: string,
  ): Node => {
    const own = directives[coordinate] ?? [];
    return own.length === 0 ? node : { ...node, directives: [...(node.directives ?? []), ...own.map(directiveNode)] };
  };
  const type = definition.name.value;
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return put(
        {
          ...definition,
          fields: (definition.fields ?? []).map((field) =>
            put(
              {
                ...field,
                arguments: (field.arguments ?? []).map((argument) =>
                  put(argument, `${type}.${field.name.value}(${argument.name.value}:)`),
                ),
              },
              `${type}.${field.name.value}`,
            ),
          ),
        },
        type,
      );
    case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      return put(
        { ...definition, fields: (definition.fields ?? []).map((field) => put(field, `${type}.${field.name.value}`)) },
        type,
      );
    case Kind.ENUM_TYPE_DEFINITION:
      return put(
        { ...definition, values: (definition.values ?? []).map((value) => put(value, `${type}.${value.name.value}`)) },
        type,
      );
    default:
      return put(definition, type);
  }
}

function directiveNode(text: string): ConstDirectiveNode {
  const [definition] = parse(`scalar S ${text}`, { noLocation: true }).definitions;
  const [directive] = definition?.kind === Kind.SCALAR_TYPE_DEFINITION ? (definition.directives ?? []) : [];
  if (!directive) throw new Error(`"${text}" is not a directive.`);
  return directive;
}
