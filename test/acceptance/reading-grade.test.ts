/**
 * How hard the summaries are to read, by the Flesch-Kincaid grade (Kincaid and others, 1975): 0.39 times the words in a sentence
 * plus 11.8 times the syllables in a word minus 15.59. The name of a plan, a source or a code counts as one word of two syllables.
 */
import { syllable } from 'syllable';
import { expect, test } from 'vitest';
import { determine } from '../../src/engine/determine.ts';
import type { Determination } from '../../src/engine/determination.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';

const NAME = 'Namename';
const names = [
  ...[...graph.plans.values()].map(({ name }) => name),
  ...[...graph.sources.values()].map(({ name }) => name),
  ...[...graph.subjects.values()].flatMap((subject) => (subject.kind === 'BILLING_CODE' ? [subject.phrase] : [])),
].sort((a, b) => b.length - a.length);

function grade(summary: string): number {
  const text = names.reduce((rest, name) => rest.replaceAll(name, NAME), summary);
  const sentences = text.split(/[.?!](?:\s|$)/).filter((part) => /\w/.test(part)).length;
  const words = text.match(/[\w$%'-]+/g) ?? [];
  const syllables = words.map((word) => (word === NAME ? 2 : Math.max(1, syllable(word)))).reduce((a, b) => a + b, 0);
  return (0.39 * words.length) / sentences + (11.8 * syllables) / words.length - 15.59;
}

const answers: Determination[] = [...graph.plans.values()].flatMap((plan) =>
  [...graph.subjects.values()].flatMap((subject) =>
    [[], [graph.conditions.get('prescribed')].filter((each) => each !== undefined)].map((met) =>
      determine({
        graph,
        plan,
        subject,
        territory: null,
        met,
        unmet: [],
        counts: new Map(),
        on: TODAY,
        onAssumed: true,
        accordingTo: null,
        minimumAuthority: null,
      }),
    ),
  ),
);
const quantile = (sorted: readonly number[], part: number): number => sorted[Math.floor(part * sorted.length)] ?? NaN;

test('the measure is that of the published formula', () => {
  // 6 words, 6 syllables, one sentence: 0.39 * 6 + 11.8 - 15.59.
  expect(grade('The cat sat on the mat.')).toBeCloseTo(-1.45, 2);
  // 2 sentences, 8 words, 14 syllables: 0.39 * 4 + 11.8 * 1.75 - 15.59.
  expect(grade('It is necessary. A doctor prescribes it again.')).toBeCloseTo(6.62, 2);
});

test('half of all distinct summaries are at grade 9 or below, and nine of ten at grade 12 or below', () => {
  const grades = [...new Set(answers.map(({ summary }) => summary))].map(grade).sort((a, b) => a - b);
  expect(grades.length).toBeGreaterThan(1_000);
  expect(quantile(grades, 0.5)).toBeLessThanOrEqual(9);
  expect(quantile(grades, 0.9)).toBeLessThanOrEqual(12);
});

test('so are those that say more than that our sources do not say', () => {
  const stating = answers.filter(({ status }) => status !== 'NOT_STATED').map(({ summary }) => summary);
  const grades = [...new Set(stating)].map(grade).sort((a, b) => a - b);
  expect(grades.length).toBeGreaterThan(100);
  expect(quantile(grades, 0.5)).toBeLessThanOrEqual(9);
  expect(quantile(grades, 0.9)).toBeLessThanOrEqual(12);
});

test('no slug is in a sentence', () => {
  const slugs = [graph.plans, graph.subjects, graph.conditions, graph.sources]
    .flatMap((entries) => [...entries.keys()])
    .filter((slug) => /-.*-/.test(slug));
  const isNamed = (text: string): boolean => slugs.some((slug) => text.includes(slug));
  const texts = answers.flatMap(({ summary, rejectedRules }) => [summary, ...rejectedRules.map(({ text }) => text)]);
  expect([...new Set(texts)].filter(isNamed)).toEqual([]);
});

test('the clauses are the sentences of the summary, and rest on steps of the proof', () => {
  for (const { clauses, summary, proof } of answers) {
    expect(clauses.map(({ text }) => text).join(' ')).toBe(summary);
    const numbers = new Set(proof.map(({ number }) => number));
    expect(clauses.flatMap(({ steps }) => steps).filter((step) => !numbers.has(step))).toEqual([]);
  }
  const verdicts = answers.map(({ clauses }) => clauses.some(({ steps }) => steps.length > 0));
  expect(verdicts.every(Boolean)).toBe(true);
});
