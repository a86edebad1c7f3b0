/** Trusted documents: known ones by their ids in two forms, unknown ones refused with a 4xx, and none ever learned from a request. */
import { readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { Kind, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { ask as direct, at, graph } from '../schema/ask.ts';
import { createHttp, type HttpOptions } from '../../src/http/http.ts';
import { documentId, readManifest, operationNames } from '../../src/http/persisted-documents.ts';
import { listening, standIn, type Answer } from '../helpers/fake-server.ts';

const GREETS = 'query Greets($name: String! = "you") { hello(name: $name) } query Dates { today }';
const ID = documentId(GREETS);
const UNKNOWN = documentId('{ today }');
const trustedDocuments = new Map([[ID, GREETS]]);
const open = standIn({ trustedDocuments }).http;
const closed = standIn({ trustedDocuments, trustedDocumentsOnly: true }).http;

async function posted(http: typeof open, body: unknown, accept = 'application/graphql-response+json') {
  const response = await http.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as Answer) };
}
async function got(http: typeof open, parameters: Record<string, string>) {
  const response = await http.fetch(`http://localhost/graphql?${String(new URLSearchParams(parameters))}`, {
    headers: { accept: 'application/json' },
  });
  return { status: response.status, ...((await response.json()) as Answer) };
}
const apollo = (id: string) => ({
  extensions: { persistedQuery: { version: 1, sha256Hash: id.replace('sha256:', '') } },
});

describe.each([
  ['and any other', open],
  ['and no other', closed],
])('a known document is answered, %s', (_, http) => {
  test.each([
    ['by documentId', { documentId: ID, operationName: 'Greets' }, 'hello you'],
    ['with variables', { documentId: ID, operationName: 'Greets', variables: { name: 'me' } }, 'hello me'],
    ["by Apollo's hash", { ...apollo(ID), operationName: 'Greets' }, 'hello you'],
  ])('%s', async (__, body, hello) => {
    expect(await posted(http, body)).toEqual({ status: 200, data: { hello }, extensions: { dataVersion: 'v1' } });
    expect(await posted(http, body, 'application/json')).toMatchObject({ status: 200, data: { hello } });
  });

  test('in the address of a GET, in both forms', async () => {
    expect(await got(http, { documentId: ID, operationName: 'Greets', variables: '{"name":"me"}' })).toMatchObject({
      status: 200,
      data: { hello: 'hello me' },
    });
    expect(
      await got(http, { operationName: 'Dates', extensions: JSON.stringify(apollo(ID).extensions) }),
    ).toMatchObject({ status: 200, data: { today: '2026-11-23' } });
  });

  test.each([
    ['an unknown id', { documentId: UNKNOWN }],
    ['an id in capital letters', { documentId: ID.toUpperCase() }],
    ['a digest without its prefix', { documentId: ID.slice(7) }],
    ['an id that is no text', { documentId: 7 }],
    ['an empty id', { documentId: '' }],
    ['a name that every object has', { documentId: 'constructor' }],
    ['a hash that is no text', { extensions: { persistedQuery: { version: 1, sha256Hash: 7 } } }],
    ['neither id nor text', {}],
  ])('but not %s: 400, and one error', async (__, body) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const { status, data, errors } = await posted(http, body, accept);
      expect({ status, data, codes: errors?.map(({ extensions }) => extensions['code']) }).toEqual({
        status: 400,
        data: undefined,
        codes: ['BAD_REQUEST'],
      });
    }
  });
});

test("an unknown id gets Apollo's error PersistedQueryNotFound, and the text sent then is answered and not stored", async () => {
  expect(await posted(open, apollo(UNKNOWN))).toMatchObject({
    status: 400,
    errors: [{ message: 'PersistedQueryNotFound' }],
  });
  expect(await posted(open, { ...apollo(UNKNOWN), query: '{ today }' })).toMatchObject({
    status: 200,
    data: { today: '2026-11-23' },
  });
  expect(await posted(open, apollo(UNKNOWN))).toMatchObject({
    status: 400,
    errors: [{ message: 'PersistedQueryNotFound' }],
  });
});

