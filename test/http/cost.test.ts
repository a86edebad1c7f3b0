/** The cost of an operation follows from the operation and its variables, and bounds the work that is done for it. */
import fc from 'fast-check';
import { execute, parse, type ExecutionResult } from 'graphql';
import { describe, expect, test } from 'vitest';
import { coverageSubgraph } from '../../src/federation/index.ts';
import { createCompiledExecutor } from '../../src/http/compiled-executor/compiled-executor.ts';
import { jsonBytes } from '../../src/http/json-size.ts';
import { defaultLimits } from '../../src/http/query-limits/limits.ts';
import { analyzeCost } from '../../src/http/query-limits/query-cost.ts';
import { leafWeight, objectWeight } from '../../src/http/query-limits/field-costs.ts';
import { withFewSuggestions } from '../../src/schema/suggestions.ts';
import { OperationSource } from '../bench/cost-operations.ts';
import { costShapes } from '../bench/cost-shapes.ts';
import { graph, real } from '../helpers/real-server.ts';
import { ask } from '../helpers/fake-server.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/http/cost.test.ts', 11);

const { schema } = coverageSubgraph();
const world = { plans: graph.plans.size, subjects: graph.subjects.size };
const limits = { ...defaultLimits, listItems: 10_000 };
type Variables = Readonly<Record<string, unknown>>;
const weighed = (query: string, variables: Variables = {}, of = world) =>
  analyzeCost(schema, parse(query), null, variables, of, limits);

describe('nothing that was asked before changes the cost', () => {
  const query =
    'query ($by: PlanOrder) { plansInArea(area: { state: "PA" }, of: { service: "massage-therapy" }, orderBy: $by) { totalCount } }';
  const many = { plans: 6_000, subjects: 37 };

  test('of a word that is as long as another one', () => {
    const document = parse(query);
    const cost = (by: string) => analyzeCost(schema, document, null, { by }, many, limits).cost;
    const byName = cost('NAME');
    const byCost = cost('COST');
    // Ordering by cost derives an answer for a tenth of the 6,000 plans, at 0.7 units each.
    expect(byCost - byName).toBeGreaterThan(350);
    expect(byCost).toBe(weighed(query, { by: 'COST' }, many).cost);
    expect(cost('NAME')).toBe(byName);
  });

  test('of any operation, when the same document was weighed with other variables', () => {
    const source = new OperationSource(schema, graph, SEED);
    for (let index = 0; index < 60; index += 1) {
      const { query: text, variables } = source.next(index);
      const first = weighed(text, variables);
      const document = parse(text, { noLocation: true });
      for (const others of [{}, shortened(variables), variables])
        analyzeCost(schema, document, null, others, world, limits);
      const { cost, atMost } = analyzeCost(schema, document, null, variables, world, limits);
      expect([cost, atMost]).toEqual([first.cost, first.atMost]);
    }
  });
});

const shortened = (variables: Variables): Variables =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, 1) : value]),
  );

