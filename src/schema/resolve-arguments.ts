/**
 * Resolves the names in arguments to entries of the graph. An unknown name throws a ContractError with the path of its
 * argument, the value, and suggestions. The engine receives entries only, so it does not handle unknown names.
 */
import type {
  BillingCode,
  Condition,
  Entry,
  Graph,
  Plan,
  Rule,
  Service,
  Source,
  Subject,
  Technique,
  Territory,
} from '../graph/entries.ts';
import { CODE_SYSTEMS, type CodeSystem } from '../model/words.ts';
import { ContractError, type ContractErrorCode, below, cut, type Path } from './errors.ts';
import { findById } from './global-ids.ts';
import { suggest } from './suggestions.ts';

function named<T extends Entry>(
  entries: ReadonlyMap<string, T>,
  slug: string,
  argument: Path,
  code: ContractErrorCode,
  noun: string,
  subjects: ReadonlyMap<string, Subject> | null = null,
): T {
  const entry = entries.get(slug);
  if (entry) return entry;
  const other = subjects?.get(slug);
  const hint = other ? ` It is the name of a ${SUBJECT_NOUNS[other.kind]}.` : '';
  throw new ContractError(
    code,
    `No ${noun} in the graph is called "${cut(slug)}".${hint}`,
    argument,
    slug,
    suggest(slug, entries),
  );
}

const SUBJECT_NOUNS: Record<Subject['kind'], string> = {
  SERVICE: 'service',
  TECHNIQUE: 'technique',
  BILLING_CODE: 'billing code',
};

export const resolvePlan = (graph: Graph, slug: string, argument: Path): Plan =>
  named(graph.plans, slug, argument, 'UNKNOWN_PLAN', 'plan');
export const resolveService = (graph: Graph, slug: string, argument: Path): Service =>
  named(graph.services, slug, argument, 'UNKNOWN_SUBJECT', 'service', graph.subjects);
export const resolveTechnique = (graph: Graph, slug: string, argument: Path): Technique =>
  named(graph.techniques, slug, argument, 'UNKNOWN_SUBJECT', 'technique', graph.subjects);
export const resolveCondition = (graph: Graph, slug: string, argument: Path): Condition =>
  named(graph.conditions, slug, argument, 'UNKNOWN_CONDITION', 'coverage condition');
export const resolveSource = (graph: Graph, slug: string, argument: Path): Source =>
  named(graph.sources, slug, argument, 'UNKNOWN_SOURCE', 'source');
/**
 * Finds a place by its ISO 3166 code, in upper or lower case. Throws a ContractError.
 * @param among the places that can be meant, by code; all of the graph where it is left out
 */
export const resolveTerritory = (
  graph: Graph,
  code: string,
  argument: Path,
  among: ReadonlyMap<string, Territory> = graph.territories,
): Territory =>
  graph.territories.get(cut(code).toUpperCase()) ?? named(among, code, argument, 'UNKNOWN_TERRITORY', 'place');

/** Finds a rule by the plan's slug, a slash and the rule's key. Suggestions are made for the plan only. Throws a ContractError. */
export function resolveRule(graph: Graph, slug: string, argument: Path): Rule {
  const rule = graph.rules.get(slug);
  if (rule) return rule;
  resolvePlan(graph, slug.split('/', 1)[0] ?? '', argument);
  throw new ContractError('BAD_ID', `No rule in the graph is called "${cut(slug)}".`, argument, slug);
}

/** Finds a billing code by its code in a code system, in upper or lower case. Throws a ContractError. */
export function resolveBillingCode(
  graph: Graph,
  code: string,
  system: CodeSystem,
  argument: Path,
  given: string = code,
): BillingCode {
  const found = graph.billingCodes.get(`${system}-${cut(code)}`.toLowerCase());
  if (found?.code === code.toUpperCase()) return found;
  throw new ContractError(
    'UNKNOWN_SUBJECT',
    `No ${system} billing code "${cut(code)}" is in the graph.`,
    argument,
    given,
    suggest(code, graph.billingCodes),
  );
}

/** The names of a subject. Exactly one is given, which GraphQL checks by @oneOf. */
export interface SubjectNames {
  readonly service?: string | null | undefined;
  readonly technique?: string | null | undefined;
  readonly billingCode?: string | null | undefined;
  readonly id?: string | null | undefined;
}

export function resolveSubject(
  graph: Graph,
  { service, technique, billingCode, id }: SubjectNames,
  argument: Path,
): Subject {
  if (service != null) return resolveService(graph, service, below(argument, '.service'));
  if (technique != null) return resolveTechnique(graph, technique, below(argument, '.technique'));
  if (billingCode != null) return billingCodeWritten(graph, billingCode, below(argument, '.billingCode'));
  return subjectWithId(graph, id ?? '', below(argument, '.id'));
}

/**
 * Finds a billing code as a client writes it: 97124, HCPCS:A0428, "CPT 97124", or by its slug, cpt-97124, which is how
 * errors suggest it. Throws a ContractError.
 * @param system the code system where the text names none
 */
export function billingCodeWritten(
  graph: Graph,
  given: string,
  argument: Path,
  system: CodeSystem = 'CPT',
): BillingCode {
  const [, written, code = given] = /^\s*(?:(CPT|HCPCS)[-:\s]\s*)?(\S+)\s*$/i.exec(cut(given)) ?? [];
  const named = CODE_SYSTEMS.find((each) => each === written?.toUpperCase());
  return resolveBillingCode(graph, code, named ?? system, argument, given);
}

