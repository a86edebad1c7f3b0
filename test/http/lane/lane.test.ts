/** The lane gives the bytes of graphql-js, or nothing; and what it gives is noted, weighed and refused as Yoga's answers are. */
import fc from 'fast-check';
import { execute, getIntrospectionQuery, parse, validate, type ExecutionResult } from 'graphql';
import { serverAudits } from 'graphql-http';
import { describe, expect, test } from 'vitest';
import { createLane } from '../../../src/http/lane/lane.ts';
import type { HttpOptions } from '../../../src/http/http.ts';
import type { Noted } from '../../../src/http/exchange.ts';
import { schema } from '../../../src/schema/index.ts';
import { graph, real } from '../real.ts';
import { standIn } from '../stand-in.ts';
import { generated } from './generated.ts';

/** A listener with the lane, and what each of its answers was noted to be. */
function withLane(make: (options: Partial<HttpOptions>) => { http: ReturnType<typeof real>['http'] }, options: Partial<HttpOptions> = {}) {
  const notes: Noted[] = [];
  let taken = 0;
  const { http } = make({
    ...options,
    lane: (own) => {
      const lane = createLane(own);
      return {
        learn: lane.learn,
        answer: (asked, served) => {
          const given = lane.answer(asked, served);
          notes.push(served.noted);
          if (given !== null) taken += 1;
          return given;
        },
      };
    },
  });
  return { http, notes, taken: () => taken };
}

const post = async (http: ReturnType<typeof real>['http'], asked: object, headers: Record<string, string> = {}) => {
  const response = await http.fetch('http://localhost/graphql', { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(asked) });
  return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
};

const slugs = (entries: ReadonlyMap<string, unknown>): string[] => [...entries.keys()].slice(0, 4).map((slug) => JSON.stringify(slug));
const words = {
  slug: [...slugs(graph.plans), ...slugs(graph.services), '"nothing-of-that-name"'], plan: slugs(graph.plans), plans: [`[${slugs(graph.plans).slice(0, 2).join()}]`],
  of: slugs(graph.services).map((slug) => `{ service: ${slug} }`), code: ['"97124"', '"US"', '"AK"'], name: ['"CoverageStatus"', '"Plan"'], ids: ['["nonsense"]'], id: ['"nonsense"'],
};
const context = { graph, today: '2026-11-23', loadedAt: '2026-11-23T00:00:00Z' };

describe('on operations made at random', () => {
  test('an answer of the lane is JSON.stringify of what graphql-js answers, byte by byte, and most are the lane\'s', async () => {
    let whole = 0;
    const limits = { aliases: 10_000, depth: 100, tokens: 100_000, cost: 1_000_000 };
    const { http, taken } = withLane(real, { limits });
    const { http: yoga } = real({ limits });
    await fc.assert(fc.asyncProperty(fc.gen(), async (g) => {
      const { query, variables } = generated(g, schema, words);
      const document = parse(query);
      fc.pre(validate(schema, document).length === 0);
      await post(http, { query, variables: { yes: true, no: false, few: 2 } });
      const { text } = await post(http, { query, variables });
      const { data, errors } = execute({ schema, document, variableValues: variables, contextValue: context }) as ExecutionResult;
      if (errors) expect(text).toBe((await post(yoga, { query, variables })).text);
      else {
        whole += 1;
        expect(text).toBe(JSON.stringify({ data, extensions: { dataVersion: graph.version } }));
      }
    }), { numRuns: 100, endOnFailure: true });
    expect(whole).toBeGreaterThan(20);
    expect(taken()).toBeGreaterThan(whole / 2);
  });
});

describe('the lane', () => {
  const question = { query: 'query Name($slug: String!) { plan(slug: $slug) { name } }', variables: { slug: 'tricare-prime' } };

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
    expect(caches).toEqual([{ cache: 'lane', hit: true }]);
    const other = { ...question, variables: { slug: 'original-medicare' } };
    expect((await post(http, other)).text).toBe((await post(yoga, other)).text);
    expect(taken()).toBe(2);
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
    const { http, taken } = withLane(real, { limits: { cost: 100 } });
    const { http: yoga } = real({ limits: { cost: 100 } });
    const query = 'query Page($first: Int) { plans(first: $first) { nodes { name } } }';
    await post(http, { query, variables: { first: 2 } });
    await post(http, { query, variables: { first: 2 } });
    expect(taken()).toBe(1);
    const dear = { query, variables: { first: 100 } };
    const refused = await post(http, dear);
    expect(refused.text).toContain('COST_EXCEEDED');
    expect(taken()).toBe(1);
    expect(refused).toEqual(await post(yoga, dear));
  });

  test('a bug is never its answer, nor an error beside data', async () => {
    const { http, taken } = withLane(standIn);
    for (const query of ['{ bug today }', '{ refusal today }', '{ unsayable today }']) for (let at = 0; at < 3; at += 1) await post(http, { query });
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
    test(`audit: ${audit.name}`, async () => { expect((await audit.fn()).status).toBe('ok'); });
  }
});