describe('lists among the arguments', () => {
  const facts = [...graph.conditions.values()].filter(({ counts }) => counts === null).map(({ slug }) => slug);
  const query =
    'query ($met: [String!]) { services(first: 22) { nodes { coverageByPlan(first: 10) { nodes { plan { coverageBySubject(first: 0, given: { met: $met }) { totalCount } } } } } } }';
  const met = (count: number) => Array.from({ length: count }, () => facts[0] ?? '');

  test('in a variable are priced by their entries', () => {
    const costOf = (count: number) => weighed(query, { met: met(count) }).cost;
    // Reading an entry is 0.02 units, looking its name up 0.02, and each of its characters 0.0005.
    const each = 0.04 + 0.0005 * (facts[0] ?? '').length;
    expect(costOf(2_400) - costOf(400)).toBeGreaterThanOrEqual(Math.floor(2_000 * each));
    expect(costOf(2_400) - costOf(400)).toBeLessThanOrEqual(Math.ceil(2_000 * each) + 1);
  });

  test('in the document are priced at each place where the field comes back', () => {
    const written = (count: number) =>
      `{ services(first: 22) { nodes { coverageByPlan(first: 0, plans: [${'"medicare" '.repeat(count)}]) { totalCount } } } }`;
    const inDocument = 0.35 * 100;
    const atPlaces = 22 * 0.02 * 100;
    expect(weighed(written(200)).cost - weighed(written(100)).cost).toBeGreaterThanOrEqual(
      Math.floor(inDocument + atPlaces),
    );
  });

  test('in a variable are looked up once in a request, however often the field comes back', () => {
    const lookups = { count: 0 };
    const conditions = new Map(graph.conditions);
    const get = conditions.get.bind(conditions);
    conditions.get = (slug) => {
      lookups.count += 1;
      return get(slug);
    };
    const contextValue = { graph: { ...graph, conditions }, today: '2026-11-23', loadedAt: '2026-11-23T00:00:00Z' };
    const answer = execute({
      schema,
      document: parse(query),
      variableValues: { met: met(300) },
      contextValue,
    }) as ExecutionResult;
    expect(answer.errors).toBeUndefined();
    expect(lookups.count).toBe(300);
  });

  test('that are refused are looked up once, and refused at each place with its own path', () => {
    const answer = execute({
      schema,
      document: parse(
        'query ($m: [String!]) { services(first: 3) { nodes { coverageByPlan(given: { met: $m }) { totalCount } } } }',
      ),
      variableValues: { m: ['prescribed', 'prescribd'] },
      contextValue: { graph, today: '2026-11-23', loadedAt: '2026-11-23T00:00:00Z' },
    }) as ExecutionResult;
    expect(answer.errors?.map(({ path, extensions }) => [path?.[2], extensions['argument']])).toEqual([
      [0, 'given.met[1]'],
      [1, 'given.met[1]'],
      [2, 'given.met[1]'],
    ]);
  });
});

describe('suggestions', () => {
  const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
  const misspelt = (count: number) => ({
    r: Array.from({ length: count }, (_, index) => ({ __typename: 'Plan', slug: `tricare-prme${String(index)}` })),
  });

  test('are given for the first five refused names of a request, and for no more', async () => {
    const { http } = real({ schema });
    const { errors = [] } = await ask(http, query, misspelt(100));
    const given = errors.map(({ extensions }) => (extensions['suggestions'] as unknown[]).length > 0);
    expect(given).toEqual([...Array<boolean>(5).fill(true), ...Array<boolean>(95).fill(false)]);
    const again = await ask(http, query, misspelt(1));
    expect(again.errors?.[0]?.extensions['suggestions']).not.toEqual([]);
  });

  test('are counted for each request by itself, also where one fails', () => {
    expect(() =>
      withFewSuggestions(() => {
        throw new Error('a bug');
      }),
    ).toThrow('a bug');
    expect(withFewSuggestions(() => 7)).toBe(7);
  });
});

