/** How much more memory a process came to hold for a while, as Linux tells it: its resident pages at their most, beside what they were before. */
import { readFileSync, writeFileSync } from 'node:fs';

const read = (pid: number, name: 'VmRSS' | 'VmHWM'): number =>
  Number(
    new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ??
      Number.NaN,
  ) / 1_024;

/** Megabytes that the process held at its most while this was awaited, beyond what it held at first; NaN where the system does not tell. */
export async function peakOf<Value>(
  pid: number,
  of: () => Promise<Value>,
): Promise<{ value: Value; megabytes: number }> {
  if (process.platform !== 'linux') return { value: await of(), megabytes: Number.NaN };
  writeFileSync(`/proc/${String(pid)}/clear_refs`, '5'); // the most so far is forgotten
  const before = read(pid, 'VmRSS');
  const value = await of();
  return { value, megabytes: Math.max(0, read(pid, 'VmHWM') - before) };
}
