/**
 * Generates small sound data sets, each with a question. They have few subjects and plans and share conditions, so that
 * their rules interact. fast-check draws plain numbers, which a builder turns into documents, so that a failing set shrinks
 * to few and simple rules.
 */
import fc from 'fast-check';
import type { DataDocuments, ExpressionDocument, RuleDocument, SourceDocument } from '../../src/model/shapes.ts';
import { AUTHORITIES, type ConditionTopic, type SourceAuthority } from '../../src/model/words.ts';
import type { Ask } from './oracle.ts';
import { above, at, CODES, PLANS, plansAbove, SERVICES, subjectsAbove, TECHNIQUES, TERRITORIES } from './world.ts';

export interface Drawn {
  data: DataDocuments;
  ask: Ask;
}

const often = <T>(plain: T, weight: number, rare: fc.Arbitrary<T>) =>
  fc.oneof({ weight, arbitrary: fc.constant(plain) }, { weight: 10 - weight, arbitrary: rare });
const pick = fc.nat(59);

type Drawing = { kind: number; condition: number; bound: number; of: Drawing[] };
const expression = (depth: number): fc.Arbitrary<Drawing> =>
  fc.record({
    kind: depth === 0 ? fc.constant(0) : fc.nat(5),
    condition: pick,
    bound: pick,
    of: depth === 0 ? fc.constant([]) : fc.array(expression(depth - 1), { minLength: 1, maxLength: 3 }),
  });
const requirements = often<{ condition: number; strength: number; depends: boolean }[]>(
  [],
  6,
  fc.array(fc.record({ condition: pick, strength: fc.nat(3), depends: often(false, 7, fc.boolean()) }), {
    minLength: 1,
    maxLength: 2,
  }),
);
const ruleDrawing = fc.record({
  asks: often(false, 7, fc.boolean()),
  requires: requirements,
  limit: often(0, 8, fc.nat(2)),
  cost: often(0, 8, fc.nat(4)),
  alsoRestates: often<number | null>(null, 5, pick),
  plan: pick,
  subject: pick,
  effect: pick,
  hedge: often(0, 6, fc.nat(5)),
  when: fc.option(expression(2), { freq: 4 }),
  where: often(0, 6, fc.nat(9)),
  dates: often(0, 8, fc.nat(8)),
  cites: pick,
  alsoCites: fc.option(pick, { freq: 2 }),
  exceptTo: fc.option(pick, { freq: 2 }),
  alsoExceptTo: often<number | null>(null, 7, pick),
  restates: often<number | null>(null, 8, pick),
});
const drawing = fc.record({
  conditions: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 2, max: 5 }) },
    { weight: 6, arbitrary: fc.integer({ min: 6, max: 8 }) },
    { weight: 2, arbitrary: fc.integer({ min: 9, max: 12 }) },
    { weight: 1, arbitrary: fc.integer({ min: 13, max: 16 }) },
  ),
  counted: fc.array(pick, { maxLength: 2 }),
  implies: fc.array(fc.tuple(pick, pick), { maxLength: 4 }),
  excludes: fc.array(fc.tuple(pick, pick), { maxLength: 2 }),
  sources: fc.array(fc.record({ authority: often(1, 6, pick), publisher: fc.nat(2), dated: fc.nat(3) }), {
    minLength: 2,
    maxLength: 4,
  }),
  // In a narrow set all rules are about one subject and two plans.
  narrow: fc.boolean(),
  topics: fc.array(fc.nat(7), { minLength: 16, maxLength: 16 }),
  link: requirements,
  linkCites: pick,
  classTakesAll: fc.boolean(),
  ownHome: often(false, 9, fc.boolean()),
  rules: fc.array(ruleDrawing, { minLength: 1, maxLength: 12, size: 'max' }),
  ask: fc.record({
    plan: pick,
    subject: pick,
    territory: often(0, 5, fc.nat(7)),
    given: often<{ condition: number; value: number }[]>(
      [],
      5,
      fc.array(fc.record({ condition: pick, value: fc.nat(7) }), { maxLength: 4 }),
    ),
    heard: often<number[]>([], 7, fc.array(pick, { minLength: 1, maxLength: 3 })),
    authority: often<number | null>(null, 8, fc.nat(7)),
  }),
});
type Whole = typeof drawing extends fc.Arbitrary<infer T> ? T : never;
type RuleDrawing = Whole['rules'][number];

