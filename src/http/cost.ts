/**
 * What an operation may cost at most, worked out from its text and its variables before anything runs. Fields are added up
 * level by level and multiplied by how many come back; a field that stands twice is counted twice. Each fragment is priced
 * once for each size it is spread at, so the work is bounded by the document even where its expansion is exponential.
 */
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import {
  connecting,
  contractBounds,
  defaultPage,
  introspectionWeight,
  leafWeight,
  objectWeight,
  paged,
  prices,
  unnamedList,
  type Price,
  type Reading,
  type Scope,
  type World,
} from './prices.ts';

/** One field with all that is below it, priced. */
export interface PricedField {
  readonly name: string;
  /** How many come back of it, each time its parent does; 0 where the field refuses by itself. */
  readonly count: number;
  /** All of it: its own work, itself and what is below, times how many. */
  readonly cost: number;
  readonly isNameless: boolean;
  /** The dearest field below; null at a leaf. */
  readonly dearest: PricedField | null;
}

type Variables = Readonly<Record<string, unknown>>;
interface Sum {
  cost: number;
  dearest: PricedField | null;
}

export interface Priced {
  /** The fields at the root; a fragment spread at the root counts as the dearest of its fields. */
  readonly fields: readonly PricedField[];
  /** The largest that any field was given of what has a limit of its own. */
  readonly largest: Readonly<Record<'cells' | 'entities' | 'questionCharacters', number>>;
}

/** The price of a valid document's operation. */
export function priceOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  given: Variables,
  world: World,
): Priced {
  const pricing = new Pricing(schema, document, withDefaults(operation, given), world);
  const root = schema.getRootType(operation.operation);
  return { fields: root ? pricing.fields(root, operation.selectionSet) : [], largest: pricing.largest };
}

