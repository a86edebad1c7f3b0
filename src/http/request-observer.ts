/** Observers of requests: each is called when a request is answered or its client has disconnected. */
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestLog } from './request-context.ts';

export interface Observed {
  readonly requestId: string;
  readonly method: string;
  /** The status of the answer; null if the client disconnected before it was sent. */
  readonly status: number | null;
  /** Start of the request, in milliseconds of the clock in the options. */
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
  readonly requestLog: RequestLog;
  readonly headers: IncomingHttpHeaders;
}

export interface Observer {
  readonly answered: (observed: Observed) => void;
}
