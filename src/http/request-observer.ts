/** Observers of requests: each is called when a request is answered or its client has disconnected. */
import type { IncomingHttpHeaders } from 'node:http';
import type { RequestLog } from './request-context.ts';

/**
 * Why an answer was not sent: the client disconnected; it took or sent nothing for too long; it broke the rules of HTTP; or the
 * time limit of the shutdown had passed.
 */
export type AbortReason = 'disconnected' | 'timed_out' | 'protocol_error' | 'shutdown';

export interface Observed {
  readonly requestId: string;
  readonly method: string;
  /** The status of the answer; null if the connection ended before it was sent. */
  readonly status: number | null;
  /** Why there is no status; omitted or null if there is one. */
  readonly abortReason?: AbortReason | null;
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
