/**
 * Computes the cost of an operation from its text and its variables before it is executed. The costs of the fields of a
 * selection are added up and multiplied by the number of entries that the parent field returns. A field that is selected
 * twice is counted twice. Each fragment is priced once for each list size it is spread at, so the work is bounded by the
 * size of the document even where spreading its fragments would grow exponentially.
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
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';
import {
  argumentWeight,
  characterWeight,
  connectionWeight,
  entriesOf,
  entryWeight,
  introspectionWeight,
  leafWeight,
  nodeWeight,
  objectWeight,
  paged,
  fieldCosts,
  requestWeight,
  suggestionWeight,
  unnamedList,
  valueWeight,
  type FieldCost,
  type CostArguments,
  type ParentSizes,
  type GraphSize,
} from './field-costs.ts';
import { bounds } from '../../schema/bounds.ts';
import { sizeOfDocument, sizeOfNode, usesVariables } from '../syntax.ts';
import { sizeOfValue, sizeOfVariables } from './value-size.ts';

/** The cost of one field, with everything selected below it. */
export interface CostedField {
  readonly name: string;
  /** How many entries the field returns for each parent; 0 where the field reports an error. */
  readonly count: number;
  /** The work of the field, and `count` times the cost of an entry with its selection. */
  readonly cost: number;
  readonly isNameless: boolean;
  /** The most expensive field below; null at a leaf. */
  readonly dearest: CostedField | null;
}

type Variables = Readonly<Record<string, unknown>>;
interface Sum {
  readonly cost: number;
  readonly dearest: CostedField | null;
}
const nothing: Sum = { cost: 0, dearest: null };

export interface OperationCost {
  /** What the request itself costs: its document, its variables, and the names that may be misspelled. */
  readonly request: number;
  /** The root fields. A fragment spread at the root is represented by its most expensive field. */
  readonly fields: readonly CostedField[];
  /** The largest value of any field for each of the limits that apply to one field. */
  readonly largest: Readonly<Record<'cells' | 'entities' | 'questionCharacters', number>>;
}

/** The cost of a selection in one scope, with what it adds to the cost of the request itself. */
interface KnownSum extends Sum {
  readonly names: number;
  readonly largest: OperationCost['largest'];
}
/** Costs of the selections of one document, by selection and scope. */
export type KnownSums = WeakMap<SelectionSetNode, Map<string, KnownSum>>;
/** How many scopes are stored for one selection. Costs in further scopes are computed again in each request. */
const mostScopes = 4;

export interface Pricing {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly world: GraphSize;
  /** Whether to assume the longest lists and the slowest answers, and not typical ones. */
  readonly isMost: boolean;
  /** Costs that do not depend on variables, from earlier requests with the same schema, document, world and `isMost`. */
  readonly known: KnownSums;
}

/** The cost of an operation of a valid document. It depends on the operation, its variables and the size of the graph. */
export function costOf(pricing: Pricing, operation: OperationDefinitionNode, given: Variables): OperationCost {
  const variables = withDefaults(operation, given);
  const priced = new OperationPrice(pricing, variables);
  const root = pricing.schema.getRootType(operation.operation);
  const fields = root ? priced.fields(root, operation.selectionSet) : [];
  const request =
    requestWeight +
    nodeWeight * sizeOfDocument(pricing.document) +
    weightOfValues(given) +
    priced.once +
    suggestionWeight * Math.min(priced.names, bounds.suggestedNames);
  return { request, fields, largest: priced.largest };
}

class OperationPrice {
  largest: OperationCost['largest'] = noneGiven;
  /** Number of names in arguments, of which some may be unknown and be answered with suggestions. */
  names = 0;
  /** Work that is done once for the request. */
  once = 0;
  readonly #pricing: Pricing;
  readonly #variables: Variables;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #sums: KnownSums = new WeakMap();
  /** Variables whose lists are counted already. */
  readonly #paid = new Set<string>();

