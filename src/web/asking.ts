/** From the state of the page to the variables of its operations. */
import { type Case, type Place, type SubjectName, addressOf, nothingKnown } from './address.ts';
import type { SituationInput, SourceAuthority, SubjectInput } from './generated/graphql.ts';
import { authorityWords } from './words.ts';

/** A billing code's slug is its system and its code, hyphenated; an address typed by hand may leave CPT out. */
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

/** Yes, no, a number, or null: not known. */
export type Said = boolean | number | null;

/** What a case says of one condition. */
export function saidOf({ met, unmet, counts }: Case, condition: string): Said {
  return met.includes(condition)
    ? true
    : unmet.includes(condition)
      ? false
      : Object.hasOwn(counts, condition)
        ? (counts[condition] ?? null)
        : null;
}

/** The case with one condition said otherwise. */
export function saying(known: Case, condition: string, said: Said): Case {
  const { [condition]: _, ...counts } = known.counts;
  const without = (list: readonly string[]): string[] => list.filter((each) => each !== condition);
  return {
    ...known,
    met: said === true ? [...without(known.met), condition] : without(known.met),
    unmet: said === false ? [...without(known.unmet), condition] : without(known.unmet),
    counts: typeof said === 'number' ? { ...counts, [condition]: said } : counts,
  };
}

/** The explorer with an operation in a tab, handed over behind the `#`, where no log sees its facts. */
export function explorerAddress(query: string, variables?: object): string {
  const fields = new URLSearchParams({
    query: tidy(query),
    ...(variables === undefined ? {} : { variables: JSON.stringify(variables, null, 2) }),
  });
  return `/graphql#${fields.toString()}`;
}

/** The generator indents by the place in its own file. */
function tidy(query: string): string {
  return query
    .trim()
    .replace(/\n {4}(?=fragment )/g, '\n\n')
    .replace(/\n(?=fragment )/g, '\n\n')
    .replace(/\n{3,}/g, '\n\n');
}