function subjectWithId(graph: Graph, id: string, argument: Path): Subject {
  const found = findById(graph, id, argument);
  const subject = found && graph.subjects.get(found.slug);
  if (subject && subject === found) return subject;
  if (found)
    throw new ContractError(
      'BAD_ID',
      `This id names ${'name' in found ? `"${found.name}"` : 'a rule'}, which no plan covers. Give the id of a service, a technique or a billing code.`,
      argument,
      id,
    );
  throw new ContractError('UNKNOWN_SUBJECT', 'Nothing in the graph has this id any more.', argument, id);
}

/**
 * The results of resolving lists, by list object and argument. A list in a variable is the same object wherever the variable
 * is used, so its names are looked up once in a request. An error is stored as well, and thrown each time.
 */
const resolvedLists = new WeakMap<object, Map<string, ResolvedList>>();
interface ResolvedList {
  readonly graph: Graph;
  readonly result: { readonly value: unknown } | { readonly error: unknown };
}

function oncePerList<T>(graph: Graph, list: object, argument: string, resolve: () => T): T {
  const known = resolvedLists.get(list) ?? new Map<string, ResolvedList>();
  resolvedLists.set(list, known);
  let resolved = known.get(argument);
  if (resolved?.graph !== graph) {
    resolved = { graph, result: attempt(resolve) };
    known.set(argument, resolved);
  }
  if ('error' in resolved.result) throw resolved.result.error;
  return resolved.result.value as T;
}

function attempt(resolve: () => unknown): ResolvedList['result'] {
  try {
    return { value: resolve() };
  } catch (error) {
    return { error };
  }
}

/**
 * Maps a list by `each`, in its order; null where the list is omitted. Throws a ContractError for an empty list, which could
 * mean all or none.
 */
export function mapNonEmptyList<T, U>(
  graph: Graph,
  list: readonly T[] | null | undefined,
  argument: string,
  each: (item: T, argument: Path) => U,
): readonly U[] | null {
  if (list == null) return null;
  return oncePerList(graph, list, argument, () => {
    if (list.length > 0) return list.map((item, index) => each(item, () => `${argument}[${String(index)}]`));
    throw new ContractError(
      'EMPTY_LIST',
      `"${argument}" is an empty list. Name at least one, or leave "${argument}" out.`,
      argument,
      list,
    );
  });
}

/** The same as a set; null where the list is omitted. Throws a ContractError. */
export function listedOnce<T, U>(
  graph: Graph,
  list: readonly T[] | null | undefined,
  argument: string,
  each: (item: T, argument: Path) => U,
): ReadonlySet<U> | null {
  const all = mapNonEmptyList(graph, list, argument, each);
  return all && oncePerList(graph, all, argument, () => new Set(all));
}

/** Resolves sources by their slugs, each once; null where all sources are included. Throws a ContractError. */
export function sourcesNamed(
  graph: Graph,
  slugs: readonly string[] | null | undefined,
  argument: string,
): readonly Source[] | null {
  const all = mapNonEmptyList(graph, slugs, argument, (slug, at) => resolveSource(graph, slug, at));
  return all && oncePerList(graph, all, `${argument}, each once`, () => [...new Set(all)]);
}

/** Checks a date, YYYY-MM-DD in the years 1 to 9999. Throws a ContractError. */
export function resolveDay(text: string, argument: Path): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith('0000') ? Date.parse(text) : Number.NaN;
  // Date.parse accepts 30 February as a day in March.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new ContractError(
    'BAD_DATE',
    `"${cut(text)}" is no day in the calendar. Write the year, the month and the day, as in 2026-11-23.`,
    argument,
    text,
  );
}

export interface CountNamed {
  readonly condition: string;
  readonly count: number;
}

/**
 * Resolves numbers of what conditions count, such as visits. Throws a ContractError where one condition has two different
 * numbers.
 */
export function resolveCounts(
  graph: Graph,
  counts: readonly CountNamed[],
  argument: string,
): ReadonlyMap<Condition, number> {
  return oncePerList(graph, counts, argument, () => {
    const named = new Map<Condition, number>();
    counts.forEach((count, index) => {
      const at = (): string => `${argument}[${String(index)}]`;
      const condition = countingCondition(graph, count, at);
      const known = named.get(condition);
      if (known !== undefined && known !== count.count) {
        throw new ContractError(
          'CONTRADICTING_FACTS',
          `"${condition.slug}" was given as ${String(known)} and as ${String(count.count)}. Give one number.`,
          below(at, '.count'),
          count.count,
        );
      }
      named.set(condition, count.count);
    });
    return named;
  });
}

function countingCondition(graph: Graph, { condition: slug, count }: CountNamed, at: Path): Condition {
  const condition = resolveCondition(graph, slug, below(at, '.condition'));
  if (condition.counts === null) {
    throw new ContractError(
      'NOT_A_COUNT',
      `"${slug}" is met or unmet and counts nothing. Name it in "given.met" or "given.unmet".`,
      below(at, '.condition'),
      slug,
    );
  }
  if (count < 0)
    throw new ContractError(
      'CONTRADICTING_FACTS',
      `There cannot be ${String(count)} ${condition.counts}. Give zero or more.`,
      below(at, '.count'),
      count,
    );
  return condition;
}

/** Resolves conditions that are met or unmet, each once. Throws a ContractError. */
export function resolveFacts(graph: Graph, slugs: readonly string[], argument: string): readonly Condition[] {
  return oncePerList(graph, slugs, argument, () => [
    ...new Set(slugs.map((slug, index) => metOrUnmet(graph, slug, () => `${argument}[${String(index)}]`))),
  ]);
}

function metOrUnmet(graph: Graph, slug: string, at: Path): Condition {
  const condition = resolveCondition(graph, slug, at);
  if (condition.counts === null) return condition;
  throw new ContractError(
    'NOT_A_COUNT',
    `"${slug}" counts ${condition.counts} and is neither met nor unmet. Give its number in "given.counts".`,
    at,
    slug,
  );
}
