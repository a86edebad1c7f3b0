/**
 * Operations for `npm run bench:cost`, drawn over the whole schema with a seed, so that a run can be repeated. Arguments name
 * entries of the graph, with a misspelt name now and then. Each operation starts with one root field and grows by aliases of
 * further ones, so that small and large ones both occur.
 */
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import type { Graph } from '../../src/graph/entries.ts';
import { globalId } from '../../src/schema/global-ids.ts';

export interface Operation {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Mulberry32: a small generator of numbers from 0 to 1 whose sequence follows from its seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const words = (
  'what does tricare prime require for massage prescribed by my doctor in a physical therapy program ' +
  'and which plans cover ambulance rides in puerto rico after 12 visits'
).split(' ');
const pages = [0, 1, 5, 20, 50, 100];
const listSizes = [1, 2, 5, 20, 100, 300];
/** One in this many names is misspelled. */
const misspeltEvery = 25;
const mostDepth = 5;

class Word {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export class OperationSource {
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  readonly #names: Readonly<Record<string, readonly string[]>>;
  #declared: string[] = [];
  #values: Record<string, unknown> = {};

  constructor(schema: GraphQLSchema, graph: Graph, seed: number) {
    this.#schema = schema;
    this.#random = randomFrom(seed);
    this.#names = {
      plan: [...graph.plans.keys()],
      service: [...graph.services.keys()],
      technique: [...graph.techniques.keys()],
      condition: [...graph.conditions.values()].filter(({ counts }) => counts === null).map(({ slug }) => slug),
      counting: [...graph.conditions.values()].filter(({ counts }) => counts !== null).map(({ slug }) => slug),
      source: [...graph.sources.keys()],
      territory: [...graph.territories.values()].map(({ code }) => code),
      code: [...graph.billingCodes.values()].map(({ code }) => code),
      rule: [...graph.rules.keys()],
      id: [...graph.plans.values(), ...graph.services.values(), ...graph.sources.values()].map(globalId),
    };
  }

  /** The next operation; `index` becomes part of its name. */
  next(index: number): Operation {
    this.#declared = [];
    this.#values = {};
    const root = this.#schema.getQueryType();
    if (!root) throw new Error('The schema has no queries.');
    const fields = Object.values(root.getFields()).filter(({ name }) => name !== '_service');
    const field = this.#pick(fields);
    const copies = this.#pick([1, 1, 2, 5, 20, 60]);
    const depth = 1 + this.#below(mostDepth);
    const parts = Array.from({ length: copies }, (_, copy) => this.#field(field, depth, `a${String(copy)}: `));
    const declared = this.#declared.length === 0 ? '' : `(${this.#declared.join(', ')})`;
    return {
      name: `${String(index)} ${field.name} x ${String(copies)}, depth ${String(depth)}`,
      query: `query${declared} { ${parts.join(' ')} }`,
      variables: this.#values,
    };
  }

  #field(field: GraphQLField<unknown, unknown>, depth: number, alias = ''): string {
    const given = field.args.filter(({ type, name }) => isNonNullType(type) || this.#isGiven(name));
    const both = given.some(({ name }) => name === 'first');
    const args = given
      .filter(({ name }) => name !== 'last' || !both)
      .map(({ name, type }) => `${name}: ${this.#argument(type, name, field.name)}`);
    const below = getNamedType(field.type);
    const selected = isCompositeType(below) ? ` ${this.#selection(below, depth - 1)}` : '';
    return `${alias}${field.name}${args.length === 0 ? '' : `(${args.join(', ')})`}${selected}`;
  }

  #isGiven(name: string): boolean {
    if (['after', 'before', 'last', 'asOf', 'limitAtLeast'].includes(name)) return false;
    return this.#random() < (name === 'first' ? 0.6 : 0.2);
  }

