/**
 * Two sets of questions in plain English and how well they are understood: the project's own, and one written from outside
 * before there was a grammar, which is never edited. A confident wrong answer is one that is given as understood and takes
 * another plan, subject, place or fact than was meant, or comes to a status that the question rules out.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { Graph } from '../../src/graph/entries.ts';
import { type QuestionAnswer, ask } from '../../src/language/ask.ts';
import { TODAY } from './curated-data.ts';

/** Slugs, each with those that are as right; null for what the data does not hold. */
type Named = readonly (readonly (string | null)[])[];
export interface Expected {
  readonly q: string;
  readonly intents: readonly string[] | null;
  readonly plans: Named | null;
  readonly subjects: Named | null;
  readonly territory: string | null | undefined;
  readonly met: Named;
  readonly unmet: Named;
  /** Whether more facts than these are a fault. */
  readonly exactFacts: boolean;
  readonly never: readonly string[];
  readonly understood: boolean | null;
  readonly notUnderstood: readonly string[];
  readonly yes: boolean | null | undefined;
  readonly status: readonly string[] | null;
  readonly concepts: readonly string[] | null;
  readonly on: string | null;
  readonly accordingTo: readonly string[] | null;
}
const nothing = {
  intents: null,
  plans: null,
  subjects: null,
  territory: undefined,
  met: [],
  unmet: [],
  exactFacts: false,
  never: [],
  understood: null,
  notUnderstood: [],
  yes: undefined,
  status: null,
  concepts: null,
  on: null,
  accordingTo: null,
} satisfies Omit<Expected, 'q'>;

const read = (name: string): unknown =>
  parse(readFileSync(fileURLToPath(new URL(`../acceptance/${name}`, import.meta.url)), 'utf8'));

interface OwnRow {
  intent?: string;
  plans?: string[];
  subjects?: string[];
  territory?: string;
  given?: string[];
  status?: string[];
  yes?: boolean | null;
  concepts?: string[];
  on?: string;
  accordingTo?: string[];
  understood?: false;
  names?: string[];
  never?: string[];
  asked: (string | number)[];
}
const each = (slugs: readonly string[]): Named => slugs.map((slug) => [slug]);

/** The project's own questions; of those that no answer is owed to, only what must not be. */
export function ownQuestions(): Expected[] {
  const understood = (read('asked.yaml') as OwnRow[]).flatMap(
    ({ asked, intent = '', plans = [], subjects, given = [], ...row }): Expected[] =>
      asked.map((q) => ({
        ...nothing,
        q: String(q),
        intents: [intent],
        plans: each(plans),
        subjects: subjects ? each(subjects) : null,
        territory: row.territory ?? (intent === 'PLACE' ? undefined : null),
        exactFacts: true,
        met: each(given.filter((slug) => !slug.startsWith('-'))),
        unmet: each(given.filter((slug) => slug.startsWith('-')).map((slug) => slug.slice(1))),
        yes: row.yes,
        status: row.status ?? null,
        concepts: row.concepts ?? null,
        on: row.on ?? null,
        accordingTo: row.accordingTo ?? null,
        understood: true,
      })),
  );
  const not = (read('not-answered.yaml') as OwnRow[]).flatMap(
    ({ asked, names = [], never = [], understood: is = null }): Expected[] =>
      asked.map((q) => ({ ...nothing, q: String(q), understood: is, notUnderstood: names, never })),
  );
  return [...understood, ...not];
}

type OneOrMore = string | string[];
interface OutsideRow {
  q: string;
  intent?: OneOrMore;
  plans?: OneOrMore[];
  subjects?: OneOrMore[];
  territory?: string | null;
  never?: string[];
  understood?: boolean;
  notUnderstood?: string[];
  yes?: boolean;
  given?: { met?: OneOrMore[]; unmet?: OneOrMore[]; counts?: Record<string, number> };
}
const many = (value: OneOrMore): string[] => (typeof value === 'string' ? [value] : value);

