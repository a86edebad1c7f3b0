/** The GraphQL operation that asks the same as a question did, with its arguments written out: ready to run. */
import type { CountyAsked } from '../graph/areas.ts';
import type { Entry, Plan, Subject, Territory } from '../graph/entries.ts';
import type { RemarkTopic } from '../model/words.ts';
import type { Interpretation } from './interpret.ts';

const string = (text: string): string => JSON.stringify(text);
const strings = (entries: readonly { readonly slug: string }[]): string =>
  `[${entries.map(({ slug }) => string(slug)).join(', ')}]`;

/** As SubjectInput takes it. */
function subjectArgument(subject: Subject): string {
  if (subject.kind === 'SERVICE') return `{ service: ${string(subject.slug)} }`;
  if (subject.kind === 'TECHNIQUE') return `{ technique: ${string(subject.slug)} }`;
  return `{ billingCode: ${string(subject.system === 'CPT' ? subject.code : `${subject.system}:${subject.code}`)} }`;
}

/** The root field of a subject, with its argument. */
function subjectField(subject: Subject): string {
  if (subject.kind === 'SERVICE') return `service(slug: ${string(subject.slug)})`;
  if (subject.kind === 'TECHNIQUE') return `technique(slug: ${string(subject.slug)})`;
  return `billingCode(code: ${string(subject.code)}${subject.system === 'CPT' ? '' : `, system: ${subject.system}`})`;
}

const planField = ({ slug }: { readonly slug: string }): string => `plan(slug: ${string(slug)})`;
const placeField = ({ code }: Territory): string => `territory(code: ${string(code)})`;

/** ", given: {…}, accordingTo: […]", or nothing where the question narrows nothing. */
function narrowing({ met, unmet, counts, territory, on, accordingTo }: Interpretation): string {
  const given = [
    met.length > 0 ? `met: ${strings(met)}` : null,
    unmet.length > 0 ? `unmet: ${strings(unmet)}` : null,
    counts.size > 0
      ? `counts: [${[...counts].map(([{ slug }, count]) => `{ condition: ${string(slug)}, count: ${String(count)} }`).join(', ')}]`
      : null,
    territory === null ? null : `territory: ${string(territory.code)}`,
    on === null ? null : `on: ${string(on)}`,
  ].filter((each) => each !== null);
  return `${given.length > 0 ? `, given: { ${given.join(', ')} }` : ''}${accordingTo === null ? '' : `, accordingTo: ${strings(accordingTo)}`}`;
}

const ANSWER_FIELDS =
  'id status best summary requirements { role text strength state } limits { text } costs { text } nextQuestion { question } citations { says locator source { name } }';

/** Every plan named with every subject named. */
export function coverageOperation(asked: Interpretation, subjects: readonly Subject[]): string {
  const [plan, ...others] = asked.plans;
  const [subject, ...more] = subjects;
  if (plan === undefined || subject === undefined) return '';
  if (others.length === 0 && more.length === 0)
    return `{ coverage(plan: ${string(plan.slug)}, of: ${subjectArgument(subject)}${narrowing(asked)}) { ${ANSWER_FIELDS} } }`;
  return `{ coverageMatrix(plans: ${strings(asked.plans)}, of: [${subjects.map(subjectArgument).join(', ')}]${narrowing(asked)}) { rows { cells { ${ANSWER_FIELDS} } } } }`;
}

export const comparisonOperation = (asked: Interpretation, subject: Subject): string =>
  `{ comparePlans(plans: ${strings(asked.plans)}, of: ${subjectArgument(subject)}${narrowing(asked)}) { shared { text } differences { aspect values { plan { name } text } } determinations { ${ANSWER_FIELDS} } } }`;

/** The answers of plans on one subject; where one is named, its own and those of the plans within it. */
export function byPlanOperation(asked: Interpretation, subject: Subject, outer: Plan | undefined): string {
  const list = (which: string): string =>
    `${subjectField(subject)} { name coverageByPlan(first: 100${which}${narrowing(asked)}) { nodes { plan { name } ${ANSWER_FIELDS} } } }`;
  if (outer === undefined) return `{ ${list('')} }`;
  return `{ coverage(plan: ${string(outer.slug)}, of: ${subjectArgument(subject)}${narrowing(asked)}) { ${ANSWER_FIELDS} } ${list(`, within: ${string(outer.slug)}`)} }`;
}

