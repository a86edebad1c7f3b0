/**
 * Writes the GraphQL operation that asks the same as a question did. Arguments are written out, so that it can be run
 * as it is.
 */
import { Kind, parse } from 'graphql';
import type { Entry, Plan, Subject, Territory } from '../graph/entries.ts';
import type { RemarkTopic } from '../model/words.ts';
import type { QuestionIntent } from './classify-intent.ts';
import type { OfferPlace } from './county.ts';
import type { Interpretation } from './fill-slots.ts';

const stringLiteral = (text: string): string => JSON.stringify(text);
const slugList = (entries: readonly { readonly slug: string }[]): string =>
  `[${entries.map(({ slug }) => stringLiteral(slug)).join(', ')}]`;

/** A subject as the input type `SubjectInput`. */
function subjectInput(subject: Subject): string {
  if (subject.kind === 'SERVICE') return `{ service: ${stringLiteral(subject.slug)} }`;
  if (subject.kind === 'TECHNIQUE') return `{ technique: ${stringLiteral(subject.slug)} }`;
  const code = subject.system === 'CPT' ? subject.code : `${subject.system}:${subject.code}`;
  return `{ billingCode: ${stringLiteral(code)} }`;
}

/** The root field that gives a subject, with its argument. */
function subjectField(subject: Subject): string {
  if (subject.kind === 'SERVICE') return `service(slug: ${stringLiteral(subject.slug)})`;
  if (subject.kind === 'TECHNIQUE') return `technique(slug: ${stringLiteral(subject.slug)})`;
  const system = subject.system === 'CPT' ? '' : `, system: ${subject.system}`;
  return `billingCode(code: ${stringLiteral(subject.code)}${system})`;
}

const planField = ({ slug }: Plan): string => `plan(slug: ${stringLiteral(slug)})`;
const placeField = ({ code }: Territory): string => `territory(code: ${stringLiteral(code)})`;

/**
 * The arguments `given` and `accordingTo` with a comma before each; empty if the question states neither facts nor
 * sources.
 */
function factArguments(question: Interpretation): string {
  const { accordingTo } = question;
  const given = givenFields(question);
  const givenArgument = given.length > 0 ? `, given: { ${given.join(', ')} }` : '';
  return `${givenArgument}${accordingTo === null ? '' : `, accordingTo: ${slugList(accordingTo)}`}`;
}

/** The fields of the argument `given` for the facts that a question states. */
function givenFields({ met, unmet, counts, territory, day }: Interpretation): string[] {
  const countInputs = [...counts].map(
    ([{ slug }, count]) => `{ condition: ${stringLiteral(slug)}, count: ${String(count)} }`,
  );
  return [
    ...(met.length > 0 ? [`met: ${slugList(met)}`] : []),
    ...(unmet.length > 0 ? [`unmet: ${slugList(unmet)}`] : []),
    ...(countInputs.length > 0 ? [`counts: [${countInputs.join(', ')}]`] : []),
    ...(territory === null ? [] : [`territory: ${stringLiteral(territory.code)}`]),
    ...(day === null ? [] : [`on: ${stringLiteral(day)}`]),
  ];
}

/** The fields of a determination. */
const DETERMINATION_FIELDS =
  'id status best summary requirements { role text strength state } limits { text } costs { text } nextQuestion { question } citations { says locator source { name } }';

/** The coverage of one subject by one plan, as a field of the query. */
const coverageField = (question: Interpretation, plan: Plan, subject: Subject, moreFields = ''): string =>
  `coverage(plan: ${stringLiteral(plan.slug)}, of: ${subjectInput(subject)}${factArguments(question)}) { ${DETERMINATION_FIELDS}${moreFields} }`;

/** Asks for every plan that the question names with every one of some subjects. Empty if either is missing. */
export function coverageOperation(question: Interpretation, subjects: readonly Subject[]): string {
  const [plan, ...otherPlans] = question.plans;
  const [subject, ...otherSubjects] = subjects;
  if (plan === undefined || subject === undefined) return '';
  if (otherPlans.length === 0 && otherSubjects.length === 0) return `{ ${coverageField(question, plan, subject)} }`;
  const inputs = subjects.map(subjectInput).join(', ');
  return `{ coverageMatrix(plans: ${slugList(question.plans)}, of: [${inputs}]${factArguments(question)}) { rows { cells { ${DETERMINATION_FIELDS} } } } }`;
}