export function outsideQuestions(): Expected[] {
  const named = (values: readonly OneOrMore[] | undefined): Named =>
    (values ?? []).map((value) => many(value).flatMap((name) => slugsOf(name)));
  return (read('questions-from-outside.yaml') as OutsideRow[]).map(({ q, intent, plans, subjects, given, ...row }) => ({
    ...nothing,
    q,
    intents: intent === undefined ? null : many(intent),
    plans: plans ? named(plans) : null,
    subjects: subjects ? named(subjects) : null,
    territory: row.territory,
    never: row.never ?? [],
    understood: row.understood ?? null,
    notUnderstood: row.notUnderstood ?? [],
    yes: row.yes,
    met: named(given?.met),
    unmet: named(given?.unmet),
  }));
}

/** Names of the set from outside that are not a slug once their spaces are hyphens; null for what the data does not hold. */
const SLUGS: Record<string, readonly (string | null)[]> = {
  CLASS: ['texas-class-waiver'],
  'FEHB FEP Blue Focus': ['fep-blue-focus'],
  LifeWise: ['lifewise-oregon'],
  'LifeWise Health Plan of Oregon': ['lifewise-oregon'],
  'TRICARE Overseas Prime': ['tricare-overseas'],
  'TRICARE Prime Remote': ['tricare-prime-remote'],
  'TRICARE Retired Reserve': [null],
  'TRICARE Young Adult': [null],
  'US Family Health Plan': ['us-family-health-plan'],
  VA: ['va-health-care'],
  'Washington L&I': ['washington-labor-and-industries'],
  "Washington L&I workers' compensation": ['washington-labor-and-industries'],
  'CPT 97124': ['cpt-97124'],
  'CPT 97140': ['cpt-97140'],
  ambulance: ['ambulance-services'],
  'ambulance abroad': ['ambulance-services'],
  chiropractic: ['chiropractic-care', 'chiropractic-manipulation'],
  'emergency care abroad': ['emergency-care'],
  'inpatient care': ['hospitalization'],
  kneading: ['petrissage'],
  percussion: ['tapotement'],
  'manual therapy': ['manual-therapy'],
  'by a massage therapist': ['performed-by-massage-therapist'],
  'by a physical or occupational therapist': ['performed-by-physical-or-occupational-therapist'],
  'travelling through Canada to or from Alaska': [
    'travelling-through-canada-to-or-from-alaska',
    'emergency-on-direct-way-through-canada',
  ],
};
const slugsOf = (name: string): readonly (string | null)[] => SLUGS[name] ?? [name.toLowerCase().replaceAll(' ', '-')];

export interface Scored {
  readonly expected: Expected;
  readonly answer: QuestionAnswer;
  /** What is not as expected; none where the question was understood, or honestly not. */
  readonly faults: readonly string[];
  /** Why it is a confident wrong answer, where it is one. */
  readonly wrong: readonly string[];
}

/** Whether an expected name is missing among the slugs or, if `exact`, a slug is not expected. */
function differs(expected: Named, found: readonly string[], exact: boolean): boolean {
  const missing = expected.some((alternatives) => !alternatives.some((slug) => slug !== null && found.includes(slug)));
  return missing || (exact && found.some((slug) => !expected.some((alternatives) => alternatives.includes(slug))));
}

