/** The invariants of docs/semantics.md#section-6 on what must be done or paid, each on generated sets. */
import { expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { CaseFact, Determination } from '../../src/engine/determination.ts';
import { printCostShare, printLimit } from '../../src/model/amounts.ts';
import { FORMALITY_TOPICS, type ConditionTopic } from '../../src/model/words.ts';
import type { DataDocuments, PlanDocument, RuleDocument } from '../../src/model/shapes.ts';
import { randomSeed } from '../helpers/random-seed.ts';
import { answer, graphOf } from './compare.ts';
import type { Drawn } from './generate.ts';
import type { Ask } from './oracle.ts';
import { prove, USUAL_SEED } from './prove.ts';
import { above } from './world.ts';

const SEED = randomSeed('test/oracle/formality-invariants.test.ts', USUAL_SEED);
const RUNS = 150;
const TOPICS: readonly (ConditionTopic | undefined)[] = FORMALITY_TOPICS;

const isCoverage = (outcome: string): boolean => outcome === 'COVERED' || outcome === 'MAY_BE_COVERED';
const isOfFormality = (data: DataDocuments, slug: string): boolean => TOPICS.includes(data.conditions[slug]?.topic);

/** The condition and all that it implies. */
function impliedBy({ conditions }: DataDocuments, slug: string): ReadonlySet<string> {
  const links = Object.entries(conditions).map(([key, { implies = {} }]) => [key, Object.keys(implies)] as const);
  return above(slug, Object.fromEntries(links));
}

const rulesOf = ({ plans }: DataDocuments): readonly RuleDocument[] =>
  Object.values(plans).flatMap(({ rules = {} }) => Object.values(rules));
const linksOf = ({ plans }: DataDocuments) =>
  Object.values(plans).flatMap(({ takesRulesFrom = {} }) => Object.values(takesRulesFrom));

/** The question to one source alone, without what is given of the six topics. */
function alone({ data, ask }: Drawn, source: string): Ask {
  const isKept = (slug: string): boolean => !isOfFormality(data, slug);
  return { ...ask, met: ask.met.filter(isKept), unmet: ask.unmet.filter(isKept), accordingTo: [source] };
}

/** The clauses of formalities that an answer asks for by itself. */
function askedBy(data: DataDocuments, { requirements }: Determination): readonly (readonly CaseFact[])[] {
  return requirements
    .filter(({ role }) => role !== 'ALSO_STATED')
    .map(({ anyOf }) => anyOf)
    .filter((anyOf) => anyOf.every(({ condition, holds }) => holds === true && isOfFormality(data, condition.slug)));
}

/** Whether some rule or link states that one of the conditions is not asked for. */
function isDenied(data: DataDocuments, slugs: readonly string[]): boolean {
  return [...rulesOf(data), ...linksOf(data)].some(({ requires = {} }) =>
    slugs.some((slug) => requires[slug]?.strength === 'NOT_REQUIRED'),
  );
}

/** Whether one of the conditions can be met where everything that coverage depends on is. */
function canHold(set: Drawn, slugs: readonly string[], whole: Determination): boolean {
  const { data, ask } = set;
  const given = new Set([...ask.met, ...ask.unmet]);
  const graph = graphOf(set);
  return slugs.some((slug) => {
    if (given.has(slug)) return ask.met.includes(slug);
    const after = answer(graph, { ...ask, met: [...ask.met, slug] });
    return data.conditions[slug]?.counts === undefined && after?.best === whole.best;
  });
}

test(
  'I15 what a source requires by itself is in one of the lists, or cannot be, or is stated not to be required',
  { timeout: 120_000 },
  () => {
    let found = 0;
    prove(
      RUNS,
      (set) => {
        const { data, ask } = set;
        const graph = graphOf(set);
        const whole = answer(graph, ask);
        if (whole === null || !isCoverage(whole.best)) return null;
        const heard = Object.keys(data.sources).filter((source) => ask.accordingTo?.includes(source) ?? true);
        for (const source of heard) {
          const own = answer(graph, alone(set, source));
          for (const clause of own && isCoverage(own.best) ? askedBy(data, own) : []) {
            found++;
            const slugs = clause.map(({ condition }) => condition.slug);
            const isListed = whole.requirements.some(({ anyOf }) =>
              anyOf.every(
                ({ condition, holds }) =>
                  holds === true && slugs.some((slug) => impliedBy(data, condition.slug).has(slug)),
              ),
            );
            if (!isListed && !isDenied(data, slugs) && canHold(set, slugs, whole)) return { source, lost: slugs };
          }
        }
        return null;
      },
      SEED,
    );
    expect(found).toBeGreaterThan(20);
  },
);

test('a formality is not stated only where nothing in the answer names its topic', { timeout: 120_000 }, () => {
  let found = 0;
  prove(
    RUNS,
    (set) => {
      const whole = answer(graphOf(set), set.ask);
      for (const { topic } of whole?.formalities.filter(({ status }) => status === 'NOT_STATED') ?? []) {
        found++;
        const isOf = (slug: string): boolean =>
          [...impliedBy(set.data, slug)].some((each) => set.data.conditions[each]?.topic === topic);
        const entries = whole?.requirements.filter(({ anyOf }) =>
          anyOf.every(({ condition, holds }) => holds === true && isOf(condition.slug)),
        );
        const facts = whole?.routes.flatMap((route) => route.facts).filter(({ holds }) => holds === true);
        const named = [
          ...(entries ?? []).map(({ text }) => text),
          ...(facts ?? []).filter(({ condition }) => isOf(condition.slug)).map(({ text }) => text),
        ];
        if (named.length > 0) return { topic, named };
      }
      return null;
    },
    SEED,
  );
  expect(found).toBeGreaterThan(100);
});

/** The data without anything that a rule or a link requires. */
function withoutRequires(data: DataDocuments): DataDocuments {
  const stripped = structuredClone(data);
  const strip = (part: { requires?: unknown }): void => {
    delete part.requires;
  };
  for (const plan of Object.values<PlanDocument>(stripped.plans)) {
    Object.values(plan.rules ?? {}).forEach(strip);
    Object.values(plan.takesRulesFrom ?? {}).forEach(strip);
  }
  return stripped;
}

/** What an answer says apart from what must be done. */
function verdict(answered: Determination): string {
  const { status, best, possibleOutcomes, missing, notStated, hedges, pathways, requirements } = answered;
  const slugsOf = (facts: readonly CaseFact[]): string => facts.map(({ text }) => text).join(' & ');
  return JSON.stringify({
    status,
    best,
    possibleOutcomes,
    missing: missing.map(({ slug }) => slug),
    notStated,
    hedges,
    pathways: pathways.map(({ facts }) => slugsOf(facts)),
    forCoverage: requirements.filter(({ role }) => role === 'FOR_COVERAGE').map(({ anyOf }) => slugsOf(anyOf)),
    routes: answered.routes.map(({ outcome, facts }) => `${outcome} ${slugsOf(facts)}`),
    limits: answered.limits.map((limit) => printLimit(limit)),
    costs: answered.costs.map((cost) => printCostShare(cost)),
  });
}

test('I17 without what rules and links require, only what must be done changes', { timeout: 120_000 }, () => {
  let compared = 0;
  prove(
    RUNS,
    (set) => {
      const data = withoutRequires(set.data);
      const { graph } = buildGraph(data);
      const before = answer(graphOf(set), set.ask);
      if (!graph || before === null) return null;
      compared++;
      const after = answer(graph, set.ask);
      const [one, other] = [verdict(before), after && verdict(after)];
      const done = after?.requirements.filter(({ role }) => role === 'ONCE_COVERED').length;
      if (done !== 0) return { left: done };
      return one === other ? null : { before: one, after: other };
    },
    SEED,
  );
  expect(compared).toBeGreaterThan(RUNS / 3);
});