describe('the price at most bounds the work', () => {
  /** Units of the work that is seen in an answer: determinations, objects and leaves, by the weights of the price list. */
  function workSeen(query: string, variables: Variables): number {
    let derived = 0;
    const contextValue = {
      graph,
      today: '2026-11-23',
      loadedAt: '2026-11-23T00:00:00Z',
      derived: () => {
        derived += 1;
      },
    };
    const run = () => execute({ schema, document: parse(query), variableValues: variables, contextValue });
    const { data } = withFewSuggestions(run) as ExecutionResult;
    const { objects, leaves } = counted(data);
    return 0.7 * derived + objectWeight * objects + leafWeight * leaves;
  }

  function counted(value: unknown): { objects: number; leaves: number } {
    const found = { objects: 0, leaves: 0 };
    const left: unknown[] = [value];
    while (left.length > 0) {
      const each = left.pop();
      if (Array.isArray(each)) left.push(...(each as unknown[]));
      else if (typeof each === 'object' && each !== null) {
        found.objects += 1;
        left.push(...(Object.values(each) as unknown[]));
      } else found.leaves += 1;
    }
    return found;
  }

  test('of operations drawn over the whole schema', () => {
    const source = new OperationSource(schema, graph, SEED);
    const dear: string[] = [];
    for (let index = 0; index < 150; index += 1) {
      const { query, variables, name } = source.next(index);
      const { atMost, refusal } = weighed(query, variables);
      if (refusal === null && workSeen(query, variables) > atMost) dear.push(name);
    }
    expect(dear).toEqual([]);
  });

  test.each(costShapes(graph).map((shape) => [shape.name, shape] as const))(
    '%s, filled up to the limit',
    (_, shape) => {
      const many = mostAccepted(shape);
      expect(many).toBeGreaterThan(0);
      const { query, variables } = shape.request(many);
      expect(workSeen(query, variables)).toBeLessThanOrEqual(weighed(query, variables).atMost);
    },
  );

  function mostAccepted({ most, request }: ReturnType<typeof costShapes>[number]): number {
    let [low, high] = [0, most];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      const { query, variables } = request(middle);
      if (weighed(query, variables).refusal === null) low = middle;
      else high = middle - 1;
    }
    return low;
  }
});

describe('the bytes of an answer', () => {
  const query = '{ plans(first: 5) { nodes { slug name description } } }';
  const bytesOf = async (options: Parameters<typeof real>[0], text: string) => {
    const { http } = real({ schema, ...options });
    const response = await http.fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: text }),
    });
    return (await response.arrayBuffer()).byteLength;
  };

  test('may be as many as allowed, and one fewer allowed is refused', async () => {
    const bytes = await bytesOf({}, query);
    const allowed = (responseBytes: number) => ask(real({ schema, limits: { responseBytes } }).http, query);
    expect((await allowed(bytes)).errors).toBeUndefined();
    const { data, errors } = await allowed(bytes - 1);
    expect(data).toBeUndefined();
    expect(errors).toEqual([
      {
        message: `Too much for one request: more than ${String(bytes - 1)} bytes of answer, and at most ${String(bytes - 1)} are allowed. Ask for smaller pages, or for less of each entry.`,
        extensions: { code: 'TOO_MANY', limit: 'responseBytes', allowed: bytes - 1 },
      },
    ]);
  });

  test('are bounded by the compiled executor as well', async () => {
    const bytes = await bytesOf({}, 'query ($n: Int) { plans(first: $n) { nodes { slug name description } } }');
    const { http } = real({
      schema,
      limits: { responseBytes: bytes },
      compiledExecutor: (own) => createCompiledExecutor(own),
    });
    const paged = 'query ($n: Int) { plans(first: $n) { nodes { slug name description } } }';
    for (let times = 0; times < 3; times += 1) expect((await ask(http, paged, { n: 3 })).errors).toBeUndefined();
    expect((await ask(http, paged, { n: 39 })).errors?.[0]?.extensions['limit']).toBe('responseBytes');
  });

  test('of the subgraph schema, a hundred times, are refused', async () => {
    const fields = Array.from({ length: 100 }, (_, index) => `a${String(index)}: _service { sdl }`);
    const { errors } = await ask(real({ schema }).http, `{ ${fields.join(' ')} }`);
    expect(errors?.[0]?.extensions['limit']).toBe('responseBytes');
  });

  test('are counted as JSON.stringify writes them', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(jsonBytes(value, Infinity)).toBe(Buffer.byteLength(JSON.stringify(value)));
      }),
      { seed: SEED },
    );
  });

  test('are counted no further than to the first that is too many', () => {
    let read = 0;
    const list = Array.from({ length: 1_000 }, () => ({
      get name() {
        read += 1;
        return 'x'.repeat(100);
      },
    }));
    expect(jsonBytes(list, 3_000)).toBeGreaterThan(3_000);
    expect(read).toBeLessThan(30);
  });
});
