/** What holds of a graph wherever it was loaded from: folders on the disk, the same files in memory, a snapshot of either, or a database. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { engineConstraints } from '../../src/engine/constraints.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { execution, graph as reference } from '../schema/ask.ts';

const TODAY = '2026-11-23';

/** Walks two graphs side by side, each pair of things once; the paths at which they differ. */
export function differences(a: object, b: object): { found: string[]; compared: number } {
  const found: string[] = [];
  const pairOf = new Map<object, object>();
  const open: [unknown, unknown, string][] = [[a, b, '']];
  for (let next = open.pop(); next; next = open.pop()) {
    const [one, other, path] = next;
    if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
      if (one !== other) found.push(`${path}: ${String(one)} is ${String(other)}`);
      continue;
    }
    const known = pairOf.get(one);
    if (known !== undefined) {
      if (known !== other) found.push(`${path} is another thing than before`);
      continue;
    }
    pairOf.set(one, other);
    if (one instanceof Set || isMap(one)) open.push([[...one], [...(other as Iterable<unknown>)], path]);
    else {
      const fields = Object.keys(one);
      if (Array.isArray(one) && fields.length !== Object.keys(other).length) found.push(`${path} has another length`);
      for (const field of fields)
        open.push([
          (one as Record<string, unknown>)[field],
          (other as Record<string, unknown>)[field],
          `${path.slice(-150)}.${field}`,
        ]);
    }
  }
  return { found, compared: pairOf.size };
}

const isMap = (thing: object): thing is ReadonlyMap<unknown, unknown> => 'get' in thing && 'entries' in thing;
/** Lists and values may be shared or not; entries, rules, passages and links are what they are. */
export const isOneAndTheSame = (difference: string): boolean =>
  !difference.endsWith('another thing than before') ||
  /\.(from|to|plan|subject|source|condition|concept|via|within|home|statedBy|restates\.\d+|link) is/.test(difference);

const examples = readdirSync('src/examples')
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => [name, readFileSync(`src/examples/${name}`, 'utf8')] as const);
const WHOLE = `query ($plan: String!, $of: SubjectInput!) {
  coverage(plan: $plan, of: $of) {
    id status best summary possibleOutcomes hedges notStated
    requirements { text strength state role citations { says source { slug } } } limits { text } costs { text } pathways { outcome facts { text } } missing { slug }
    proof { text citations { says } rule { slug } } rejectedRules { reason rule { slug } } positions { sources { slug } says } disagreements { title }
  }
}`;

/** Each plan of its own third of the subjects, and what the folders answer. */
const answers = [...reference.plans.keys()].flatMap((plan, at) =>
  [...reference.subjects.values()]
    .filter((_, index) => (at + index) % 3 === 0)
    .map((subject) => {
      const of =
        subject.kind === 'BILLING_CODE'
          ? { billingCode: `${subject.system}:${subject.code}` }
          : { [subject.kind.toLowerCase()]: subject.slug };
      const { data, errors } = execution(WHOLE, { plan, of }, { graph: reference, today: TODAY, loadedAt: '' });
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      return [{ plan, of }, JSON.stringify({ data })] as const;
    }),
);

/** Tests, to be called inside a `describe`. */
export function holdsTheContract(graph: Graph): void {
  test('holds what the folders hold, in their order', () => {
    const { found, compared } = differences(reference, graph);
    expect(found.filter(isOneAndTheSame)).toEqual([]);
    expect(compared).toBeGreaterThan(5_000);
    expect(graph.version).toBe(reference.version);
    for (const map of ['plans', 'subjects', 'sources', 'conditions', 'territories', 'rules'] as const)
      expect([...graph[map].keys()]).toEqual([...reference[map].keys()]);
  });

  test('finds every name, and no other', () => {
    for (const map of [
      'plans',
      'services',
      'techniques',
      'billingCodes',
      'subjects',
      'territories',
      'conditions',
      'sources',
      'rules',
    ] as const) {
      for (const key of reference[map].keys()) expect(graph[map].get(key), key).toBe(graph[map].get(key));
      expect([...reference[map].keys()].filter((key) => !graph[map].has(key))).toEqual([]);
      expect(
        ['', '-', 'zzzz', 'constructor', '__proto__', 'tricare-prime/', '/', 'Tricare-Prime'].filter((name) =>
          graph[map].has(name),
        ),
      ).toEqual([]);
      expect(graph[map].size).toBe(reference[map].size);
    }
  });

  test('cannot be changed', () => {
    const [plan] = graph.plans.values();
    const [rule] = graph.rules.values();
    expect(() => {
      Object.assign(plan ?? {}, { name: 'another' });
    }).toThrow(TypeError);
    expect(() => {
      Object.assign(rule ?? {}, { effect: 'COVERED' });
    }).toThrow(TypeError);
    expect(() => {
      (rule?.cites as unknown[]).push(null);
    }).toThrow(TypeError);
  });

  test('breaks no law of the engine', () => {
    expect(engineConstraints(graph)).toEqual([]);
  });

  test.each(examples)('answers %s to the byte as the folders do', (_name, operation) => {
    const over = (each: Graph) => ({ graph: each, today: TODAY, loadedAt: '2026-11-23T12:00:00Z' });
    expect(JSON.stringify(execution(operation, undefined, over(graph)))).toBe(
      JSON.stringify(execution(operation, undefined, over(reference))),
    );
  });

  test('answers for every plan, of one subject in three, to the byte as the folders do', () => {
    for (const [question, expected] of answers) {
      const given = JSON.stringify(execution(WHOLE, question, { graph, today: TODAY, loadedAt: '' }));
      if (given !== expected) throw new Error(`${JSON.stringify(question)}: ${given.slice(0, 300)}`);
    }
    expect(answers.length).toBeGreaterThan(reference.plans.size * 5);
  });
}
