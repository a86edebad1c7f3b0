/**
 * Serves the files of the page, which the build has compressed already. Browsers cache a file with a hash in its name for a year,
 * and revalidate every other file before each use.
 */
import { createHash } from 'node:crypto';
import type { Route } from './request-context.ts';
import { acceptsHtml, selectEncoding, matchesEtag, type ContentCoding } from './content-negotiation.ts';
import { codingNotAcceptable, htmlNotAcceptable, sendPlainRefusal } from './refusal.ts';

/** The bytes of one file in every content coding. */
export interface StaticFile extends Readonly<Record<ContentCoding, Uint8Array>> {
  /** The path of the address, such as `/assets/main-X2V4.js`; `/` for the page itself. */
  readonly path: string;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

/** The content security policy: only files of this server, no inline scripts or styles, and no strings as code. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Security headers of every page of this server except GraphiQL. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
};

/** Creates a route that serves the files. It does not match other paths, or methods other than GET and HEAD. */
export function staticFilesRoute(files: readonly StaticFile[]): Route {
  const known = new Map(
    files.map((file) => [
      file.path,
      {
        file,
        headers: headersOf(file.path),
        tag: createHash('sha256').update(file.identity).digest('base64url').slice(0, 27),
      },
    ]),
  );
  return {
    matches: (path, { method }) => known.has(path) && (method === 'GET' || method === 'HEAD'),
    handle: (exchange) => {
      const { path, request, response, requestLog } = exchange;
      const found = known.get(path);
      if (found === undefined) return;
      const isPage = path === '/';
      requestLog.route = isPage ? 'page' : 'page files';
      const { coding } = selectEncoding(request.headers['accept-encoding']);
      if (isPage && !acceptsHtml(request.headers.accept)) {
        sendPlainRefusal(exchange, htmlNotAcceptable);
        return;
      }
      if (coding === null) {
        sendPlainRefusal(exchange, codingNotAcceptable);
        return;
      }
      const headers = { ...found.headers, etag: `"${found.tag}-${coding}"` };
      if (matchesEtag(request.headers['if-none-match'], headers.etag)) {
        response.writeHead(304, headers).end();
        return;
      }
      const body = found.file[coding];
      response.writeHead(200, {
        ...headers,
        ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
        'content-length': body.length,
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    },
  };
}

function headersOf(path: string): Record<string, string> {
  const type = types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8';
  const isHashed = path.startsWith('/assets/');
  return {
    ...pageHeaders,
    'content-type': type,
    vary: path === '/' ? 'Accept, Accept-Encoding' : 'Accept-Encoding',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
