/** Who is told of each request, once it is answered or its asker has left. */
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestLog } from './request-context.ts';

export interface Observed {
  readonly requestId: string;
  readonly method: string;
  /** Of the answer; null where the asker left before it. */
  readonly status: number | null;
  /** On the clock that was given, in milliseconds. */
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
  readonly requestLog: RequestLog;
  readonly headers: IncomingHttpHeaders;
}

export interface Observer {
  readonly answered: (observed: Observed) => void;
}
