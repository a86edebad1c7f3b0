/** Word of a new current version where the engine can pass it on, so that servers need not wait until they look again. Nothing depends on it. */
import { Client } from 'pg';
import type { Database } from './connecting.ts';

const CHANNEL = 'covergraph_version';

/** After the transaction and outside it: an engine without NOTIFY would refuse all of it. */
export async function announce({ pool }: Database, number: number): Promise<void> {
  await pool.query(`notify ${CHANNEL}, '${String(number)}'`).catch(() => undefined);
}

export interface Listening {
  readonly stop: () => Promise<void>;
}

/**
 * Calls `heard` at each word of a change, on a connection of its own. `ended` is called once, when no more will come: the
 * line broke, or the engine passes nothing on (`isHopeless`).
 */
export function listen(address: string, heard: () => void, ended: (isHopeless: boolean) => void): Listening {
  const client = new Client({
    connectionString: address,
    application_name: 'covergraph listening',
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  let isOver = false;
  const end = (isHopeless: boolean): void => {
    if (isOver) return;
    isOver = true;
    client.end().catch(() => undefined);
    ended(isHopeless);
  };
  client.on('notification', heard);
  client.on('error', () => {
    end(false);
  });
  client.on('end', () => {
    end(false);
  });
  void client
    .connect()
    .then(() =>
      client.query(`listen ${CHANNEL}`).catch((error: unknown) => {
        end(isUnsupported(error));
      }),
    )
    .catch(() => {
      end(false);
    });
  return {
    stop: async () => {
      isOver = true;
      await client.end().catch(() => undefined);
    },
  };
}

/** A feature not supported, or words that its grammar does not have. */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '0A000' || error.code === '42601');
}
