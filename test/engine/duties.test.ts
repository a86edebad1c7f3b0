/** I15 and I17 of docs/semantics.md on the curated data: what duties may change, and that none of them is lost. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { determine } from '../../src/engine/determine.ts';
import type { Determination } from '../../src/engine/determination.ts';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph, Plan, Source, Subject } from '../../src/graph/entries.ts';
import type { RuleDocument } from '../../src/model/shapes.ts';
import { FORMALITY_TOPICS } from '../../src/model/words.ts';
import { DocumentReader } from '../../src/store/documents.ts';
import { diskIn } from '../../src/store/files.ts';
import { ask, graphOf } from './world.ts';

const data = fileURLToPath(new URL('../../data', import.meta.url));
const reader = new DocumentReader(diskIn([data]));
await reader.readFolder(data);
const { documents } = reader;
const built = buildGraph(documents).graph;
if (!built) throw new Error('the curated data does not pass its checks: run "npm run check"');
const graph = built;

/** The graph without any `requires`, of rules and of links. A rule that asks for nothing else is left out. */
function withoutDuties(): Graph {
  const copy = structuredClone(documents);
  for (const plan of Object.values(copy.plans)) {
    for (const link of Object.values(plan.takesRulesFrom ?? {})) delete link.requires;
    for (const [key, rule] of Object.entries(plan.rules ?? {})) {
      delete rule.requires;
      if (rule.asks !== undefined && !rule.limits && !rule.costs) Reflect.deleteProperty(plan.rules ?? {}, key);
    }
  }
  const { examinable, problems } = buildGraph(copy);
  if (!examinable) throw new Error(problems.map(({ message }) => message).join('\n'));
  return examinable;
}

const answer = (of: Graph, plan: Plan, subject: Subject, accordingTo: readonly Source[] | null = null): Determination =>
  determine({
    graph: of,
    plan: of.plans.get(plan.slug) ?? plan,
    subject: of.subjects.get(subject.slug) ?? subject,
    met: [],
    unmet: [],
    counts: new Map(),
    territory: null,
    on: '2026-11-30',
    onAssumed: false,
    accordingTo,
    minimumAuthority: null,
  });

const withoutRequires = ({
  status,
  best,
  possibleOutcomes,
  hedges,
  notStated,
  requirements,
  pathways,
  pathwaysComplete,
  missing,
  nextQuestion,
  limits,
  costs,
  routes,
  proof,
  rejectedRules,
}: Determination): unknown => [
  status,
  best,
  possibleOutcomes,
  hedges,
  notStated,
  requirements.filter(({ role }) => role === 'FOR_COVERAGE').map(({ text }) => text),
  pathways.map(({ facts }) => facts.map(({ text }) => text)),
  pathwaysComplete,
  missing.map(({ slug }) => slug),
  nextQuestion?.slug,
  [...limits, ...costs].map(({ terms }) => terms.map((facts) => facts.map(({ text }) => text))),
  routes.map(({ outcome, facts }) => [outcome, facts.map(({ text }) => text)]),
  proof.map(({ text, restsOn }) => [text, restsOn]),
  rejectedRules.filter(({ rule }) => rule.effect !== 'ASKS').map(({ rule, reason }) => [rule.slug, reason]),
];

const FORMALITIES: ReadonlySet<string> = new Set(FORMALITY_TOPICS);
const stripped = withoutDuties();
const cases = [...graph.plans.values()].map((plan) => [plan.slug, plan] as const);

describe('without any duty nothing changes but duties (I17)', () => {
  test.each(cases)('%s', (_, plan) => {
    for (const subject of graph.subjects.values()) {
      const [before, after] = [answer(graph, plan, subject), answer(stripped, plan, subject)];
      expect([subject.slug, withoutRequires(after)]).toEqual([subject.slug, withoutRequires(before)]);
      expect(after.requirements.filter(({ role }) => role === 'ONCE_COVERED')).toEqual([]);
    }
  });
});

describe('no formality that a source asks for by itself is lost (I15)', () => {
  test.each(cases)('%s', (_, plan) => {
    for (const subject of graph.subjects.values()) {
      const whole = answer(graph, plan, subject);
      if (whole.best !== 'COVERED' && whole.best !== 'MAY_BE_COVERED') continue;
      const told = whole.requirements.map(({ anyOf }) => anyOf);
      const denied = whole.formalities.some(({ status }) => status === 'NOT_REQUIRED');
      for (const source of new Set(whole.positions.flatMap(({ sources, asOf }) => (asOf === null ? sources : [])))) {
        const alone = answer(graph, plan, subject, [source]);
        if (alone.best !== 'COVERED' && alone.best !== 'MAY_BE_COVERED') continue;
        for (const { anyOf, role, text } of alone.requirements) {
          const isFormality = anyOf.every(({ holds, condition }) => holds === true && FORMALITIES.has(condition.topic));
          if (role === 'ALSO_STATED' || !isFormality) continue;
          const isTold = told.some((facts) =>
            facts.every(({ condition }) => anyOf.some((wanted) => condition.impliedClosure.has(wanted.condition))),
          );
          const isBarred = anyOf.every(({ condition }) =>
            [...condition.impliedClosure].some(({ excludes }) => excludes.length > 0),
          );
          expect([subject.slug, source.slug, text, isTold || isBarred || denied]).toEqual([
            subject.slug,
            source.slug,
            text,
            true,
          ]);
        }
      }
    }
  });
});

test('"some plans cover it" disagrees with nothing that is said of one plan within the class', () => {
  const cites = ['manual#p'];
  const some: RuleDocument = { covered: 'care', quantifier: 'SOME', cites: ['summary#p'] };
  const home = { territories: ['US'], cites };
  const world = graphOf(
    { in: { covered: 'massage' } },
    {},
    {
      class: { name: 'Class', cites, home, level: 'PLAN_CLASS', rules: { some } },
      member: { name: 'Member', cites, within: 'class', rules: { out: { excluded: 'care', cites } } },
      firm: {
        name: 'Firm',
        cites,
        home,
        rules: { in: { covered: 'care', cites: ['summary#p'] }, out: { excluded: 'care', cites } },
      },
    },
  );
  expect(ask(world, { plan: 'member', of: 'care' }).disagreements).toEqual([]);
  expect(ask(world, { plan: 'firm', of: 'care' }).disagreements.map(({ kind }) => kind)).toEqual(['CONTRADICTION']);
});
