/**
 * Reads the operation of an earlier answer, to know what a question that goes on from it is about. Only operations as
 * `graphql-operations.ts` writes them are read: one query of literal values on known fields.
 */
import {
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { z } from 'zod';
import type { Condition, Graph, Plan, Subject, Territory } from '../graph/entries.ts';
import type { QuestionIntent } from './classify-intent.ts';
import type { Conversation } from './conversation.ts';
import { LONGEST_OPERATION, UnreadableOperation } from './operation-limits.ts';

const MOST_TOKENS = 6_000;

const slug = z.string().max(200);
const subjectInput = z.union([
  z.strictObject({ service: slug }),
  z.strictObject({ technique: slug }),
  z.strictObject({ billingCode: slug }),
]);
const given = z.strictObject({
  met: z.array(slug).optional(),
  unmet: z.array(slug).optional(),
  counts: z.array(z.strictObject({ condition: slug, count: z.int().min(0) })).optional(),
  territory: slug.optional(),
  on: z.iso.date().optional(),
});
const area = z.union([
  z.strictObject({ state: slug }),
  z.strictObject({ county: slug }),
  z.strictObject({ countyNamed: z.strictObject({ name: slug, state: slug }) }),
]);
const facts = { given: given.optional(), accordingTo: z.array(slug).optional() };
const first = z.int().optional();

/** The arguments of each field that is read. A root field that is missing here is not one of an answer's operation. */
const ROOT_FIELDS = {
  coverage: z.strictObject({ plan: slug, of: subjectInput, ...facts }),
  coverageMatrix: z.strictObject({ plans: z.array(slug), of: z.array(subjectInput), ...facts }),
  comparePlans: z.strictObject({ plans: z.array(slug), of: subjectInput, ...facts }),
  plansInArea: z.strictObject({ area, of: subjectInput.optional(), within: slug.optional(), first, ...facts }),
  plan: z.strictObject({ slug }),
  service: z.strictObject({ slug }),
  technique: z.strictObject({ slug }),
  billingCode: z.strictObject({ code: slug, system: slug.optional() }),
  territory: z.strictObject({ code: slug }),
  coverageCondition: z.strictObject({ slug }),
  source: z.strictObject({ slug }),
  disagreements: z.strictObject({ first }),
} as const;
const NESTED_FIELDS = {
  coverageByPlan: z.strictObject({ first, within: slug.optional(), ...facts }),
  coverageBySubject: z.strictObject({ first, ...facts }),
  isHomeFor: z.strictObject({ plan: slug }),
} as const;

/** What one operation says, as names. */
const read = z.object({
  plan: slug.optional(),
  plans: z.array(slug).optional(),
  within: slug.optional(),
  of: z.union([subjectInput, z.array(subjectInput)]).optional(),
  given: given.optional(),
  area: area.optional(),
});
type ReadArguments = z.infer<typeof read>;

/**
 * What the question before was about.
 * @param operation the operation of its answer
 * @throws UnreadableOperation if it is not one that an answer can have
 */
export function readPreviousOperation(graph: Graph, operation: string): Conversation {
  const { fields, name } = queryIn(operation);
  const last = fieldsOfLastPart(fields);
  const collected = last.flatMap((field) => argumentsOf(field));
  const lookup = lookupsIn(graph);
  const givens = collected.flatMap((each) => each.given ?? []);
  const subjects = collected.flatMap(({ of = [] }) => of).map(lookup.subject);
  const places = givens.flatMap(({ territory }) => territory ?? []);
  const plans = collected.flatMap(({ plan = [], plans: several = [], within = [] }) => [plan, several, within].flat());
  return {
    intent: intentOf(last, name),
    plans: [...new Set(plans.map(lookup.plan))],
    subjects: [...new Set(subjects)],
    territory: places[0] === undefined ? null : lookup.territory(places[0]),
    offerText: offerTextOf(collected, lookup.territory),
    day: givens.find(({ on }) => on !== undefined)?.on ?? null,
    met: [...new Set(givens.flatMap(({ met = [] }) => met).map(lookup.condition))],
    unmet: [...new Set(givens.flatMap(({ unmet = [] }) => unmet).map(lookup.condition))],
    counts: new Map(
      givens.flatMap(({ counts = [] }) => counts.map(({ condition, count }) => [lookup.condition(condition), count])),
    ),
  };
}

interface Query {
  readonly fields: readonly FieldNode[];
  /** The name of the operation, which is that of an intent; null if it has none. */
  readonly name: string | null;
}

const notAnOperation = (why: string): UnreadableOperation =>
  new UnreadableOperation(`${why} Send the operation of an earlier answer, unchanged.`);

function queryIn(operation: string): Query {
  if (operation.length > LONGEST_OPERATION)
    throw notAnOperation(
      `The operation has ${operation.length.toLocaleString('en')} characters; at most ${LONGEST_OPERATION.toLocaleString('en')} are read.`,
    );
  const { selectionSet, variableDefinitions = [], name } = onlyQueryIn(operation);
  if (variableDefinitions.length > 0) throw notAnOperation('The operation has variables.');
  const fields = selectionSet.selections.map((selection) => {
    if (selection.kind !== Kind.FIELD) throw notAnOperation('The operation has a fragment at its root.');
    return selection;
  });
  return { fields, name: name?.value ?? null };
}

function onlyQueryIn(operation: string): OperationDefinitionNode {
  let definitions;
  try {
    ({ definitions } = parse(operation, { maxTokens: MOST_TOKENS }));
  } catch (error) {
    throw notAnOperation(`The operation is not GraphQL: ${error instanceof Error ? error.message : String(error)}`);
  }
  const [definition, ...others] = definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION || others.length > 0)
    throw notAnOperation('The text holds more than one operation.');
  if (definition.operation !== OperationTypeNode.QUERY)
    throw notAnOperation(`The operation is a ${definition.operation}, not a query.`);
  return definition;
}

