/**
 * What each field costs, in one table: the model of the GraphQL Cost Directives specification and of Apollo's demand control, with
 * weights that were measured. One unit is 10 microseconds of processor time of a document that the server sees for the first
 * time (`npm run bench:cost`, 39 plans, 22 services, 126 rules). A field is named alone where it means the same
 * everywhere, with its type where it does not. What is not named is one thing, or a list of three.
 *
 * Terms. typical: how many entries a list has on average. most: how many the longest one has. An operation is priced twice:
 * an answer reports what the operation typically costs; the limit applies to what it costs at most.
 */
import { bounds } from '../../schema/bounds.ts';

/** Microseconds of processor time that one unit of cost stands for. */
export const unitMicroseconds = 10;

/** How large the graph is, where an answer looks through all of it. */
export interface GraphSize {
  readonly plans: number;
  readonly subjects: number;
}

/** What a field's arguments set for the fields right below it. */
export interface ParentSizes {
  /** Entries of a page, for its nodes. */
  readonly page?: number;
  /** Plans of a matrix or a comparison, and subjects of a matrix. */
  readonly rows?: number;
  readonly cells?: number;
  /** Whether the client chose this entry, or these few, and so may have chosen those with the longest lists and the most work. */
  readonly isChosen?: boolean;
  /** Whether the client chose this entry as one of many. */
  readonly isMany?: boolean;
  /** How many different pairs of a plan and a subject the answers of this list are about. The slowest pair is one of them. */
  readonly pairs?: number;
}

export interface CostArguments {
  /** How long a list was given; 1 for a single value, 0 where there is none. */
  readonly list: (argument: string) => number;
  /** The page that first or last ask for; 0 where the field will refuse it. */
  readonly page: () => number;
  readonly number: (argument: string, otherwise: number) => number;
  /** Characters of all texts in an argument; 0 where there is none. */
  readonly length: (argument: string) => number;
  /** How many ids in an argument are not made as global ids are, so that they are refused. */
  readonly malformedIds: (argument: string) => number;
  /** Whether an argument was given that word. */
  readonly is: (argument: string, word: string) => boolean;
  readonly scope: ParentSizes;
  readonly world: GraphSize;
  /** Whether the price at most is asked for, and not the typical one. */
  readonly isMost: boolean;
}

type Size = readonly [typical: number, most: number];

export interface FieldCost {
  /** Work of the field itself, without what is selected below it. */
  readonly weight?: number | ((read: CostArguments) => number);
  /** Entries of the list that the field gives, or of the connection before it is cut into pages. */
  readonly holds?: Size | ((read: CostArguments) => number);
  /** How many come back, whatever `holds` says; 0 where the field refuses before any work. */
  readonly count?: (read: CostArguments) => number;
  readonly below?: (read: CostArguments) => ParentSizes;
  /** The limit of its own that applies to it, where the operator set that below the contract's bound. */
  readonly measures?: readonly [limit: 'cells' | 'entities' | 'questionCharacters', (read: CostArguments) => number];
  /** Left out of the arithmetic that a refusal shows: its number speaks for itself. */
  readonly isNameless?: true;
}

/** The contract's own bounds that an operator may lower by a limit. */
export const contractBounds = {
  cells: bounds.pairs,
  entities: bounds.entities,
  questionCharacters: bounds.questionCharacters,
} as const;

/** Reading, planning and answering any request. */
export const requestWeight = 100;
/** Parsing and validating one node of the document's syntax tree. */
export const nodeWeight = 0.35;
/** Reading one value in the variables, and one character of a text in them. */
export const valueWeight = 0.02;
export const characterWeight = 0.0005;
export const objectWeight = 0.15;
export const leafWeight = 0.04;
/** Making one connection, also where its page is empty. */
export const connectionWeight = 0.45;
/** Reading one argument of a field, each time that the field comes back. */
export const argumentWeight = 0.05;
export const unnamedList = 3;
/** Introspection reads small objects that never change. */
export const introspectionWeight = 0.5;
/** Finding names that are like a refused one. Only the first few of a request are looked for. */
export const suggestionWeight = 5;

/**
 * Work on one answer: what it typically is, what it is on average in a list of the slower ones, and what it is for the slowest
 * pair of a plan and a subject. A client may choose that pair, or any list that holds it.
 */
