/** Measures the peak of a process's resident memory over a piece of work, from /proc on Linux. */
import { readFileSync, writeFileSync } from 'node:fs';

const read = (pid: number, name: 'VmRSS' | 'VmHWM'): number =>
  Number(
    new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ??
      Number.NaN,
  ) / 1_024;

/** Resolves to the value, and to the peak of resident memory above its start, in megabytes; NaN on systems other than Linux. */
export async function peakOf<Value>(
  pid: number,
  of: () => Promise<Value>,
): Promise<{ value: Value; megabytes: number }> {
  if (process.platform !== 'linux') return { value: await of(), megabytes: Number.NaN };
  writeFileSync(`/proc/${String(pid)}/clear_refs`, '5'); // resets the peak (VmHWM)
  const before = read(pid, 'VmRSS');
  const value = await of();
  return { value, megabytes: Math.max(0, read(pid, 'VmHWM') - before) };
}
