/** The lane gives the bytes of graphql-js, or nothing; and what it gives is noted, weighed and refused as Yoga's answers are. */
import fc from 'fast-check';
import { execute, getIntrospectionQuery, isObjectType, parse, validate, type ExecutionResult } from 'graphql';
import { serverAudits } from 'graphql-http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createCompiledExecutor } from '../../../src/http/compiled-executor/compiled-executor.ts';
import type { HttpOptions } from '../../../src/http/http.ts';
import type { RequestLog } from '../../../src/http/request-context.ts';
import { schema } from '../../../src/schema/index.ts';
import { graph, real } from '../../helpers/real-server.ts';
import { standIn } from '../../helpers/fake-server.ts';
import { generated } from './generated.ts';
import { randomSeed } from '../../helpers/random-seed.ts';

const SEED = randomSeed('test/http/compiled-executor/compiled-executor.test.ts');

/** A listener with the lane, and what each of its answers was noted to be. */
function withLane(
  make: (options: Partial<HttpOptions>) => { http: ReturnType<typeof real>['http'] },
  options: Partial<HttpOptions> = {},
) {
  const notes: RequestLog[] = [];
  let taken = 0;
  const { http } = make({
    ...options,
    compiledExecutor: (own) => {
      const lane = createCompiledExecutor(own);
      return {
        learn: lane.learn,
        execute: (question, asked, context) => {
          const given = lane.execute(question, asked, context);
          notes.push(asked.requestLog);
          if (given !== null) taken += 1;
          return given;
        },
      };
    },
  });
  return { http, notes, taken: () => taken };
}

const post = async (http: ReturnType<typeof real>['http'], asked: object, headers: Record<string, string> = {}) => {
  const response = await http.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(asked),
  });
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
};

const slugs = (entries: ReadonlyMap<string, unknown>): string[] =>
  [...entries.keys()].slice(0, 4).map((slug) => JSON.stringify(slug));
const words = {
  slug: [...slugs(graph.plans), ...slugs(graph.services), '"nothing-of-that-name"'],
  plan: slugs(graph.plans),
  plans: [`[${slugs(graph.plans).slice(0, 2).join()}]`],
  of: [...slugs(graph.services).map((slug) => `{ service: ${slug} }`), '$of'],
  code: ['"97124"', '"US"', '"AK"'],
  name: ['"CoverageStatus"', '"Plan"'],
  ids: ['["nonsense"]'],
  id: ['"nonsense"'],
  given: ['$given', '$given', '$given', '{ met: ["prescribed"] }', '{ territory: "US-AK", on: "2027-03-01" }'],
};
const [service = '', other = ''] = graph.services.keys();
const [technique = ''] = graph.techniques.keys();
const [met = '', unmet = ''] = [...graph.conditions.values()]
  .filter(({ counts }) => counts === null)
  .map(({ slug }) => slug);
const counted = [...graph.conditions.values()].find(({ counts }) => counts !== null)?.slug ?? '';
const cases = {
  of: [
    ...[{ service }, { service: other }, { technique }].flatMap((each) => [each, each, each, each]),
    { service, technique },
    { service: 'nothing-of-that-name' },
  ],
  given: [
    { met: [met] },
    { unmet: [unmet] },
    { met, counts: [{ condition: counted, count: 3 }] },
    { unmet: [met], territory: 'US-AK' },
    { on: '2027-03-01' },
    null,
    {},
    { met: [] },
    { met: [met], unmet: [met] },
    { met: [7] },
  ],
};

/** Two data sets that say different things of the same plans, and days on which answers differ. */
const renamed = {
  ...graph,
  version: 'another',
  plans: new Map([...graph.plans].map(([slug, plan]) => [slug, { ...plan, name: `Another ${plan.name}` }])),
};
const loaded = new Map(
  [graph, renamed].map((each) => [each.version, { graph: each, loadedAt: '2026-11-23T00:00:00Z' }]),
);
/** The same object each time, as from the server, which replaces it only when it loads other data. */
function loadedData({ version }: typeof graph) {
  const data = loaded.get(version);
  if (data === undefined) throw new Error(`no data of version ${version}`);
  return data;
}
const days = ['2026-11-23', '2026-11-24', '2027-06-01'];

