/**
 * A lock, so that only one import at a time writes a pack. The lock is a file next to the pack, with the pack's name and
 * `.lock`. It names the process that holds it, which updates its modification time every few seconds. A lock whose process
 * has ended, or that was not updated for a minute, is taken over, so an import that was killed can be continued.
 */
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { reasonOf, remedyOf } from '../system-errors.ts';
import { ImportStopped } from './importer.ts';

/** Both in milliseconds. */
const HEARTBEAT_INTERVAL = 5_000;
const LONGEST_SILENCE = 60_000;

/**
 * Runs `work` while holding the lock of the pack `to`, and resolves to its result. Rejects with ImportStopped if
 * another process holds the lock.
 */
export async function withImportLock<T>(to: string, work: () => Promise<T>): Promise<T> {
  const file = `${to}.lock`;
  try {
    await mkdir(dirname(to), { recursive: true });
    if (!(await createLock(file))) {
      await takeOver(file, to);
      if (!(await createLock(file))) throw lockedError(file, to, await holderOf(file));
    }
  } catch (error) {
    if (error instanceof ImportStopped) throw error;
    throw new ImportStopped([`No file can be written next to ${to}: ${reasonOf(error)}. ${remedyOf(error)}`]);
  }
  const heartbeat = setInterval(() => {
    utimes(file, new Date(), new Date()).catch(() => undefined);
  }, HEARTBEAT_INTERVAL);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(file, { force: true });
  }
}

/** Creates the lock file; false if it exists. */
async function createLock(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${String(process.pid)} ${hostname()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

const holderOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

/** Removes the lock of a process that has ended. A lock that another process created in the meantime is put back. */
async function takeOver(file: string, to: string): Promise<void> {
  const holder = await holderOf(file);
  const [pid = '', host = ''] = holder.split(' ');
  const touched = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  const isSilent = Date.now() - touched > LONGEST_SILENCE;
  if (!isSilent && (host !== hostname() || isAlive(Number(pid)))) throw lockedError(file, to, holder);
  const aside = `${file}.${String(process.pid)}`;
  await rename(file, aside);
  const moved = await holderOf(aside);
  if (moved === holder) await rm(aside);
  else {
    await rename(aside, file);
    throw lockedError(file, to, moved);
  }
}

function lockedError(file: string, to: string, holder: string): ImportStopped {
  const [pid = '', host = ''] = holder.split(' ');
  return new ImportStopped([
    `Another import is at work on ${to}${host === '' ? '' : `: process ${pid} on ${host}`}.`,
    `Wait for it to end. If it is gone, ${file} counts for nothing after a minute, and what it has done is gone on with.`,
  ]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
