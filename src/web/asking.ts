/** Converts the state of the page to variables of operations. */
import { type Case, type Place, type SubjectName, addressOf, nothingKnown } from './address.ts';
import type { SituationInput, SourceAuthority, SubjectInput } from './generated/graphql.ts';
import { authorityWords } from './words.ts';

/** The slug of a billing code is its system, a hyphen and its code; an address typed by hand may leave out "cpt-". */
export function codeOf(slug: string): { system: 'CPT' | 'HCPCS'; code: string } {
  const [, system = 'cpt', code = slug] = /^(cpt|hcpcs)-(.+)$/i.exec(slug) ?? [];
  return { system: system.toLowerCase() === 'hcpcs' ? 'HCPCS' : 'CPT', code: code.toUpperCase() };
}

export function subjectInput({ kind, slug }: SubjectName): SubjectInput {
  if (kind === 'service') return { service: slug };
  if (kind === 'technique') return { technique: slug };
  const { system, code } = codeOf(slug);
  return { billingCode: `${system}:${code}` };
}

export function situationInput({ met, unmet, counts, territory, on }: Case): SituationInput {
  return {
    ...(met.length > 0 ? { met: [...met] } : {}),
    ...(unmet.length > 0 ? { unmet: [...unmet] } : {}),
    ...(Object.keys(counts).length > 0
      ? { counts: Object.entries(counts).map(([condition, count]) => ({ condition, count })) }
      : {}),
    ...(territory === null ? {} : { territory }),
    ...(on === null ? {} : { on }),
  };
}

export interface CoverageVariables {
  readonly plan: string;
  readonly of: SubjectInput;
  readonly given: SituationInput;
  readonly accordingTo?: string[];
  readonly minimumAuthority?: SourceAuthority;
}

export function coverageVariables(plan: string, of: SubjectName, known: Case): CoverageVariables {
  const authority = (Object.keys(authorityWords) as SourceAuthority[]).find((each) => each === known.minimumAuthority);
  return {
    plan,
    of: subjectInput(of),
    given: situationInput(known),
    ...(known.accordingTo.length > 0 ? { accordingTo: [...known.accordingTo] } : {}),
    ...(authority === undefined ? {} : { minimumAuthority: authority }),
  };
}

/** The address of an answer. */
export const answerAddress = (plan: string, of: SubjectName, known: Case = nothingKnown): string =>
  addressOf({ view: 'answer', plan, of, known, why: false } satisfies Place);

/** What is known of one condition: yes, no, a count, or null for unknown. */
export type FactValue = boolean | number | null;

/** What a case states about one condition. */
export function factValueOf({ met, unmet, counts }: Case, condition: string): FactValue {
  if (met.includes(condition)) return true;
  if (unmet.includes(condition)) return false;
  return Object.hasOwn(counts, condition) ? (counts[condition] ?? null) : null;
}

/** A copy of the case with another value for one condition. */
export function withFact(known: Case, condition: string, value: FactValue): Case {
  const { [condition]: _, ...counts } = known.counts;
  const without = (list: readonly string[]): string[] => list.filter((each) => each !== condition);
  return {
    ...known,
    met: value === true ? [...without(known.met), condition] : without(known.met),
    unmet: value === false ? [...without(known.unmet), condition] : without(known.unmet),
    counts: typeof value === 'number' ? { ...counts, [condition]: value } : counts,
  };
}

/** The address of GraphiQL with an operation in a tab. It is in the fragment, so that no log has its facts. */
export function explorerAddress(query: string, variables?: object): string {
  const fields = new URLSearchParams({
    query: tidy(query),
    ...(variables === undefined ? {} : { variables: JSON.stringify(variables, null, 2) }),
  });
  return `graphql#${fields.toString()}`;
}

/** Removes the indentation that the code generator adds to fragments. */
function tidy(query: string): string {
  return query
    .trim()
    .replace(/\n {4}(?=fragment )/g, '\n\n')
    .replace(/\n(?=fragment )/g, '\n\n')
    .replace(/\n{3,}/g, '\n\n');
}
