/** The way of a request through the layers: how many files it passes, and that nothing is read or parsed twice. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Parser } from 'graphql/language/parser.js';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createCompiledExecutor } from '../../src/http/compiled-executor/compiled-executor.ts';
import type { HttpOptions } from '../../src/http/http.ts';
import type { RequestLog } from '../../src/http/request-context.ts';
import { schema } from '../../src/schema/index.ts';
import { listening } from '../helpers/fake-server.ts';
import { graph, real } from '../helpers/real-server.ts';

const src = join(import.meta.dirname, '../../src');
const query =
  'query Status($service: String!) { coverage(plan: "tricare-prime", of: { service: $service }) { status } }';

/** Serves the project's own data. Returns a function that posts a body and gives the caches that the request consulted. */
async function served(options: Partial<HttpOptions> = {}) {
  const logs: RequestLog[] = [];
  const observer = { answered: ({ requestLog }: { readonly requestLog: RequestLog }) => void logs.push(requestLog) };
  const { http } = real({ compiledExecutor: createCompiledExecutor, observers: [observer], ...options });
  const address = `${await listening(http)}/graphql`;
  return async (body: string, headers: Record<string, string> = {}) => {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
    expect(await response.text()).toContain('"status":');
    await vi.waitFor(() => {
      expect(logs).not.toEqual([]);
    });
    return (logs.pop()?.caches ?? []).map(({ cache, hit }) => `${cache} ${hit ? 'hit' : 'miss'}`);
  };
}

const bodyFor = (service: string, more: object = {}): string =>
  JSON.stringify({ query, variables: { service }, ...more });

/** Calls `then` each time that `Query.coverage` is resolved, until the test ends. */
function onCoverage(then: () => void): void {
  const field = schema.getQueryType()?.getFields()['coverage'];
  const resolve = field?.resolve;
  if (field === undefined || resolve === undefined) throw new Error('Query.coverage has no resolver');
  field.resolve = (...args) => {
    then();
    return resolve(...args);
  };
  onTestFinished(() => {
    field.resolve = resolve;
  });
}

/** The files of `src` in the call stack, from the outermost call to the innermost, each once. */
function filesOnStack(): string[] {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = Infinity;
  const { stack = '' } = new Error('only for its stack');
  Error.stackTraceLimit = stackTraceLimit;
  const files = Array.from(
    stack.matchAll(/\((\/[^():]+):\d+:\d+\)|at (\/[^():]+):\d+:\d+/g),
    ([, a, b]) => a ?? b ?? '',
  )
    .map((file) => relative(src, file))
    .filter((file) => !file.startsWith('..'));
  return [...new Set(files.reverse())];
}

describe('the files from the socket to the first line that knows coverage', () => {
  test('are at most eight on the call stack, by Yoga and by the compiled executor, and are documented', async () => {
    // `server.ts` passes the listener to node:http, which calls it.
    const chains: string[][] = [];
    let atListener: string[] = [];
    onCoverage(() => {
      chains.push([...new Set(['server.ts', ...atListener, ...filesOnStack()])]);
    });
    const post = await served({
      held: () => {
        atListener = filesOnStack();
        return null;
      },
    });
    expect(await post(bodyFor('massage-therapy'))).toEqual(['document miss']);
    expect(await post(bodyFor('massage-therapy'))).toEqual(['compiled hit']);
    const first = ['server.ts', 'http/http.ts', 'http/body.ts', 'http/pipeline.ts'];
    expect(chains).toEqual([
      [...first, 'http/yoga-layer.ts', 'http/create-yoga.ts', 'schema/suggestions.ts'],
      [...first, 'http/compiled-executor/compiled-executor.ts', 'http/compiled-executor/compile-operation.ts'],
    ]);
    for (const chain of chains) expect(chain.length).toBeLessThanOrEqual(8);
    const documented = readFileSync(join(src, '../docs/architecture.md'), 'utf8');
    expect(chains.flat().filter((file) => !documented.includes(`\`src/${file}\``))).toEqual([]);
  });
});

describe('a request is parsed once', () => {
  /** Counts how often each text is parsed as JSON, and how many documents are parsed. */
  function parses(): { readonly json: (text: string) => number; readonly documents: () => number } {
    const json = vi.spyOn(JSON, 'parse');
    const documents = vi.spyOn(Parser.prototype, 'parseDocument');
    onTestFinished(() => {
      json.mockRestore();
      documents.mockRestore();
    });
    return {
      json: (text) => json.mock.calls.filter(([parsed]) => parsed === text).length,
      documents: () => documents.mock.calls.length,
    };
  }

  test('its document: by Yoga, for itself and for the compiled executor', async () => {
    const post = await served();
    const { documents } = parses();
    expect(await post(bodyFor('massage-therapy'))).toEqual(['document miss']);
    expect(documents()).toBe(1);
    expect(await post(bodyFor('massage-therapy'))).toEqual(['compiled hit']);
    expect(await post(bodyFor('massage-therapy', { extensions: { cost: true } }))).toEqual(['document hit']);
    expect(documents()).toBe(1);
  });

  test.each<[string, object, Record<string, string>]>([
    ['plain', {}, {}],
    ['with a charset', {}, { 'content-type': 'application/json; charset=utf-8' }],
    ['with another spelling of the charset', {}, { 'content-type': 'application/json;charset=UTF-8' }],
    ['with extensions', { extensions: { cost: true } }, {}],
    ['that asks for its cost', {}, { 'x-graphql-cost': '1' }],
  ])('its JSON, by Yoga and by the compiled executor: a request %s', async (_, more, headers) => {
    const post = await served();
    const { json } = parses();
    const body = bodyFor('massage-therapy', more);
    expect(await post(body, headers)).toEqual(['document miss']);
    expect(json(body)).toBe(1);
    await post(body, headers);
    expect(json(body)).toBe(2);
  });

  test('its JSON, without a compiled executor', async () => {
    const post = await served({ compiledExecutor: undefined });
    const { json } = parses();
    const body = bodyFor('massage-therapy');
    expect(await post(body)).toEqual(['document miss']);
    expect(json(body)).toBe(1);
  });
});

test('a request asks once which data and which day it is answered from', async () => {
  const calls = { current: 0, today: 0 };
  const loaded = { graph, loadedAt: '2026-11-23T00:00:00Z' };
  const post = await served({
    responseCacheBytes: 1_000_000,
    current: () => {
      calls.current += 1;
      return loaded;
    },
    today: () => {
      calls.today += 1;
      return '2026-11-23';
    },
  });
  expect(calls).toEqual({ current: 0, today: 0 });
  expect(await post(bodyFor('massage-therapy'))).toEqual(['response miss', 'document miss']);
  expect(calls).toEqual({ current: 1, today: 1 });
  expect(await post(bodyFor('chiropractic-care'))).toEqual(['response miss', 'compiled hit']);
  expect(calls).toEqual({ current: 2, today: 2 });
  expect(await post(bodyFor('massage-therapy'))).toEqual(['response hit']);
  expect(calls).toEqual({ current: 3, today: 3 });
});