export function score(graph: Graph, expected: Expected, today = TODAY): Scored {
  const answer = ask(graph, expected.q, today);
  const wrong: string[] = [];
  const note = (is: boolean, what: string): void => {
    if (is) wrong.push(what);
  };
  const facts = (holds: boolean): string[] =>
    answer.given.filter((fact) => fact.holds === holds).map(({ condition }) => condition.slug);
  const unknowable = [...(expected.plans ?? []), ...(expected.subjects ?? [])].some((alternatives) =>
    alternatives.every((slug) => slug === null),
  );
  note(unknowable, 'understood a name that the data does not hold');
  note(expected.understood === false || expected.notUnderstood.length > 0, 'understood what cannot be');
  if (!unknowable) {
    note(
      expected.plans !== null &&
        differs(
          expected.plans,
          answer.plans.map(({ slug }) => slug),
          true,
        ),
      `plans: ${answer.plans.map(({ slug }) => slug).join(', ')}`,
    );
    // A second subject is a fault where something is derived of it; "is massage alternative medicine" names two and asks of one.
    note(
      expected.subjects !== null &&
        differs(
          expected.subjects,
          answer.subjects.map(({ slug }) => slug),
          expected.exactFacts || answer.determinations.length > 0,
        ),
      `subjects: ${answer.subjects.map(({ slug }) => slug).join(', ')}`,
    );
  }
  note(
    expected.territory !== undefined && expected.territory !== (answer.territory?.code ?? null),
    `territory: ${answer.territory?.code ?? 'none'}`,
  );
  note(differs(expected.met, facts(true), expected.exactFacts), `met: ${facts(true).join(', ')}`);
  note(differs(expected.unmet, facts(false), expected.exactFacts), `unmet: ${facts(false).join(', ')}`);
  note(
    answer.determinations.some(({ status }) => expected.never.includes(status)),
    `status: ${answer.determinations.map(({ status }) => status).join(', ')}`,
  );
  note(expected.yes !== undefined && answer.yes !== null && answer.yes !== expected.yes, `yes: ${String(answer.yes)}`);
  note(
    expected.status !== null && String(answer.determinations.map(({ status }) => status)) !== String(expected.status),
    `status: ${answer.determinations.map(({ status }) => status).join(', ')}`,
  );
  // A question that states no intent is owed no answer: not to understand it is honest, if what is not known is named.
  const honest =
    !answer.understood &&
    (expected.understood === false || expected.notUnderstood.length > 0 || unknowable || expected.intents === null);
  const named = expected.notUnderstood.every((name) =>
    answer.notUnderstood.some((each) => ` ${words(each)} `.includes(` ${words(name)} `)),
  );
  const faults = honest
    ? named
      ? []
      : [`notUnderstood: ${answer.notUnderstood.join(' | ')}`]
    : [
        ...wrong,
        ...(answer.understood ? [] : [`not understood: ${answer.notUnderstood.join(' | ')}`]),
        ...(expected.intents && !expected.intents.includes(answer.intent ?? '')
          ? [`intent: ${String(answer.intent)}`]
          : []),
        ...(expected.yes !== undefined && answer.yes !== expected.yes ? [`yes: ${String(answer.yes)}`] : []),
        ...(expected.concepts && String(answer.concepts.map(({ slug }) => slug).sort()) !== String(expected.concepts)
          ? ['concepts']
          : []),
        ...(expected.on !== null && answer.determinations.some(({ on }) => on !== expected.on) ? ['on'] : []),
        ...(expected.accordingTo &&
        answer.determinations.some(
          ({ accordingTo }) => String(accordingTo?.map(({ slug }) => slug)) !== String(expected.accordingTo),
        )
          ? ['accordingTo']
          : []),
      ];
  return { expected, answer, faults, wrong: answer.understood ? wrong : [] };
}
const words = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** By intent: how many questions there are, how many were understood, or honestly not, and how many confident wrong answers. */
export function byIntent(scored: readonly Scored[]): Map<string, { asked: number; right: number; wrong: number }> {
  const rows = new Map<string, { asked: number; right: number; wrong: number }>();
  for (const { expected, faults, wrong } of scored) {
    const owed = expected.intents !== null && expected.understood !== false;
    for (const name of [owed ? (expected.intents[0] ?? '') : 'no answer owed', 'all']) {
      const row = rows.get(name) ?? { asked: 0, right: 0, wrong: 0 };
      rows.set(name, {
        asked: row.asked + 1,
        right: row.right + (faults.length === 0 ? 1 : 0),
        wrong: row.wrong + (wrong.length > 0 ? 1 : 0),
      });
    }
  }
  return rows;
}
