/**
 * What each field costs, in one place: the model of IBM's GraphQL Cost Directives and Apollo's demand control, an object 1,
 * a leaf a tenth, times how many there are. One unit was some 10 microseconds of the process when the table was made
 * (2026-11-24, 39 plans, 22 services, 126 rules). A field is named alone where it means the same everywhere, with its
 * type where it does not. What is not named is one thing, or a list of three.
 */

/** How large the graph is, where an answer looks through all of it. */
export interface World {
  readonly plans: number;
  readonly subjects: number;
}

/** Sizes that a field's arguments set for the fields right below it: a page for its nodes, plans for the rows of a matrix. */
export interface Scope {
  readonly page?: number;
  readonly rows?: number;
  readonly cells?: number;
}

export interface Reading {
  /** How long a list was given; 1 for a single value, 0 where there is none. */
  readonly list: (argument: string) => number;
  /** The page that first or last ask for; 0 where the field will refuse it. */
  readonly page: () => number;
  readonly number: (argument: string, otherwise: number) => number;
  /** Characters of a text; 0 where there is none. */
  readonly length: (argument: string) => number;
  /** Whether an argument was given that word. */
  readonly is: (argument: string, word: string) => boolean;
  readonly scope: Scope;
  readonly world: World;
}

export interface Price {
  /** Work of the field itself, beside what is selected below it. */
  readonly weight?: number | ((read: Reading) => number);
  /** How many come back; past the contract's own bound 0, since the field refuses before any work. */
  readonly count?: number | ((read: Reading) => number);
  readonly below?: (read: Reading) => Scope;
  /** What a limit of its own is held against, where the operator set that below the contract's bound. */
  readonly measures?: readonly [limit: 'cells' | 'entities' | 'questionCharacters', (read: Reading) => number];
  /** Left out of the arithmetic that a refusal shows: its number speaks for itself. */
  readonly isNameless?: true;
}

/** The contract's own bounds, at which fields refuse by themselves. */
export const contractBounds = {
  cells: 2_500,
  nodes: 100,
  page: 100,
  comparedPlans: 10,
  questionCharacters: 1_000,
  entities: 1_000,
} as const;
export const defaultPage = 20;
export const objectWeight = 1;
export const leafWeight = 0.1;
export const unnamedList = 3;
/** Introspection reads a few hundred small objects that never change. */
export const introspectionWeight = 0.2;

const DERIVATION = 8;
const LOOKUP = 2;
const named: Price = { weight: LOOKUP };
const derived: Price = { weight: DERIVATION + LOOKUP };
const within = (bound: number, count: number): number => (count > bound ? 0 : count);
const cells = ({ list }: Reading): number => within(contractBounds.cells, list('plans') * list('of'));
/** A question in words about no plan in particular is answered for many; what is selected of each is priced for so many at most. */
const answered = ({ plans }: World): number => Math.min(20, plans);
/** A filter by status has to derive every candidate, and so has a count. */
const sifted = (candidates: (read: Reading) => number): Price => ({
  weight: (read) =>
    DERIVATION * Math.min(contractBounds.cells, read.list('status') > 0 ? candidates(read) : read.page()),
});

/** A filter by what plans say, and an order by it, have to derive every plan of the area; how many those are is not known beforehand. */
const asksEach = ({ list, is }: Reading): boolean =>
  ['status', 'requires', 'withoutRequirement', 'copayAtMost', 'coinsuranceAtMost', 'limitAtLeast'].some(
    (argument) => list(argument) > 0,
  ) || is('orderBy', 'COST');
const lookedThrough = ({ world }: Reading): number => world.plans / 200;