  constructor(pricing: Pricing, variables: Variables) {
    this.#pricing = pricing;
    this.#variables = variables;
    this.#fragments = new Map(
      pricing.document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
      ),
    );
  }

  fields(root: GraphQLCompositeType, set: SelectionSetNode): CostedField[] {
    return set.selections.flatMap((selection) => {
      if (this.#isLeftOut(selection)) return [];
      if (selection.kind === Kind.FIELD) return [this.#field(root, selection, {})];
      if (selection.kind === Kind.INLINE_FRAGMENT) return this.fields(root, selection.selectionSet);
      const { cost, dearest } = this.#fragment(selection.name.value, {});
      return dearest === null ? [] : [{ ...dearest, cost }];
    });
  }

  /** The cost of a selection, computed once for each scope; where it does not depend on variables, once for its document. */
  #sum(parent: GraphQLCompositeType, set: SelectionSetNode, scope: ParentSizes): Sum {
    const key = scopeKey(parent, scope);
    const sum =
      this.#sums.get(set)?.get(key) ?? this.#pricing.known.get(set)?.get(key) ?? this.#newSum(parent, set, scope);
    keep(this.#sums, set, key, sum, Infinity);
    if (!usesVariables(this.#pricing.document, set)) keep(this.#pricing.known, set, key, sum, mostScopes);
    this.names += sum.names;
    this.largest = largestOf(this.largest, sum.largest);
    return sum;
  }

  #newSum(parent: GraphQLCompositeType, set: SelectionSetNode, scope: ParentSizes): KnownSum {
    const { names, largest } = this;
    this.names = 0;
    this.largest = noneGiven;
    const sum = { ...this.#added(parent, set, scope), names: this.names, largest: this.largest };
    this.names = names;
    this.largest = largest;
    return sum;
  }

  #added(parent: GraphQLCompositeType, set: SelectionSetNode, scope: ParentSizes): Sum {
    let cost = 0;
    let dearest: CostedField | null = null;
    for (const selection of set.selections) {
      if (this.#isLeftOut(selection)) continue;
      const part = this.#part(parent, selection, scope);
      cost += part.cost;
      if (part.dearest !== null && part.dearest.cost > (dearest?.cost ?? 0)) dearest = part.dearest;
    }
    return { cost, dearest };
  }

  #part(parent: GraphQLCompositeType, selection: SelectionNode, scope: ParentSizes): Sum {
    if (selection.kind === Kind.FIELD) return alone(this.#field(parent, selection, scope));
    if (selection.kind === Kind.FRAGMENT_SPREAD) return this.#fragment(selection.name.value, scope);
    const type = this.#narrowed(parent, selection.typeCondition?.name.value);
    return this.#sum(type, selection.selectionSet, scope);
  }

  #fragment(name: string, scope: ParentSizes): Sum {
    const fragment = this.#fragments.get(name);
    const type = fragment && this.#pricing.schema.getType(fragment.typeCondition.name.value);
    return fragment && isCompositeType(type) ? this.#sum(type, fragment.selectionSet, scope) : nothing;
  }

  #field(parent: GraphQLCompositeType, node: FieldNode, scope: ParentSizes): CostedField {
    const name = node.name.value;
    const isIntrospection = name.startsWith('__') || parent.name.startsWith('__');
    const unit = isIntrospection ? introspectionWeight : 1;
    const field = fieldOf(parent, name);
    const type = field && getNamedType(field.type);
    if (!field || !type) return { name, count: 1, cost: leafWeight, isNameless: false, dearest: null };
    const price = priceFor(parent, name);
    const reading = this.#reading(field, node, scope);
    const work = amount(price.weight, reading) + this.#weightOfArguments(field, node);
    if (!isCompositeType(type)) {
      const values = isListType(getNullableType(field.type)) ? unnamedList : 1;
      return { name, count: 1, cost: leafWeight * values + work, isNameless: false, dearest: null };
    }
    if (price.measures) {
      const [limit, measure] = price.measures;
      this.largest = largestOf(this.largest, { ...noneGiven, [limit]: measure(reading) });
    }
    const isConnection = type.name.endsWith('Connection');
    const count = countOf(price, reading, isListType(getNullableType(field.type)));
    const scopeBelow = isConnection ? { page: pageOf(price, reading) } : (price.below?.(reading) ?? {});
    const below = node.selectionSet ? this.#sum(type, node.selectionSet, scopeBelow) : nothing;
    const own = isConnection ? connectionWeight : unit * objectWeight;
    return {
      name,
      count,
      cost: work + count * (own + below.cost),
      isNameless: price.isNameless ?? false,
      dearest: below.dearest,
    };
  }

  /** A list in a variable is read once for the request. A list in the document is read each time its field is executed. */
  #weightOfArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    if (field.args.length === 0 || node.arguments === undefined) return 0;
    let weight = argumentWeight * node.arguments.length;
    for (const { value } of node.arguments) weight += this.#weightOfArgument(value);
    return weight;
  }

  #weightOfArgument(value: ValueNode): number {
    if (value.kind === Kind.OBJECT)
      return value.fields.reduce((sum, each) => sum + this.#weightOfArgument(each.value), 0);
    if (value.kind === Kind.VARIABLE) return this.#weightOfVariable(value.name.value);
    if (value.kind === Kind.STRING) this.names += 1;
    if (value.kind !== Kind.LIST) return 0;
    this.names += value.values.length;
    return entryWeight * sizeOfNode(value);
  }

  #weightOfVariable(name: string): number {
    const value = this.#variables[name];
    if (typeof value === 'string') this.names += 1;
    if (typeof value !== 'object' || value === null) return 0;
    const { values } = sizeOfValue(value);
    if (!this.#paid.has(name)) {
      this.#paid.add(name);
      this.names += values;
      this.once += entryWeight * values;
    }
    return entryWeight;
  }

  #reading(field: GraphQLField<unknown, unknown>, node: FieldNode, scope: ParentSizes): CostArguments {
    const value = (argument: string): unknown => {
      const given = node.arguments?.find(({ name }) => name.value === argument)?.value;
      const read: unknown = given && valueFromASTUntyped(given, this.#variables);
      return read === undefined ? field.args.find(({ name }) => name === argument)?.defaultValue : read;
    };
    const list = (argument: string): number => {
      const read = value(argument);
      if (Array.isArray(read)) return read.length;
      return read == null ? 0 : 1;
    };
    const number = (argument: string, otherwise: number): number => {
      const read = value(argument) ?? otherwise;
      return typeof read === 'number' && read >= 0 ? read : 0; // variables are not validated yet
    };
    const length = (argument: string): number => sizeOfValue(value(argument)).characters;
    const is = (argument: string, word: string): boolean => value(argument) === word;
    const page = (): number => {
      const asked = number('last', number('first', bounds.defaultPage));
      return asked > bounds.page ? 0 : asked;
    };
    const malformedIds = (argument: string): number => {
      const ids = value(argument);
      return (Array.isArray(ids) ? ids : [ids]).filter((id) => !isLikeGlobalId(id)).length;
    };
    return {
      list,
      number,
      length,
      malformedIds,
      is,
      page,
      scope,
      world: this.#pricing.world,
      isMost: this.#pricing.isMost,
    };
  }

  #narrowed(parent: GraphQLCompositeType, name: string | undefined): GraphQLCompositeType {
    const type = name === undefined ? parent : this.#pricing.schema.getType(name);
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

