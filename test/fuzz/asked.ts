/** Sends one input to a server and classifies the answer: its kind, and what is wrong with it. */
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Input, Raw, Wired } from './inputs.ts';

export interface Outcome {
  /** The kind of answer: status, code and message of each error without quoted parts; without errors, route and status. */
  readonly kinds: readonly string[];
  /** What is wrong with the answer; null if nothing is. */
  readonly fault: string | null;
}

const codes = new Set([
  'UNKNOWN_PLAN',
  'UNKNOWN_SUBJECT',
  'UNKNOWN_TERRITORY',
  'UNKNOWN_CONDITION',
  'UNKNOWN_SOURCE',
  'UNKNOWN_VERSION',
  'VERSION_UNAVAILABLE',
  'MIXED_VERSIONS',
  'CONTRADICTING_FACTS',
  'NOT_A_COUNT',
  'BAD_DATE',
  'BAD_ID',
  'BAD_CURSOR',
  'BAD_PAGE_SIZE',
  'BAD_PREVIOUS',
  'EMPTY_LIST',
  'TOO_MANY',
  'QUESTION_TOO_LONG',
  'COST_EXCEEDED',
  'BAD_REQUEST',
]);
/** Internal names of the program, which no answer may contain. No input contains them. */
const inside =
  /node_modules|\.[tj]s:\d+|\bat \S+ \(|(?:Type|Range|Reference|Internal)Error\b|Cannot (?:read|set|destructure|convert)|is not (?:a function|iterable)|\[object |\bundefined\b|\bNaN\b|ENOENT|\/tmp\/|\/home\//;
const routes = new Set(['/', '/graphql', '/answer', '/metrics', '/admin/reload', '/health/live', '/health/ready']);
const patience = 20_000;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

interface Came {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

export async function put(port: number, input: Input): Promise<Outcome> {
  try {
    return 'raw' in input ? await putRaw(port, input) : judged(input, await sent(port, input));
  } catch (error) {
    return { kinds: [], fault: `no answer: ${error instanceof Error ? error.message : String(error)}` };
  }
}

function sent(port: number, { method, path, headers, body }: Wired): Promise<Came> {
  return new Promise((resolve, reject) => {
    const wire = path.replace(/[^\u0021-\u007e]/gu, (letter) =>
      [...Buffer.from(letter)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    );
    const clean = Object.fromEntries(
      Object.entries(headers).map(([key, value]) => [key, value.replace(/[^\t\u0020-\u007e\u0080-\u00ff]/g, '?')]),
    );
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        agent,
        method,
        path: wire,
        headers: { ...clean, ...(body === '' ? {} : { 'content-length': Buffer.byteLength(body) }) },
        timeout: patience,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
        });
        response.on('error', reject);
      },
    );
    asking.on('timeout', () => {
      asking.destroy(new Error(`nothing within ${String(patience)} ms`));
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Sends raw bytes. If they are no valid HTTP request, the server may close the connection or answer 4xx, but never 5xx. */
function putRaw(port: number, { raw }: Raw): Promise<Outcome> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => {
      socket.end(Buffer.from(raw, 'latin1'));
    });
    socket.setTimeout(250, () => {
      socket.destroy();
    });
    socket.on('data', (part) => {
      text += part.toString('latin1');
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      const statuses = [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => status).join();
      resolve({
        kinds: [`raw ${statuses}`],
        fault: /^HTTP\/1\.1 5/m.test(text) ? `a fault of ours: ${text.slice(0, 200)}` : null,
      });
    });
  });
}

function judged(input: Wired, { status, headers, body }: Came): Outcome {
  const text = decoded(body, String(headers['content-encoding'] ?? ''));
  const [route = ''] = input.path.split('?', 1);
  const answer = String(headers['content-type'] ?? '').includes('json') && text !== '' ? parsed(text) : null;
  const errors = answer?.errors ?? [];
  const words = errors.map(
    ({ message = '', extensions }) => `${String(status)} ${String(extensions?.['code'])} ${plain(message)}`,
  );
  const kinds =
    words.length > 0
      ? [...new Set(words)]
      : [`${input.method} ${routes.has(route) ? route : 'elsewhere'} ${String(status)}`];
  const isOurs = route === '/graphql' && status !== 204 && status !== 304 && input.method !== 'HEAD' && answer !== null;
  const shown = JSON.stringify(errors);
  const faults = [
    status >= 500 && `status ${String(status)}`,
    status === 0 && 'no status',
    headers['x-request-id'] === undefined && status !== 400 && status !== 417 && status !== 431 && 'no request id',
    headers['set-cookie'] !== undefined && 'a cookie',
    isOurs && answer.extensions?.['dataVersion'] === undefined && 'no data version',
    isOurs && answer.data === undefined && errors.length === 0 && 'neither data nor errors',
    errors.some(({ extensions }) => !codes.has(String(extensions?.['code']))) &&
      `a code that the contract does not have: ${shown.slice(0, 300)}`,
    inside.test(shown) && `words of the inside: ${shown.slice(0, 300)}`,
  ].filter((each) => each !== false);
  return { kinds, fault: faults.length > 0 ? faults.join(', ').replace(/[\da-f]{8}-[\da-f-]{27}/g, 'ID') : null };
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message?: string; readonly extensions?: Readonly<Record<string, unknown>> }[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}

function parsed(text: string): Answer {
  const read = JSON.parse(text) as Answer | null;
  if (typeof read !== 'object' || read === null) throw new Error(`the answer is ${text.slice(0, 100)}`);
  return read;
}

function decoded(body: Buffer, coding: string): string {
  if (body.length === 0) return '';
  return (coding === 'br' ? brotliDecompressSync(body) : coding === 'gzip' ? gunzipSync(body) : body).toString();
}

/** Returns a message without quoted text, numbers and names: its first clause, cut to 40 characters. */
const plain = (message: string): string =>
  message
    .replace(/"(?:[^"\\]|\\.)*"/g, '"')
    .replace(/ at [/*h].*| (?:found|value) .*| names a \w+/, '')
    .replace(/[\d,.]*\d/g, '0')
    .split(/[:.;?{[]/, 1)[0]
    ?.trim()
    .slice(0, 40) ?? '';
