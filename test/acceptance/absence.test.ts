/**
 * Sentences of absence on the project's own data (docs/semantics.md#i16, I16): where an answer says that no source
 * states something, the raw files name it nowhere in reach. The files are read here without any code of the engine.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { proveAbsence } from '../../src/engine/absence.ts';
import type { Plan, Subject } from '../../src/graph/entries.ts';
import { ask } from '../../src/language/ask.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';

interface RawRule {
  covered?: string;
  excluded?: string;
  lifted?: string;
  asks?: string;
  when?: unknown;
  exceptTo?: string[];
  requires?: Record<string, unknown>;
  limits?: unknown[];
  costs?: { share: string }[];
}
interface RawEntry {
  name: string;
  alternateNames?: string[];
  phrases?: string[];
  phrase?: string;
  topic?: string;
  implies?: Record<string, unknown>;
  within?: string;
  takesRulesFrom?: Record<string, { requires?: Record<string, unknown> }>;
  broader?: Record<string, unknown>;
  bills?: Record<string, unknown>;
  rules?: Record<string, RawRule>;
  remarks?: { text: string }[];
}
type Files = ReadonlyMap<string, RawEntry>;

function filesIn(folder: string): Files {
  const directory = new URL(`../../data/${folder}/`, import.meta.url);
  return new Map(
    readdirSync(directory).map((file) => [
      basename(file, '.yaml'),
      parse(readFileSync(new URL(file, directory), 'utf8')) as RawEntry,
    ]),
  );
}
const plans = filesIn('plans');
const conditions = filesIn('conditions');
const subjects: Files = new Map([...filesIn('services'), ...filesIn('billing-codes')]);
const FORMALITIES = ['order', 'authorization', 'referral', 'network', 'documentation', 'cost-sharing'];

/** Everything that `next` leads to, with the start. */
function closure(start: string, next: (slug: string) => readonly string[]): Set<string> {
  const found = new Set([start]);
  for (const slug of found) for (const each of next(slug)) found.add(each);
  return found;
}
const keys = (map: Record<string, unknown> | undefined): string[] => Object.keys(map ?? {});
const implied = (slug: string): Set<string> => closure(slug, (each) => keys(conditions.get(each)?.implies));

function givers(plan: string): string[] {
  const { within, takesRulesFrom } = plans.get(plan) ?? {};
  if (takesRulesFrom !== undefined) return keys(takesRulesFrom);
  return within === undefined ? [] : [within];
}
const plansInReach = (plan: string): Set<string> =>
  new Set([
    ...closure(plan, givers),
    ...closure(plan, (outer) => [...plans].filter(([, { within }]) => within === outer).map(([slug]) => slug)),
  ]);

const up = (slug: string): string[] => [...keys(subjects.get(slug)?.broader), ...keys(subjects.get(slug)?.bills)];
const subjectsInReach = (subject: string): Set<string> =>
  new Set([
    ...closure(subject, up),
    ...closure(subject, (slug) => [...subjects.keys()].filter((each) => up(each).includes(slug))),
  ]);

/** Every text and key in a condition. */
function namedIn(when: unknown): string[] {
  if (typeof when === 'string') return [when];
  if (Array.isArray(when)) return when.flatMap(namedIn);
  if (typeof when !== 'object' || when === null) return [];
  return Object.entries(when).flatMap(([key, value]) => [key, ...namedIn(value)]);
}

