/**
 * Reads what the body of a request holds: its content type and charset, its content codings, and whether it is UTF-8 (RFC 9110,
 * section 8; RFC 8259, section 8.1). Reading the bytes from the socket is in body.ts.
 */
import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { parse } from 'content-type';
import type { RequestBody } from './body.ts';
import { rememberByHeader } from './header-memo.ts';
import { limitExceeded } from './query-limits/limits.ts';
import { Refusal } from './refusal.ts';

/** The content types of bodies that are read. */
export type BodyType = 'application/json' | 'application/graphql' | 'application/x-www-form-urlencoded';

const bodyTypes: ReadonlyMap<string, BodyType> = new Map([
  ['application/json', 'application/json'],
  ['application/graphql+json', 'application/json'],
  ['application/graphql', 'application/graphql'],
  ['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded'],
]);

const utf8Names: readonly (string | undefined)[] = [undefined, 'utf-8', 'utf8'];
const quoted = (text: string): string => JSON.stringify(text.slice(0, 100));

const readBodyType = rememberByHeader((header): BodyType | Refusal => {
  const { type, parameters } = parse(header);
  const bodyType = bodyTypes.get(type);
  if (bodyType === undefined)
    return new Refusal(
      415,
      `A body of the content type ${quoted(type)} is not read here. Send JSON, with content-type: application/json.`,
      { accept: 'application/json' },
    );
  const charset = parameters['charset'];
  if (utf8Names.includes(charset?.toLowerCase())) return bodyType;
  return new Refusal(
    415,
    `A body in the charset ${quoted(charset ?? '')} is not read here. Send UTF-8, with content-type: ${type}; charset=utf-8.`,
    { accept: `${type}; charset=utf-8` },
  );
});

const missingType = new Refusal(
  415,
  'The request has a body and no content type. Send JSON, with content-type: application/json.',
  { accept: 'application/json' },
);

/** Returns the content type of the body, or a refusal with 415 if a body of this type or charset is not read. */
export function bodyTypeOf(contentType: string | undefined): BodyType | Refusal {
  if (contentType === 'application/json') return contentType;
  return contentType === undefined ? missingType : readBodyType(contentType);
}

/**
 * Returns the text of the body without a byte order mark (RFC 8259, section 8.1, allows to ignore it), or a refusal with 400 if
 * the bytes are not UTF-8.
 */
export function textOfBody(body: Uint8Array<ArrayBuffer>): string | Refusal {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const text = bytes.toString();
  // Bytes that are not UTF-8 become U+FFFD, which is rare, so most bodies need no second look.
  if (text.includes('\uFFFD') && !isUtf8(bytes)) return notUtf8('The body');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

const notUtf8 = (what: string): Refusal =>
  new Refusal(400, `${what} is not UTF-8: it has bytes that encode no character. Encode the text as UTF-8.`);

/** Returns the JSON object or array that the body holds, or a refusal with 400. */
export function jsonOfBody(body: Uint8Array<ArrayBuffer>): object | Refusal {
  const text = textOfBody(body);
  if (typeof text !== 'string') return text;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value;
    return new Refusal(400, 'The body is JSON, but not an object. Send an object with the operation as "query".');
  } catch (error) {
    return invalidJson(text, error);
  }
}

function invalidJson(text: string, error: unknown): Refusal {
  const what = text.trim() === '' ? 'The body is empty' : `The body is not valid JSON${positionIn(error)}`;
  return new Refusal(
    400,
    `${what}. Send an object with the operation as "query", such as {"query": "{ __typename }"}.`,
  );
}

/** The position that the message of a syntax error names; empty if it names none. The message itself may hold the body. */
function positionIn(error: unknown): string {
  const [, position] = /at position (\d+)/.exec(error instanceof Error ? error.message : '') ?? [];
  return position === undefined ? '' : ` (at character ${String(Number(position) + 1)})`;
}

/**
 * Returns a refusal with 400 if the percent-encoded text of an address or a form is not UTF-8, else null. Without this check the
 * wrong bytes would be replaced, and another text would be answered.
 */
export function checkPercentEncoding(text: string, what: string): Refusal | null {
  if (!/%[89a-f]/i.test(text)) return null;
  const bytes = text.replaceAll(/%([0-9a-f]{2})/gi, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
  return isUtf8(Buffer.from(bytes, 'latin1')) ? null : notUtf8(what);
}

/** Returns a refusal with 400 if an address has text that is not UTF-8, or not percent-encoded (RFC 3986, section 2), else null. */
export function checkAddress(address: string): Refusal | null {
  if (/^[\x21-\x7e]*$/.test(address)) return checkPercentEncoding(address, 'The address');
  return new Refusal(400, 'The address has characters outside ASCII. Percent-encode them as UTF-8.');
}

type Decoder = (body: Uint8Array, options: { readonly maxOutputLength: number }) => Promise<Buffer<ArrayBuffer>>;
const inflateZlib = promisify(inflate) as Decoder;
const inflateWithoutHeader = promisify(inflateRaw) as Decoder;
const unzip = promisify(gunzip) as Decoder;

/** `deflate` means the zlib format; some clients send the same without its header (RFC 9110, section 8.4.1.2, note). */
const inflateAny: Decoder = (body, options) => {
  const [first = 0, second = 0] = body;
  const hasZlibHeader = (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
  return hasZlibHeader ? inflateZlib(body, options) : inflateWithoutHeader(body, options);
};

const decoders: ReadonlyMap<string, Decoder> = new Map([
  ['gzip', unzip],
  ['x-gzip', unzip],
  ['deflate', inflateAny],
  ['br', promisify(brotliDecompress)],
]);
const readCodings = 'gzip, deflate, br';
/** A body in more codings than this is refused, since each of them is work. */
const maxCodings = 3;

/**
 * Undoes the content codings of a body, in the reverse of the order in which the header lists them. Resolves to a refusal: 415 for an
 * unknown coding, 400 for bytes that are not in the coding, and 413 as soon as more than `maxBytes` bytes come out.
 */
export async function decodeBody(
  body: RequestBody,
  contentEncoding: string,
  maxBytes: number,
): Promise<RequestBody | Refusal> {
  const codings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  const unknown = codings.find((coding) => !decoders.has(coding));
  if (unknown !== undefined) return codingRefusal(`A body in the content coding ${quoted(unknown)} is not read here`);
  if (codings.length > maxCodings)
    return codingRefusal(`A body in ${String(codings.length)} content codings is not read here`);
  let decoded = body;
  for (const coding of codings.reverse()) {
    const result = await decode(decoded, coding, maxBytes);
    if (result instanceof Refusal) return result;
    decoded = result;
  }
  return decoded;
}

const codingRefusal = (what: string): Refusal =>
  new Refusal(415, `${what}. Send it in one of ${readCodings}, or without a content-encoding header.`, {
    'accept-encoding': readCodings,
  });

async function decode(body: RequestBody, coding: string, maxBytes: number): Promise<RequestBody | Refusal> {
  try {
    return (await decoders.get(coding)?.(body, { maxOutputLength: maxBytes })) ?? body;
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLarge) return new Refusal(413, limitExceeded('bodyBytes', null, maxBytes));
    return new Refusal(
      400,
      `The body cannot be decompressed: the header says content-encoding: ${coding}, and the bytes are damaged, cut off or ` +
        'not in this coding. Send the whole body in this coding, or leave the header out.',
    );
  }
}