export const prices: Readonly<Record<string, Price>> = {
  // Questions: each derives answers.
  coverage: derived,
  coverageMatrix: {
    weight: (read) => DERIVATION * cells(read),
    below: (read) => (cells(read) === 0 ? { rows: 0, cells: 0 } : { rows: read.list('plans'), cells: read.list('of') }),
    measures: ['cells', ({ list }) => list('plans') * list('of')],
  },
  'CoverageMatrix.plans': { count: ({ scope }) => scope.rows ?? 0 },
  'CoverageMatrix.subjects': { count: ({ scope }) => scope.cells ?? 0 },
  rows: { count: ({ scope }) => scope.rows ?? 0, below: ({ scope: { cells = 0 } }) => ({ cells }), isNameless: true },
  cells: { count: ({ scope }) => scope.cells ?? 0, isNameless: true },
  comparePlans: {
    weight: ({ list }) => 5 * DERIVATION * within(contractBounds.comparedPlans, list('plans')),
    below: ({ list }) => ({ rows: within(contractBounds.comparedPlans, list('plans')) }),
  },
  'PlanComparison.plans': { count: ({ scope }) => scope.rows ?? 0 },
  'PlanComparison.determinations': { count: ({ scope }) => scope.rows ?? 0 },
  'PlanDifference.values': { count: 5 },
  coverageByPlan: sifted(({ list, world }) => list('plans') || world.plans),
  coverageBySubject: sifted(({ world }) => world.subjects),
  plansInArea: {
    weight: (read) => 2 + (asksEach(read) ? DERIVATION * Math.min(contractBounds.cells, read.world.plans) : 0),
  },
  'PlanOffered.determination': { weight: DERIVATION },
  withoutStatedArea: { weight: lookedThrough },
  notComparable: { weight: lookedThrough },
  ask: {
    weight: (read) => 300 + 2 * within(contractBounds.questionCharacters, read.length('question')),
    measures: ['questionCharacters', ({ length }) => length('question')],
  },
  'CoverageAnswer.determinations': {
    weight: ({ world }) => DERIVATION * Math.min(50, world.plans),
    count: ({ world }) => answered(world),
  },
  'CoverageAnswer.concepts': { count: 20 },
  search: { weight: (read) => 60 + Math.min(100, read.length('text') / 10) },

  // Parts of an answer that take work of their own.
  alternatives: {
    weight: ({ world }) => (DERIVATION / 2) * Math.min(50, world.plans + world.subjects),
    count: ({ number }) => within(20, number('first', 5)),
  },
  'Determination.positions': { weight: 15 },
  'Determination.disagreements': { weight: 25 },
  nextQuestion: { weight: 4 },
  missing: { weight: 2 },
  upcomingChanges: { weight: 2 * DERIVATION, count: 2 },
  assumptions: { weight: 12 },
  'Determination.summary': { weight: 12 },
  proof: { weight: 5, count: 10 },
  rejectedRules: { count: 8 },
  'Determination.citations': { count: 8 },
  requirements: { count: 3 },

  // Names, and lists by name.
  'Query.plan': named,
  'Query.service': named,
  'Query.technique': named,
  'Query.billingCode': named,
  'Query.territory': named,
  'Query.coverageCondition': named,
  'Query.source': named,
  'Query.node': named,
  'Query.nodes': {
    weight: ({ list }) => LOOKUP * within(contractBounds.nodes, list('ids')),
    count: ({ list }) => within(contractBounds.nodes, list('ids')),
  },
  _entities: {
    weight: ({ list }) => LOOKUP * within(contractBounds.entities, list('representations')),
    count: ({ list }) => within(contractBounds.entities, list('representations')),
    measures: ['entities', ({ list }) => list('representations')],
  },
  narrower: { count: 10 },
  notices: { weight: leafWeight },

  // Introspection: means over the schema, since it always tells of all of it.
  '__Schema.types': { count: 120 },
  '__Schema.directives': { count: 8 },
  '__Type.fields': { count: 9 },
  '__Field.args': { count: 2 },
  '__Directive.args': { count: 1 },
  '__Type.ofType': { count: 0.4 },
  '__Type.enumValues': { count: 1 },
  '__Type.inputFields': { count: 0.4 },
  '__Type.interfaces': { count: 1 },
  '__Type.possibleTypes': { count: 0.4 },
};

/** A field that gives a connection, and in the connection the fields that hold its page. */
export const connecting: Price = { below: ({ page }) => ({ page: page() }) };
export const paged: Price = { count: ({ scope }) => scope.page ?? defaultPage, isNameless: true };