/** Asks for a comparison of the plans that the question names, on one subject. */
export const comparisonOperation = (question: Interpretation, subject: Subject): string =>
  `{ comparePlans(plans: ${slugList(question.plans)}, of: ${subjectInput(subject)}${factArguments(question)}) { shared { text } differences { aspect values { plan { name } text } } determinations { ${DETERMINATION_FIELDS} } } }`;

/** Asks what every plan says of a subject; with `outer`, what that plan and every plan within it say. */
export function byPlanOperation(question: Interpretation, subject: Subject, outer: Plan | undefined): string {
  const byPlanField = (withinArgument: string): string =>
    `${subjectField(subject)} { name coverageByPlan(first: 100${withinArgument}${factArguments(question)}) { nodes { plan { name } ${DETERMINATION_FIELDS} } } }`;
  if (outer === undefined) return `{ ${byPlanField('')} }`;
  const withinArgument = `, within: ${stringLiteral(outer.slug)}`;
  return `{ ${coverageField(question, outer, subject)} ${byPlanField(withinArgument)} }`;
}

/** Asks what a plan says of every service. */
export const bySubjectOperation = (question: Interpretation, plan: Plan): string =>
  `{ ${planField(plan)} { name coverageBySubject(first: 100${factArguments(question)}) { nodes { subject { name } ${DETERMINATION_FIELDS} } } } }`;

const CITATION_FIELDS = 'citations { says locator source { name } }';

/** The links of an entry of some kinds. `toFields` are the fields of the entries that they lead to. */
const linksField = (kinds: string, toFields: string): string =>
  `links(kinds: [${kinds}], first: 100) { nodes { kind match to { ${toFields} } ${CITATION_FIELDS} } }`;

/** Asks for the techniques of a service or code, or for those that are the same as a technique. */
export function techniquesOperation(subject: Subject): string {
  const kind = subject.kind === 'TECHNIQUE' ? 'SAME_AS' : 'INCLUDES';
  return `{ ${subjectField(subject)} { name ${linksField(kind, 'kind slug name alternateNames')} } }`;
}

/** Asks for the billing codes of subjects. */
export function codesOperation(subjects: readonly Subject[]): string {
  const links = linksField('BILLED_BY, INCLUDED_IN', 'kind slug name');
  const fields = subjects.map(
    (subject, index) => `subject${String(index + 1)}: ${subjectField(subject)} { name ${links} }`,
  );
  return `{ ${fields.join(' ')} }`;
}

/** Asks what a subject is part of, includes or is the same as. */
export const linksOperation = (subject: Subject): string =>
  `{ ${subjectField(subject)} { name ${linksField('INCLUDED_IN, INCLUDES, BROADER, NARROWER, BILLED_BY, BILLS, SAME_AS', 'kind slug name')} } }`;

/** Asks whether a plan counts a place as home. */
export const placeOperation = (place: Territory, plan: Plan): string =>
  `{ ${placeField(place)} { name isHomeFor(plan: ${stringLiteral(plan.slug)}) ${linksField('HOME_OF', 'slug name')} } }`;

/** Asks which places a plan counts as home. */
export const homesOperation = (plan: Plan): string =>
  `{ ${planField(plan)} { name homeTerritories(first: 100) { nodes { code name } } remarks(topic: DEFINITION) { text ${CITATION_FIELDS} } } }`;

/** Asks for the disagreements of sources in the graph. */
export const disagreementsOperation = `{ disagreements(first: 100) { totalCount nodes { title about { name } positions { says ${CITATION_FIELDS} } } } }`;

/** Asks what plans cost: remarks on their cost, and the costs in their rules. */
export function costRemarksOperation(plans: readonly Plan[]): string {
  const costFields = `name remarks(topic: COST) { text ${CITATION_FIELDS} } rules(first: 100) { nodes { subject { name } costs { text ${CITATION_FIELDS} } } }`;
  return `{ ${plans.map((plan, index) => `plan${String(index + 1)}: ${planField(plan)} { ${costFields} }`).join(' ')} }`;
}

function entryField(entry: Entry): string {
  if (entry.kind === 'PLAN') return planField(entry);
  if (entry.kind === 'TERRITORY') return placeField(entry);
  if (entry.kind === 'COVERAGE_CONDITION') return `coverageCondition(slug: ${stringLiteral(entry.slug)})`;
  return entry.kind === 'SOURCE' ? `source(slug: ${stringLiteral(entry.slug)})` : subjectField(entry);
}

