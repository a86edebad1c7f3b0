/**
 * `/answer`, for browsers without scripts: a form, and the answer as a page. Facts are sent in the body of a POST, not in the
 * address, since addresses appear in logs and histories. So such a page cannot be shared; the page at `/` can.
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

/** Creates the route. GET gives the form, POST an answer, a larger body than 100 kB 413, and any other method 405. */
export function noScriptRoute(executeJson: ExecuteJson, assets: Assets): Route {
  const respond = async (exchange: HttpContext): Promise<void> => {
    const { request, response, requestLog } = exchange;
    requestLog.route = '/answer';
    const ask: Ask = async <Result, Variables>(
      document: TypedDocumentString<Result, Variables>,
      variables: Variables,
    ) => {
      const body = JSON.stringify({ [documentParameter]: documentId(document.toString()), variables });
      return JSON.parse((await executeJson(Buffer.from(body), exchange)).toString()) as Answered<Result>;
    };
    if (request.method === 'GET' || request.method === 'HEAD') {
      send(request, response, 200, pageWith(await start(ask), assets));
      return;
    }
    const body =
      request.method === 'POST'
        ? await new Promise<RequestBody | BodyTooLarge>((resolve) => {
            readBody(request, maxFormBytes, resolve);
          })
        : { announcedBytes: null };
    if ('announcedBytes' in body)
      send(
        request,
        response,
        request.method === 'POST' ? 413 : 405,
        pageWith(html`<h1>That cannot be read here</h1><p><a href="/answer">Ask a question</a></p>`, assets),
      );
    else
      send(
        request,
        response,
        200,
        pageWith(await answerTo(ask, new URLSearchParams(new TextDecoder().decode(body))), assets),
      );
  };
  return { matches: (path) => path === '/answer', handle: respond };
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

/** A whole page. */
function pageWith(body: Html, { style, icon }: Assets): string {
  const links = [
    style !== undefined && html`<link rel="stylesheet" href="${style}">`,
    icon !== undefined && html`<link rel="icon" href="${icon}" type="image/svg+xml">`,
  ];
  const viewport = html`<meta name="viewport" content="width=device-width, initial-scale=1">`;
  const navigation = html`<nav aria-label="Pages"><a href="/answer">Ask</a></nav>`;
  const header = html`<header class="top"><a class="brand" href="/">Covergraph</a> ${navigation}</header>`;
  const notice =
    'Answers are derived from cited sources each time they are asked. ' +
    'No advice, and no promise that a plan will pay: ask the plan.';
  const page = html`<html lang="en"><head><meta charset="utf-8">${viewport}<title>Covergraph</title>
${links}</head><body>${header}
<main class="plain-page">${body}</main>
<footer><p>${notice}</p></footer></body></html>`;
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
