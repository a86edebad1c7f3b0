/** Connections: every list can be read whole in either direction, a page at a time, and nothing but its own cursors lead into it. */
import { expect, test } from 'vitest';
import type { SortedList } from '../../src/graph/sorted-lists.ts';
import { filteredPageOf, type Page, pageOf } from '../../src/schema/pagination.ts';
import { ask, graph, refusal } from './ask.ts';

const shelf: SortedList<number> = {
  items: [...Array(45).keys()],
  keys: [...Array(45).keys()].map((index) => `k${String(index).padStart(2, '0')}`),
};
const numbers = (page: Page<number>): number[] => page.edges.map(({ node }) => node);
const cursorAt = (index: number): string => pageOf(shelf, { first: 100 }).edges[index]?.cursor ?? '';
const odd = { keep: (item: number) => (item % 2 === 1 ? item : null), mostExamined: 1_000, totalCount: () => 22 };

test('a page has twenty entries unless another size is asked for', () => {
  expect(numbers(pageOf(shelf, {}))).toEqual([...Array(20).keys()]);
  expect(pageOf(shelf, {})).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
});

test('pages forwards, laid end to end, are the whole list', () => {
  const all: number[] = [];
  let after: string | null = null;
  for (let turns = 0; turns < 10; turns++) {
    const page: Page<number> = pageOf(shelf, { first: 7, after });
    expect(page.hasPreviousPage).toBe(turns > 0);
    all.push(...numbers(page));
    if (!page.hasNextPage) break;
    after = page.edges.at(-1)?.cursor ?? null;
  }
  expect(all).toEqual(shelf.items);
});

test('pages backwards, laid end to end, are the whole list', () => {
  const all: number[] = [];
  let before: string | null = null;
  for (let turns = 0; turns < 10; turns++) {
    const page: Page<number> = pageOf(shelf, { last: 7, before });
    expect(page.hasNextPage).toBe(turns > 0);
    all.unshift(...numbers(page));
    if (!page.hasPreviousPage) break;
    before = page.edges[0]?.cursor ?? null;
  }
  expect(all).toEqual(shelf.items);
});

test('both cursors together cut a stretch out, and a size is counted within it', () => {
  const between = { after: cursorAt(9), before: cursorAt(14) };
  expect(numbers(pageOf(shelf, between))).toEqual([10, 11, 12, 13]);
  expect(numbers(pageOf(shelf, { ...between, first: 2 }))).toEqual([10, 11]);
  expect(numbers(pageOf(shelf, { ...between, last: 2 }))).toEqual([12, 13]);
  expect(numbers(pageOf(shelf, { after: cursorAt(14), before: cursorAt(9) }))).toEqual([]);
});

test('a cursor to read before, and no size, gives the page that ends there', () => {
  expect(numbers(pageOf(shelf, { before: cursorAt(40) }))).toEqual([...Array(20).keys()].map((index) => index + 20));
});

test('a page of none still says whether there is more', () => {
  expect(pageOf(shelf, { first: 0 })).toMatchObject({ edges: [], hasNextPage: true, hasPreviousPage: false });
  expect(pageOf(shelf, { last: 0 })).toMatchObject({ edges: [], hasNextPage: false, hasPreviousPage: true });
  expect(pageOf({ items: [], keys: [] }, {})).toMatchObject({ edges: [], hasNextPage: false, hasPreviousPage: false });
});

test('a filtered list is read like any other, in both directions', () => {
  const expected = shelf.items.slice(0, shelf.items.length).filter((item) => item % 2 === 1);
  const forwards = filteredPageOf(shelf, { first: 5 }, odd);
  expect([numbers(forwards), forwards.hasNextPage, forwards.hasPreviousPage]).toEqual([
    expected.slice(0, 5),
    true,
    false,
  ]);
  const further = filteredPageOf(shelf, { first: 100, after: forwards.edges.at(-1)?.cursor }, odd);
  expect([numbers(further), further.hasNextPage, further.hasPreviousPage]).toEqual([expected.slice(5), false, true]);
  const backwards = filteredPageOf(shelf, { last: 5 }, odd);
  expect([numbers(backwards), backwards.hasNextPage, backwards.hasPreviousPage]).toEqual([
    expected.slice(-5),
    false,
    true,
  ]);
});

test('a filtered page examines no more of the list than it needs, and no more than the limit', () => {
  let examined = 0;
  filteredPageOf(
    shelf,
    { first: 3 },
    {
      ...odd,
      keep: (item) => {
        examined += 1;
        return odd.keep(item);
      },
    },
  );
  expect(examined).toBe(8);
  expect(() => filteredPageOf(shelf, { first: 20 }, { ...odd, mostExamined: 10 })).toThrow(/More than 10 answers/);
});

