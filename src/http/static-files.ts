/**
 * The page's files, each as the build left it and in its compressed forms, so that nothing is compressed while it is asked
 * for. A file whose name carries a hash of what it holds is kept by browsers for good; any other is asked for again.
 */
import { createHash } from 'node:crypto';
import type { Route } from './request-context.ts';
import { selectEncoding, matchesEtag, type ContentCoding } from './content-negotiation.ts';

/** One file in every coding that it is sent in. */
export interface StaticFile extends Readonly<Record<ContentCoding, Uint8Array>> {
  /** From the root, such as `/assets/main-X2V4.js`; the page itself is `/`. */
  readonly path: string;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
};

/** Only what this server itself sends, no script or style written into the page, and no way to turn text into script. */
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

/** What every page of this server that people read says of itself. */
export const pageHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': policy,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
};

/** A route that serves the files given. It leaves any other path, and methods other than GET and HEAD, to the next route. */
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
    handle: ({ path, request, response, requestLog }) => {
      const found = known.get(path);
      if (found === undefined) return;
      requestLog.route = path === '/' ? 'page' : 'page files';
      const coding = selectEncoding(request.headers['accept-encoding']);
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
    vary: 'Accept-Encoding',
    'cache-control': isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