describe('where nothing else is answered', () => {
  test.each([
    ['a text', { query: '{ today }' }],
    ['the text of a known document', { query: GREETS, operationName: 'Dates' }],
    ['a text with the hash of a known one', { query: '{ bug }', ...apollo(ID) }],
  ])('%s is refused: 403, and nothing runs', async (_, body) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      expect(await posted(closed, body, accept)).toMatchObject({
        status: 403,
        errors: [{ extensions: { code: 'BAD_REQUEST' } }],
      });
    }
    expect((await got(closed, { query: '{ today }' })).status).toBe(403);
  });

  test('an operation that the document does not have is refused as in any document', async () => {
    expect(await posted(closed, { documentId: ID, operationName: 'Other' })).toMatchObject({
      status: 400,
      errors: [{ extensions: { code: 'BAD_REQUEST' } }],
    });
  });
});

test('without any known document everything is as it was', async () => {
  expect(await posted(standIn().http, { query: '{ today }' })).toMatchObject({ status: 200 });
  expect(await posted(standIn().http, { documentId: ID })).toMatchObject({ status: 400 });
});

const manifestOf = (operations: unknown): string =>
  JSON.stringify({ format: 'apollo-persisted-query-manifest', version: 1, operations });

describe('a file of documents', () => {
  const digest = ID.slice(7);

  test("can be Apollo's manifest, whose operations are answered by their ids in both forms", async () => {
    const text = readFileSync(at('test/http/fixtures/apollo-manifest.json'), 'utf8');
    const { operations } = JSON.parse(text) as { operations: { id: string; name: string; body: string }[] };
    expect(operations.map(({ name }) => name)).toEqual(['Greets', 'Today']);
    const documents = readManifest(text);
    expect(documents).toEqual(
      new Map(operations.flatMap(({ id, body }) => [id, `sha256:${id}`].map((each) => [each, body]))),
    );
    const { http } = standIn({ trustedDocuments: documents, trustedDocumentsOnly: true });
    const id = operations[0]?.id ?? '';
    for (const body of [apollo(id), { documentId: id }, { documentId: `sha256:${id}` }])
      expect(await posted(http, body)).toMatchObject({
        status: 200,
        data: { hello: 'hello you', __typename: 'Query' },
      });
    expect(await posted(http, apollo(digest))).toMatchObject({ status: 400 });
  });

  test("of Apollo's with ids of its own answers Apollo's clients, which send any id as a hash", async () => {
    const trustedDocuments = readManifest(
      manifestOf([{ id: 'greets-1', name: 'Greets', type: 'query', body: GREETS }]),
    );
    const { http } = standIn({ trustedDocuments, trustedDocumentsOnly: true });
    for (const body of [apollo('greets-1'), { documentId: 'greets-1' }])
      expect(await posted(http, { ...body, operationName: 'Greets' })).toMatchObject({ status: 200 });
  });

  test('can have a document that is called "operations"', () => {
    expect([...readManifest(JSON.stringify({ operations: GREETS }))]).toEqual([['operations', GREETS]]);
  });

  test('has each under its id, a digest under its full form as well', () => {
    expect([...readManifest(JSON.stringify({ [ID]: GREETS }))]).toEqual([[ID, GREETS]]);
    expect([...readManifest(JSON.stringify({ [digest]: GREETS }))]).toEqual([
      [digest, GREETS],
      [ID, GREETS],
    ]);
    expect([...readManifest(JSON.stringify({ greets: GREETS }))]).toEqual([['greets', GREETS]]);
  });
  test.each([
    ['[]', 'JSON object'],
    ['{"a": 1}', 'JSON object'],
    ['{', 'JSON'],
    ['null', 'JSON object'],
    [JSON.stringify({ [ID]: '{ today }' }), 'is not the SHA-256'],
    [manifestOf([{ id: digest, body: '{ today }' }]), 'is not the SHA-256'],
    [
      manifestOf([
        { id: 'a', body: '{ today }' },
        { id: 'a', body: '{ bug }' },
      ]),
      'the id a has two texts',
    ],
    [manifestOf([{ id: 'a', body: '{ today }' }, { id: 'b' }]), 'operations[1] has to have an "id" and a "body"'],
    [manifestOf([null]), 'operations[0] has to have an "id" and a "body"'],
    [manifestOf({ a: '{ today }' }), 'have to be a list'],
    ['{"md5:1": "{ today }"}', 'prefix'],
  ])('%s is none', (text, why) => {
    expect(() => readManifest(text)).toThrow(why);
  });
});