class Pricing {
  readonly largest = { cells: 0, entities: 0, questionCharacters: 0 };
  readonly #schema: GraphQLSchema;
  readonly #variables: Variables;
  readonly #world: World;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #known = new Map<FragmentDefinitionNode, Map<string, Sum>>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables, world: World) {
    this.#schema = schema;
    this.#variables = variables;
    this.#world = world;
    this.#fragments = new Map(
      document.definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
    );
  }

  fields(root: GraphQLCompositeType, set: SelectionSetNode): PricedField[] {
    return set.selections.flatMap((selection) => {
      if (this.#isLeftOut(selection)) return [];
      if (selection.kind === Kind.FIELD) return [this.#field(root, selection, {})];
      if (selection.kind === Kind.INLINE_FRAGMENT) return this.fields(root, selection.selectionSet);
      const { cost, dearest } = this.#fragment(selection.name.value, {});
      return dearest === null ? [] : [{ ...dearest, cost }];
    });
  }

  #sum(parent: GraphQLCompositeType, set: SelectionSetNode, scope: Scope): Sum {
    const sum: Sum = { cost: 0, dearest: null };
    for (const selection of set.selections) {
      if (this.#isLeftOut(selection)) continue;
      const part =
        selection.kind === Kind.FIELD
          ? alone(this.#field(parent, selection, scope))
          : selection.kind === Kind.FRAGMENT_SPREAD
            ? this.#fragment(selection.name.value, scope)
            : this.#sum(this.#narrowed(parent, selection.typeCondition?.name.value), selection.selectionSet, scope);
      sum.cost += part.cost;
      if (part.dearest !== null && part.dearest.cost > (sum.dearest?.cost ?? 0)) sum.dearest = part.dearest;
    }
    return sum;
  }

  #fragment(name: string, scope: Scope): Sum {
    const fragment = this.#fragments.get(name);
    const type = fragment && this.#schema.getType(fragment.typeCondition.name.value);
    if (!fragment || !isCompositeType(type)) return { cost: 0, dearest: null };
    const sums = this.#known.get(fragment) ?? new Map<string, Sum>();
    this.#known.set(fragment, sums);
    const key = `${String(scope.page)} ${String(scope.rows)} ${String(scope.cells)}`;
    let sum = sums.get(key);
    if (!sum) sums.set(key, (sum = this.#sum(type, fragment.selectionSet, scope)));
    return sum;
  }

  #field(parent: GraphQLCompositeType, node: FieldNode, scope: Scope): PricedField {
    const name = node.name.value;
    const isIntrospection = name.startsWith('__') || parent.name.startsWith('__');
    const unit = isIntrospection ? introspectionWeight : 1;
    const field = fieldOf(parent, name);
    const type = field && getNamedType(field.type);
    if (!field || !type) return { name, count: 1, cost: unit * leafWeight, isNameless: false, dearest: null };
    const price = priceFor(parent, name, type.name);
    const reading = this.#reading(field, node, scope);
    if (!isCompositeType(type))
      return {
        name,
        count: 1,
        cost: unit * (leafWeight + amount(price.weight, reading, 0)),
        isNameless: false,
        dearest: null,
      };
    if (price.measures) {
      const [limit, measure] = price.measures;
      this.largest[limit] = Math.max(this.largest[limit], measure(reading));
    }
    const count = amount(price.count, reading, isListType(getNullableType(field.type)) ? unnamedList : 1);
    const below = this.#sum(
      type,
      node.selectionSet ?? { kind: Kind.SELECTION_SET, selections: [] },
      price.below?.(reading) ?? {},
    );
    const cost = unit * amount(price.weight, reading, 0) + count * (unit * objectWeight + below.cost);
    return { name, count, cost, isNameless: price.isNameless ?? false, dearest: below.dearest };
  }

  #reading(field: GraphQLField<unknown, unknown>, node: FieldNode, scope: Scope): Reading {
    const value = (argument: string): unknown => {
      const given = node.arguments?.find(({ name }) => name.value === argument)?.value;
      const read: unknown = given && valueFromASTUntyped(given, this.#variables);
      return read === undefined ? field.args.find(({ name }) => name === argument)?.defaultValue : read;
    };
    const list = (argument: string): number => {
      const read = value(argument);
      return Array.isArray(read) ? read.length : read == null ? 0 : 1;
    };
    const number = (argument: string, otherwise: number): number => {
      const read = value(argument) ?? otherwise;
      return typeof read === 'number' && read >= 0 ? read : 0; // variables come as they were sent, and are refused after this
    };
    const length = (argument: string): number => {
      const read = value(argument);
      return typeof read === 'string' ? read.length : 0;
    };
    const is = (argument: string, word: string): boolean => value(argument) === word;
    const page = (): number => {
      const asked = number('last', number('first', defaultPage));
      return asked > contractBounds.page ? 0 : asked;
    };
    return { list, number, length, is, page, scope, world: this.#world };
  }

  #narrowed(parent: GraphQLCompositeType, name: string | undefined): GraphQLCompositeType {
    const type = name === undefined ? parent : this.#schema.getType(name);
    return isCompositeType(type) ? type : parent;
  }

  #isLeftOut({ directives = [] }: { readonly directives?: FieldNode['directives'] }): boolean {
    return directives.some(({ name: { value: name }, arguments: args = [] }) => {
      if (name !== 'skip' && name !== 'include') return false;
      const condition: unknown = args[0] && valueFromASTUntyped(args[0].value, this.#variables);
      return condition === (name === 'skip');
    });
  }
}

const alone = (field: PricedField): Sum => ({ cost: field.cost, dearest: field });
const amount = (of: Price['weight'], reading: Reading, otherwise: number): number =>
  typeof of === 'function' ? of(reading) : (of ?? otherwise);

const metaFields: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};
function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return metaFields[name] ?? (isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined);
}

function priceFor(parent: GraphQLCompositeType, name: string, returned: string): Price {
  if (parent.name.endsWith('Connection') && (name === 'nodes' || name === 'edges')) return paged;
  const price = prices[`${parent.name}.${name}`] ?? prices[name];
  return returned.endsWith('Connection') ? { ...connecting, ...price } : (price ?? {});
}

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }): [string, unknown][] =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}
