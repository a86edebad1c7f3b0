/** The figures of the bench as a table for people, with each server's share of what this one does with the same work. */
import type { EngineFigures } from './engine.ts';
import type { Starts } from './starts.ts';

export interface Row {
  readonly operation: string;
  readonly server: string;
  /** Whether the answers were kept beforehand. */
  readonly cached: boolean;
  /** Of the server's process, for each request; the median of the rounds. */
  readonly cpuMicros: number;
  readonly requestsPerSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

const columns = [40, 18, 10, 10, 9, 9, 12] as const;
const line = (cells: readonly string[]): string =>
  cells
    .map((cell, at) => (at < 2 ? cell.padEnd(columns[at] ?? 0) : cell.padStart(columns[at] ?? 0)))
    .join('')
    .trimEnd();

export function printed(
  rows: readonly Row[],
  { engine, starts }: { readonly engine: EngineFigures; readonly starts: Starts },
  versions: Readonly<Record<string, string>>,
  apart: boolean,
): string {
  const out: string[] = [
    Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', '),
  ];
  if (!apart) out.push('Server and load share their cores here: this system cannot keep them apart.');
  for (const cached of [false, true]) {
    out.push(
      '',
      cached ? 'Answers kept beforehand' : 'Answers worked out',
      line(['', '', 'CPU us', 'req/s', 'p50 ms', 'p99 ms', 'ours : its']),
    );
    for (const row of rows.filter((each) => each.cached === cached)) {
      const own = rows.find((each) => each.cached === cached && each.operation === row.operation);
      out.push(
        line([
          row.operation,
          row.server,
          row.cpuMicros.toFixed(0),
          row.requestsPerSecond.toFixed(0),
          row.p50.toFixed(2),
          row.p99.toFixed(2),
          own === undefined ? '' : (row.cpuMicros / own.cpuMicros).toFixed(2),
        ]),
      );
    }
  }
  out.push(
    '',
    'The engine alone, in microseconds of the processor',
    `a status ${engine.status.toFixed(1)}, with proof, requirements and summary ${engine.withProof.toFixed(1)}; parsing and validating the operation that asks ${engine.parsedAndValidated.toFixed(1)}; 50 x 50 statuses ${engine.matrixMillis.toFixed(1)} ms`,
  );
  out.push(
    '',
    `From the start of the command to its first answer ${starts.firstAnswer.toFixed(0)} ms, of which Node alone takes ${starts.nodeAlone.toFixed(0)}`,
    '',
  );
  return out.join('\n');
}
