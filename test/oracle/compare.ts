/** The engine's answer in the form of the oracle's, and where the two differ. */
import { determine } from '../../src/engine/determine.ts';
import type { CaseFact, Determination } from '../../src/engine/determination.ts';
import { ContradictingFacts, type Question } from '../../src/engine/question.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { type Drawn } from './generate.ts';
import { nextQuestions } from './next.ts';
import { type Ask, oracle, type Verdict } from './oracle.ts';

export function graphOf({ data }: Drawn): Graph {
  const { graph, problems } = buildGraph(data);
  if (!graph)
    throw new Error(
      `the set drawn is not sound: ${problems.map(({ law, message, place }) => `${law} at ${place.slug} ${place.path.join('.')}: ${message}`).join('; ')}`,
    );
  return graph;
}

function found<T>(entries: ReadonlyMap<string, T>, slug: string): T {
  const entry = entries.get(slug);
  if (entry === undefined) throw new Error(`nothing is called ${slug}`);
  return entry;
}

export function questionOf(graph: Graph, ask: Ask): Question {
  const condition = (slug: string) => found(graph.conditions, slug);
  return {
    graph,
    plan: found(graph.plans, ask.plan),
    subject: found(graph.subjects, ask.subject),
    met: ask.met.map(condition),
    unmet: ask.unmet.map(condition),
    counts: new Map(Object.entries(ask.counts).map(([slug, count]) => [condition(slug), count])),
    territory: ask.territory === null ? null : found(graph.territories, ask.territory),
    on: ask.on,
    onAssumed: false,
    accordingTo: ask.accordingTo?.map((slug) => found(graph.sources, slug)) ?? null,
    minimumAuthority: ask.minimumAuthority,
  };
}

/** The engine's answer; null where the facts given contradict one another. */
export function answer(graph: Graph, ask: Ask): Determination | null {
  try {
    return determine(questionOf(graph, ask));
  } catch (error) {
    if (error instanceof ContradictingFacts) return null;
    throw error;
  }
}

export function literals({ condition: { slug }, holds, atLeast, atMost }: CaseFact): string[] {
  if (holds !== null) return [`${holds ? '+' : '-'}${slug}`];
  return [
    ...(atLeast === null ? [] : [`${slug}>=${String(atLeast)}`]),
    ...(atMost === null ? [] : [`${slug}<=${String(atMost)}`]),
  ];
}

export function verdictOf({ status, best, possibleOutcomes, missing, pathways, requirements }: Determination): Verdict {
  return {
    status,
    best,
    possibleOutcomes: [...possibleOutcomes],
    missing: missing.map(({ slug }) => slug).sort(),
    pathways: pathways.map(({ facts }) => facts.flatMap(literals).sort().join(' & ')).sort(),
    requirements: requirements
      .filter(({ role }) => role === 'FOR_COVERAGE')
      .map(({ anyOf }) =>
        anyOf
          .map((fact) => literals(fact).join(' and '))
          .sort()
          .join(' | '),
      )
      .sort(),
  };
}

/** Null where engine and oracle agree; else what each says. */
export function difference(drawn: Drawn): { oracle: unknown; engine: unknown } | null {
  const expected = oracle(drawn.data, drawn.ask);
  const determination = answer(graphOf(drawn), drawn.ask);
  const actual = determination && verdictOf(determination);
  if (determination && !determination.pathwaysComplete)
    return { oracle: expected, engine: 'pathwaysComplete is false at this size' };
  if (JSON.stringify(expected) !== JSON.stringify(actual)) return { oracle: expected, engine: actual };
  const next = expected ? nextQuestions(drawn.data, drawn.ask, expected.missing) : [],
    asked = determination?.nextQuestion?.slug;
  return asked === undefined
    ? next.length === 0
      ? null
      : { oracle: next, engine: 'asks nothing' }
    : next.includes(asked)
      ? null
      : { oracle: { nextQuestion: next }, engine: { nextQuestion: asked } };
}
