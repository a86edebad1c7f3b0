/** Makes operations on the subgraph's schema: mostly valid, with meaningful arguments. */
import {
  getNamedType,
  getNullableType,
  GraphQLEnumType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';
import { coverageSubgraph } from '../../src/federation/index.ts';
import type { Choices } from './choices.ts';
import { cursor, day, hostile, id, integers, mangled, name, question, type Named } from './words.ts';

const { schema } = coverageSubgraph();

export interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The parts of a document other than its selections, collected while they are drawn. */
interface Gathered {
  readonly declared: string[];
  readonly values: Record<string, unknown>;
  readonly fragments: string[];
}

class Enumerated {
  readonly name: string;
  constructor(value: string) {
    this.name = value;
  }
}

export function operation(choices: Choices): Operation {
  const gathered: Gathered = { declared: [], values: {}, fragments: [] };
  const root = schema.getQueryType();
  if (!root) throw new Error('The schema has no queries.');
  const selected = choices.chance(15)
    ? entities(choices, gathered)
    : selection(choices, root, 1 + choices.below(5), gathered);
  const declared = gathered.declared.length > 0 ? `(${gathered.declared.join(', ')})` : '';
  const query = [`query${choices.chance(30) ? ' Asked' : ''}${declared} ${selected}`, ...gathered.fragments].join('\n');
  return { query: choices.chance(8) ? mangled(choices, query) : query, variables: gathered.values };
}

function selection(choices: Choices, type: GraphQLCompositeType, depth: number, gathered: Gathered): string {
  if (choices.isOver) return '{ __typename }';
  const parts = Array.from({ length: 1 + choices.below(4) }, () => part(choices, type, depth, gathered));
  return `{ ${parts.join(' ')} }`;
}

function part(choices: Choices, type: GraphQLCompositeType, depth: number, gathered: Gathered): string {
  if (isAbstractType(type) && (choices.chance(60) || !('getFields' in type))) {
    const [first, ...others] = schema.getPossibleTypes(type);
    if (first === undefined) return '__typename';
    const possible = choices.pick([first, ...others]);
    return `... on ${possible.name} ${selection(choices, possible, depth, gathered)}`;
  }
  if (choices.chance(6)) {
    const called = `F${String(gathered.fragments.length)}`;
    gathered.fragments.push('');
    gathered.fragments[Number(called.slice(1))] =
      `fragment ${called} on ${type.name} ${selection(choices, type, depth - 1, gathered)}`;
    return `...${called}`;
  }
  const [first, ...others] =
    'getFields' in type
      ? Object.values(type.getFields()).filter((each) => depth > 0 || !isCompositeType(getNamedType(each.type)))
      : [];
  if (first === undefined || choices.chance(4)) return '__typename';
  return field(choices, choices.pick([first, ...others]), type, depth, gathered);
}

function field(
  choices: Choices,
  of: GraphQLField<unknown, unknown>,
  parent: GraphQLCompositeType,
  depth: number,
  gathered: Gathered,
): string {
  const args = of.args
    .filter((each) =>
      isNonNullType(each.type) && each.defaultValue === undefined ? !choices.chance(2) : choices.chance(20),
    )
    .map((each) => `${each.name}: ${argument(choices, each, of, gathered)}`);
  const below = getNamedType(of.type);
  const alias = choices.chance(35) ? `a${String(choices.below(400))}: ` : '';
  const directive = choices.chance(4)
    ? choices.pick([
        ' @include(if: true)',
        ' @skip(if: false)',
        ' @skip(if: true)',
        ' @include(if: $no)',
        ' @skip',
        ' @tag(name: "x")',
        ' @include(if: "yes")',
        ' @defer',
      ])
    : '';
  return `${alias}${of.name}${args.length > 0 ? `(${args.join(', ')})` : ''}${directive}${isCompositeType(below) ? ` ${selection(choices, isObjectType(parent) || depth > 0 ? below : parent, depth - 1, gathered)}` : ''}`;
}

function argument(
  choices: Choices,
  { type, name: called }: GraphQLArgument,
  of: GraphQLField<unknown, unknown>,
  gathered: Gathered,
): string {
  const value = given(choices, type, called, of.name);
  if (!choices.chance(40)) return written(value);
  const variable = `v${String(gathered.declared.length)}`;
  gathered.declared.push(
    `$${variable}: ${choices.chance(4) ? 'String' : String(type)}${choices.chance(4) ? ` = ${written(given(choices, type, called, of.name))}` : ''}`,
  );
  if (!choices.chance(5)) gathered.values[variable] = sent(value);
  return `$${variable}`;
}

/** Makes a value for an argument, sometimes of a wrong type. */
function given(choices: Choices, type: GraphQLInputType, called: string, field: string): unknown {
  if (choices.chance(3))
    return choices.pick<unknown>([
      null,
      7,
      'text',
      true,
      [],
      {},
      [[]],
      1e308,
      new Enumerated('NOWHERE'),
      { met: 'x' },
      { toString: 1, valueOf: null },
      choices.pick(hostile),
    ]);
  if (isNonNullType(type)) return given(choices, type.ofType, called, field);
  const bare = getNullableType(type);
  if (isListType(bare))
    return Array.from({ length: choices.chance(3) ? 120 : choices.below(6) }, () =>
      given(choices, bare.ofType, called, field),
    );
  if (isInputObjectType(bare)) {
    const fields = Object.values(bare.getFields());
    const isOneOf = bare.isOneOf && !choices.chance(5);
    const chosen = isOneOf
      ? [choices.pick([fields[0], ...fields.slice(1)])]
      : fields.filter((each) => isNonNullType(each.type) || choices.chance(35));
    return Object.fromEntries(
      chosen.flatMap((each) => (each ? [[each.name, given(choices, each.type, each.name, field)]] : [])),
    );
  }
  return isEnumType(bare) ? new Enumerated(enumerated(choices, bare)) : scalar(choices, String(bare), called, field);
}

function enumerated(choices: Choices, type: GraphQLEnumType): string {
  const [first, ...others] = type.getValues();
  return first === undefined ? 'NONE' : choices.pick([first, ...others]).name;
}

const named: Readonly<Record<string, Named>> = {
  plan: 'plan',
  plans: 'plan',
  within: 'plan',
  service: 'service',
  technique: 'technique',
  code: 'code',
  billingCode: 'code',
  condition: 'condition',
  met: 'condition',
  unmet: 'condition',
  accordingTo: 'source',
  territory: 'territory',
  source: 'source',
  coverageCondition: 'condition',
};

function scalar(choices: Choices, type: string, called: string, field: string): unknown {
  if (type === 'Boolean') return choices.chance(50);
  if (type === 'Int') return choices.pick(integers);
  if (type === 'Float') return choices.pick([0.5, 1e308, -0]);
  if (type === 'Date') return day(choices);
  if (type === 'ID') return id(choices);
  if (called === 'after' || called === 'before') return cursor(choices);
  if (called === 'question') return question(choices);
  if (called === 'text')
    return choices.chance(50) ? question(choices) : name(choices, choices.pick(['service', 'plan', 'technique']));
  const of = named[called === 'slug' || called === 'code' ? field : called] ?? named[called];
  return of === undefined ? choices.pick(hostile) : name(choices, of);
}

/** Prints a value as a GraphQL literal. */
function written(value: unknown): string {
  if (value instanceof Enumerated) return value.name;
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{${Object.entries(value)
      .map(([key, each]) => `${key}: ${written(each)}`)
      .join(', ')}}`;
  return JSON.stringify(value);
}

/** Returns a value as JSON variables hold it. */
function sent(value: unknown): unknown {
  if (value instanceof Enumerated) return value.name;
  if (Array.isArray(value)) return value.map(sent);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, sent(each)]))
    : value;
}

const keys: Readonly<Record<string, readonly [field: string, of: Named][]>> = {
  Plan: [['slug', 'plan']],
  Service: [['slug', 'service']],
  Technique: [['slug', 'technique']],
  CoverageCondition: [['slug', 'condition']],
  CoverageRule: [['slug', 'rule']],
  SourceDocument: [['slug', 'source']],
  Territory: [['code', 'territory']],
  BillingCode: [['code', 'code']],
  CoverageCase: [['key', 'plan']],
};

/** Makes a gateway's query: entities by their keys, some of them invalid. */
function entities(choices: Choices, gathered: Gathered): string {
  const [first = 'Plan', ...others] = Object.keys(keys);
  const asked = choices.pick([first, ...others]);
  const type = schema.getType(asked);
  const representations = Array.from({ length: choices.chance(3) ? 1_001 : 1 + choices.below(8) }, () =>
    representation(
      choices,
      !choices.chance(20) ? asked : choices.pick([first, ...others, 'Query', 'Nothing', '__proto__']),
    ),
  );
  gathered.declared.push('$r: [_Any!]!');
  gathered.values['r'] = choices.chance(4)
    ? choices.pick<unknown>([null, 'x', {}, [null], [[]], ['Plan'], [{}]])
    : representations;
  return `{ _entities(representations: $r) { __typename ... on ${asked} ${isObjectType(type) ? selection(choices, type, 2, gathered) : '{ __typename }'} } }`;
}

function representation(choices: Choices, typename: string): unknown {
  const key = (Object.entries(keys).find(([each]) => each === typename)?.[1] ?? ([['slug', 'plan']] as const)).map(
    ([called, of]) => [
      called,
      choices.chance(6)
        ? choices.pick<unknown>([null, 7, [], {}, true])
        : of === 'plan' && called === 'key'
          ? caseKey(choices)
          : name(choices, of),
    ],
  );
  if (typename === 'BillingCode' && !choices.chance(8)) key.push(['system', choices.pick(['CPT', 'HCPCS', 'cpt', ''])]);
  const extra = choices.chance(15)
    ? [
        [
          choices.pick(['id', 'name', '__proto__', 'slug', 'constructor']),
          choices.chance(60) ? id(choices) : choices.pick(hostile),
        ],
      ]
    : [];
  return Object.fromEntries([
    ['__typename', choices.chance(3) ? choices.pick<unknown>([null, 7, { toString: 1 }, ['Plan'], {}]) : typename],
    ...(choices.chance(25) ? [['id', id(choices)]] : key),
    ...extra,
  ]) as unknown;
}

const caseKey = (choices: Choices): string =>
  [
    name(choices, 'plan'),
    ...choices.several(4, () =>
      choices.pick<() => string>([
        () => day(choices),
        () => `+${name(choices, 'condition')}`,
        () => `-${name(choices, 'condition')}`,
        () => `${name(choices, 'condition')}=${String(choices.pick(integers))}`,
        () => `@${name(choices, 'territory')}`,
        () => choices.pick(hostile),
      ])(),
    ),
  ].join(!choices.chance(10) ? ' ' : '  ');