/** Of an operation that joins the operations of several answers, the fields of the last one; of two days, those of the first. */
function fieldsOfLastPart(fields: readonly FieldNode[]): readonly FieldNode[] {
  const partOf = ({ alias }: FieldNode): number => Number(/^part(\d+)_/.exec(alias?.value ?? '')?.[1] ?? 0);
  const last = Math.max(0, ...fields.map(partOf));
  return fields.filter((field) => partOf(field) === last && !/(?:^|_)later_/.test(field.alias?.value ?? ''));
}

/** The arguments of a root field, and of the fields in it that list answers, as one shape. */
function argumentsOf(field: FieldNode): ReadArguments[] {
  const root = rootArguments(field);
  const nested = (field.selectionSet?.selections ?? []).flatMap((selection) => {
    if (selection.kind !== Kind.FIELD || !Object.hasOwn(NESTED_FIELDS, selection.name.value)) return [];
    const shape = NESTED_FIELDS[selection.name.value as keyof typeof NESTED_FIELDS];
    return [read.parse(parsedArguments(selection, shape))];
  });
  return [root, ...nested];
}

function rootArguments(field: FieldNode): ReadArguments {
  const name = field.name.value;
  if (!Object.hasOwn(ROOT_FIELDS, name)) throw notAnOperation(`No answer's operation asks for "${name}".`);
  const values = parsedArguments(field, ROOT_FIELDS[name as keyof typeof ROOT_FIELDS]);
  if (name === 'plan') return { plan: String(values['slug']) };
  if (name === 'service') return { of: { service: String(values['slug']) } };
  if (name === 'technique') return { of: { technique: String(values['slug']) } };
  if (name === 'billingCode')
    return { of: { billingCode: [values['system'], values['code']].filter(Boolean).join(':') } };
  if (name === 'territory') return { given: { territory: String(values['code']) } };
  return read.parse(values);
}

function parsedArguments(field: FieldNode, shape: z.ZodType): Record<string, unknown> {
  const values = Object.fromEntries(
    (field.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
  const result = shape.safeParse(values);
  const [issue] = result.success ? [] : result.error.issues;
  if (issue)
    throw notAnOperation(
      `The arguments of "${field.name.value}" cannot be read (${[...issue.path].join('.') || issue.message}).`,
    );
  return values;
}

const INTENT_OF_FIELD: ReadonlyMap<string, QuestionIntent> = new Map([
  ['coverage', 'COVERAGE'],
  ['coverageMatrix', 'COVERAGE'],
  ['comparePlans', 'COMPARE'],
  ['plansInArea', 'LIST_PLANS'],
]);

/** The intents that an operation is named after, because its fields do not show them. */
export const INTENT_OF_NAME: ReadonlyMap<string, QuestionIntent> = new Map([
  ['Cost', 'COST'],
  ['Requirements', 'REQUIREMENTS'],
  ['Why', 'EXPLAIN'],
]);

function intentOf(fields: readonly FieldNode[], name: string | null): QuestionIntent | null {
  const named = INTENT_OF_NAME.get(name ?? '');
  if (named !== undefined) return named;
  const nestedNames = fields.flatMap(({ selectionSet }) =>
    (selectionSet?.selections ?? []).flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : [])),
  );
  if (nestedNames.includes('coverageByPlan')) return 'LIST_PLANS';
  if (nestedNames.includes('coverageBySubject')) return 'OPTIONS';
  return INTENT_OF_FIELD.get(fields[0]?.name.value ?? '') ?? null;
}

function offerTextOf(collected: readonly ReadArguments[], territory: (code: string) => Territory): string | null {
  const place = collected.find((each) => each.area !== undefined)?.area;
  if (place === undefined) return null;
  if ('state' in place) return `offered in ${territory(place.state).name}`;
  if ('county' in place) throw notAnOperation('The operation names a county by its code, which is not read.');
  const { name, state } = place.countyNamed;
  return `in ${name}, ${territory(state).name}`;
}

interface Lookups {
  readonly plan: (slug: string) => Plan;
  readonly subject: (subject: z.infer<typeof subjectInput>) => Subject;
  readonly territory: (code: string) => Territory;
  readonly condition: (slug: string) => Condition;
}

/** Finds entries by their names. Each throws if the graph has none of that name. */
function lookupsIn(graph: Graph): Lookups {
  const found = <Found>(entry: Found | undefined, kind: string, name: string): Found => {
    if (entry === undefined)
      throw new UnreadableOperation(
        `The operation names the ${kind} "${name}", which is not in the data. Ask the question in full.`,
      );
    return entry;
  };
  return {
    plan: (name) => found(graph.plans.get(name), 'plan', name),
    territory: (code) => found(graph.territories.get(code), 'territory', code),
    condition: (name) => found(graph.conditions.get(name), 'condition', name),
    subject: (input) => {
      if ('service' in input) return found<Subject>(graph.services.get(input.service), 'service', input.service);
      if ('technique' in input)
        return found<Subject>(graph.techniques.get(input.technique), 'technique', input.technique);
      return found<Subject>(codeOf(graph, input.billingCode), 'billing code', input.billingCode);
    },
  };
}

function codeOf(graph: Graph, text: string): Subject | undefined {
  const [code = '', system = 'CPT'] = text.split(':').reverse();
  return [...graph.billingCodes.values()].find((each) => each.code === code && each.system === system);
}
