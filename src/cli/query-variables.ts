/** Turns command-line arguments into variables of operations. The API checks names; counts are parsed here. */
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

/** The flags that `coverage`, `compare` and `matrix` share: the facts of the case and which sources to use. */
export interface CaseFlags {
  readonly met?: readonly string[] | undefined;
  readonly unmet?: readonly string[] | undefined;
  readonly count?: readonly string[] | undefined;
  readonly territory?: string | undefined;
  readonly on?: string | undefined;
  readonly accordingTo?: readonly string[] | undefined;
  readonly minimumAuthority?: string | undefined;
}

/** The variables for the flags of `CaseFlags`. */
export interface CaseVariables {
  readonly given: SituationInput;
  readonly accordingTo: string[] | null;
  readonly minimumAuthority: SourceAuthority | null;
}

const split = (lists: readonly string[] | undefined): string[] | null =>
  lists?.flatMap((list) => list.split(',')) ?? null;

/** Converts the flags; lists may have commas, repeated flags, or both. Throws a CliError for a wrong count. */
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
    minimumAuthority: (minimumAuthority ?? null) as SourceAuthority | null, // yargs accepts no other value
  };
}

/** Parses CONDITION=N. N has at most nine digits, because the largest Int of GraphQL is 2,147,483,647. */
function countOf(text: string): { condition: string; count: number } {
  const [, condition, digits] = /^([^=]+)=(-?\d{1,9})$/.exec(text) ?? [];
  if (condition === undefined || digits === undefined)
    throw new CliError(
      [`--count: "${text.slice(0, 100)}" is not a count. Write a condition, "=" and a whole number, as in visits=12.`],
      2,
    );
  return { condition, count: Number(digits) };
}

interface CodeName {
  readonly code: string;
  readonly system: CodeSystem;
}

/** Reads a name as a billing code: 97124, cpt-97124, CPT:97124, HCPCS:A0428. Without a system it is a CPT code. */
function codeIn(name: string): CodeName {
  const [, system, code = name] = /^(cpt|hcpcs)[-:](.*)$/is.exec(name) ?? [];
  return { code, system: system?.toUpperCase() === 'HCPCS' ? 'HCPCS' : 'CPT' };
}

/** The service, technique or billing code with this name. Throws a CliError with suggestions if there is none. */
export function subjectNamed(name: string, context: Context): SubjectInput {
  const {
    data: { service, technique, billingCode },
    errors,
  } = answer(SubjectDocument, { slug: name, ...codeIn(name) }, context);
  if (service) return { service: service.slug };
  if (technique) return { technique: technique.slug };
  if (billingCode) return { billingCode: `${billingCode.system}:${billingCode.code}` };
  throw unknown('No service, technique or billing code', 'UNKNOWN_SUBJECT', name, errors);
}

/** The entries that have one name, by kind. */
export type Shown = { readonly [Field in keyof EntryQuery]?: NonNullable<EntryQuery[Field]> };

/** Every entry with this name: entries of different kinds may have the same slug. Throws a CliError if there is none. */
export function entriesNamed(name: string, context: Context): Shown {
  const { data, errors } = answer(EntryDocument, { slug: name, ...codeIn(name) }, context);
  const found = Object.entries(data).filter(([, entry]) => entry !== null);
  if (found.length === 0) throw unknown('Nothing', 'UNKNOWN_ENTRY', name, errors);
  return Object.fromEntries(found);
}

interface Suggestion {
  readonly kind: string;
  readonly slug: string;
  readonly name: string;
}

/** One error instead of one for each kind of entry, with the three suggestions that are closest to the name. */
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