describe('on operations made at random', () => {
  test("an answer of the lane is JSON.stringify of what graphql-js answers, byte by byte, and most are the lane's, whatever data was swapped in and day it became", async () => {
    let whole = 0;
    const world = { graph, today: days[0] ?? '' };
    const options = {
      limits: { aliases: 10_000, depth: 100, tokens: 100_000, cost: 1_000_000 },
      current: () => loadedData(world.graph),
      today: () => world.today,
    };
    const { http, taken } = withLane(real, options);
    const { http: yoga } = real(options);
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const { query, variables } = generated(g, schema, words, cases);
        const document = parse(query);
        fc.pre(validate(schema, document).length === 0);
        const ask = async (asked: Readonly<Record<string, unknown>>): Promise<void> => {
          const { text } = await post(http, { query, variables: asked });
          const { data, errors } = execute({
            schema,
            document,
            variableValues: asked,
            contextValue: { ...world, loadedAt: '2026-11-23T00:00:00Z' },
          }) as ExecutionResult;
          if (errors) expect(text).toBe((await post(yoga, { query, variables: asked })).text);
          else {
            whole += 1;
            expect(text).toBe(JSON.stringify({ data, extensions: { dataVersion: world.graph.version } }));
          }
        };
        await post(http, { query, variables: { ...variables, of: { service }, given: null } });
        await ask(variables);
        await ask({ ...variables, given: { met: [met] } });
        world.today = g(() => fc.constantFrom(...days));
        if (g(() => fc.boolean())) world.graph = world.graph === graph ? renamed : graph;
        for (let times = 0; times < 3; times += 1) await ask(variables); // worked out, kept, and read
      }),
      { seed: SEED, numRuns: 50, endOnFailure: true },
    );
    expect(whole).toBeGreaterThan(30);
    expect(taken()).toBeGreaterThan(whole / 2);
  });
});

const plans = schema.getType('Plan');
describe('what was written of an entry', () => {
  const question = (first: number) => ({
    query:
      'query($first: Int, $given: SituationInput) { plans(first: $first) { nodes { name coverage(of: { service: "massage-therapy" }, given: $given) { status on } } } }',
    variables: { first },
  });
  const derived = (options: Partial<HttpOptions> = {}, writtenBytes?: number) => {
    const world = { graph, today: '2026-11-23', derived: 0, statuses: [] as unknown[] };
    const coverage = isObjectType(plans) ? plans.getFields()['coverage'] : undefined;
    const resolve = coverage?.resolve;
    if (!coverage || !resolve) throw new Error('a plan without answers');
    coverage.resolve = (...given) => {
      world.derived += 1;
      return resolve(...given);
    };
    onTestFinished(() => {
      coverage.resolve = resolve;
    });
    const { http } = real({
      current: () => loadedData(world.graph),
      today: () => world.today,
      compiledExecutor: (own) => {
        const lane = createCompiledExecutor(own, writtenBytes);
        return {
          ...lane,
          execute: (asked, more, context) => {
            const given = lane.execute(asked, more, context);
            if (given) world.statuses.push([...(more.requestLog.statuses ?? [])]);
            return given;
          },
        };
      },
      ...options,
    });
    const count = async (first: number, given?: object): Promise<number> => {
      const [before, asked] = [world.derived, question(first)];
      await post(http, { ...asked, variables: { ...asked.variables, ...(given && { given }) } });
      return world.derived - before;
    };
    return { world, count, http };
  };

  test('is kept when its variables come again, in whatever list it stands, until the data or the day is another', async () => {
    const { world, count } = derived();
    expect([await count(5), await count(5), await count(5), await count(3), await count(7), await count(7)]).toEqual([
      5, 5, 5, 0, 2, 0,
    ]);
    world.today = '2026-11-24';
    expect([await count(5), await count(5), await count(5)]).toEqual([5, 5, 0]);
    world.graph = renamed;
    expect([await count(5), await count(5), await count(5)]).toEqual([5, 5, 0]);
  });
  test('is kept at once where nothing in it varies, and for one answer where it stands there more than once', async () => {
    const { world, http } = derived();
    const count = async (asked: object): Promise<number> => {
      const before = world.derived;
      expect((await post(http, asked)).status).toBe(200);
      return world.derived - before;
    };
    const plain = {
      query: '{ plans(first: 5) { nodes { name coverage(of: { service: "massage-therapy" }) { status } } } }',
    };
    expect([await count(plain), await count(plain), await count(plain)]).toEqual([5, 5, 0]);
    const within = (on: string) => ({
      query:
        'query($given: SituationInput) { plans(first: 50) { nodes { within { name coverage(of: { service: "massage-therapy" }, given: $given) { status } } } } }',
      variables: { given: { on } },
    });
    const [byYoga, first, again, kept] = [
      await count(within('2026-12-01')),
      await count(within('2026-12-02')),
      await count(within('2026-12-02')),
      await count(within('2026-12-02')),
    ];
    expect(byYoga).toBeGreaterThan(first);
    expect([first, again, kept]).toEqual([
      new Set([...graph.plans.values()].slice(0, 50).flatMap(({ within: above }) => above ?? [])).size,
      first,
      0,
    ]);
  });
  test('tells of the determinations in it each time', async () => {
    const { world, count } = derived();
    for (let at = 0; at < 4; at += 1) await count(7);
    expect(world.derived).toBe(21);
    expect(world.statuses).toHaveLength(3);
    expect(world.statuses[2]).toEqual(world.statuses[0]);
    expect(world.statuses[0]).not.toEqual([]);
  });
  test('is written again for other facts, and for facts that are left out or null', async () => {
    const { count } = derived();
    const facts = [undefined, { met: ['prescribed'] }, { met: [] }];
    await count(5);
    for (const times of [5, 5, 0]) for (const given of facts) expect(await count(5, given)).toBe(times);
  });
  test('takes no more room than there is', async () => {
    const { count } = derived({}, 50_000);
    await count(20);
    const on = (day: number): object => ({ on: `2027-01-${String(day).padStart(2, '0')}` });
    for (let day = 1; day <= 28; day += 1)
      expect([await count(20, on(day)), await count(20, on(day)), await count(20, on(day))]).toEqual([20, 20, 0]);
    expect(await count(20, on(28))).toBe(0);
    expect(await count(20, on(1))).toBe(20);
    const none = derived({}, 0);
    expect([await none.count(5), await none.count(5), await none.count(5), await none.count(5)]).toEqual([5, 5, 5, 5]);
  });
});