type Work = readonly [typical: number, inList: number, slowest: number];
/** Lists of no more answers than this are priced as if the client had chosen each. */
const fewAnswers = 5;
const workOf = ([typical, inList, slowest]: Work, { isMost, scope }: CostArguments): number => {
  if (!isMost) return typical;
  if (scope.isChosen === true) return slowest;
  return scope.pairs === undefined ? inList : Math.max(inList, slowest / scope.pairs);
};
const part =
  (...work: Work) =>
  (read: CostArguments): number =>
    workOf(work, read);

/** Deriving one plan's answer about one subject, and making the object. */
const DERIVATION: Work = [1, 2, 10];
/** The same so many times. */
const derivations = (count: number, read: CostArguments, isMany = count > fewAnswers): number =>
  count * workOf(DERIVATION, { ...read, scope: { isChosen: !isMany } });
/** Looking up one name. A name that is refused takes about four times as long, and one that is found a quarter. */
const LOOKUP = 1.2;
/** One entry of a list argument: looked up once for a variable, and again at each place for a list in the document. */
export const entryWeight = 0.02;

/** One name of a list: what it typically takes, and what it takes where the name is refused. */
const NAME_IN_LIST: Size = [1, 5];

/** One global id: what a well-formed one takes, and what one takes that is refused. */
const ID: Size = [0.3, 4];

const within = (bound: number, count: number): number => (count > bound ? 0 : count);
const pairs = ({ list }: CostArguments): number => within(bounds.pairs, list('plans') * list('of'));
const sized = ([typical, most]: Size, isMost: boolean): number => (isMost ? most : typical);
/** The intervals of a timeline: rules of one plan and subject begin or end on few days. */
const timelineDays = 6;
const few =
  (typical: number, most: number) =>
  ({ isMost }: CostArguments) =>
    sized([typical, most], isMost);
/** An entry that the client chose by name. */
const chosen: FieldCost = { weight: LOOKUP, below: () => ({ isChosen: true }) };
/** Plans of which some source says where they are offered: few in the curated data, all of those imported. */
const offered = ({ world, isMost }: CostArguments): number => (isMost ? world.plans : world.plans / 10);
/** A question in words about no plan in particular is answered for many. */
const answered = ({ world, isMost }: CostArguments): number => Math.min(20, isMost ? world.plans : 10);

/** Narrowing looks at every plan; a filter by status derives candidates until the page is full; a count derives all of them. */
const narrowed = ({ list, world, isMost }: CostArguments): number => {
  const names = list('plans') + list('within');
  if (names + list('level') === 0) return 0;
  return (names === 0 ? LOOKUP : sized(NAME_IN_LIST, isMost)) + world.plans / 60;
};
const sifted =
  (candidates: (read: CostArguments) => number) =>
  (read: CostArguments): number => {
    const all = Math.min(bounds.candidates, candidates(read));
    const derived = read.list('status') > 0 ? all : Math.min(all, read.page());
    return narrowed(read) + derivations(derived, read);
  };
const plansAsked = ({ list, world }: CostArguments): number => Math.min(world.plans, list('plans') || world.plans);
const subjectsAsked = ({ list, world }: CostArguments): number => (list('kinds') > 1 ? 1 : 0.6) * world.subjects;

/** A filter by what plans say, and an order by it, derive every plan of the area; how many those are is not known beforehand. */
const asksEach = ({ list, is }: CostArguments): boolean =>
  ['status', 'requires', 'withoutRequirement', 'copayAtMost', 'coinsuranceAtMost', 'limitAtLeast'].some(
    (argument) => list(argument) > 0,
  ) || is('orderBy', 'COST');
const lookedThrough = ({ world }: CostArguments): number => world.plans / 60;

const manyOf = (count: number): ParentSizes => ({ isChosen: count <= fewAnswers, isMany: count > fewAnswers });
const atLeastOne = (count: number): number => Math.max(1, count);
const noPairs: ParentSizes = { rows: 0, cells: 0 };
const pairsBelow = (read: CostArguments): ParentSizes => ({
  rows: read.list('plans'),
  cells: read.list('of'),
  isChosen: pairs(read) <= fewAnswers,
  pairs: atLeastOne(pairs(read)),
});
const sameChoice = ({ scope }: CostArguments): ParentSizes => ({
  isChosen: scope.isChosen === true,
  ...(scope.pairs === undefined ? {} : { pairs: scope.pairs }),
});

