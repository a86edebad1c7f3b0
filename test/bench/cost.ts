/**
 * `npm run bench:cost`: compares the cost that an operation claims with the processor time that it takes. 300 operations drawn
 * with a seed and the most expensive known shapes, each filled up to the limit, are answered in this process, without the
 * response cache and without the compiled executor, as a new text each time. One unit of cost stands for `unitMicroseconds`.
 * The time is processor time, and the least of several runs, because the machine may be busy with other work.
 *
 * Arguments on the command line: a number is the seed; each other word selects the operations whose name contains it.
 */
import { coverageSubgraph } from '../../src/federation/index.ts';
import { unitMicroseconds } from '../../src/http/query-limits/field-costs.ts';
import { graph, real } from '../helpers/real-server.ts';
import { OperationSource, type Operation } from './cost-operations.ts';
import { costShapes } from './cost-shapes.ts';

const operationCount = 300;
/** An operation is answered until this much processor time was used, at least `fewestRuns` times. */
const enoughMicroseconds = 20_000;
const fewestRuns = 4;
const mostRuns = 9;
/** An operation that takes less is mostly the fixed price of a request, and is not compared. */
const comparedFrom = 1_000;
const mostApart = 4;

const seedArgument = process.argv.slice(2).find((argument) => /^\d+$/.test(argument));
const seed = Number(seedArgument ?? 20_261_130);
const nameParts = process.argv.slice(2).filter((argument) => argument !== seedArgument);
const isSelected = (name: string): boolean => nameParts.length === 0 || nameParts.some((part) => name.includes(part));
const { schema } = coverageSubgraph();
const { http } = real({ schema });
let runs = 0;

interface Answered {
  readonly cost: number;
  readonly code: string | null;
  readonly bytes: number;
}

async function post({ query, variables }: Pick<Operation, 'query' | 'variables'>): Promise<Answered> {
  runs += 1;
  const response = await http.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-graphql-cost': '1' },
    body: JSON.stringify({ query: `${query} #${String(runs)}`, variables }),
  });
  const text = await response.text();
  const { errors, extensions } = JSON.parse(text) as {
    errors?: { extensions: { code: string; limit?: string } }[];
    extensions: { cost?: { requested: number } };
  };
  return { cost: extensions.cost?.requested ?? 0, code: errors?.[0]?.extensions.code ?? null, bytes: text.length };
}

interface Row extends Answered {
  readonly name: string;
  readonly microseconds: number;
}

/** Measures the least processor time of one answer, in microseconds. It includes making the Request and parsing the answer. */
async function measured(operation: Operation): Promise<Row> {
  const answered = await post(operation);
  const times: number[] = [];
  let sum = 0;
  while (answered.cost > 0 && times.length < mostRuns && (times.length < fewestRuns || sum < enoughMicroseconds)) {
    const from = process.cpuUsage();
    await post(operation);
    const { user, system } = process.cpuUsage(from);
    times.push(user + system);
    sum += user + system;
  }
  return { ...answered, name: operation.name, microseconds: times.length === 0 ? 0 : Math.min(...times) };
}

/** The first answers of a process are slow. */
const warming = new OperationSource(schema, graph, seed + 1);
for (let index = 0; index < 60; index += 1) await post(warming.next(index));

const source = new OperationSource(schema, graph, seed);
const rows: Row[] = [];
let accepted = 0;
let refused = 0;
for (let index = 0; accepted < operationCount; index += 1) {
  const operation = source.next(index);
  const { cost } = await post(operation);
  if (cost === 0) {
    refused += 1;
    continue;
  }
  accepted += 1;
  if (isSelected(operation.name)) rows.push(await measured(operation));
}
const shapes: Row[] = [];
for (const shape of costShapes(graph).filter(({ name }) => isSelected(name))) {
  let low = 0;
  let high = shape.most;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const { cost } = await post(shape.request(middle));
    if (cost === 0) high = middle - 1;
    else low = middle;
  }
  shapes.push(await measured({ ...shape.request(low), name: `${shape.name} (${String(low)})` }));
}

const ratio = ({ microseconds, cost }: Row): number => microseconds / cost / unitMicroseconds;
const apart = (row: Row): number => Math.max(ratio(row), 1 / ratio(row));
const line = (row: Row): string =>
  [
    String(row.cost).padStart(7),
    (row.microseconds / 1_000).toFixed(2).padStart(9),
    (row.microseconds / row.cost).toFixed(2).padStart(8),
    ratio(row).toFixed(2).padStart(6),
    String(row.bytes).padStart(9),
    ` ${row.name}${row.code === null ? '' : ` [${row.code}]`}`,
  ].join(' ');
const print = (title: string, lines: readonly string[]): void => {
  process.stdout.write(`\n${title}\n   cost        ms  us/unit  ratio     bytes  operation\n${lines.join('\n')}\n`);
};
const compared = [...rows, ...shapes].filter(({ microseconds }) => microseconds >= comparedFrom);
/** A refused name ends the work of its field early. The cost is claimed before it is known whether a name is refused. */
const endedEarly = compared.filter((row) => row.code !== null && ratio(row) < 1 / mostApart);
const outside = compared
  .filter((row) => apart(row) > mostApart && !endedEarly.includes(row))
  .sort((a, b) => apart(b) - apart(a));
print('Known shapes, filled up to the limit', [...shapes].sort((a, b) => b.microseconds - a.microseconds).map(line));
print(
  'Slowest of those drawn',
  [...rows]
    .sort((a, b) => b.microseconds - a.microseconds)
    .slice(0, 20)
    .map(line),
);
print(`More than ${String(mostApart)} times apart`, outside.slice(0, 60).map(line));
print('Ended early by a refused name, with less than a quarter of the claimed time', endedEarly.map(line));
const ratios = compared.map(ratio).sort((a, b) => a - b);
const at = (part: number): string => (ratios[Math.floor(part * (ratios.length - 1))] ?? 0).toFixed(2);
process.stdout.write(
  `\nseed ${String(seed)}, Node ${process.versions.node}: ${String(rows.length)} drawn and accepted, ${String(refused)} refused; ` +
    `${String(compared.length)} of them and of the shapes took ${String(comparedFrom)} us or more; ratio of measured to claimed: ` +
    `least ${at(0)}, 5% ${at(0.05)}, median ${at(0.5)}, 95% ${at(0.95)}, most ${at(1)}; ${String(outside.length)} outside a factor of ${String(mostApart)}, and ${String(endedEarly.length)} ended early by a refused name\n`,
);