describe('the lane', () => {
  const question = {
    query: 'query Name($slug: String!) { plan(slug: $slug) { name } }',
    variables: { slug: 'tricare-prime' },
  };

  test('answers what Yoga answered once, with other variables too, under the same headers and with the same notes', async () => {
    const { http, notes, taken } = withLane(real);
    const { http: yoga } = real();
    const by = await post(http, question);
    const lane = await post(http, question);
    expect(taken()).toBe(1);
    expect(lane).toEqual(by);
    const { caches: _, executed: __, ...first } = notes[0] ?? {};
    const { caches, executed: ___, ...second } = notes[1] ?? {};
    expect(second).toEqual(first);
    expect(caches).toEqual([{ cache: 'compiled', hit: true }]);
    const other = { ...question, variables: { slug: 'original-medicare' } };
    expect((await post(http, other)).text).toBe((await post(yoga, other)).text);
    expect(taken()).toBe(2);
  });

  test('a variable may have the name of what every object has, and be left out', async () => {
    const { http, taken } = withLane(real);
    const { http: yoga } = real();
    const page =
      'query ($toString: Int, $constructor: String) { plans(first: $toString, after: $constructor) { nodes { slug } } }';
    const situation =
      'query ($plan: String!, $constructor: SituationInput) { plan(slug: $plan) { slug name kind: __typename coverageBySubject(first: 2, given: $constructor) { nodes { status } } } }';
    const asked: [string, Record<string, unknown>][] = [
      [page, { toString: 2 }],
      [page, { toString: 3 }],
      [page, { toString: 3, constructor: null }],
      [page, {}],
      [situation, { plan: 'medicare' }],
      [situation, { plan: 'medicare', constructor: null }],
      [situation, { plan: 'medicare' }],
      [situation, { plan: 'medicare', constructor: { met: ['prescribed'] } }],
    ];
    for (const [query, variables] of asked)
      expect((await post(http, { query, variables })).text).toBe((await post(yoga, { query, variables })).text);
    expect(taken()).toBe(asked.length - 2);
  });
  test('objects in arguments may be made of variables, left out, null or defaults, and of what never varies', async () => {
    const { http, taken } = withLane(real);
    const { http: yoga } = real();
    const whole = `query ($plan: String!, $service: String!, $on: Date, $met: [String!] = ["prescribed"], $one: String! = "prescribed", $code: String!) {
      short: coverage(plan: $plan, of: { service: $service }) { status summary }
      mixed: coverage(plan: $plan, of: { service: "acupuncture" }, given: { on: "2026-11-23", territory: "GU", met: $met }) { status summary on requirements { state text } }
      dated: coverage(plan: "medigap", of: { service: $service }, given: { on: $on, met: [$one] }) { status summary on }
      coded: coverage(plan: $plan, of: { billingCode: $code }) { status subject { slug } }
    }`;
    const part =
      'query ($service: String!, $on: Date, $met: [String!], $territory: String) { plans(first: 3) { nodes { coverage(of: { service: $service }, given: { met: $met, on: $on, territory: $territory }) { status summary on } } } }';
    const all = { plan: 'tricare-prime', service, code: '97124', met: ['back-pain'], on: '2026-11-23' };
    const asked: [string, Record<string, unknown>][] = [
      [part, { service, on: '2026-11-23', met: [], territory: 'GU' }],
      [part, { service, on: '2026-01-01', met: ['prescribed'], territory: 'US-PA' }],
      [part, { service, met: ['prescribed'] }],
      [part, { service, met: null, on: null }],
      [part, { service: 'acupuncture' }],
      [whole, all],
      [whole, all],
      [whole, { ...all, plan: 'original-medicare', met: null, on: null }],
      [whole, { plan: 'medigap', service: 'acupuncture', code: '97140' }],
    ];
    for (const [query, variables] of asked)
      expect((await post(http, { query, variables })).text).toBe((await post(yoga, { query, variables })).text);
    expect(taken()).toBe(asked.length - 2);
  });
  test('introspection is the same from it', async () => {
    const { http, taken } = withLane(real);
    const asked = { query: getIntrospectionQuery() };
    expect((await post(http, asked)).text).toBe((await post(http, asked)).text);
    expect(taken()).toBe(1);
  });

  test.each<[string, object, Record<string, string>]>([
    ['the cost wanted', question, { 'x-graphql-cost': '1' }],
    ['a variable of the wrong kind', { ...question, variables: { slug: 7 } }, {}],
    ['a variable left out', { query: question.query }, {}],
    ['a name that means nothing', { query: question.query, variables: { slug: 'nothing' } }, {}],
    ['extensions', { ...question, extensions: { cost: true } }, {}],
    ['an unknown operation', { ...question, operationName: 'Other' }, {}],
    ['a word that no request has', { ...question, more: 1 }, {}],
    ['a body in another type', question, { 'content-type': 'text/plain' }],
    ['another Accept', question, { accept: 'application/graphql-response+json' }],
    ['an Accept that nothing is in', question, { accept: 'image/png' }],
  ])('%s is answered as without it', async (_, asked, headers) => {
    const { http } = withLane(real);
    const { http: yoga } = real();
    await post(http, question);
    await post(http, question);
    expect(await post(http, asked, headers)).toEqual(await post(yoga, asked, headers));
  });

  test('a known operation that its variables make too dear is refused as ever', async () => {
    const { http, taken } = withLane(real, { limits: { cost: 200 } });
    const { http: yoga } = real({ limits: { cost: 200 } });
    const query =
      'query Page($first: Int) { plans(first: $first) { nodes { coverageBySubject(first: 10) { nodes { status } } } } }';
    await post(http, { query, variables: { first: 2 } });
    await post(http, { query, variables: { first: 2 } });
    expect(taken()).toBe(1);
    const dear = { query, variables: { first: 100 } };
    const refused = await post(http, dear);
    expect(refused.text).toContain('COST_EXCEEDED');
    expect(taken()).toBe(1);
    expect(refused).toEqual(await post(yoga, dear));
  });

  test('a bug is never its answer, nor an error next to data', async () => {
    const { http, taken } = withLane(standIn);
    for (const query of ['{ bug today }', '{ refusal today }', '{ unsayable today }'])
      for (let at = 0; at < 3; at += 1) await post(http, { query });
    expect(taken()).toBe(0);
  });

  test('an operation that goes wrong again and again is left to Yoga', async () => {
    const { http, notes, taken } = withLane(real);
    await post(http, question);
    for (let at = 0; at < 15; at += 1) await post(http, { ...question, variables: { slug: `nothing-${String(at)}` } });
    expect(taken()).toBe(0);
    expect((await post(http, question)).text).toContain('TRICARE Prime');
    expect(taken()).toBe(0);
    expect(notes).toHaveLength(17);
  });

  const { http } = withLane(standIn);
  for (const audit of serverAudits({ url: 'http://localhost/graphql', fetchFn: http.fetch })) {
    test(`audit: ${audit.name}`, async () => {
      expect((await audit.fn()).status).toBe('ok');
    });
  }
});
