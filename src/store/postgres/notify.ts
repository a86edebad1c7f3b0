/**
 * Notifies servers of a new current version through NOTIFY, if the engine has it, so they need not wait for their next
 * poll. It is optional.
 */
import type { Client } from 'pg';
import type { DatabaseAddress } from './address.ts';
import { connectSeconds, type Database } from './connection.ts';
import { addressIn, openClient } from './hosts.ts';

const CHANNEL = 'covergraph_version';

/** Sends the notification. It runs outside the transaction, because an engine without NOTIFY would abort that. Errors are ignored. */
export async function notifyVersion({ pool }: Database, number: number): Promise<void> {
  await pool.query(`notify ${CHANNEL}, '${String(number)}'`).catch(() => undefined);
}

/** A running listener. */
export interface VersionListener {
  readonly stop: () => Promise<void>;
}

/**
 * Calls `heard` for each notification, on a connection of its own. Calls `ended` once when no more will come, because the
 * connection ended or because the engine does not support LISTEN (`isHopeless`).
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

/** Whether the engine does not support the statement (0A000) or does not know its syntax (42601). */
function isUnsupported(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '0A000' || error.code === '42601');
}
