/**
 * Invariant I13 of docs/semantics.md: if every slug and name in a copy of the data is renamed, every answer is the same except for
 * the names. So no code depends on the name of an entry.
 */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { determine } from '../../src/engine/determine.ts';
import type { CaseFact, Determination } from '../../src/engine/determination.ts';
import { ask } from '../../src/language/ask.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import type { DataDocuments } from '../../src/model/shapes.ts';
import { DocumentReader } from '../../src/store/documents.ts';
import { diskIn } from '../../src/store/files.ts';

const KINDS = ['sources', 'conditions', 'services', 'techniques', 'plans'] as const;

/** Maps each slug to a new one. Both sort in the same order, because some lists are ordered by slug. */
function renaming(documents: DataDocuments): ReadonlyMap<string, string> {
  const slugs = [
    ...KINDS.flatMap((kind) => Object.keys(documents[kind])),
    ...Object.values(documents.plans).flatMap(({ rules }) => Object.keys(rules ?? {})),
  ];
  return new Map([...new Set(slugs)].sort().map((slug, index) => [slug, `e${String(index).padStart(4, '0')}`]));
}

/**
 * Replaces every `name` and `phrase` with a made-up one, and every slug in keys, values, citations (`source#passage`) and names of
 * rules (`plan/rule`).
 */
function renamed(value: unknown, slugs: ReadonlyMap<string, string>): unknown {
  const renameText = (text: string): string => {
    const [source = '', passage] = text.split('#');
    if (passage !== undefined) return `${slugs.get(source) ?? source}#${slugs.get(passage) ?? passage}`;
    return text
      .split('/')
      .map((part) => slugs.get(part) ?? part)
      .join('/');
  };
  if (typeof value === 'string') return renameText(value);
  if (Array.isArray(value)) return value.map((each) => renamed(each, slugs));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      slugs.get(key) ?? key,
      ['name', 'phrase'].includes(key) && typeof each === 'string'
        ? `Thing ${Array.from(each)
            .map((letter) => letter.charCodeAt(0).toString(36))
            .join('')}`
        : renamed(each, slugs),
    ]),
  );
}

const rename = (slug: string, slugs: ReadonlyMap<string, string>): string =>
  slug
    .split('/')
    .map((part) => slugs.get(part) ?? part)
    .join('/');

function facts(answer: Determination, slugs: ReadonlyMap<string, string>) {
  const of = ({ slug }: { slug: string }): string => rename(slug, slugs);
  const fact = ({ condition, holds, count, atLeast, atMost }: CaseFact) => [
    of(condition),
    holds,
    count,
    atLeast,
    atMost,
  ];
  return {
    status: answer.status,
    best: answer.best,
    possibleOutcomes: answer.possibleOutcomes,
    hedges: answer.hedges,
    notStated: answer.notStated,
    requirements: answer.requirements.map(({ role, anyOf, strength, state }) => [
      role,
      anyOf.map(fact),
      strength,
      state,
    ]),
    pathways: answer.pathways.map((pathway) => pathway.facts.map(fact)),
    missing: answer.missing.map(of),
    next: answer.nextQuestion && of(answer.nextQuestion),
    proof: answer.proof.map(({ kind, rule, truth, ground, restsOn }) => [
      kind,
      rule && of(rule),
      truth,
      ground,
      restsOn,
    ]),
    rejected: answer.rejectedRules.map(({ rule, reason }) => [of(rule), reason]),
    positions: answer.positions.map(({ sources, status }) => [sources.map(of), status]),
    disagreements: answer.disagreements.map(({ kind }) => kind),
    alternatives: answer.alternatives?.(5).map(({ plan, subject, status }) => [of(plan), of(subject), status]),
  };
}