export const bySubjectOperation = (asked: Interpretation, plan: Plan): string =>
  `{ ${planField(plan)} { name coverageBySubject(first: 100${narrowing(asked)}) { nodes { subject { name } ${ANSWER_FIELDS} } } } }`;

const CITED = 'citations { says locator source { name } }';
const ends = (kinds: string, to: string): string =>
  `links(kinds: [${kinds}], first: 100) { nodes { kind match to { ${to} } ${CITED} } }`;

export const techniquesOperation = (subject: Subject): string =>
  `{ ${subjectField(subject)} { name ${ends(subject.kind === 'TECHNIQUE' ? 'SAME_AS' : 'INCLUDES', 'kind slug name alternateNames')} } }`;
export const codesOperation = (subjects: readonly Subject[]): string =>
  `{ ${subjects.map((subject, index) => `subject${String(index + 1)}: ${subjectField(subject)} { name ${ends('BILLED_BY, INCLUDED_IN', 'kind slug name')} }`).join(' ')} }`;
export const linksOperation = (subject: Subject): string =>
  `{ ${subjectField(subject)} { name ${ends('INCLUDED_IN, INCLUDES, BROADER, NARROWER, BILLED_BY, BILLS, SAME_AS', 'kind slug name')} } }`;
export const placeOperation = (place: Territory, plan: Plan): string =>
  `{ ${placeField(place)} { name isHomeFor(plan: ${string(plan.slug)}) ${ends('HOME_OF', 'slug name')} } }`;
export const homesOperation = (plan: Plan): string =>
  `{ ${planField(plan)} { name homeTerritories(first: 100) { nodes { code name } } remarks(topic: DEFINITION) { text ${CITED} } } }`;
export const disagreementsOperation = `{ disagreements(first: 100) { totalCount nodes { title about { name } positions { says ${CITED} } } } }`;
export const costRemarksOperation = (plans: readonly Plan[]): string =>
  `{ ${plans.map((plan, index) => `plan${String(index + 1)}: ${planField(plan)} { name remarks(topic: COST) { text ${CITED} } rules(first: 100) { nodes { subject { name } costs { text ${CITED} } } } }`).join(' ')} }`;

function entryField(entry: Entry): string {
  if (entry.kind === 'PLAN') return planField(entry);
  if (entry.kind === 'TERRITORY') return placeField(entry);
  if (entry.kind === 'COVERAGE_CONDITION') return `coverageCondition(slug: ${string(entry.slug)})`;
  return entry.kind === 'SOURCE' ? `source(slug: ${string(entry.slug)})` : subjectField(entry);
}
/** What is said of entries, on one topic or on all. */
export const remarksOperation = (entries: readonly Entry[], topic?: RemarkTopic): string =>
  `{ ${entries.map((entry, index) => `entry${String(index + 1)}: ${entryField(entry)} { kind slug name alternateNames description remarks${topic === undefined ? '' : `(topic: ${topic})`} { topic modality text ${CITED} } }`).join(' ')} }`;

export const withinOperation = (plan: Plan): string =>
  `{ ${planField(plan)} { name within { slug name within { slug name within { slug name } } } } }`;

/** One plan on one subject, with what answers better on the same facts. */
export const alternativesOperation = (asked: Interpretation, plan: Plan, subject: Subject): string =>
  `{ coverage(plan: ${string(plan.slug)}, of: ${subjectArgument(subject)}${narrowing(asked)}) { ${ANSWER_FIELDS} alternatives(first: 5) { plan { name } subject { name } ${ANSWER_FIELDS} } } }`;

/** The plans that are offered in a county, each on the subject where one is named. */
export function offersOperation(
  asked: Interpretation,
  { name, state, fips, ssa }: CountyAsked,
  subject: Subject | undefined,
  outer: Plan | undefined,
): string {
  const [code = `SSA:${[...ssa][0] ?? ''}`] = fips;
  const area =
    name === null ? `county: ${string(code)}` : `countyNamed: { name: ${string(name)}, state: ${string(state.code)} }`;
  const of = subject === undefined ? '' : `, of: ${subjectArgument(subject)}`;
  return `{ plansInArea(area: { ${area} }${of}${outer === undefined ? '' : `, within: ${string(outer.slug)}`}, first: 100${narrowing(asked)}) { totalCount possiblyOffered withoutStatedArea notComparable changesOn nodes { plan { name } isWhole areas { ${CITED} } ${subject === undefined ? '' : `determination { ${ANSWER_FIELDS} } `}} } }`;
}
