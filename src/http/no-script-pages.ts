/**
 * `/answer`, for browsers without scripts: a form, and the answer as a page. Facts are sent in the body of a POST, not in the
 * address, since addresses appear in logs and histories. So such a page cannot be shared; the page at `/` can.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, type RequestBody, type BodyTooLarge } from './body.ts';
import { acceptsHtml } from './content-negotiation.ts';
import type { HttpContext, Route } from './request-context.ts';
import {
  PlainAskDocument,
  PlainChoicesDocument,
  PlainCoverageDocument,
  type SituationInput,
  type SubjectInput,
  type TypedDocumentString,
} from './generated/graphql.ts';
import { html, type Html } from './html.ts';
import { answerPage, askForm, plainLanguageAnswerPage, chooseForm } from './no-script-answer.ts';
import { htmlNotAcceptable, Refusal, sendPlainRefusal } from './refusal.ts';
import { bodyTypeOf, checkPercentEncoding, decodeBody, textOfBody } from './request-body.ts';
import { pageHeaders } from './static-files.ts';
import { documentId, documentParameter, type TrustedDocuments } from './persisted-documents.ts';

/** Executes a GraphQL request in process, with the id and the log of the page's request. Resolves to the JSON of the answer. */
type ExecuteJson = (body: Uint8Array<ArrayBuffer>, exchange: HttpContext) => Promise<Buffer | string>;
type Ask = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
) => Promise<Answered<Result>>;

interface Answered<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string }[];
}

/** The size of the largest form that is read, in bytes. */
const maxFormBytes = 100_000;
const formType = 'application/x-www-form-urlencoded';

/** The operations of these pages, so that a server for trusted documents only executes them. */
export const noScriptDocuments: TrustedDocuments = new Map(
  [PlainChoicesDocument, PlainAskDocument, PlainCoverageDocument].map((document) => [
    documentId(document.toString()),
    document.toString(),
  ]),
);

/** The paths of the style sheet and the icon, which the build names; undefined if there is none. */
interface Assets {
  readonly style: string | undefined;
  readonly icon: string | undefined;
}

const methods = 'GET, HEAD, POST, OPTIONS';
const wrongMethod = new Refusal(405, 'This page is read with GET, and its forms are sent with POST.', {
  allow: methods,
});

/**
 * Creates the route. GET gives the form, POST an answer, OPTIONS the methods, and any other method 405. A client that does not accept
 * HTML gets 406, and a body that is not a form of at most 100 kB in UTF-8 is refused with 413, 415 or 400.
 */
export function noScriptRoute(executeJson: ExecuteJson, assets: Assets): Route {
  const respond = async (exchange: HttpContext): Promise<void> => {
    const { request, response, requestLog } = exchange;
    requestLog.route = '/answer';
    if (request.method === 'OPTIONS') {
      response.writeHead(204, { allow: methods }).end();
      return;
    }
    if (!acceptsHtml(request.headers.accept)) {
      sendPlainRefusal(exchange, htmlNotAcceptable);
      return;
    }
    const ask: Ask = async <Result, Variables>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
    ) => {
      const body = JSON.stringify({ [documentParameter]: documentId(document.toString()), variables });
      return JSON.parse((await executeJson(Buffer.from(body), exchange)).toString()) as Answered<Result>;
    };
    const fields = request.method === 'POST' ? await readForm(request) : null;
    if (fields instanceof Refusal) sendRefusal(request, response, fields, assets);
    else if (fields !== null) send(request, response, 200, pageWith(await answerTo(ask, fields), assets));
    else if (request.method === 'GET' || request.method === 'HEAD')
      send(request, response, 200, pageWith(await start(ask), assets));
    else sendRefusal(request, response, wrongMethod, assets);
  };
  return { matches: (path) => path === '/answer', handle: respond };
}

