/** Alternatives answer better on the same facts, never from silence; a programme that says nothing leads on to the plans within it. */
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { determine } from '../../src/engine/determine.ts';
import type { Determination } from '../../src/engine/determination.ts';
import type { Question } from '../../src/engine/question.ts';
import { OUTCOMES } from '../../src/model/words.ts';
import { loadFolders } from '../../src/store/folders.ts';
import { ask, graphOf } from './world.ts';

const cites = ['manual#p'];

function alternativesOf({ alternatives }: Determination, most: number): readonly Determination[] {
  if (!alternatives) throw new Error('the answer was asked for by itself');
  return alternatives(most);
}

it('names the same in a plan of the same class, and another service of the same plan, best first', () => {
  const graph = graphOf(
    { no: { excluded: 'massage' } },
    {},
    {
      class: { name: 'Class', level: 'PLAN_CLASS', cites },
      covering: {
        name: 'Covering',
        within: 'class',
        cites,
        home: { territories: ['US'], cites },
        rules: { yes: { covered: 'massage', cites } },
      },
      hedging: {
        name: 'Hedging',
        within: 'class',
        cites,
        home: { territories: ['US'], cites },
        rules: { maybe: { covered: 'massage', modality: 'MAY', cites } },
      },
      refusing: {
        name: 'Refusing',
        within: 'class',
        cites,
        home: { territories: ['US'], cites },
        rules: { no: { excluded: 'massage', cites } },
      },
      silent: { name: 'Silent', within: 'class', cites, home: { territories: ['US'], cites } },
    },
  );
  const listed = (plan: string): string[] =>
    alternativesOf(ask(graph, { plan }), 5).map((other) => `${other.plan.slug} ${other.status}`);
  expect(listed('refusing')).toEqual(['covering COVERED', 'hedging MAY_BE_COVERED']);
  expect(listed('hedging')).toEqual(['covering COVERED']);
  expect(listed('covering')).toEqual([]);
  expect(listed('class')).toEqual(['covering COVERED', 'hedging MAY_BE_COVERED', 'refusing NOT_COVERED']);
  expect(alternativesOf(ask(graph, { plan: 'refusing' }), 1).map(({ proof }) => proof.at(-1)?.kind)).toEqual([
    'CONCLUSION',
  ]);
  expect(alternativesOf(ask(graph, { plan: 'refusing' }), 0)).toEqual([]);
  // One level is enough: the alternatives of each would multiply without end.
  expect(alternativesOf(ask(graph, { plan: 'refusing' }), 5).map((other) => other.alternatives)).toEqual([null, null]);
});

it('in the data, every alternative is better on the same facts, and none is silent', async () => {
  const { graph } = await loadFolders({ data: [fileURLToPath(new URL('../../data', import.meta.url))], sources: [] });
  if (!graph) throw new Error('the data is unsound');
  let seen = 0;
  for (const plan of graph.plans.values()) {
    for (const subject of graph.subjects.values()) {
      const question: Question = {
        graph,
        plan,
        subject,
        met: [],
        unmet: [],
        counts: new Map(),
        territory: null,
        on: '2026-11-23',
        onAssumed: true,
        accordingTo: null,
        minimumAuthority: null,
      };
      const answer = determine(question);
      for (const other of alternativesOf(answer, 20)) {
        seen++;
        expect(other.best).not.toBe('NOT_STATED');
        if (other.plan.within !== plan)
          expect(OUTCOMES.indexOf(other.best)).toBeLessThanOrEqual(OUTCOMES.indexOf(answer.best));
      }
    }
  }
  expect(seen).toBeGreaterThan(20);
});