const HEDGES: Partial<RuleDocument>[] = [
  {},
  { quantifier: 'SOME' },
  { quantifier: 'MOST' },
  { extent: 'SOME' },
  { modality: 'MAY' },
  { quantifier: 'SOME', modality: 'MAY' },
];
const PLACES: RuleDocument['where'][] = [
  undefined,
  'home',
  'abroad',
  'anywhere',
  { inside: ['CA'] },
  { inside: ['CA', 'MX'] },
  { inside: ['US'] },
  { inside: ['US-AK', 'CA'] },
  { outside: ['CA'] },
  { outside: ['US'] },
];
const DATES: Partial<RuleDocument>[] = [
  {},
  { from: '2026-01-01' },
  { until: '2027-01-01' },
  { until: '2026-06-01' },
  { from: '2026-06-01' },
  { from: '2026-06-02' },
  { from: '2027-01-01' },
  { from: '2027-01-01', until: '2027-03-01' },
  { from: '2027-07-01' },
];
const LIMITS = ['', '12 visits in 90 days', '$250,000'];
const COSTS = ['', '20% coinsurance', 'no charge', '$20 copayment per visit in 2026', 'no charge in network'];
const STRENGTHS = ['REQUIRED', 'NOT_REQUIRED', 'PLAN_RULES_APPLY', 'MAY_BE_REQUIRED'] as const;
const TOPICS: ConditionTopic[] = [
  'PROGRAM',
  'ORDER',
  'AUTHORIZATION',
  'REFERRAL',
  'NETWORK',
  'DOCUMENTATION',
  'COST_SHARING',
  'PROVIDER',
];
const AUTHORITY_DRAW: SourceAuthority[] = [
  'SECONDARY',
  'AGENCY_MANUAL',
  'SECONDARY',
  'REGULATION',
  'PLAN_DOCUMENT',
  'STATUTE',
];
const GIVEN_PLACES = [null, 'US', 'US-AK', 'PR', 'CA', 'MX', 'ZZ', 'US-CA'];

function expressionOf(drawn: Drawing, conditions: string[], counted: Set<string>): ExpressionDocument {
  const condition = at(conditions, drawn.condition),
    group = drawn.of.map((each) => expressionOf(each, conditions, counted));
  if (drawn.kind === 3) return { all: group };
  if (drawn.kind === 4) return { any: group };
  if (drawn.kind === 5) return { none: group };
  if (!counted.has(condition)) return condition;
  const low = 1 + (drawn.bound % 4);
  return at(
    [
      { condition, atLeast: low },
      { condition, atMost: low },
      { condition, atLeast: low, atMost: low + 1 },
    ],
    drawn.bound >> 2,
  );
}

interface Built {
  plan: string;
  key: string;
  rule: RuleDocument;
  subject: string;
  effect: 'covered' | 'excluded' | 'lifted' | 'asks';
  depth: number;
  best: number;
}

type Requires = NonNullable<RuleDocument['requires']>;

function requiresOf(drawn: RuleDrawing['requires'], plain: readonly string[]): Requires {
  if (plain.length === 0) return {};
  return Object.fromEntries(
    drawn.map(({ condition, strength, depends }) => [
      at(plain, condition),
      { strength: at(STRENGTHS, strength), ...(depends ? { dependsOn: ['the plan'] } : {}) },
    ]),
  );
}

/** What a rule requires, limits and costs; a rule does not require what it turns on, and one that asks asks something. */
function askedBy(
  drawn: RuleDrawing,
  effect: Built['effect'],
  when: string,
  conditions: readonly string[],
  counted: ReadonlySet<string>,
): Partial<RuleDocument> {
  const plain = conditions.filter((each) => !counted.has(each) && !when.includes(`"${each}"`));
  const requires = requiresOf(drawn.requires, plain);
  const limit = at(LIMITS, drawn.limit);
  const isEmpty = Object.keys(requires).length === 0 && limit === '' && drawn.cost === 0;
  const cost = at(COSTS, effect === 'asks' && isEmpty ? 1 : drawn.cost);
  return {
    ...(Object.keys(requires).length > 0 ? { requires } : {}),
    ...(limit === '' ? {} : { limits: [{ limit }] }),
    ...(cost === '' ? {} : { costs: [{ share: cost }] }),
  };
}