/** The graph of the data, the graph of its renamed copy, and the new slug of each old one. */
async function underBothNames(): Promise<{ original: Graph; copy: Graph; slugs: ReadonlyMap<string, string> }> {
  const data = fileURLToPath(new URL('../../data', import.meta.url));
  const reader = new DocumentReader(diskIn([data]));
  await reader.readFolder(data);
  const slugs = renaming(reader.documents);
  const [original, copy] = [
    buildGraph(reader.documents),
    buildGraph(renamed(reader.documents, slugs) as DataDocuments),
  ].map(({ graph, problems }): Graph => {
    if (!graph) throw new Error(problems.map(({ law, message }) => `${law}: ${message}`).join('\n'));
    return graph;
  });
  if (!original || !copy) throw new Error('one of the two graphs was not built');
  return { original, copy, slugs };
}
const both = await underBothNames();

it('gives the same answers under other names', () => {
  const { original, copy, slugs } = both;
  expect(copy.plans.has('tricare-prime')).toBe(false);
  const none: ReadonlyMap<string, string> = new Map();
  const found = <T>(entries: ReadonlyMap<string, T>, slug: string): T => {
    const entry = entries.get(slug);
    if (entry === undefined) throw new Error(`the copy lacks ${slug}`);
    return entry;
  };
  let asked = 0;
  for (const plan of original.plans.values()) {
    for (const subject of original.subjects.values()) {
      for (const place of [null, 'CA', 'ZZ']) {
        const question = (graph: Graph, names: ReadonlyMap<string, string>) => ({
          graph,
          plan: found(graph.plans, rename(plan.slug, names)),
          subject: found(graph.subjects, rename(subject.slug, names)),
          met: [],
          unmet: [],
          counts: new Map(),
          territory: place === null ? null : found(graph.territories, place),
          on: '2026-11-23',
          onAssumed: true,
          accordingTo: null,
          minimumAuthority: null,
        });
        expect(facts(determine(question(copy, slugs)), none)).toEqual(
          facts(determine(question(original, none)), slugs),
        );
        asked++;
      }
    }
  }
  expect(asked).toBeGreaterThan(500);
});

it('understands the same questions in English under other names', () => {
  const { original, copy, slugs } = both;
  const patterns = [
    'what does PLAN require for SUBJECT',
    'does PLAN cover SUBJECT without FACT',
    'how much is SUBJECT with PLAN abroad',
    'what is SUBJECT',
    'which plans cover SUBJECT',
  ];
  const conditions = [...original.conditions.values()].filter(
    ({ counts, topic }) => counts === null && ['ORDER', 'PROGRAM', 'NETWORK'].includes(topic),
  ); // other conditions may read as a place or a service
  const summarize = (data: Graph, question: string, names: ReadonlyMap<string, string>) => {
    const { understood, intent, plans, subjects, territory, given, determinations } = ask(data, question, '2026-11-23');
    const of = ({ slug }: { slug: string }): string => rename(slug, names);
    return {
      understood,
      intent,
      plans: plans.map(of),
      subjects: subjects.map(of),
      at: territory?.code,
      given: given.map(({ condition, holds }) => [of(condition), holds]),
      status: determinations.map(({ status }) => status),
    };
  };
  let [at, understood] = [0, 0];
  for (const plan of original.plans.values()) {
    for (const subject of original.subjects.values()) {
      const [pattern = '', fact] = [patterns[at % patterns.length], conditions[at % conditions.length]];
      at++;
      const inWords = (data: Graph, names: ReadonlyMap<string, string>): string =>
        pattern
          .replace('PLAN', data.plans.get(rename(plan.slug, names))?.name ?? '')
          .replace('SUBJECT', data.subjects.get(rename(subject.slug, names))?.name ?? '')
          .replace('FACT', fact ? (data.conditions.get(rename(fact.slug, names))?.name ?? '') : '');
      const [before, after] = [
        summarize(original, inWords(original, new Map()), slugs),
        summarize(copy, inWords(copy, slugs), new Map()),
      ];
      if (!before.understood) continue; // original names may be ambiguous; the new ones never are
      understood++;
      expect(after, inWords(original, new Map())).toEqual(before);
    }
  }
  expect(understood).toBeGreaterThan(500);
});