test.each([
  ['first: -1', 'first', '-1'],
  ['first: 101', 'first', '101'],
  ['last: -1', 'last', '-1'],
  ['last: 101', 'last', '101'],
  ['first: 1, last: 1', 'last', '1'],
])('a page of %s is refused', (size, argument, value) => {
  expect(refusal(`{ service(slug: "massage-therapy") { coverageByPlan(${size}) { totalCount } } }`)).toMatchObject({
    code: 'BAD_PAGE_SIZE',
    argument,
    value,
    path: 'service.coverageByPlan',
  });
});

test('a cursor of another list, a forged one and one spelled otherwise are refused', () => {
  const { services } = ask<{ services: { pageInfo: { endCursor: string } } }>(
    '{ services(first: 1) { pageInfo { endCursor } } }',
  );
  const own = services.pageInfo.endCursor;
  const ofList = (argument: string, cursor: string) =>
    refusal(
      `query ($cursor: String) { service(slug: "massage-therapy") { coverageByPlan(${argument}: $cursor) { totalCount } } }`,
      { cursor },
    );
  for (const cursor of [own, '', 'x', `${own}=`, 'A'.repeat(5_000), Buffer.from('at zzz').toString('base64url')]) {
    expect(ofList('after', cursor)).toMatchObject({
      code: 'BAD_CURSOR',
      argument: 'after',
      value: cursor.slice(0, 100),
    });
    expect(ofList('before', cursor)).toMatchObject({ code: 'BAD_CURSOR', argument: 'before' });
  }
});

test('lists are in the order of slugs, and count what they hold', () => {
  const { plans } = ask<{ plans: { nodes: { slug: string }[]; totalCount: number } }>(
    '{ plans(first: 100) { totalCount nodes { slug } } }',
  );
  expect(plans.nodes.map(({ slug }) => slug)).toEqual([...graph.plans.keys()].sort());
  expect(plans.totalCount).toBe(graph.plans.size);
});

test('plans within a class are those at any depth, and not the class itself', () => {
  const { plans } = ask<{ plans: { nodes: { slug: string }[] } }>('{ plans(within: "tricare") { nodes { slug } } }');
  expect(plans.nodes.map(({ slug }) => slug)).toEqual([
    'tricare-for-life',
    'tricare-overseas',
    'tricare-prime',
    'tricare-prime-remote',
    'tricare-reserve-select',
    'tricare-select',
    'tricare-young-adult-prime',
    'us-family-health-plan',
  ]);
});

test('answers by plan and by status are a part of all answers, and are counted', () => {
  interface Answers {
    service: { coverageByPlan: { totalCount: number; nodes: { plan: { slug: string }; status: string }[] } };
  }
  const byPlan = (rest: string) =>
    ask<Answers>(
      `{ service(slug: "massage-therapy") { coverageByPlan(${rest}) { totalCount nodes { plan { slug } status } } } }`,
    ).service.coverageByPlan;
  const all = byPlan('first: 100');
  expect(all.totalCount).toBe(graph.plans.size);
  const silent = byPlan('first: 1, status: [NOT_STATED]');
  expect(silent.totalCount).toBe(all.nodes.filter(({ status }) => status === 'NOT_STATED').length);
  expect(silent.nodes).toEqual(all.nodes.filter(({ status }) => status === 'NOT_STATED').slice(0, 1));
  expect(byPlan('plans: ["tricare-select", "tricare-prime"]').nodes.map(({ plan }) => plan.slug)).toEqual([
    'tricare-prime',
    'tricare-select',
  ]);
});

test('answers past 2,500 candidates are not counted', () => {
  const medigap = graph.plans.get('medigap');
  const plans = new Map(
    [...Array(2_501).keys()].map(
      (index) => [`p-${String(index)}`, { ...medigap, slug: `p-${String(index)}` }] as const,
    ),
  );
  const big = {
    graph: { ...graph, plans: plans as typeof graph.plans },
    today: '2026-11-23',
    loadedAt: '2026-11-23T12:00:00Z',
  };
  const counting =
    '{ service(slug: "massage-therapy") { coverageByPlan(first: 1) { totalCount nodes { plan { slug } } pageInfo { hasNextPage } } } }';
  expect(ask(counting, {}, big)).toEqual({
    service: {
      coverageByPlan: { totalCount: null, nodes: [{ plan: { slug: 'p-0' } }], pageInfo: { hasNextPage: true } },
    },
  });
});
