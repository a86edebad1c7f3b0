/**
 * Asks one server as fast as it answers, over lines that stay open, each with one question at a time. Requests are written
 * beforehand and answers are only counted, not parsed: a client library costs more than the fastest of the servers here,
 * and its own core would be what is measured.
 */
import { connect, type Socket } from 'node:net';

export interface Loaded {
  readonly requests: number;
  readonly seconds: number;
  /** Milliseconds of each request, shortest first. */
  readonly times: Float64Array;
}

const lines = 16;

/** The bytes of a POST of each body. */
export function written(bodies: readonly string[]): Buffer[] {
  return bodies.map((body) =>
    Buffer.from(
      `POST /graphql HTTP/1.1\r\nhost: localhost\r\naccept: application/json\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    ),
  );
}

/** Sends the requests in turn for so long; rejects at the first answer that is not a 200 of known length. */
export async function load(
  port: number,
  requests: readonly Buffer[],
  milliseconds: number,
  status = 200,
): Promise<Loaded> {
  const times: number[] = [];
  let next = 0;
  const from = performance.now();
  const line = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket: Socket = connect(port, '127.0.0.1');
      let left = -1;
      let head = '';
      let sent = 0;
      const send = (): void => {
        sent = performance.now();
        if (sent - from > milliseconds) {
          socket.end();
          resolve();
          return;
        }
        left = -1;
        head = '';
        socket.write(requests[next++ % requests.length] ?? '');
      };
      socket.setNoDelay(true);
      socket.on('connect', send);
      socket.on('error', reject);
      socket.on('data', (part) => {
        if (left < 0) {
          head += part.toString('latin1');
          const end = head.indexOf('\r\n\r\n');
          if (end < 0) return;
          const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? (status === 304 ? '0' : undefined);
          if (!head.startsWith(`HTTP/1.1 ${status} `) || length === undefined) {
            socket.destroy();
            reject(new Error(`an answer that cannot be counted: ${head.slice(0, 400)}`));
            return;
          }
          left = Number(length) - (head.length - end - 4);
        } else left -= part.length;
        if (left > 0) return;
        times.push(performance.now() - sent);
        send();
      });
    });
  let isOver = false;
  // A load that sleeps has to be woken at each answer, and the waking is charged to the server, the more the slower it is.
  const stayAwake = (): void => {
    if (!isOver) setImmediate(stayAwake);
  };
  stayAwake();
  await Promise.all(Array.from({ length: lines }, line)).finally(() => {
    isOver = true;
  });
  return {
    requests: times.length,
    seconds: (performance.now() - from) / 1_000,
    times: Float64Array.from(times).sort(),
  };
}