/** Asks for the remarks on entries, on one topic or on all. */
export function remarksOperation(entries: readonly Entry[], topic?: RemarkTopic): string {
  const topicArgument = topic === undefined ? '' : `(topic: ${topic})`;
  const fields = `kind slug name alternateNames description remarks${topicArgument} { topic modality text ${CITATION_FIELDS} }`;
  return `{ ${entries.map((entry, index) => `entry${String(index + 1)}: ${entryField(entry)} { ${fields} }`).join(' ')} }`;
}

/** Asks which plans a plan is within. */
export const withinOperation = (plan: Plan): string =>
  `{ ${planField(plan)} { name within { slug name within { slug name within { slug name } } } } }`;

/**
 * Asks for the coverage of a subject by a plan, with up to five alternatives that have a better answer on the same
 * facts.
 */
export const alternativesOperation = (question: Interpretation, plan: Plan, subject: Subject): string =>
  `{ ${coverageField(question, plan, subject, ` alternatives(first: 5) { plan { name } subject { name } ${DETERMINATION_FIELDS} }`)} }`;

/**
 * Asks for the plans that are offered in a county or a state; with `subject`, what each says of it; with `outer`, only plans
 * within that.
 */
export function offersOperation(
  question: Interpretation,
  place: OfferPlace,
  subject: Subject | undefined,
  outer: Plan | undefined,
): string {
  const ofArgument = subject === undefined ? '' : `, of: ${subjectInput(subject)}`;
  const withinArgument = outer === undefined ? '' : `, within: ${stringLiteral(outer.slug)}`;
  const determinationField = subject === undefined ? '' : `determination { ${DETERMINATION_FIELDS} } `;
  return `{ plansInArea(area: { ${areaInput(place)} }${ofArgument}${withinArgument}, first: 100${factArguments(question)}) { totalCount possiblyOffered withoutStatedArea notComparable changesOn nodes { plan { name } isWhole areas { ${CITATION_FIELDS} } ${determinationField}} } }`;
}

/** Two operations as one that asks for the fields of both. */
export const joinedOperation = (first: string, second: string): string =>
  `${first.slice(0, -' }'.length)} ${second.slice('{ '.length)}`;

/**
 * A place as a field of the input type of `area`: a state by its code; a county by its name or, if that is not known,
 * by its first code.
 */
function areaInput(place: OfferPlace): string {
  if (place.kind === 'STATE') return `state: ${stringLiteral(place.state.code)}`;
  const { name, state, fips, ssa } = place;
  if (name !== null) return `countyNamed: { name: ${stringLiteral(name)}, state: ${stringLiteral(state.code)} }`;
  const [code = `SSA:${[...ssa][0] ?? ''}`] = fips;
  return `county: ${stringLiteral(code)}`;
}

/** The names of operations whose fields do not show what the question asks for. */
const OPERATION_NAMES: ReadonlyMap<QuestionIntent, string> = new Map([
  ['COST', 'Cost'],
  ['REQUIREMENTS', 'Requirements'],
  ['EXPLAIN', 'Why'],
]);

/** An operation with a name if its fields are the same as those of a question about coverage, so that the two can be told apart. */
export function namedOperation(operation: string, intent: QuestionIntent | null): string {
  const name = intent === null ? undefined : OPERATION_NAMES.get(intent);
  return name === undefined || operation === '' ? operation : `query ${name} ${operation}`;
}

/** The operations of several questions as one. The root fields of each have the number of its question in their aliases. */
export const operationOfParts = (operations: readonly string[]): string =>
  `{ ${operations.flatMap((operation, part) => aliasedFields(operation, `part${String(part + 1)}_`)).join(' ')} }`;

/** An operation that asks the same of two days. The root fields for the later day have aliases that begin with "later". */
export const operationOfTwoDays = (operation: string, later: string): string =>
  `{ ${[...aliasedFields(operation, 'now_'), ...aliasedFields(later, 'later_')].join(' ')} }`;

/** The root fields of an operation with aliases, because two fields of one name cannot have different arguments. */
function aliasedFields(operation: string, prefix: string): string[] {
  const [definition] = parse(operation).definitions;
  const selections = definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
  return selections.flatMap((field) => {
    if (field.kind !== Kind.FIELD) return [];
    const name = field.alias?.value ?? field.name.value;
    return [`${prefix}${name}: ${operation.slice(field.name.loc?.start ?? 0, field.loc?.end)}`];
  });
}
