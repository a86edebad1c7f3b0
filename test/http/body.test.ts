/** The body's limit is held by counting what comes, over a real socket, whatever the headers claim. */
import { connect } from 'node:net';
import { describe, expect, test } from 'vitest';
import { listening, standIn, type Answer } from '../helpers/fake-server.ts';

const allowed = 1_000;
const served = async () => listening(standIn({ limits: { bodyBytes: allowed } }).http);
const post = (address: string, body: RequestInit['body']) =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body ?? null,
    duplex: 'half',
  } as RequestInit);
const padded = (bytes: number) => JSON.stringify({ query: '{ today }' }).padEnd(bytes);
const streamed = (bytes: number) => new Blob([padded(bytes)]).stream();

/** What a raw client receives, up to `last`, if it sends `words` and leaves the connection open. */
function raw(address: string, words: readonly string[], last = '\r\n\r\n{'): Promise<string> {
  return new Promise((resolve) => {
    let received = '';
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => {
      for (const word of words) socket.write(word);
    });
    socket.on('data', (part) => {
      received += part.toString();
      if (received.includes(last)) {
        socket.destroy();
        resolve(received);
      }
    });
    socket.on('error', () => {
      resolve(received);
    });
    socket.on('close', () => {
      resolve(received);
    });
  });
}

describe('a body announced by its length', () => {
  test('of as many bytes as allowed is answered', async () => {
    expect(await (await post(await served(), padded(allowed))).json()).toMatchObject({ data: { today: '2026-11-23' } });
  });

  test('of one byte more is refused, by both numbers', async () => {
    const response = await post(await served(), padded(allowed + 1));
    expect(response.status).toBe(413);
    expect(response.headers.get('content-type')).toContain('application/json');
    expect(await response.json()).toEqual({
      errors: [
        {
          message:
            'Too much for one request: 1001 bytes of body, and at most 1000 are allowed. Send a shorter query, or fewer variables at once.',
          extensions: { code: 'BAD_REQUEST', limit: 'bodyBytes', asked: 1001, allowed: 1000 },
        },
      ],
      extensions: { dataVersion: 'v1' },
    });
  });

  test('is refused before it is sent', async () => {
    const received = await raw(await served(), [
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n',
    ]);
    expect(received).toMatch(/^HTTP\/1.1 413/);
    expect(received).toContain('"asked":99999999999');
  });

  test('counts bytes, not letters', async () => {
    const body = JSON.stringify({ query: `{ hello(name: "${'日'.repeat(330)}") }` });
    expect(body.length).toBeLessThan(allowed);
    expect((await post(await served(), body)).status).toBe(413);
  });
});

describe('a body without a Content-Length', () => {
  test('is answered up to the limit', async () => {
    expect(await (await post(await served(), streamed(allowed))).json()).toMatchObject({
      data: { today: '2026-11-23' },
    });
  });

  test('is refused one byte past it', async () => {
    const response = await post(await served(), streamed(allowed + 1));
    expect(response.status).toBe(413);
    expect(((await response.json()) as Answer).errors?.[0]?.extensions).toEqual({
      code: 'BAD_REQUEST',
      limit: 'bodyBytes',
      allowed: 1000,
    });
  });

  test('is refused while it still comes, and a sender that never ends is cut off', async () => {
    const address = await served();
    const chunk = `3e8\r\n${'x'.repeat(1_000)}\r\n`;
    const received = await raw(address, [
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n',
      chunk,
      chunk,
    ]);
    expect(received).toMatch(/^HTTP\/1.1 413/);
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 1_000;
        controller.enqueue(new Uint8Array(1_000));
      },
    });
    await post(address, endless).then(
      (response) => response.text(),
      () => 'cut off',
    );
    expect(sent).toBeLessThan(20_000_000);
  });
});

test('a length that is less than what comes smuggles nothing in', async () => {
  const body = padded(40);
  const received = await raw(
    await served(),
    [
      `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${String(body.length)}\r\n\r\n${body}${'y'.repeat(5_000)}`,
    ],
    'Connection: close',
  );
  expect(received).toMatch(
    /^HTTP\/1.1 200 [^]*\{"data":\{"today":"2026-11-23"\},[^{}]*\{[^{}]*\}\}HTTP\/1.1 400 Bad Request\r\nConnection: close/,
  );
});

test('a sender that leaves in the middle leaves no trace in the log', async () => {
  const { http, logged } = standIn();
  const address = await listening(http);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(new URL(address).port), '127.0.0.1', () => {
      socket.write(
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{',
        () => {
          socket.destroy();
        },
      );
    });
    socket.on('close', () => {
      resolve();
    });
  });
  expect(await (await post(address, padded(100))).json()).toMatchObject({ data: { today: '2026-11-23' } });
  expect(logged).toEqual([]);
});