export const fieldCosts: Readonly<Record<string, FieldCost>> = {
  // Questions: each derives answers.
  coverage: {
    weight: (read) => LOOKUP + derivations(1, read, read.scope.isMany),
    // Also of many cases by their keys, each may be about the slowest pair, on a day of its own.
    below: () => ({ isChosen: true }),
  },
  coverageMatrix: {
    weight: (read) => derivations(pairs(read), read),
    below: (read) => (pairs(read) === 0 ? noPairs : pairsBelow(read)),
    measures: ['cells', ({ list }) => list('plans') * list('of')],
  },
  'CoverageMatrix.plans': { count: ({ scope }) => scope.rows ?? 0 },
  'CoverageMatrix.subjects': { count: ({ scope }) => scope.cells ?? 0 },
  rows: {
    count: ({ scope }) => scope.rows ?? 0,
    below: (read) => ({ ...sameChoice(read), cells: read.scope.cells ?? 0 }),
    isNameless: true,
  },
  cells: { count: ({ scope }) => scope.cells ?? 0, below: sameChoice, isNameless: true },
  comparePlans: {
    weight: (read) => part(7, 20, 40)(read) * within(bounds.comparedPlans, read.list('plans')),
    below: ({ list }) => ({ rows: within(bounds.comparedPlans, list('plans')) }),
  },
  'PlanComparison.plans': { count: ({ scope }) => scope.rows ?? 0 },
  'PlanComparison.determinations': { count: ({ scope }) => scope.rows ?? 0, below: () => ({ isChosen: true }) },
  'PlanComparison.shared': { holds: [1, 5] },
  'PlanComparison.differences': { holds: [3, 8] },
  'PlanDifference.values': { holds: [6, 10] },
  coverageByPlan: { holds: plansAsked, weight: sifted(plansAsked) },
  coverageBySubject: { holds: subjectsAsked, weight: sifted(subjectsAsked) },
  plansInArea: {
    holds: offered,
    weight: (read) => 3 + (asksEach(read) ? derivations(Math.min(bounds.candidates, offered(read)), read) : 0),
  },
  'PlanOffered.determination': { weight: part(...DERIVATION) },
  'PlanOffered.areas': { holds: [1, 3] },
  withoutStatedArea: { weight: lookedThrough },
  notComparable: { weight: lookedThrough },
  ask: {
    weight: (read) =>
      30 +
      within(bounds.questionCharacters, read.length('question')) +
      0.1 * Math.min(bounds.previousCharacters, read.length('previous')),
    measures: ['questionCharacters', ({ length }) => length('question')],
  },
  'CoverageAnswer.determinations': { count: answered, below: (read) => ({ pairs: atLeastOne(answered(read)) }) },
  'CoverageAnswer.concepts': { holds: [3, 20] },
  'CoverageAnswer.plans': { holds: [1, 5] },
  'CoverageAnswer.subjects': { holds: [1, 5] },
  'CoverageAnswer.citations': { holds: [5, 20] },
  search: {
    holds: few(20, 100),
    weight: (read) => 8 + 0.5 * Math.min(bounds.searchCharacters, read.length('text')),
  },

  // Parts of an answer that take work of their own, and the lists in it.
  alternatives: {
    weight: (read) => (part(15, 20, 60)(read) * Math.min(60, read.world.plans + read.world.subjects)) / 60,
    count: (read) => alternativesOf(read),
    below: (read) => ({ pairs: atLeastOne(alternativesOf(read)) }),
  },
  'Determination.id': { weight: 0.4 },
  'Determination.positions': { weight: part(6, 15, 75), holds: [0.5, 3] },
  'Determination.disagreements': { weight: part(13, 35, 1_000), holds: [0.7, 3] },
  upcomingChanges: { weight: part(0.8, 2, 8), holds: [0.2, 2], below: sameChoice },
  assumptions: { weight: part(2.5, 7, 20) },
  'Determination.summary': { weight: part(2, 6, 30) },
  'Determination.clauses': { weight: part(5, 14, 50), holds: [2, 8] },
  'SummaryClause.steps': { holds: [2, 10] },
  proof: { weight: part(3, 8, 20), holds: [4, 15] },
  rejectedRules: { weight: part(0.7, 2, 4), holds: [3, 15] },
  'Determination.citations': { weight: part(2, 7, 20), holds: [2, 11] },
  coverageTimeline: {
    weight: (read) => LOOKUP + derivations(timelineDays, read),
    count: () => timelineDays,
    below: () => ({ isMany: true }),
  },
  'Query.rule': chosen,
  'CoverageInterval.begins': { holds: [0.5, 3] },
  'CoverageInterval.ends': { holds: [0.5, 3] },
  'Determination.leansOn': { weight: part(4, 10, 50), holds: [0.5, 3] },
  'AnswerScope.read': { holds: [5, 40] },
  'AnswerScope.notRead': { holds: [0.2, 5] },
  'AnswerScope.stale': { holds: [1, 40] },
  formalities: { weight: part(3, 10, 40), holds: [4, 6] },
  'Determination.routes': { weight: part(1, 4, 20), holds: [0.5, 4] },
  routesComplete: { weight: part(0.5, 2, 8) },
  'Formality.citations': { holds: [0.3, 2] },
  'CoverageRoute.facts': { holds: [2.5, 4] },
  'CoverageRoute.requirements': { holds: [0.4, 5] },
  'CoverageRoute.limits': { holds: [0.1, 2] },
  'CoverageRoute.costs': { holds: [0.1, 2] },
  'CoverageRoute.citations': { holds: [2, 8] },
  terms: { holds: [0.2, 2] },
  'Determination.requirements': { weight: part(1, 4, 20), holds: [0.6, 8] },
  pathways: { weight: part(0.2, 1, 4), holds: [0.2, 2] },
  missing: { weight: part(0.2, 2, 6), holds: [0.3, 6] },
  nextQuestion: { weight: part(0.8, 4, 80) },
  'Determination.given': { holds: [0.5, 5] },
  'Determination.accordingTo': { holds: [1, 5] },
  'Determination.limits': { holds: [0.1, 2] },
  'Determination.costs': { holds: [0.1, 2] },
  'CoverageRequirement.anyOf': { holds: [1.1, 2] },
  'CoveragePathway.facts': { holds: [2.5, 4] },
  'SourceDisagreement.positions': { holds: [2, 2] },
  'SourceDisagreement.about': { holds: [1.7, 6] },
  'SourceDisagreement.partsOn': { holds: [0.6, 6] },
  'SourcePosition.sources': { holds: [1.3, 3] },

  // Lists of the graph, as many as the curated data has.
  'Query.plans': { holds: ({ world }) => world.plans, weight: narrowed },
  'Query.services': { holds: ({ world }) => 0.6 * world.subjects },
  'Query.techniques': { holds: ({ world }) => 0.4 * world.subjects },
  'Query.billingCodes': { holds: [2, 10] },
  'Query.coverageConditions': { holds: [50, 100] },
  'Query.sources': { holds: [100, 100] },
  'Query.territories': { holds: [300, 300] },
  'Query.disagreements': { holds: [43, 100], weight: 2 },
  'Plan.contains': { holds: [0.7, 14] },
  'Plan.homeTerritories': { holds: [35, 56] },
  'Plan.takesRulesFrom': { holds: [0.8, 2] },
  'Plan.supplements': { holds: [0.1, 1] },
  'Plan.serviceAreas': { holds: [0.1, 1] },
  'Plan.links': { holds: [6, 85] },
  'Plan.remarks': { holds: [2, 11] },
  'Plan.rules': { holds: [3.2, 18] },
  'ServiceArea.states': { holds: [0.5, 5] },
  'ServiceArea.counties': { holds: [2, 100] },
  'Service.broader': { holds: [0.9, 1] },
  narrower: { holds: [0.9, 17] },
  'Service.techniques': { holds: [0.3, 6] },
  'Service.billingCodes': { holds: [0.1, 1] },
  'Technique.services': { holds: [0.5, 1] },
  'Technique.billingCodes': { holds: [0.6, 1] },
  synonyms: { holds: [0.3, 2] },
  'BillingCode.rules': { holds: [4.5, 8] },
  'BillingCode.links': { holds: [5, 9] },
  'BillingCode.remarks': { holds: [10, 20] },
  'BillingCode.citations': { holds: [2.5, 3] },
  'BillingCode.services': { holds: [1, 1] },
  'BillingCode.techniques': { holds: [4, 8] },
  'Territory.parts': { holds: [0.3, 51] },
  'Territory.partOf': { holds: [0.2, 1] },
  'Territory.links': { holds: [0.4, 4] },
  'Territory.remarks': { holds: [0, 0] },
  'SourceDocument.links': { holds: [0, 0] },
  'SourceDocument.remarks': { holds: [0, 0] },
  'SourceDocument.rules': { holds: [4, 29] },
  'SourceDocument.citations': { holds: [0, 0] },
  'Territory.citations': { holds: [0, 0] },
  'CoverageCondition.links': { holds: [0.6, 3] },
  'CoverageCondition.remarks': { holds: [0.1, 2] },
  'Service.rules': { holds: [5.3, 31] },
  'Technique.rules': { holds: [0, 0] },
  'Technique.remarks': { holds: [0, 0] },
  'Technique.links': { holds: [1.2, 2] },
  'CoverageCondition.rules': { holds: [4.7, 43] },
  implies: { holds: [0.2, 2] },
  excludes: { holds: [0.2, 3] },
  externalCodes: { holds: [0.4, 4] },
  'CoverageRule.citations': { holds: [1.4, 5] },
  'CoverageRule.conditions': { holds: [1.4, 5] },
  'CoverageRule.requirements': { holds: [0.4, 5] },
  'CoverageRule.restatements': { holds: [0.1, 1] },
  'PlanInheritance.requirements': { holds: [0.1, 3] },
  'CoverageRule.limits': { holds: [0.2, 2] },
  'CoverageRule.costs': { holds: [0.5, 2] },
  exceptTo: { holds: [0.2, 1] },
  exceptions: { holds: [0.2, 6] },
  'RulePlace.territories': { holds: [0.1, 1] },
  'ConditionGroup.of': { holds: [2.5, 4] },
  'ProofStep.citations': { holds: [0.7, 5] },
  combinedWith: { holds: [0, 2] },
  rules: { holds: [3, 43] },
  links: { holds: [2, 85] },
  remarks: { holds: [1, 21] },
  citations: { holds: [1.4, 5] },

  // Names, and lists by name.
  'Query.plan': chosen,
  'Query.service': chosen,
  'Query.technique': chosen,
  'Query.billingCode': chosen,
  'Query.territory': chosen,
  'Query.coverageCondition': chosen,
  'Query.source': chosen,
  'Query.node': chosen,
  'Query.nodes': {
    weight: weightOfIds,
    count: ({ list }) => within(bounds.nodes, list('ids')),
    below: ({ list }) => manyOf(list('ids')),
  },
  _entities: {
    weight: ({ list, length, isMost }) =>
      sized(NAME_IN_LIST, isMost) * within(bounds.entities, list('representations')) +
      0.002 * length('representations'),
    count: ({ list }) => within(bounds.entities, list('representations')),
    below: ({ list }) => manyOf(list('representations')),
    measures: ['entities', ({ list }) => list('representations')],
  },
  '_Service.sdl': { weight: 80 },
  'CompletenessClaim.plans': { holds: ({ world }) => world.plans / 4 },
  'CompletenessClaim.subjects': { holds: ({ world }) => world.subjects / 4 },

  // Introspection: means over the schema, since it always tells of all of it.
  '__Schema.types': { holds: [120, 120] },
  '__Schema.directives': { holds: [8, 8] },
  '__Type.fields': { holds: [9, 9] },
  '__Field.args': { holds: [2, 2] },
  '__Directive.args': { holds: [1, 1] },
  '__Type.ofType': { count: () => 0.4 },
  '__Type.enumValues': { holds: [1, 1] },
  '__Type.inputFields': { holds: [0.4, 0.4] },
  '__Type.interfaces': { holds: [1, 1] },
  '__Type.possibleTypes': { holds: [0.4, 0.4] },
};

