/**
 * `/answer`, for browsers whose scripts are off: a form, and the answer as a page. Facts come in the body of a POST and not
 * in the address, as an address ends in logs and in histories; so such a page cannot be shared, which the page at `/` can.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody, type RequestBody, type BodyTooLarge } from './body.ts';
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
import { pageHeaders } from './static-files.ts';
import { documentId, documentParameter, type TrustedDocuments } from './persisted-documents.ts';

/** Asks the endpoint as any client does, in process and for the page's own request: the answer's JSON. */
type Asking = (body: Uint8Array<ArrayBuffer>, exchange: HttpContext) => Promise<Buffer | string>;
type Ask = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
) => Promise<Answered<Result>>;

interface Answered<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly { readonly message: string }[];
}

const most = 100_000;

/** What these pages ask, known by id, so that they are answered too where nothing else is. */
export const noScriptDocuments: TrustedDocuments = new Map(
  [PlainChoicesDocument, PlainAskDocument, PlainCoverageDocument].map((document) => [
    documentId(document.toString()),
    document.toString(),
  ]),
);

/** Where the page's own style sheet and icon are, under whatever names the build gave them. */
interface Look {
  readonly style: string | undefined;
  readonly icon: string | undefined;
}

/** Answers GET at `/answer` with the form and POST with an answer. */
export function noScriptRoute(asking: Asking, look: Look): Route {
  const respond = async (exchange: HttpContext): Promise<void> => {
    const { request, response, requestLog } = exchange;
    requestLog.route = '/answer';
    const ask: Ask = async <Result, Variables>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
    ) => {
      const body = JSON.stringify({ [documentParameter]: documentId(document.toString()), variables });
      return JSON.parse((await asking(Buffer.from(body), exchange)).toString()) as Answered<Result>;
    };
    if (request.method === 'GET' || request.method === 'HEAD') {
      send(request, response, 200, framed(await start(ask), look));
      return;
    }
    const body =
      request.method === 'POST'
        ? await new Promise<RequestBody | BodyTooLarge>((resolve) => {
            readBody(request, most, resolve);
          })
        : { announcedBytes: null };
    if ('announcedBytes' in body)
      send(
        request,
        response,
        request.method === 'POST' ? 413 : 405,
        framed(html`<h1>That cannot be read here</h1><p><a href="/answer">Ask a question</a></p>`, look),
      );
    else
      send(
        request,
        response,
        200,
        framed(await answerTo(ask, new URLSearchParams(new TextDecoder().decode(body))), look),
      );
  };
  return { matches: (path) => path === '/answer', handle: respond };
}

async function start(ask: Ask): Promise<Html> {
  const { data } = await ask(PlainChoicesDocument, {});
  return html`<h1>What does a health plan cover, on which conditions, and who says so?</h1>${askForm('')}${data != null && html`<h2>Or choose</h2>${chooseForm(data)}`}`;
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
  return errors.length === 0
    ? null
    : html`<h1>This question has no answer</h1><div class="problems">${errors.map(({ message }) => html`<p>${message}</p>`)}</div>`;
}

/** A kind, a slash and a slug, as the forms have it. */
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

function framed(body: Html, { style, icon }: Look): string {
  const page = html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Covergraph</title>
${style !== undefined && html`<link rel="stylesheet" href="${style}">`}${icon !== undefined && html`<link rel="icon" href="${icon}" type="image/svg+xml">`}</head><body><header class="top"><a class="brand" href="/">Covergraph</a> <nav aria-label="Pages"><a href="/answer">Ask</a></nav></header>
<main class="plain-page">${body}</main>
<footer><p>Answers are derived from cited sources each time they are asked. No advice, and no promise that a plan will pay: ask the plan.</p></footer></body></html>`;
  return `<!doctype html>\n${page.markup}`;
}

function send(request: IncomingMessage, response: ServerResponse, status: number, page: string): void {
  response.writeHead(status, {
    ...pageHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': Buffer.byteLength(page),
    ...(status === 405 ? { allow: 'GET, HEAD, POST' } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : page);
}