function ruleOf(
  drawn: RuleDrawing,
  number: number,
  before: Built[],
  conditions: string[],
  counted: Set<string>,
  sources: SourceDocument[],
  asked: { plan: string; subject: string },
): Built {
  const chain = [...plansAbove(asked.plan)];
  const original = drawn.restates === null || before.length === 0 ? null : at(before, drawn.restates);
  const shallow = before.filter(({ depth, effect }) => depth < 3 && effect !== 'asks');
  const target =
    original !== null || drawn.asks || drawn.exceptTo === null || shallow.length === 0
      ? null
      : at(shallow, drawn.exceptTo);
  const effect =
    original?.effect ??
    (target === null
      ? drawn.asks
        ? 'asks'
        : at(['covered', 'excluded'] as const, drawn.effect)
      : target.effect === 'excluded'
        ? at(['covered', 'covered', 'lifted'] as const, drawn.effect)
        : 'excluded');
  const subject = original?.subject ?? target?.subject ?? at([...subjectsAbove(asked.subject)], drawn.subject);
  const fitting = target === null ? chain : chain.filter((plan) => plansAbove(plan).has(target.plan));
  const excepted = (original?.rule.exceptTo ?? []).map((name) => name.split('/')[0] ?? '');
  const plan =
    original === null
      ? at(fitting, drawn.plan)
      : at(
          [
            original.plan,
            ...chain.filter(
              (each) =>
                (plansAbove(each).has(original.plan) || plansAbove(original.plan).has(each)) &&
                excepted.every((from) => plansAbove(each).has(from)),
            ),
          ],
          drawn.plan,
        );
  const second =
    target === null || drawn.alsoExceptTo === null
      ? undefined
      : shallow.find(
          (each, index) =>
            index >= (drawn.alsoExceptTo ?? 0) % shallow.length &&
            each !== target &&
            each.effect === target.effect &&
            each.subject === subject &&
            plansAbove(plan).has(each.plan),
        );
  let cites = [
    ...new Set(
      [drawn.cites, ...(drawn.alsoCites === null ? [] : [drawn.alsoCites])].map(
        (each) => `s${String(each % sources.length)}#p`,
      ),
    ),
  ];
  const rank = (cite: string) => AUTHORITIES.indexOf(sources[Number(/\d+/.exec(cite)?.[0])]?.authority ?? 'SECONDARY');
  if (original && Math.min(...cites.map(rank)) < original.best) cites = original.rule.cites;
  const secondOriginal =
    original === null || drawn.alsoRestates === null
      ? undefined
      : before.find(
          (each) =>
            each !== original &&
            each.effect === effect &&
            each.subject === subject &&
            !each.rule.restates &&
            String(each.rule.exceptTo) === String(original.rule.exceptTo) &&
            Math.min(...cites.map(rank)) >= each.best &&
            (plansAbove(each.plan).has(plan) || plansAbove(plan).has(each.plan)),
        );
  const restated = [original, secondOriginal].flatMap((each) => (each ? [`${each.plan}/${each.key}`] : []));
  const when = drawn.when ? expressionOf(drawn.when, conditions, counted) : undefined;
  const duties = askedBy(drawn, effect, JSON.stringify(when ?? null), conditions, counted);
  const targets = [target, second].filter((each) => each !== null && each !== undefined),
    best = Math.min(...cites.map(rank)),
    where = at(PLACES, drawn.where);
  const rule: RuleDocument = {
    [effect]: subject,
    ...at(effect === 'asks' ? HEDGES.slice(0, 3) : HEDGES, drawn.hedge),
    ...(when === undefined ? {} : { when }),
    ...duties,
    ...(where === undefined ? {} : { where }),
    ...at(DATES, drawn.dates),
    ...(targets.length > 0
      ? { exceptTo: targets.map((each) => `${each.plan}/${each.key}`) }
      : original?.rule.exceptTo
        ? { exceptTo: original.rule.exceptTo }
        : {}),
    ...(restated.length === 1 ? { restates: restated[0] ?? '' } : {}),
    ...(restated.length > 1 ? { restates: restated } : {}),
    ...(AUTHORITIES[best] === 'SECONDARY' && (targets.length > 0 || excepted.length > 0)
      ? { reading: 'Read so.' }
      : {}),
    cites,
  };
  return {
    plan,
    key: `r${String(number)}`,
    rule,
    subject,
    effect,
    depth: original?.depth ?? Math.max(0, ...targets.map((each) => each.depth + 1)),
    best,
  };
}

