/**
 * `npm run bench:scale [RULES...]`: measures how long a snapshot of each size takes to open, and an answer with proof to derive.
 * Each size is measured in a new process. Snapshots are made once and kept in the system's temporary folder. A snapshot of a
 * million rules takes some minutes and 3 GB to make.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildGraph } from '../../src/graph/build.ts';
import { readSnapshot, writeSnapshot } from '../../src/store/snapshot/snapshot.ts';
import { madeData } from './made-data.ts';
import { answer } from './questions.ts';

const QUESTIONS = 300;
const fileOf = (rules: number): string => join(tmpdir(), `covergraph-made-${String(rules)}.snapshot`);

function make(rules: number): void {
  const { graph, problems } = buildGraph(madeData(rules));
  if (!graph) throw new Error(`${String(problems.length)} problems in what was made`);
  writeFileSync(fileOf(rules), writeSnapshot(graph));
}

/** The resident memory of the process after garbage collection, in megabytes. */
const memory = (): number => {
  globalThis.gc?.();
  return process.memoryUsage().rss / 1e6;
};

function measure(rules: number): void {
  const before = memory();
  const start = performance.now();
  const snapshot = readSnapshot(readFileSync(fileOf(rules)));
  const opened = performance.now();
  if ('unusable' in snapshot) throw new Error(snapshot.unusable);
  const afterOpening = memory();
  const { graph, made } = snapshot;
  const first = performance.now();
  answer(graph, 0);
  const firstAnswered = performance.now();
  for (let round = 0; round < 3; round += 1)
    for (let number = 0; number < QUESTIONS; number += 1) answer(graph, number);
  const rounds = Array.from({ length: 7 }, () => {
    const used = process.cpuUsage();
    for (let number = 0; number < QUESTIONS; number += 1) answer(graph, number);
    const { user, system } = process.cpuUsage(used);
    return (user + system) / QUESTIONS;
  });
  process.stdout.write(
    `${[
      rules,
      graph.plans.size,
      (readFileSync(fileOf(rules)).length / 1e6).toFixed(1),
      (opened - start).toFixed(0),
      (afterOpening - before).toFixed(0),
      (firstAnswered - first).toFixed(1),
      Math.min(...rounds).toFixed(0),
      made(),
      (memory() - before).toFixed(0),
    ].join('\t')}\n`,
  );
}

const [mode = '', ...sizes] = process.argv.slice(2);
if (mode === 'make') make(Number(sizes[0]));
else if (mode === 'measure') measure(Number(sizes[0]));
else {
  const self = fileURLToPath(import.meta.url);
  const inItsOwn = (what: string, rules: number) =>
    execFileSync(
      process.execPath,
      ['--import', 'tsx', '--expose-gc', '--max-old-space-size=2900', self, what, String(rules)],
      { stdio: 'inherit' },
    );
  process.stdout.write('rules\tplans\tMB file\tms open\tMB open\tms 1st\tus CPU\trows\tMB then\n');
  for (const rules of mode === '' ? [1_000, 10_000, 100_000, 1_000_000] : [mode, ...sizes].map(Number)) {
    if (!existsSync(fileOf(rules))) inItsOwn('make', rules);
    inItsOwn('measure', rules);
  }
}
