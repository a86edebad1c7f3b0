/** Checks the invariants of docs/semantics.md#section-6 that hold for every answer, each on generated sets. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseFact, Determination } from '../../src/engine/determination.ts';
import { buildGraph } from '../../src/graph/build.ts';
import { AUTHORITIES } from '../../src/model/words.ts';
import { chainOfExceptions } from './chains.ts';
import { answer, graphOf } from './compare.ts';
import type { Drawn } from './generate.ts';
import { addFacts, negated, settledBy } from './facts.ts';
import { randomSeed } from '../helpers/random-seed.ts';
import { prove, USUAL_SEED } from './prove.ts';

const SEED = randomSeed('test/oracle/invariants.test.ts', USUAL_SEED);

const RUNS = 100;
const isGrant = (outcome: string): boolean => outcome === 'COVERED' || outcome === 'MAY_BE_COVERED';
const outcomes = ({ status, possibleOutcomes }: Determination): string => [status, ...possibleOutcomes].join(' ');

/** Checks a law on every generated set that has an answer. */
function always(
  broken: (set: Drawn, determination: Determination, again: (ask: Drawn['ask']) => Determination | null) => unknown,
): () => void {
  return () => {
    prove(
      RUNS,
      (set) => {
        const graph = graphOf(set),
          determination = answer(graph, set.ask);
        return determination && broken(set, determination, (ask) => answer(graph, ask));
      },
      SEED,
    );
  };
}
/** Returns one question for each fact that is not given: the question with that fact added. */
function oneMore({ data, ask }: Drawn): { condition: string; ask: Drawn['ask']; settles: ReadonlySet<string> }[] {
  const known = new Set([...ask.met, ...ask.unmet, ...Object.keys(ask.counts)]);
  return Object.entries(data.conditions)
    .filter(([slug]) => !known.has(slug))
    .flatMap(([condition, { counts }]) =>
      counts === undefined
        ? [
            { condition, ask: { ...ask, met: [...ask.met, condition] }, settles: settledBy(data, condition, true) },
            {
              condition,
              ask: { ...ask, unmet: [...ask.unmet, condition] },
              settles: settledBy(data, condition, false),
            },
          ]
        : [0, 2, 3, 9].map((count) => ({
            condition,
            ask: { ...ask, counts: { ...ask.counts, [condition]: count } },
            settles: new Set<string>(),
          })),
    );
}
/** Returns the value as JSON text, with the slug of each entry in place of the entry. */
const bytes = (determination: Determination): string =>
  JSON.stringify(determination, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Map || value instanceof Set) return [...value] as unknown[];
    return 'slug' in value
      ? value.slug
      : 'source' in value && 'key' in value
        ? [(value.source as { slug: string }).slug, value.key]
        : value;
  });