function build(whole: Whole): Drawn {
  const conditions = Array.from({ length: whole.conditions }, (_, i) => `c${String.fromCharCode(97 + i)}`),
    counted = new Set(whole.counted.slice(0, conditions.length - 1).map((i) => at(conditions, i)));
  const sources = whole.sources.map(({ authority, publisher, dated }, i): SourceDocument => ({
    name: `Source ${String(i)}`,
    authority: at(AUTHORITY_DRAW, authority),
    ...(publisher === 0 ? {} : { publisher: `Publisher ${String(publisher)}` }),
    ...(dated === 0 ? {} : { publishedOn: `202${String(dated)}-01-01` }),
    checkedOn: '2026-01-01',
    licence: 'CC0-1.0',
    passages: { p: { at: 'page 1', says: 'It says so.' } },
  }));
  const asked = {
    plan: at(PLANS, whole.ask.plan),
    subject: at([...SERVICES, ...TECHNIQUES, ...CODES], whole.ask.subject),
  };
  const built: Built[] = [];
  for (const [number, drawn] of whole.rules.entries()) {
    const next = ruleOf(
      whole.narrow ? { ...drawn, plan: drawn.plan % 2, subject: 0 } : drawn,
      number,
      built,
      conditions,
      counted,
      sources,
      asked,
    );
    // No rule restates a rule that restates another, or names one as its target. The fuller rule is used instead.
    const [first] = [next.rule.restates ?? []].flat();
    const original = built.find(({ plan, key }) => first === `${plan}/${key}`);
    if (!original?.rule.restates) built.push(next);
  }
  const named = JSON.stringify(built.map(({ rule }) => rule.when ?? null)),
    plain = conditions.filter((each) => !counted.has(each));
  const pairs = (drawnPairs: [number, number][]) =>
    drawnPairs
      .map(
        ([i, j]) =>
          [i % plain.length, j % plain.length].sort((a, b) => a - b).map((each) => plain[each] ?? '') as [
            string,
            string,
          ],
      )
      .filter(([one, other]) => one !== other);
  // No condition implies itself or two that exclude each other, because only earlier conditions imply later ones.
  const implies = pairs(whole.implies),
    implied = (each: string): Set<string> =>
      above(
        each,
        Object.fromEntries(plain.map((one) => [one, implies.filter(([from]) => from === one).map(([, to]) => to)])),
      );
  const excludes = pairs(whole.excludes).filter(
    ([one, other]) => !plain.some((each) => implied(each).has(one) && implied(each).has(other)),
  );
  const links = (of: [string, string][], from: string) =>
    Object.fromEntries(of.filter(([one]) => one === from).map(([, other]) => [other, ['s0#p']]));
  const linked = new Set(
    plain.flatMap((each) => {
      const to = [...Object.keys(links(implies, each)), ...Object.keys(links(excludes, each))];
      return to.length > 0 ? [each, ...to] : [];
    }),
  );
  const linkRequires = requiresOf(whole.link, plain);
  const required = new Set([
    ...Object.keys(linkRequires),
    ...built.flatMap(({ rule }) => Object.keys(rule.requires ?? {})),
  ]);
  const isNamed = (each: string) => named.includes(`"${each}"`) || required.has(each);
  const used = conditions.filter((each) => isNamed(each) || linked.has(each)),
    first = built[0];
  const unnamed = used.filter((each) => !isNamed(each));
  if (first && unnamed.length > 0)
    first.rule = {
      ...first.rule,
      requires: {
        ...first.rule.requires,
        ...Object.fromEntries(unnamed.map((each) => [each, { strength: 'REQUIRED' as const }])),
      },
    };
  const linkSource = `s${String(whole.linkCites % sources.length)}`;
  const linkCites = Object.keys(linkRequires).length > 0 ? { requires: linkRequires, cites: [`${linkSource}#p`] } : {};
  const cited = new Set([
      's0',
      ...('cites' in linkCites ? [linkSource] : []),
      ...built.flatMap(({ rule }) => rule.cites.map((cite) => cite.split('#')[0] ?? '')),
    ]),
    link = ['s0#p'];
  const rulesOf = (plan: string) => {
    const own = built.filter((each) => each.plan === plan);
    return own.length > 0 ? { rules: Object.fromEntries(own.map(({ key, rule }) => [key, rule])) } : {};
  };
  const data: DataDocuments = {
    sources: Object.fromEntries(
      sources.flatMap((source, i) => (cited.has(`s${String(i)}`) ? [[`s${String(i)}`, source]] : [])),
    ),
    territories: TERRITORIES,
    conditions: Object.fromEntries(
      used.map((each) => [
        each,
        {
          name: `Condition ${each}`,
          topic: counted.has(each) ? ('LIMIT' as const) : at(TOPICS, at(whole.topics, conditions.indexOf(each))),
          ...(counted.has(each) ? { counts: 'visits' } : {}),
          ...(counted.has(each) ? {} : { implies: links(implies, each), excludes: links(excludes, each) }),
        },
      ]),
    ),
    services: {
      care: { name: 'Care' },
      therapy: { name: 'Therapy', broader: { care: link } },
      massage: { name: 'Massage', broader: { therapy: link } },
    },
    techniques: { kneading: { name: 'Kneading', usedIn: { massage: link } } },
    billingCodes: {
      'cpt-10000': {
        name: 'Code',
        system: 'CPT',
        code: '10000',
        includes: { kneading: link },
        bills: { therapy: link },
      },
    },
    plans: {
      program: {
        name: 'Programme',
        level: 'PROGRAM',
        cites: link,
        home: { territories: ['US', 'PR'], cites: link },
        ...rulesOf('program'),
      },
      original: { name: 'Original', within: 'program', cites: link, ...rulesOf('original') },
      class: {
        name: 'Class',
        level: 'PLAN_CLASS',
        within: 'program',
        cites: link,
        takesRulesFrom: {
          ...(whole.classTakesAll ? { program: { takes: 'EVERYTHING' as const } } : {}),
          original: { takes: 'GRANTS_ONLY' as const, ...linkCites },
        },
        ...rulesOf('class'),
      },
      member: {
        name: 'Member',
        within: 'class',
        cites: link,
        ...(whole.ownHome ? { home: { territories: ['US'], cites: link } } : {}),
        ...rulesOf('member'),
      },
    },
    dataSets: [],
  };
  const given = new Map(
    used.length === 0 ? [] : whole.ask.given.map(({ condition, value }) => [at(used, condition), value] as const),
  );
  const facts = [...given],
    heard = Object.keys(data.sources);
  return {
    data,
    ask: {
      ...asked,
      met: facts.filter(([each, value]) => !counted.has(each) && value % 2 === 0).map(([each]) => each),
      unmet: facts.filter(([each, value]) => !counted.has(each) && value % 2 === 1).map(([each]) => each),
      counts: Object.fromEntries(facts.filter(([each]) => counted.has(each))),
      territory: at(GIVEN_PLACES, whole.ask.territory),
      on: '2026-06-01',
      accordingTo: whole.ask.heard.length === 0 ? null : [...new Set(whole.ask.heard.map((each) => at(heard, each)))],
      minimumAuthority: whole.ask.authority === null ? null : at(AUTHORITIES, whole.ask.authority),
    },
  };
}

/** Generates a sound data set and a question about it. */
export const drawn: fc.Arbitrary<Drawn> = drawing.map(build);
