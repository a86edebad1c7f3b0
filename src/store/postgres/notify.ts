/** Word of a new current version where the engine can pass it on, so that servers need not wait until they look again. Nothing depends on it. */
import type { Client } from 'pg';
import type { DatabaseAddress } from './address.ts';
import { connectSeconds, type Database } from './connection.ts';
import { addressIn, openClient } from './hosts.ts';

const CHANNEL = 'covergraph_version';

/** After the transaction and outside it: an engine without NOTIFY would refuse all of it. */
export async function notifyVersion({ pool }: Database, number: number): Promise<void> {
  await pool.query(`notify ${CHANNEL}, '${String(number)}'`).catch(() => undefined);
}

export interface VersionListener {
  readonly stop: () => Promise<void>;
}

/**
 * Calls `heard` at each word of a change, on a connection of its own. `ended` is called once, when no more will come: the
 * line broke, or the engine passes nothing on (`isHopeless`).
 */
export function listenForVersions(
  address: DatabaseAddress | string,
  heard: () => void,
  ended: (isHopeless: boolean) => void,
): VersionListener {
  let client: Client | null = null;
  let isOver = false;
  const close = async (): Promise<void> => {
    isOver = true;
    await client?.end().catch(() => undefined);
  };
  const end = (isHopeless: boolean): void => {
    if (isOver) return;
    void close();
    ended(isHopeless);
  };
  const options = { applicationName: 'covergraph listening', connectSeconds };
  openClient(typeof address === 'string' ? addressIn(address) : address, options, (opening) => {
    opening.on('error', () => undefined);
  })
    .then(async (opened) => {
      client = opened;
      if (isOver) return close();
      opened.on('notification', heard);
      for (const event of ['error', 'end'] as const)
        opened.on(event, () => {
          end(false);
        });
      await opened.query(`listen ${CHANNEL}`).catch((error: unknown) => {
        end(isUnsupported(error));
      });
    })
    .catch(() => {
      end(false);
    });
  return { stop: close };
}

/** A feature not supported, or words that its grammar does not have. */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '0A000' || error.code === '42601');
}
