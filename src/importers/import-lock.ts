/**
 * One import into a pack at a time: a file beside the pack, under its name and `.lock`, names the process that is at work,
 * which touches it every few seconds. The file of a process that is gone, or one not touched for a minute, is taken over,
 * so that an import that was killed can be begun again.
 */
import { mkdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { ImportStopped } from './importer.ts';

const BEAT = 5_000;
const LONGEST_SILENCE = 60_000;

/** Resolves to what the work resolves to. Throws ImportStopped where another process is at work on the same pack. */
export async function withImportLock<T>(to: string, work: () => Promise<T>): Promise<T> {
  const file = `${to}.lock`;
  try {
    await mkdir(dirname(to), { recursive: true });
    if (!(await made(file))) {
      await takeOver(file, to);
      if (!(await made(file))) throw held(file, to, await holderOf(file));
    }
  } catch (error) {
    if (error instanceof ImportStopped) throw error;
    throw new ImportStopped([
      `Nothing can be written beside ${to}: ${error instanceof Error ? error.message : 'unknown error'}.`,
    ]);
  }
  const beat = setInterval(() => {
    utimes(file, new Date(), new Date()).catch(() => undefined);
  }, BEAT);
  try {
    return await work();
  } finally {
    clearInterval(beat);
    await rm(file, { force: true });
  }
}

/** False where it is there already. */
async function made(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${String(process.pid)} ${hostname()}`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

const holderOf = (file: string): Promise<string> => readFile(file, 'utf8').catch(() => '');

/** Moves the file of a process that is gone out of the way; one that another has made meanwhile goes back. */
async function takeOver(file: string, to: string): Promise<void> {
  const holder = await holderOf(file);
  const [pid = '', host = ''] = holder.split(' ');
  const touched = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
  const isSilent = Date.now() - touched > LONGEST_SILENCE;
  if (!isSilent && (host !== hostname() || isAlive(Number(pid)))) throw held(file, to, holder);
  const aside = `${file}.${String(process.pid)}`;
  await rename(file, aside);
  const moved = await holderOf(aside);
  if (moved === holder) await rm(aside);
  else {
    await rename(aside, file);
    throw held(file, to, moved);
  }
}

function held(file: string, to: string, holder: string): ImportStopped {
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