describe('invariants of every answer', () => {
  test(
    'I1 a conditional answer misses something, a settled one nothing',
    always((_, { status, missing }) =>
      (status === 'CONDITIONAL') === missing.length > 0 ? null : { status, missing: missing.length },
    ),
    60_000,
  );

  test(
    'I3 a fact that is not missing, and settles nothing missing, changes nothing',
    always((set, before, again) => {
      const missing = before.missing.map(({ slug }) => slug);
      for (const { condition, ask, settles } of oneMore(set)) {
        const after = missing.includes(condition) || missing.some((each) => settles.has(each)) ? null : again(ask);
        if (after && outcomes(after) !== outcomes(before))
          return { giving: condition, before: outcomes(before), after: outcomes(after) };
      }
      return null;
    }),
    60_000,
  );

  test(
    'I4 more facts never unsettle a settled status, nor open an outcome',
    always((set, before, again) => {
      for (const { condition, ask } of oneMore(set)) {
        const after = again(ask);
        if (after?.possibleOutcomes.some((each) => !before.possibleOutcomes.includes(each)))
          return { giving: condition, before: outcomes(before), after: outcomes(after) };
      }
      return null;
    }),
    60_000,
  );

  test(
    'I5 every pathway, given, yields its outcome; without any one of its facts it does not',
    always(({ ask }, { pathways }, again) => {
      for (const { facts, outcome } of pathways) {
        const wrong = addFacts(ask, facts)
            .map(again)
            .find((after) => after?.status !== outcome),
          pathway = facts.map(({ text }) => text);
        if (wrong !== undefined) return { pathway, wanted: outcome, came: wrong?.status ?? null };
        for (const dropped of facts) {
          if (
            addFacts(
              ask,
              facts.filter((fact) => fact !== dropped),
            )
              .map(again)
              .every((after) => after?.status === outcome)
          )
            return { pathway, needless: dropped.text };
        }
      }
      return null;
    }),
    60_000,
  );

  test(
    'I7 every leaf of a proof that is not given or assumed is cited, and so is every link',
    always((_, { proof, status }) => {
      const bare = proof.filter(
        ({ kind, restsOn, cites }) =>
          cites.length === 0 &&
          (kind === 'LINK' ||
            kind === 'RULE' ||
            (restsOn.length === 0 && !['GIVEN', 'ASSUMED', 'CONCLUSION'].includes(kind))),
      );
      const floating = proof.filter(
        ({ kind, restsOn }) => kind === 'CONCLUSION' && restsOn.length === 0 && status !== 'NOT_STATED',
      );
      const backward = proof.filter(({ number, restsOn }) => restsOn.some((each) => each >= number));
      return [...bare, ...floating, ...backward].length === 0
        ? null
        : [...bare, ...floating, ...backward].map(({ kind, text }) => `${kind}: ${text}`);
    }),
    60_000,
  );

  test(
    'I10 one source less never turns NOT_STATED into anything that the rejected rules do not explain',
    always(({ data, ask }, before, again) => {
      if (before.status !== 'NOT_STATED') return null;
      const heard = ask.accordingTo ?? Object.keys(data.sources);
      const explained = before.rejectedRules.some(({ reason }) =>
        ['RESTATED', 'DEFEATED', 'NOT_INHERITED'].includes(reason),
      );
      for (const source of heard) {
        const after = heard.length < 2 ? null : again({ ...ask, accordingTo: heard.filter((each) => each !== source) });
        if (after && after.status !== 'NOT_STATED' && !explained)
          return {
            without: source,
            after: outcomes(after),
            rejected: before.rejectedRules.map(({ rule, reason }) => `${rule.slug} ${reason}`),
          };
      }
      return null;
    }),
    60_000,
  );

  test(
    'I11 the same question on the same data has the same id and the same bytes, in whatever order it is put',
    always((set, first) => {
      const { ask } = set;
      const turned = {
        ...ask,
        met: [...ask.met].reverse(),
        unmet: [...ask.unmet].reverse(),
        counts: Object.fromEntries(Object.entries(ask.counts).reverse()),
        accordingTo: ask.accordingTo && [...ask.accordingTo].reverse(),
      };
      const same = answer(graphOf(set), ask),
        other = answer(graphOf(set), turned);
      return same && bytes(same) === bytes(first) && other?.id === first.id && bytes(other) === bytes(first)
        ? null
        : { first: bytes(first), same: same && bytes(same), other: other && bytes(other) };
    }),
    60_000,
  );

  test(
    'I12 meeting one fact of every requirement for coverage yields the best outcome; leaving one of them unmet does not',
    always(({ ask }, { requirements, best }, again) => {
      const clauses = requirements.filter(({ role }) => role === 'FOR_COVERAGE').map(({ anyOf }) => anyOf);
      const choices = clauses.reduce<CaseFact[][]>(
        (before, clause) => before.flatMap((chosen) => clause.map((fact) => [...chosen, fact])).slice(0, 20),
        [[]],
      );
      if (clauses.length > 0 || isGrant(best))
        for (const chosen of choices) {
          const wrong = addFacts(ask, chosen)
            .map(again)
            .find((after) => after && (!isGrant(best) || after.status !== best));
          if (wrong) return { met: chosen.map(({ text }) => text), wanted: best, came: wrong.status };
        }
      for (const clause of isGrant(best) ? clauses : []) {
        const still = addFacts(ask, clause.map(negated))
          .map(again)
          .find((after) => after?.possibleOutcomes.includes(best));
        if (still) return { unmet: clause.map(({ text }) => text), still: outcomes(still) };
      }
      return null;
    }),
    60_000,
  );
});

test('I14 a chain of exceptions is the nested unless, on every assignment, whichever source states each part of it', () => {
  const levels = fc.array(fc.record({ authority: fc.nat(AUTHORITIES.length - 1), lower: fc.boolean() }), {
    minLength: 2,
    maxLength: 4,
  });
  fc.assert(
    fc.property(levels, fc.boolean(), (drawn, startsCovered) => {
      const { data, asks } = chainOfExceptions(drawn, startsCovered);
      const { graph, problems } = buildGraph(data);
      if (!graph) throw new Error(JSON.stringify(problems));
      for (const { ask, status } of asks) expect(answer(graph, ask)?.status, ask.met.join()).toBe(status);
    }),
    { seed: SEED, numRuns: 100 },
  );
});