const noneGiven: OperationCost['largest'] = { cells: 0, entities: 0, questionCharacters: 0 };
const largestOf = (a: OperationCost['largest'], b: OperationCost['largest']): OperationCost['largest'] => ({
  cells: Math.max(a.cells, b.cells),
  entities: Math.max(a.entities, b.entities),
  questionCharacters: Math.max(a.questionCharacters, b.questionCharacters),
});

function keep(sums: KnownSums, set: SelectionSetNode, key: string, sum: KnownSum, mostKeys: number): void {
  const own = sums.get(set) ?? new Map<string, KnownSum>();
  if (own.size === 0) sums.set(set, own);
  if (own.size < mostKeys) own.set(key, sum);
}

const scopeKey = (parent: GraphQLCompositeType, { page, rows, cells, isChosen, isMany, pairs }: ParentSizes): string =>
  `${parent.name} ${String(page)} ${String(rows)} ${String(cells)} ${String(isChosen)} ${String(isMany)} ${String(pairs)}`;

function countOf(price: FieldCost, reading: CostArguments, isList: boolean): number {
  if (price.count) return price.count(reading);
  if (!isList) return 1;
  return price.holds ? entriesOf(price.holds, reading) : unnamedList;
}

function pageOf({ holds }: FieldCost, reading: CostArguments): number {
  return holds ? Math.min(reading.page(), entriesOf(holds, reading)) : reading.page();
}

/** Whether a value may be a global id, which is base64 of a type, a colon and a slug. Whether it names anything is not known here. */
function isLikeGlobalId(id: unknown): boolean {
  return typeof id === 'string' && Buffer.from(id, 'base64').includes(58);
}

function weightOfValues(variables: Variables): number {
  const { values, characters } = sizeOfVariables(variables);
  return valueWeight * values + characterWeight * characters;
}

const alone = (field: CostedField): Sum => ({ cost: field.cost, dearest: field });
const amount = (weight: FieldCost['weight'], reading: CostArguments): number =>
  typeof weight === 'function' ? weight(reading) : (weight ?? 0);

const metaFields: Readonly<Record<string, GraphQLField<unknown, unknown>>> = {
  __schema: SchemaMetaFieldDef,
  __type: TypeMetaFieldDef,
};
function fieldOf(parent: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return metaFields[name] ?? (isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined);
}

function priceFor(parent: GraphQLCompositeType, name: string): FieldCost {
  if (parent.name.endsWith('Connection') && (name === 'nodes' || name === 'edges')) return paged;
  return fieldCosts[`${parent.name}.${name}`] ?? fieldCosts[name] ?? noPrice;
}
const noPrice: FieldCost = {};

function withDefaults({ variableDefinitions = [] }: OperationDefinitionNode, given: Variables): Variables {
  const defaults = variableDefinitions.flatMap(({ variable, defaultValue }): [string, unknown][] =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  return { ...Object.fromEntries(defaults), ...given };
}
