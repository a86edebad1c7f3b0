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
import { Refusal, type RefusalCode, cut } from './errors.ts';
import { findById } from './global-ids.ts';
import { suggest } from './suggestions.ts';

function named<T extends Entry>(
  entries: ReadonlyMap<string, T>,
  slug: string,
  argument: string,
  code: RefusalCode,
  noun: string,
  near: ReadonlyMap<string, Entry> = entries,
): T {
  const entry = entries.get(slug);
  if (entry) return entry;
  throw new Refusal(code, `No ${noun} in the graph is called "${cut(slug)}".`, argument, slug, suggest(slug, near));
}

export const planNamed = (graph: Graph, slug: string, argument: string): Plan =>
  named(graph.plans, slug, argument, 'UNKNOWN_PLAN', 'plan');
export const serviceNamed = (graph: Graph, slug: string, argument: string): Service =>
  named(graph.services, slug, argument, 'UNKNOWN_SUBJECT', 'service', graph.subjects);
export const techniqueNamed = (graph: Graph, slug: string, argument: string): Technique =>
  named(graph.techniques, slug, argument, 'UNKNOWN_SUBJECT', 'technique', graph.subjects);
export const conditionNamed = (graph: Graph, slug: string, argument: string): Condition =>
  named(graph.conditions, slug, argument, 'UNKNOWN_CONDITION', 'coverage condition');
export const sourceNamed = (graph: Graph, slug: string, argument: string): Source =>
  named(graph.sources, slug, argument, 'UNKNOWN_SOURCE', 'source');
/** By ISO 3166 code, whatever the case of its letters. */
export const territoryNamed = (graph: Graph, code: string, argument: string): Territory =>
  graph.territories.get(cut(code).toUpperCase()) ??
  named(graph.territories, code, argument, 'UNKNOWN_TERRITORY', 'place');

/** By the plan's slug, a slash, and the rule's own key. Rules have no name to be like; the plan's is checked first. */
export function ruleNamed(graph: Graph, slug: string, argument: string): Rule {
  const rule = graph.rules.get(slug);
  if (rule) return rule;
  planNamed(graph, slug.split('/', 1)[0] ?? '', argument);
  throw new Refusal('BAD_ID', `No rule in the graph is called "${cut(slug)}".`, argument, slug);
}

/** By its code in a code system, whatever the case of its letters. */
export function billingCodeNamed(
  graph: Graph,
  code: string,
  system: CodeSystem,
  argument: string,
  given: string = code,
): BillingCode {
  const found = graph.billingCodes.get(`${system}-${cut(code)}`.toLowerCase());
  if (found && found.code === code.toUpperCase()) return found;
  throw new Refusal(
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

export function subjectNamed(
  graph: Graph,
  { service, technique, billingCode, id }: SubjectNames,
  argument: string,
): Subject {
  if (service != null) return serviceNamed(graph, service, `${argument}.service`);
  if (technique != null) return techniqueNamed(graph, technique, `${argument}.technique`);
  if (billingCode != null) return billingCodeWritten(graph, billingCode, `${argument}.billingCode`);
  return subjectWithId(graph, id ?? '', `${argument}.id`);
}

function billingCodeWritten(graph: Graph, given: string, argument: string): BillingCode {
  const [, system = 'CPT', code = given] = /^(CPT|HCPCS):(.*)$/is.exec(given) ?? [];
  return billingCodeNamed(graph, code, system.toUpperCase() === 'HCPCS' ? 'HCPCS' : 'CPT', argument, given);
}

function subjectWithId(graph: Graph, id: string, argument: string): Subject {
  const found = findById(graph, id, argument);
  const subject = found && graph.subjects.get(found.slug);
  if (subject && subject === found) return subject;
  if (found)
    throw new Refusal(
      'BAD_ID',
      `This id names ${'name' in found ? `"${found.name}"` : 'a rule'}, which no plan covers. Give the id of a service, a technique or a billing code.`,
      argument,
      id,
    );
  throw new Refusal('UNKNOWN_SUBJECT', 'Nothing in the graph has this id any more.', argument, id);
}

/** The list, where it names anything; a list that is left out is null, and an empty one is refused, since it could mean all or none. */
export function listed<T, U>(
  list: readonly T[] | null | undefined,
  argument: string,
  each: (item: T, argument: string) => U,
): U[] | null {
  if (list == null) return null;
  if (list.length === 0)
    throw new Refusal(
      'EMPTY_LIST',
      `"${argument}" is an empty list. Name at least one, or leave "${argument}" out.`,
      argument,
      list,
    );
  return list.map((item, index) => each(item, `${argument}[${String(index)}]`));
}

/** A day in the calendar of years 1 to 9999. */
export function dayNamed(text: string, argument: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) && !text.startsWith('0000') ? Date.parse(text) : Number.NaN;
  // A day that a month does not have is taken for one of the next.
  if (!Number.isNaN(time) && new Date(time).toISOString().startsWith(text)) return text;
  throw new Refusal(
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

/** The numbers given of what conditions count. The same number twice is one fact; two numbers for one condition contradict. */
export function countsNamed(graph: Graph, counts: readonly CountNamed[], argument: string): Map<Condition, number> {
  const named = new Map<Condition, number>();
  counts.forEach(({ condition: slug, count }, index) => {
    const at = `${argument}[${String(index)}]`;
    const condition = conditionNamed(graph, slug, `${at}.condition`);
    if (condition.counts === null) {
      throw new Refusal(
        'NOT_A_COUNT',
        `"${slug}" is met or unmet and counts nothing. Name it in "given.met" or "given.unmet".`,
        `${at}.condition`,
        slug,
      );
    }
    if (count < 0)
      throw new Refusal(
        'CONTRADICTING_FACTS',
        `There cannot be ${String(count)} ${condition.counts}. Give zero or more.`,
        `${at}.count`,
        count,
      );
    const known = named.get(condition);
    if (known !== undefined && known !== count) {
      throw new Refusal(
        'CONTRADICTING_FACTS',
        `"${slug}" was given as ${String(known)} and as ${String(count)}. Give one number.`,
        `${at}.count`,
        count,
      );
    }
    named.set(condition, count);
  });
  return named;
}

/** Conditions that are met or unmet, each once however often it is named. */
export function factsNamed(graph: Graph, slugs: readonly string[], argument: string): Condition[] {
  return [
    ...new Set(
      slugs.map((slug, index) => {
        const at = `${argument}[${String(index)}]`;
        const condition = conditionNamed(graph, slug, at);
        if (condition.counts === null) return condition;
        throw new Refusal(
          'NOT_A_COUNT',
          `"${slug}" counts ${condition.counts} and is neither met nor unmet. Give its number in "given.counts".`,
          at,
          slug,
        );
      }),
    ),
  ];
}