/** Reads the fields of a form in the body of a POST. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | Refusal> {
  const type = bodyTypeOf(request.headers['content-type']);
  if (type !== formType)
    return new Refusal(415, `This page reads forms only. Send one with content-type: ${formType}, in UTF-8.`, {
      accept: formType,
    });
  const body = await new Promise<RequestBody | BodyTooLarge>((resolve) => {
    readBody(request, maxFormBytes, resolve);
  });
  if ('announcedBytes' in body)
    return new Refusal(413, `The form is larger than ${String(maxFormBytes)} bytes. Ask with fewer words.`);
  const encoding = request.headers['content-encoding'];
  const decoded = encoding === undefined ? body : await decodeBody(body, encoding, maxFormBytes);
  if (decoded instanceof Refusal) return decoded;
  const text = textOfBody(decoded);
  if (typeof text !== 'string') return text;
  return checkPercentEncoding(text, 'The form') ?? new URLSearchParams(text);
}

/** Sends a page that says why the request is refused. */
function sendRefusal(
  request: IncomingMessage,
  response: ServerResponse,
  { status, error: { message }, headers }: Refusal,
  assets: Assets,
): void {
  const body = html`<h1>That cannot be read here</h1><p>${message}</p><p><a href="answer">Ask a question</a></p>`;
  send(request, response, status, pageWith(body, assets), headers);
}

async function start(ask: Ask): Promise<Html> {
  const { data } = await ask(PlainChoicesDocument, {});
  const choices = data != null && html`<h2>Or choose</h2>${chooseForm(data)}`;
  return html`<h1>What does a health plan cover, on which conditions, and who says so?</h1>${askForm('')}${choices}`;
}

async function answerTo(ask: Ask, fields: URLSearchParams): Promise<Html> {
  const question = fields.get('question');
  if (question !== null) {
    const { data, errors = [] } = await ask(PlainAskDocument, { question });
    return html`${askForm(question)}${problems(errors)}${data?.ask != null && plainLanguageAnswerPage(data.ask)}`;
  }
  const { data, errors = [] } = await ask(PlainCoverageDocument, {
    plan: fields.get('plan') ?? '',
    of: subjectIn(fields.get('of') ?? ''),
    given: situationIn(fields),
  });
  return html`${askForm('')}${problems(errors)}${data?.coverage != null && answerPage(data.coverage)}`;
}

function problems(errors: readonly { readonly message: string }[]): Html | null {
  const messages = errors.map(({ message }) => html`<p>${message}</p>`);
  if (messages.length === 0) return null;
  return html`<h1>This question has no answer</h1><div class="problems">${messages}</div>`;
}

/** Reads a subject as the forms send it: a kind, a slash and a slug. */
function subjectIn(text: string): SubjectInput {
  const [kind = '', slug = ''] = text.split('/');
  if (kind === 'billing-code') return { billingCode: slug.replace('-', ':').toUpperCase() };
  return kind === 'technique' ? { technique: slug } : { service: slug };
}

function situationIn(fields: URLSearchParams): SituationInput {
  const facts = [...fields].flatMap(([name, value]) =>
    name.startsWith('fact-') && value !== '' ? [{ condition: name.slice('fact-'.length), value }] : [],
  );
  const territory = fields.get('in');
  return {
    met: facts.filter(({ value }) => value === 'yes').map(({ condition }) => condition),
    unmet: facts.filter(({ value }) => value === 'no').map(({ condition }) => condition),
    counts: facts
      .filter(({ value }) => /^\d{1,9}$/.test(value))
      .map(({ condition, value }) => ({ condition, count: Number(value) })),
    ...(territory === null ? {} : { territory }),
  };
}

/** The address of a file seen from `/answer`. It has no slash at its start, so that it holds below the path of a proxy. */
const relative = (path: string): string => path.replace(/^\/+/, '');

/** A whole page. Its addresses are relative, so that it works below the path of a proxy. */
function pageWith(body: Html, { style, icon }: Assets): string {
  const links = [
    style !== undefined && html`<link rel="stylesheet" href="${relative(style)}">`,
    icon !== undefined && html`<link rel="icon" href="${relative(icon)}" type="image/svg+xml">`,
  ];
  const viewport = html`<meta name="viewport" content="width=device-width, initial-scale=1">`;
  const navigation = html`<nav aria-label="Pages"><a href="answer">Ask</a></nav>`;
  const header = html`<header class="top"><a class="brand" href="./">Covergraph</a> ${navigation}</header>`;
  const notice =
    'Answers are derived from cited sources each time they are asked. ' +
    'No advice, and no promise that a plan will pay: ask the plan.';
  const page = html`<html lang="en"><head><meta charset="utf-8">${viewport}<title>Covergraph</title>
${links}</head><body>${header}
<main class="plain-page">${body}</main>
<footer><p>${notice}</p></footer></body></html>`;
  return `<!doctype html>\n${page.markup}`;
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  page: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...pageHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(page),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}