/** Whether it can be asked without variables. */
const needsNothing = (text: string): boolean =>
  parse(text).definitions.every(
    (each) =>
      each.kind !== Kind.OPERATION_DEFINITION ||
      (each.variableDefinitions ?? []).every(
        ({ type, defaultValue }) => type.kind !== Kind.NON_NULL_TYPE || defaultValue !== undefined,
      ),
  );

describe('the documents that come with the program', () => {
  const manifest = JSON.parse(readFileSync(at('schema/trusted-documents.json'), 'utf8')) as Record<string, string>;
  const options: HttpOptions = {
    schema,
    current: () => ({ graph, loadedAt: '2026-11-23T12:00:00Z' }),
    today: () => '2026-11-23',
    log: () => undefined,
    trustedDocuments: new Map(Object.entries(manifest)),
    trustedDocumentsOnly: true,
  };

  test('have the SHA-256 of their text for an id', () => {
    expect(Object.keys(manifest).length).toBeGreaterThan(25);
    for (const [id, text] of Object.entries(manifest))
      expect(id).toBe(`sha256:${createHash('sha256').update(text).digest('hex')}`);
  });

  test('are each answered by it, as by their text', async () => {
    const http = createHttp(options);
    const asked = Object.entries(manifest).filter(([, text]) => needsNothing(text));
    expect(asked.length).toBeGreaterThan(35);
    for (const [id, text] of asked) {
      const { data, errors } = await posted(http, { documentId: id });
      expect(errors, text).toBeUndefined();
      expect(data).toEqual(direct(text));
    }
  });

  test('are each valid; those that need variables say so', async () => {
    const http = createHttp(options);
    for (const [id, text] of Object.entries(manifest)) {
      expect(validate(schema, parse(text)), text).toEqual([]);
      if (needsNothing(text)) continue;
      const { errors } = await posted(http, { documentId: id });
      expect(
        errors?.every(({ message }) => /^Variable "\$\w+" of required type/.test(message)),
        text,
      ).toBe(true);
    }
  });

  test("give their operations' names to metrics and logs, and a text that does not parse gives none", () => {
    const names = operationNames(new Map([...Object.entries(manifest), ['broken', 'query Broken {']]));
    const own = Object.values(manifest).flatMap((text) =>
      parse(text).definitions.flatMap((each) =>
        each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value ?? ''] : [],
      ),
    );
    expect(new Set(own).size).toBe(Object.keys(manifest).length);
    expect(own.filter((name) => !names.has(name))).toEqual([]);
    expect([
      names.has('DoesMedicarePayForCareInCanada'),
      names.has('Home'),
      names.has('PlansAndServices'),
      names.has('Broken'),
      names.has('toString'),
      names.has('Plan'),
    ]).toEqual([true, true, true, false, false, false]);
  });

  test('are what GraphiQL has to give way to, and says so', async () => {
    const explorer = await fetch(`${await listening(createHttp(options))}/graphql`, {
      headers: { accept: 'text/html' },
    });
    expect([explorer.status, explorer.headers.get('content-type'), await explorer.text()]).toEqual([
      403,
      'text/plain; charset=utf-8',
      expect.stringContaining('GraphiQL is not available'),
    ]);
  });
});
