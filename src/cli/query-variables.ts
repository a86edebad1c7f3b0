/** What was typed, as variables of an operation: names are left for the API to know, numbers are read here. */
import { distance } from 'fastest-levenshtein';
import type { GraphQLFormattedError } from 'graphql';
import type { Context } from '../schema/index.ts';
import {
  type CodeSystem,
  EntryDocument,
  type EntryQuery,
  type SituationInput,
  type SourceAuthority,
  SubjectDocument,
  type SubjectInput,
} from './generated/graphql.ts';
import { answer, refused } from './execute.ts';
import { CliError } from '../errors.ts';

/** The flags that every question of coverage takes. */
export interface CaseFlags {
  readonly met?: readonly string[] | undefined;
  readonly unmet?: readonly string[] | undefined;
  readonly count?: readonly string[] | undefined;
  readonly territory?: string | undefined;
  readonly on?: string | undefined;
  readonly accordingTo?: readonly string[] | undefined;
  readonly minimumAuthority?: string | undefined;
}

export interface CaseVariables {
  readonly given: SituationInput;
  readonly accordingTo: string[] | null;
  readonly minimumAuthority: SourceAuthority | null;
}

const split = (lists: readonly string[] | undefined): string[] | null =>
  lists?.flatMap((list) => list.split(',')) ?? null;

/** Lists may be said with commas, by saying the flag again, or both. */
export function caseVariables({
  met,
  unmet,
  count,
  territory,
  on,
  accordingTo,
  minimumAuthority,
}: CaseFlags): CaseVariables {
  return {
    given: {
      met: split(met),
      unmet: split(unmet),
      counts: split(count)?.map(countOf) ?? null,
      territory: territory ?? null,
      on: on ?? null,
    },
    accordingTo: split(accordingTo),
    minimumAuthority: (minimumAuthority ?? null) as SourceAuthority | null, // the command line's grammar takes no other word
  };
}

/** GraphQL's Int ends at 2,147,483,647; what is longer is no number of visits. */
function countOf(text: string): { condition: string; count: number } {
  const [, condition, digits] = /^([^=]+)=(-?\d{1,9})$/.exec(text) ?? [];
  if (condition === undefined || digits === undefined)
    throw new CliError(
      [`--count: "${text.slice(0, 100)}" is no count. Write a condition, "=" and a whole number, as in visits=12.`],
      2,
    );
  return { condition, count: Number(digits) };
}

interface CodeWritten {
  readonly code: string;
  readonly system: CodeSystem;
}

/** 97124, cpt-97124, CPT:97124, HCPCS:A0428: any name may be a code, and CPT is meant where no system is named. */
function codeWritten(name: string): CodeWritten {
  const [, system, code = name] = /^(cpt|hcpcs)[-:](.*)$/is.exec(name) ?? [];
  return { code, system: system?.toUpperCase() === 'HCPCS' ? 'HCPCS' : 'CPT' };
}

/** The service, technique or billing code of that name. Throws a Refusal that says what was probably meant. */
export function subjectNamed(name: string, context: Context): SubjectInput {
  const {
    data: { service, technique, billingCode },
    errors,
  } = answer(SubjectDocument, { slug: name, ...codeWritten(name) }, context);
  if (service) return { service: service.slug };
  if (technique) return { technique: technique.slug };
  if (billingCode) return { billingCode: `${billingCode.system}:${billingCode.code}` };
  throw unknown('No service, technique or billing code', 'UNKNOWN_SUBJECT', name, errors);
}

export type Shown = { readonly [Field in keyof EntryQuery]?: NonNullable<EntryQuery[Field]> };

/** Every entry of that name, of whatever kind: a slug belongs to one kind, and two kinds may share it. */
export function entriesNamed(name: string, context: Context): Shown {
  const { data, errors } = answer(EntryDocument, { slug: name, ...codeWritten(name) }, context);
  const found = Object.entries(data).filter(([, entry]) => entry !== null);
  if (found.length === 0) throw unknown('Nothing', 'UNKNOWN_ENTRY', name, errors);
  return Object.fromEntries(found);
}

interface Suggestion {
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
}

/** One refusal in place of one for each kind that the name might have been of, with the three likeliest of their suggestions. */
export function unknown(noun: string, code: string, name: string, errors: readonly GraphQLFormattedError[]): CliError {
  const offered = errors.flatMap(({ extensions }) => (extensions?.['suggestions'] ?? []) as Suggestion[]);
  const wanted = name.toLowerCase();
  const suggestions = [...new Map(offered.map((each) => [each.slug, each])).values()]
    .map((each) => ({ each, apart: distance(wanted.slice(0, 100), each.slug) }))
    .sort((a, b) => a.apart - b.apart)
    .slice(0, 3)
    .map(({ each }) => each);
  const quoted = suggestions.map(({ slug }) => `"${slug}"`);
  const last = quoted.pop();
  const meant = last === undefined ? '' : ` Did you mean ${[...quoted, ''].join(', ').replace(/, $/, ' or ')}${last}?`;
  const value = name.slice(0, 100);
  return refused([
    {
      message: `${noun} in the graph is called "${value}".${meant}`,
      extensions: { code, argument: 'name', value, suggestions },
    },
  ]);
}