/** Ids in one `nodes`. A well-formed id is found, or answered with null; one that is malformed is refused with an error. */
function weightOfIds({ list, malformedIds, isMost }: CostArguments): number {
  const ids = within(bounds.nodes, list('ids'));
  if (isMost) return ID[1] * ids;
  const malformed = Math.min(ids, malformedIds('ids'));
  return ID[0] * (ids - malformed) + ID[1] * malformed;
}

function alternativesOf({ number, isMost }: CostArguments): number {
  const asked = within(bounds.alternatives, number('first', bounds.defaultAlternatives));
  return isMost ? asked : Math.min(asked, 8);
}

/** How many entries a list has. Of an entry that the client chose, a quarter of the longest, since it may be any of them. */
export function entriesOf(holds: NonNullable<FieldCost['holds']>, read: CostArguments): number {
  if (typeof holds === 'function') return holds(read);
  const [typical, most] = holds;
  if (read.isMost) return read.world.plans > largeWorld ? Math.max(most, bounds.page) : most;
  return read.scope.isChosen === true ? Math.max(typical, most / 4) : typical;
}
/** A graph of more plans than this is no longer the curated one alone, and a list of it may fill a page. */
const largeWorld = 200;

/** The fields of a connection that hold its page. */
export const paged: FieldCost = {
  count: ({ scope }) => scope.page ?? bounds.defaultPage,
  below: ({ scope: { page = bounds.defaultPage } }) => ({
    isChosen: page <= fewAnswers,
    pairs: atLeastOne(page),
  }),
  isNameless: true,
};