const plain = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()} `;
const namesOf = (slug: string): string[] => {
  const { name, alternateNames = [], phrases = [] } = conditions.get(slug) ?? { name: slug };
  return [name, ...alternateNames, ...phrases].map(plain);
};

/** The places in the raw files in reach that name a condition, one that implies it, or one that it implies. */
function namedAt(plan: string, subject: string, condition: string): string[] {
  const isRelated = (slug: string): boolean =>
    conditions.has(slug) && (implied(slug).has(condition) || implied(condition).has(slug));
  const reached = subjectsInReach(subject);
  const places: string[] = [];
  for (const slug of plansInReach(plan)) {
    const { rules = {}, takesRulesFrom = {}, remarks = [] } = plans.get(slug) ?? { name: slug };
    for (const [key, rule] of Object.entries(rules)) {
      const about = rule.covered ?? rule.excluded ?? rule.lifted ?? rule.asks ?? '';
      const named = [...namedIn(rule.when), ...keys(rule.requires)];
      if (reached.has(about) && named.some(isRelated)) places.push(`${slug}/${key}`);
    }
    for (const [giver, { requires }] of Object.entries(takesRulesFrom))
      if (keys(requires).some(isRelated)) places.push(`${slug} takes from ${giver}`);
    for (const { text } of remarks)
      if (namesOf(condition).some((name) => plain(text).includes(name))) places.push(text);
  }
  for (const slug of reached)
    for (const { text } of subjects.get(slug)?.remarks ?? [])
      if (namesOf(condition).some((name) => plain(text).includes(name))) places.push(text);
  return places;
}

const formalities = [...conditions].filter(([slug]) =>
  [...implied(slug)].some((each) => FORMALITIES.includes(conditions.get(each)?.topic ?? '')),
);
const found = <E>(map: ReadonlyMap<string, E>, slug: string): E => {
  const entry = map.get(slug);
  if (entry === undefined) throw new Error(`"${slug}" is not in the data`);
  return entry;
};
const subjectOf = (slug: string): Subject => graph.services.get(slug) ?? found(graph.billingCodes, slug);
const questionOf = (plan: Plan, subject: Subject): Parameters<typeof proveAbsence>[0] => ({
  graph,
  plan,
  subject,
  territory: null,
  on: TODAY,
  accordingTo: null,
  minimumAuthority: null,
});

test('what is proved to be absent is named nowhere in reach in the files, for every plan, subject and formality', () => {
  let absences = 0;
  let mentions = 0;
  const wrong: string[] = [];
  for (const plan of plans.keys())
    for (const subject of subjects.keys())
      for (const [condition] of formalities) {
        const { absent } = proveAbsence(questionOf(found(graph.plans, plan), subjectOf(subject)), {
          kind: 'CONDITION',
          condition: found(graph.conditions, condition),
        });
        if (!absent) mentions += 1;
        else {
          absences += 1;
          const places = namedAt(plan, subject, condition);
          if (places.length > 0) wrong.push(`${plan}, ${subject}, ${condition}: ${places.join('; ')}`);
        }
      }
  expect(wrong).toEqual([]);
  expect(absences).toBeGreaterThan(1_000);
  expect(mentions).toBeGreaterThan(300);
});

const SENTENCE = /No source in the graph states that .* requires this/;
test.each(['prior-authorization', 'referral', 'prescribed'])(
  'no answer says that no source states %s where the files name it',
  (condition) => {
    const { name } = found(conditions, condition);
    let absences = 0;
    const wrong: string[] = [];
    for (const [plan, { name: planName }] of plans)
      for (const [subject, { name: subjectName }] of subjects) {
        const { text, determinations } = ask(
          graph,
          `Does ${planName} require ${condition === 'prescribed' ? 'a prescription' : name} for ${subjectName}?`,
          TODAY,
        );
        const answered = determinations.some((each) => each.plan.slug === plan && each.subject.slug === subject);
        if (!answered || !SENTENCE.test(text)) continue;
        absences += 1;
        const places = namedAt(plan, subject, condition);
        if (places.length > 0) wrong.push(`${plan}, ${subject}: ${places.join('; ')}`);
      }
    expect(wrong).toEqual([]);
    expect(absences).toBeGreaterThan(50);
  },
  120_000,
);

describe('sources that were left out', () => {
  // The article, a private site in a remark, and, of the code that bills it, pages of the program and of a contractor state it.
  const stating = [
    'medicare-massage-article',
    'justsimplywell-tricare',
    'humana-military-handbook',
    'tricare-active-duty-appointments',
    'tricare-prior-authorization-2017',
    'tricare-referrals-and-pre-authorizations',
  ].map((slug) => found(graph.sources, slug));
  const prime = found(graph.plans, 'tricare-prime');
  const topic = { kind: 'CONDITION', condition: found(graph.conditions, 'prior-authorization') } as const;
  test('what only they state is absent from the others, and the proof says that not all were included', () => {
    const others = [...graph.sources.values()].filter((source) => !stating.includes(source));
    const all = questionOf(prime, subjectOf('massage-therapy'));
    expect(proveAbsence(all, topic)).toMatchObject({ absent: false, heardAll: true });
    expect(proveAbsence({ ...all, accordingTo: others }, topic)).toMatchObject({ absent: true, heardAll: false });
  });
});

describe('questions whose answer was once denied', () => {
  const textOf = (question: string): string => ask(graph, question, TODAY).text.replaceAll(/ \[[\d\][]+\]/g, '');
  const DENIAL = /No source in the graph states/;

  test.each([
    // TRICARE Prime, massage: the article, sentences 37 and 39.
    [
      'do I need prior authorization for massage with tricare prime',
      /TRICARE Prime may require this for massage therapy: prior authorization, depending on plan and provider status/,
    ],
    // TRICARE Prime, massage: the article, sentence 36.
    [
      'do I need a prescription for massage under tricare prime',
      /TRICARE Prime requires this for massage therapy: prescribed/,
    ],
    // Medicare Advantage, 97124: the article, sentences 31 and 44.
    [
      'Does Medicare Advantage require prior authorization for 97124?',
      /has its own rules about this for CPT 97124: prior authorization/,
    ],
    // 42 CFR 422.101(b): a plan may have rules on authorization, referral and network.
    [
      'does medicare advantage need prior authorization for physical therapy',
      /has its own rules about this for physical therapy: prior authorization/,
    ],
    // The page on referrals names two kinds of care that need none; physical therapy is neither.
    [
      'do I need a referral for physical therapy with tricare prime',
      /TRICARE Prime requires this for physical therapy: referral/,
    ],
    // Row of Humana Gold Plus in the benefits file of 2027: referral Y, authorization Y.
    [
      'Does Humana Gold Plus require a referral for physical therapy',
      /From 2027-01-01, referral \(once covered: required\)/,
    ],
    // Row of UPMC for Life in the benefits file of 2027.
    ['What does UPMC for Life charge for physical therapy', /From 2027-01-01[^]*\$20 copayment in 2027/],
    // NCD 30.3.3: 12 visits in 90 days, at most 20 a year.
    [
      'how many acupuncture visits does medicare allow per year',
      /Original Medicare, acupuncture, limit: 20 visits per calendar year/,
    ],
    // 42 CFR 424.24: every 90 days.
    [
      'how often does the plan of care have to be recertified for Medicare PT',
      /recertification of the plan of care, depending on care past ninety days/,
    ],
  ])('%s', (question, expected) => {
    expect(textOf(question)).toMatch(expected);
    expect(textOf(question)).not.toMatch(DENIAL);
  });

  test('a program is answered by its parts', () => {
    const why = textOf('why doesnt medicare pay for massage');
    expect(why).toContain('Original Medicare does not cover massage therapy.');
    expect(why).toContain(
      'Some Medicare Advantage plans may cover massage therapy if performed by a massage therapist',
    );
    expect(why).not.toContain('no reason to give');
    const oregon = textOf('does Medicaid cover massage therapy in Oregon for low back pain');
    expect(oregon).toContain('Some Oregon Health Plan plans cover massage therapy in Oregon.');
    expect(oregon).not.toContain('Texas');
  });

  test('a service that is not covered is answered with narrower ones that may be', () => {
    const text = textOf('does original medicare cover massage');
    expect(text).toMatch(/^Original Medicare does not cover massage therapy\. Original Medicare covers CPT 97124 if/);
  });

  test('an amount of another year is given as of that year', () => {
    const text = textOf('How much does Part B physical therapy cost in 2027');
    expect(text).toContain('As of 2026, and not for 2027: $283 deductible per calendar year.');
    expect(textOf('How much does Part B physical therapy cost in 2026')).toContain(
      '- $283 deductible per calendar year in 2026.',
    );
  });

  test('the cost of a plan is given with the year asked about, and that of a program from its parts', () => {
    expect(textOf('what is the Part B deductible in 2026')).toContain('$283 deductible per calendar year in 2026');
    expect(textOf('what is the Part B deductible in 2027')).toMatch(
      /As of 2026, and not for 2027: \$283 deductible[^]*None of these amounts is stated for 2027\./,
    );
    const program = textOf('what does medicare cost');
    expect(program).toContain('What the sources state of the cost of Medicare Part B:');
    expect(program).not.toContain('No source in the graph states what');
  });

  test('every position of a disagreement is given, the most official first, earlier ones with their day', () => {
    const lines = textOf('does tricare prime cover massage').split('\n');
    const at = lines.indexOf('Not all sources agree. Does TRICARE Prime cover massage therapy?');
    expect(lines[at + 1]).toBe('- TRICARE Prime does not cover massage therapy.');
    expect(textOf('does tricare select cover physical therapy')).toMatch(
      /- As of 2021-04-09: .*You also need: referral/,
    );
  });
});
