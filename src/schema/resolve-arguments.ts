/**
 * Every name in a question becomes an entry here, or is refused with its argument's path, what was given and what was
 * probably meant. Nothing behind this door has a branch for what is not found.
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
import type { CodeSystem } from '../model/words.ts';
import { ContractError, type ContractErrorCode, below, cut, type Path } from './errors.ts';
import { findById } from './global-ids.ts';
import { suggest } from './suggestions.ts';

function named<T extends Entry>(
  entries: ReadonlyMap<string, T>,
  slug: string,
  argument: Path,
  code: ContractErrorCode,
  noun: string,
  near: ReadonlyMap<string, Entry> = entries,
): T {
  const entry = entries.get(slug);
  if (entry) return entry;
  throw new ContractError(
    code,
    `No ${noun} in the graph is called "${cut(slug)}".`,
    argument,
    slug,
    suggest(slug, near),
  );
}

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
/** By ISO 3166 code, whatever the case of its letters. */
export const resolveTerritory = (graph: Graph, code: string, argument: Path): Territory =>
  graph.territories.get(cut(code).toUpperCase()) ??
  named(graph.territories, code, argument, 'UNKNOWN_TERRITORY', 'place');

/** By the plan's slug, a slash, and the rule's own key. Rules have no name to be like; the plan's is checked first. */
export function resolveRule(graph: Graph, slug: string, argument: Path): Rule {
  const rule = graph.rules.get(slug);
  if (rule) return rule;
  resolvePlan(graph, slug.split('/', 1)[0] ?? '', argument);
  throw new ContractError('BAD_ID', `No rule in the graph is called "${cut(slug)}".`, argument, slug);
}

/** By its code in a code system, whatever the case of its letters. */
export function resolveBillingCode(
  graph: Graph,
  code: string,
  system: CodeSystem,
  argument: Path,
  given: string = code,
): BillingCode {
  const found = graph.billingCodes.get(`${system}-${cut(code)}`.toLowerCase());
  if (found && found.code === code.toUpperCase()) return found;
  throw new ContractError(
    'UNKNOWN_SUBJECT',
    `No ${system} billing code "${cut(code)}" is in the graph.`,
    argument,
    given,
    suggest(code, graph.subjects),
  );
}

/** Exactly one of the four is given; GraphQL's @oneOf has seen to it. */
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

function billingCodeWritten(graph: Graph, given: string, argument: Path): BillingCode {
  const [, system = 'CPT', code = given] = /^(CPT|HCPCS):(.*)$/is.exec(given) ?? [];
  return resolveBillingCode(graph, code, system.toUpperCase() === 'HCPCS' ? 'HCPCS' : 'CPT', argument, given);
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
 * What lists of arguments were resolved to. A list in a variable is one object wherever the variable is used, so its names
 * are looked up once in a request, however often the field comes back. A refusal is kept as well, and thrown each time.
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
 * The entries of a list in its order, as `each` makes them; null where the list is left out. An empty list is refused, since it could
 * mean all or none. Throws a Refusal.
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

/** The same with each entry once; null where the list is left out. Throws a Refusal. */
export function listedOnce<T, U>(
  graph: Graph,
  list: readonly T[] | null | undefined,
  argument: string,
  each: (item: T, argument: Path) => U,
): ReadonlySet<U> | null {
  const all = mapNonEmptyList(graph, list, argument, each);
  return all && oncePerList(graph, all, argument, () => new Set(all));
}

/** Sources by their slugs, each once however often it is named; null where all are heard. Throws a Refusal. */
export function sourcesNamed(
  graph: Graph,
  slugs: readonly string[] | null | undefined,
  argument: string,
): readonly Source[] | null {
  const all = mapNonEmptyList(graph, slugs, argument, (slug, at) => resolveSource(graph, slug, at));
  return all && oncePerList(graph, all, `${argument}, each once`, () => [...new Set(all)]);
}

/** A day in the calendar of years 1 to 9999. */
export function resolveDay(text: string, argument: Path): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith('0000') ? Date.parse(text) : Number.NaN;
  // A day that a month does not have is taken for one of the next.
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
 * The numbers given of what conditions count. The same number twice is one fact; two numbers for one condition contradict.
 * Throws a Refusal.
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

/** Conditions that are met or unmet, each once however often it is named. Throws a Refusal. */
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
