/**
 * `npm run bench:language`: the time that questions in plain English take, on the project's own data and with 100,000 made-up names.
 * A library does the fuzzy part: minisearch's radix tree of words finds those a letter or two off, and the map of whole labels next to it
 * is a plain Map; minisearch's own index, ranking documents, took ten times as long for the same names.
 */
import { performance } from 'node:perf_hooks';
import { setFlagsFromString } from 'node:v8';
import MiniSearch from 'minisearch';
import type { Graph, Service } from '../../src/graph/entries.ts';
import { ask } from '../../src/language/ask.ts';
import { interpret } from '../../src/language/interpret.ts';
import { search } from '../../src/language/search.ts';
import { buildNameIndex, nameIndexOf } from '../../src/language/name-index.ts';
import { ownQuestions } from '../helpers/ask-accuracy.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';

setFlagsFromString('--expose-gc');
const collect = (): void => {
  (globalThis as { gc?: () => void }).gc?.();
};
const heap = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
};

/** Microseconds each, at the median and at 99 in a hundred. */
function timed(texts: readonly string[], work: (text: string) => unknown): string {
  for (const text of [...texts, ...texts]) work(text);
  const times = texts
    .map((text) => {
      const start = performance.now();
      work(text);
      return (performance.now() - start) * 1000;
    })
    .sort((a, b) => a - b);
  const at = (part: number): string => (times[Math.floor(part * (times.length - 1))] ?? 0).toFixed(0);
  return `${at(0.5)} µs at the median, ${at(0.99)} µs at 99 %`;
}
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const questions = ownQuestions()
  .filter(({ intents }) => intents !== null)
  .map(({ q }) => q);
print(
  `own data: ${String(nameIndexOf(graph).nameCount)} names; a question understood ${timed(questions, (q) => interpret(graph, q, TODAY))}; answered ${timed(questions, (q) => ask(graph, q, TODAY).text)}`,
);

const SYLLABLES = [
  'ba',
  'cor',
  'del',
  'fen',
  'gra',
  'hol',
  'jin',
  'kel',
  'lor',
  'mav',
  'nor',
  'pel',
  'quin',
  'ros',
  'sol',
  'tam',
  'ul',
  'ver',
  'wes',
  'zan',
];
/** The same words for the same number, and no two alike. */
const made = (seed: number): string =>
  [0, 1, 2]
    .map((word) => {
      const mixed = Math.abs(Math.imul(seed + 1, 2_654_435_761 + word * 40_503)) >>> 3;
      return [0, 5, 10].map((shift) => SYLLABLES[(mixed >>> shift) % SYLLABLES.length] ?? '').join('');
    })
    .join(' ');
const MADE = 100_000;
const [pattern] = graph.services.values();
if (!pattern) throw new Error('the data has a service');
const services = new Map<string, Service>(graph.services);
for (let seed = 0; seed < MADE; seed++)
  services.set(`made-${String(seed)}`, {
    ...pattern,
    slug: `made-${String(seed)}`,
    name: made(seed),
    phrase: made(seed),
    alternateNames: [],
    phrases: [],
    links: [],
  });
const large: Graph = { ...graph, services, subjects: new Map([...graph.subjects, ...services]) };

const before = heap();
const start = performance.now();
const vocabulary = buildNameIndex(large);
const took = performance.now() - start;
print(
  `${String(vocabulary.nameCount)} names, ${String(vocabulary.words.size)} words: built in ${took.toFixed(0)} ms, ${(heap() - before).toFixed(0)} MB`,
);
nameIndexOf(large);
const names = Array.from({ length: 1000 }, (_, index) => made(index * 97));
const typo = (name: string): string => name.slice(0, 3) + name.slice(4);
const first = (texts: readonly string[], spoil: (name: string) => string): string =>
  `${String(texts.filter((name) => search(large, spoil(name))[0]?.name === name).length / 10)} % first`;
print(`search, as typed: ${timed(names, (name) => search(large, name))}; ${first(names, (name) => name)}`);
print(`search, a letter left out: ${timed(names.map(typo), (name) => search(large, name))}; ${first(names, typo)}`);
print(`a question among them: ${timed(questions, (q) => interpret(large, q, TODAY))}`);
print(
  `a question on a misspelt one: ${timed(
    names.map((name) => `does tricare prime cover ${typo(name)}`),
    (q) => interpret(large, q, TODAY),
  )}`,
);

const peer = new MiniSearch<{ id: number; name: string }>({ fields: ['name'] });
const peerStart = performance.now();
peer.addAll(Array.from({ length: MADE }, (_, id) => ({ id, name: made(id) })));
print(`minisearch's own index: built in ${(performance.now() - peerStart).toFixed(0)} ms`);
print(`  as typed: ${timed(names, (name) => peer.search(name, { fuzzy: 0.2, prefix: true }))}`);
print(`  a letter left out: ${timed(names.map(typo), (name) => peer.search(name, { fuzzy: 0.2, prefix: true }))}`);
