/** A plan is added by one file, and one more where its source is new: it answers at once, and no other answer changes. */
import { graphql } from 'graphql';
import { expect, it } from 'vitest';
import { answersOf, differences, type SlugAnswer, type QuestionBySlug } from '../../src/engine/answer-diff.ts';
import { engineConstraints } from '../../src/engine/constraints.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { schema } from '../../src/schema/index.ts';
import { loadFolders, printProblem } from '../../src/store/folders.ts';
import { inMemory } from '../../src/store/memory.ts';
import { questionsOf } from '../../src/engine/answer-questions.ts';
import { ownData } from '../helpers/own-data.ts';
import { TODAY } from '../helpers/curated-data.ts';

async function sound(files: ReadonlyMap<string, string>): Promise<Graph> {
  const { graph, problems, locate } = await loadFolders({ data: ['data'], sources: [] }, inMemory(files));
  const broken = [...problems, ...(graph ? engineConstraints(graph).map(locate) : [])];
  if (!graph || broken.length > 0) throw new Error(broken.map(printProblem).join('\n'));
  return graph;
}
const asking =
  (graph: Graph, plan: string) =>
  (subject: string, given: Partial<QuestionBySlug> = {}): SlugAnswer =>
    answersOf(graph, [{ plan, subject, on: TODAY, ...given }]).answers[0] ?? { cannotBeAsked: 'nothing was asked' };
const throughGraphql = async (graph: Graph, source: string): Promise<unknown> => {
  const { data, errors } = await graphql({
    schema,
    source,
    contextValue: { graph, today: TODAY, loadedAt: `${TODAY}T12:00:00Z` },
  });
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data));
};
/** What of the questions that could be asked before is answered otherwise. */
function disturbed(before: Graph, after: Graph): string[] {
  const questions = questionsOf([before], TODAY);
  return differences(answersOf(before, questions), answersOf(after, questions)).map(
    ({ question: asked }) => `${asked.plan} ${asked.subject}`,
  );
}

const SOURCE = `name: Handbook of the example plan
authority: plan-document
checkedOn: 2026-11-23
licence: ALL-RIGHTS-RESERVED
passages:
  massage: { at: page 3, says: "The plan pays for massage once a clinician orders it, and its own rules on permission must be followed." }
  limit: { at: page 4, says: "Twenty such visits are paid for in a calendar year." }
  dental: { at: page 9, says: "Teeth are not part of the plan." }
  accident: { at: page 9, says: "After an emergency it pays for teeth all the same." }
`;
const PLAN = `name: Example plan
rules:
  massage-on-order:
    covered: massage-therapy
    when: prescribed
    limits: [{ limit: 20 visits per calendar year, cites: [example-handbook#limit] }]
    requires: { prior-authorization: { strength: plan-rules-apply } }
    cites: [example-handbook#massage]
  teeth: { excluded: dental-care, cites: [example-handbook#dental] }
  teeth-after-an-emergency: { covered: dental-care, exceptTo: [teeth], when: medical-emergency, cites: [example-handbook#accident] }
cases:
  massage that is prescribed is covered: { of: massage-therapy, met: [prescribed], status: COVERED }
  massage turns on the order: { of: massage-therapy, status: CONDITIONAL, best: COVERED }
  teeth are left out: { of: dental-care, unmet: [medical-emergency], status: NOT_COVERED }
  teeth after an emergency are not: { of: dental-care, met: [medical-emergency], status: COVERED }
`;

it('a new plan of three rules is its own file and that of its source', async () => {
  const before = await sound(ownData);
  const after = await sound(
    new Map([...ownData, ['data/sources/example-handbook.yaml', SOURCE], ['data/plans/example-plan.yaml', PLAN]]),
  );
  expect(disturbed(before, after)).toEqual([]);
  const ask = asking(after, 'example-plan');
  expect(ask('massage-therapy', { met: ['prescribed'] })).toMatchObject({
    status: 'COVERED',
    limits: [{ quantity: '20', unit: 'VISITS', per: 'CALENDAR_YEAR' }],
  });
  expect(ask('massage-therapy')).toMatchObject({
    status: 'CONDITIONAL',
    best: 'COVERED',
    missing: [{ slug: 'prescribed' }],
  });
  expect(ask('massage-therapy', { met: ['prescribed-by-doctor'] })).toMatchObject({ status: 'COVERED' });
  expect(ask('cpt-97124', { met: ['prescribed'] })).toMatchObject({ status: 'COVERED' });
  expect(ask('dental-care')).toMatchObject({ status: 'CONDITIONAL', possibleOutcomes: ['COVERED', 'NOT_COVERED'] });
  expect(ask('acupuncture')).toMatchObject({ status: 'NOT_STATED' });
  expect(
    await throughGraphql(
      after,
      `{
    coverage(plan: "example-plan", of: { service: "massage-therapy" }, given: { met: ["prescribed"] }) { status limits { text } requirements { role strength anyOf { condition { slug } } } citations { source { slug } says } }
    plan(slug: "example-plan") { name rules(first: 10) { totalCount } }
    source(slug: "example-handbook") { name }
  }`,
    ),
  ).toMatchObject({
    coverage: {
      status: 'COVERED',
      limits: [{ text: '20 visits per calendar year' }],
      requirements: [
        { role: 'FOR_COVERAGE', anyOf: [{ condition: { slug: 'prescribed' } }] },
        { role: 'ONCE_COVERED', strength: 'PLAN_RULES_APPLY', anyOf: [{ condition: { slug: 'prior-authorization' } }] },
      ],
      citations: expect.arrayContaining([expect.objectContaining({ source: { slug: 'example-handbook' } })]) as unknown,
    },
    plan: { name: 'Example plan', rules: { totalCount: 3 } },
    source: { name: 'Handbook of the example plan' },
  });
});

it('the plan of the field guide is added by the files that the guide shows and lists', async () => {
  const guide = ownData.get('data/README.md') ?? '';
  const listed = [...(/```diff\n([^]*?)```/.exec(guide)?.[1] ?? '').matchAll(/^\+ (\S+)$/gm)].map(
    ([, file]) => file ?? '',
  );
  const shown = new Map(
    [...guide.matchAll(/```yaml\n# (data\/\S+)\n([^]*?)```/g)].map(([, file = '', text = '']) => [file, text]),
  );
  expect(listed).toEqual(expect.arrayContaining([...shown.keys()]));
  const without = new Map([...ownData].filter(([file]) => !listed.includes(file)));
  expect(without.size).toBe(ownData.size - listed.length);
  const before = await sound(without);
  expect(before.plans.has('texas-class-waiver')).toBe(false);
  const added = listed.map((file): [string, string] => [file, shown.get(file) ?? ownData.get(file) ?? '']);
  const after = await sound(new Map([...without, ...added]));
  expect(disturbed(before, after)).toEqual([]);
  const terms = [
    'performed-by-massage-therapist',
    'prescribed-by-doctor',
    'related-to-disability',
    'part-of-authorized-service-plan',
  ];
  expect(asking(after, 'texas-class-waiver')('massage-therapy', { met: terms })).toMatchObject({ status: 'COVERED' });
  expect(
    await throughGraphql(
      after,
      `{ coverage(plan: "texas-class-waiver", of: { service: "massage-therapy" }, given: { met: ${JSON.stringify(terms.slice(0, 3))} }) { status missing { slug } } }`,
    ),
  ).toEqual({ coverage: { status: 'CONDITIONAL', missing: [{ slug: 'part-of-authorized-service-plan' }] } });
});
