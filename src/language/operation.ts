/** The GraphQL operation that asks the same as a question did, with its arguments written out: ready to run. */
import type { Subject, Territory } from '../graph/entries.ts';
import type { Interpretation } from './interpretation.ts';

const string = (text: string): string => JSON.stringify(text);
const strings = (entries: readonly { readonly slug: string }[]): string => `[${entries.map(({ slug }) => string(slug)).join(', ')}]`;

/** As SubjectInput takes it. */
export function subjectArgument(subject: Subject): string {
  if (subject.kind === 'SERVICE') return `{ service: ${string(subject.slug)} }`;
  if (subject.kind === 'TECHNIQUE') return `{ technique: ${string(subject.slug)} }`;
  return `{ billingCode: ${string(subject.system === 'CPT' ? subject.code : `${subject.system}:${subject.code}`)} }`;
}

/** The root field of a subject, with its argument. */
export function subjectField(subject: Subject): string {
  if (subject.kind === 'SERVICE') return `service(slug: ${string(subject.slug)})`;
  if (subject.kind === 'TECHNIQUE') return `technique(slug: ${string(subject.slug)})`;
  return `billingCode(code: ${string(subject.code)}${subject.system === 'CPT' ? '' : `, system: ${subject.system}`})`;
}

export const planField = ({ slug }: { readonly slug: string }): string => `plan(slug: ${string(slug)})`;
export const placeField = ({ code }: Territory): string => `territory(code: ${string(code)})`;

/** ", given: {…}, accordingTo: […]", or nothing where the question narrows nothing. */
export function narrowing({ met, unmet, counts, territory, on, accordingTo }: Interpretation): string {
  const given = [
    met.length > 0 ? `met: ${strings(met)}` : null,
    unmet.length > 0 ? `unmet: ${strings(unmet)}` : null,
    counts.size > 0 ? `counts: [${[...counts].map(([{ slug }, count]) => `{ condition: ${string(slug)}, count: ${String(count)} }`).join(', ')}]` : null,
    territory === null ? null : `territory: ${string(territory.code)}`,
    on === null ? null : `on: ${string(on)}`,
  ].filter((each) => each !== null);
  return `${given.length > 0 ? `, given: { ${given.join(', ')} }` : ''}${accordingTo === null ? '' : `, accordingTo: ${strings(accordingTo)}`}`;
}

export const ANSWER_FIELDS = 'id status best summary requirements { role text strength state } limits { text } costs { text } nextQuestion { question } citations { says locator source { name } }';

/** Every plan named with every subject named. */
export function coverageOperation(asked: Interpretation, subjects: readonly Subject[]): string {
  const [plan, ...others] = asked.plans;
  const [subject, ...more] = subjects;
  if (plan === undefined || subject === undefined) return '';
  if (others.length === 0 && more.length === 0) return `{ coverage(plan: ${string(plan.slug)}, of: ${subjectArgument(subject)}${narrowing(asked)}) { ${ANSWER_FIELDS} } }`;
  return `{ coverageMatrix(plans: ${strings(asked.plans)}, of: [${subjects.map(subjectArgument).join(', ')}]${narrowing(asked)}) { rows { cells { ${ANSWER_FIELDS} } } } }`;
}

export const comparisonOperation = (asked: Interpretation, subject: Subject): string =>
  `{ comparePlans(plans: ${strings(asked.plans)}, of: ${subjectArgument(subject)}${narrowing(asked)}) { shared { text } differences { aspect values { plan { name } text } } determinations { ${ANSWER_FIELDS} } } }`;