  #selection(type: GraphQLCompositeType, depth: number): string {
    if (isAbstractType(type) && (!('getFields' in type) || this.#random() < 0.5)) {
      const possible = this.#pick(this.#schema.getPossibleTypes(type));
      return `{ __typename ... on ${possible.name} ${this.#selection(possible, depth)} }`;
    }
    if (!('getFields' in type)) return '{ __typename }';
    const fields = Object.values((type as GraphQLObjectType).getFields());
    const nodes = fields.find(({ name }) => name === 'nodes');
    if (nodes && type.name.endsWith('Connection')) return `{ ${this.#field(nodes, depth)} }`;
    const leaves = fields.filter((each) => !isCompositeType(getNamedType(each.type)));
    const objects = fields.filter((each) => isCompositeType(getNamedType(each.type)));
    const chosen = new Set([this.#pick(leaves.length === 0 ? fields : leaves)]);
    for (let more = this.#below(4); more > 0 && leaves.length > 0; more -= 1) chosen.add(this.#pick(leaves));
    if (depth > 0 && objects.length > 0) {
      for (let more = 1 + this.#below(2); more > 0; more -= 1) chosen.add(this.#pick(objects));
    }
    const parts = [...chosen].filter((each) => depth > 0 || !isCompositeType(getNamedType(each.type)));
    return `{ ${parts.length === 0 ? '__typename' : parts.map((each) => this.#field(each, depth)).join(' ')} }`;
  }

  #argument(type: GraphQLInputType, name: string, field: string): string {
    const value = this.#value(type, name, field);
    if (this.#random() < 0.5) return written(value);
    const variable = `v${String(this.#declared.length)}`;
    this.#declared.push(`$${variable}: ${String(type)}`);
    this.#values[variable] = sent(value);
    return `$${variable}`;
  }

  #value(type: GraphQLInputType, name: string, field: string): unknown {
    if (isNonNullType(type)) return this.#value(type.ofType, name, field);
    if (isListType(type)) {
      const most = name === 'ids' ? 100 : 300;
      const count = Math.min(most, this.#pick(listSizes));
      return Array.from({ length: count }, () => this.#value(type.ofType, name, field));
    }
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      const chosen = type.isOneOf
        ? [this.#pick(fields.filter((each) => each.name !== 'countyNamed'))]
        : fields.filter((each) => isNonNullType(each.type) || this.#random() < 0.4);
      return Object.fromEntries(chosen.map((each) => [each.name, this.#value(each.type, each.name, type.name)]));
    }
    if (isEnumType(type)) return new Word(this.#pick(type.getValues()).name);
    return this.#scalar(type.name, name, field);
  }

  #scalar(type: string, name: string, field: string): unknown {
    if (type === 'Boolean') return this.#random() < 0.5;
    if (type === 'Int') return this.#number(name, field);
    if (type === 'Date') return `2026-0${String(1 + this.#below(9))}-1${String(this.#below(10))}`;
    if (type === 'Decimal') return '40';
    if (type === '_Any') return this.#representation();
    if (name === 'question' || name === 'text') return this.#question();
    if (name === 'state') return 'PA';
    if (name === 'county') return '42003';
    if (name === 'zipCode') return '15213';
    return this.#named(kindOf(type, name, field));
  }

  #number(name: string, field: string): number {
    if (name !== 'first') return 3;
    return field === 'alternatives' ? this.#below(21) : this.#pick(pages);
  }

  #named(kind: string): string {
    const name = this.#pick(this.#names[kind] ?? this.#names['plan'] ?? []);
    return this.#below(misspeltEvery) === 0 ? `${name.slice(0, 4)}x${name.slice(4)}` : name;
  }

  #question(): string {
    return Array.from({ length: 1 + this.#below(60) }, () => this.#pick(words)).join(' ');
  }

  #representation(): unknown {
    const type = this.#pick(['Plan', 'Service', 'CoverageCondition', 'SourceDocument', 'CoverageRule', 'CoverageCase']);
    if (type !== 'CoverageCase') return { __typename: type, slug: this.#named(entityKinds[type] ?? 'plan') };
    const facts = Array.from({ length: this.#below(6) }, () => `+${this.#named('condition')}`);
    return { __typename: type, key: [this.#named('plan'), ...facts].join(' ') };
  }

  #below(bound: number): number {
    return Math.floor(this.#random() * bound);
  }

  #pick<Value>(values: readonly Value[]): Value {
    const value = values[this.#below(values.length)];
    if (value === undefined) throw new Error('There is nothing to choose from.');
    return value;
  }
}

const entityKinds: Readonly<Record<string, string>> = {
  Plan: 'plan',
  Service: 'service',
  CoverageCondition: 'condition',
  SourceDocument: 'source',
  CoverageRule: 'rule',
};
const kinds: Readonly<Record<string, string>> = {
  met: 'condition',
  unmet: 'condition',
  requires: 'condition',
  withoutRequirement: 'condition',
  condition: 'counting',
  accordingTo: 'source',
  territory: 'territory',
  service: 'service',
  technique: 'technique',
  billingCode: 'code',
  code: 'code',
  source: 'source',
  coverageCondition: 'condition',
};

function kindOf(type: string, name: string, field: string): string {
  if (type === 'ID') return 'id';
  if (field === 'territory') return 'territory';
  return kinds[name === 'slug' ? field : name] ?? 'plan';
}

/** Formats a value as a GraphQL literal. */
function written(value: unknown): string {
  if (value instanceof Word) return value.text;
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([name, each]) => `${name}: ${written(each)}`);
  return `{${fields.join(', ')}}`;
}

/** Formats a value as JSON for variables. */
function sent(value: unknown): unknown {
  if (value instanceof Word) return value.text;
  if (Array.isArray(value)) return value.map(sent);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, sent(each)]));
}
