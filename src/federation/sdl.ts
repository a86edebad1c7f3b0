/**
 * The schema that a composer reads: the part of a schema that is offered to larger graphs, with directives where a table
 * puts them. Written by graphql-js throughout, so that what it prints of its own (`@oneOf`, `@specifiedBy`) stays.
 */
import {
  GraphQLObjectType,
  GraphQLSchema,
  Kind,
  assertObjectType,
  isInputObjectType,
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

/** Applied directives by schema coordinate: `Plan`, `Plan.rules`, `Query.plan(slug:)`, `RuleEffect.LIFTED`; `schema` is the schema itself. */
export type Directives = Readonly<Record<string, readonly string[]>>;

/** The newest that both composers take (2026-11-23). */
const NEWEST = '2.9';

export interface Offer {
  readonly schema: GraphQLSchema;
  /** Types that a larger graph reaches without a root field. */
  readonly roots: readonly GraphQLNamedType[];
  /** Root fields that are left out, and with them whatever nothing else leads to. */
  readonly withhold: readonly string[];
  readonly directives: Directives;
  /** The version of Federation that is linked; the newest where it is left out. */
  readonly version?: string;
}

export function printSubgraph(offer: Offer): string {
  const { definitions } = parse(printSchema(offered(offer)), { noLocation: true });
  const written = definitions.map((definition) => withDirectives(definition, offer.directives));
  return `${head(offer)}\n\n${print({ kind: Kind.DOCUMENT, definitions: written })}\n`;
}

/** The links to the specifications of every directive used, and the definition of `@oneOf`, which not every composer knows. */
function head({ schema, directives, version = NEWEST }: Offer): string {
  const { schema: ofSchema = [], ...others } = directives;
  const own = new Set(schema.getDirectives().map(({ name }) => name));
  const used = new Set([...ofSchema, ...Object.values(others).flat()].map((text) => directiveNode(text).name.value));
  const imports = [...used]
    .filter((name) => name !== 'link' && !own.has(name))
    .sort()
    .map((name) => `"@${name}"`);
  const link = `extend schema\n  @link(url: "https://specs.apollo.dev/federation/v${version}", import: [${imports.join(', ')}])${ofSchema.map((text) => `\n  ${text}`).join('')}`;
  const hasOneOf = Object.values(schema.getTypeMap()).some((type) => isInputObjectType(type) && type.isOneOf);
  return hasOneOf ? `${link}\n\ndirective @oneOf on INPUT_OBJECT` : link;
}

/** The schema without what is withheld, and without what only that led to. */
function offered({ schema, roots, withhold }: Offer): GraphQLSchema {
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
  if (!directive) throw new Error(`"${text}" is no directive`);
  return directive;
}
