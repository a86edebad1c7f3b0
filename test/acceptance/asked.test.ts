/** Questions in plain English on the project's own data: both sets of questions, their operations, and the certainty of the text. */
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { ask as askSchema } from '../schema/ask.ts';
import { ask } from '../../src/language/ask.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';
import { outsideQuestions, ownQuestions, score, type Scored } from '../helpers/ask-accuracy.ts';

const own = ownQuestions().map((expected) => score(graph, expected));
const outside = outsideQuestions().map((expected) => score(graph, expected));
const describeFaults = ({ expected: { q }, faults, wrong }: Scored): string =>
  `${q}: ${[...wrong, ...faults].join('; ')}`;
const rightOf = (scored: readonly Scored[]): number =>
  scored.filter(({ faults }) => faults.length === 0).length / scored.length;

test('there are at least 300 questions with an answer and 100 without', () => {
  expect(own.filter(({ expected: { intents } }) => intents !== null).length).toBeGreaterThanOrEqual(300);
  expect(own.filter(({ expected: { intents } }) => intents === null).length).toBeGreaterThanOrEqual(100);
  expect(outside.length).toBeGreaterThan(300);
});

test('no answer of either set is confident and wrong', () => {
  expect([...own, ...outside].filter(({ wrong }) => wrong.length > 0).map(describeFaults)).toEqual([]);
});

test("95 in a hundred of the project's own questions are understood", () => {
  expect(
    rightOf(own),
    own
      .filter(({ faults }) => faults.length > 0)
      .map(describeFaults)
      .join('\n'),
  ).toBeGreaterThanOrEqual(0.95);
});

test('90 in a hundred of the questions from outside are understood', () => {
  expect(
    rightOf(outside),
    outside
      .filter(({ faults }) => faults.length > 0)
      .map(describeFaults)
      .join('\n'),
  ).toBeGreaterThanOrEqual(0.9);
});

/** The ids of all determinations in a response: every `id` of an object that also has a `status`. */
function determinationIds(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(determinationIds);
  if (typeof value !== 'object' || value === null) return [];
  const { id, status } = value as { id?: unknown; status?: unknown };
  return [
    ...(typeof id === 'string' && typeof status === 'string' ? [id] : []),
    ...Object.values(value).flatMap(determinationIds),
  ];
}

test('the operation of every answer runs and returns the same determinations', () => {
  const operations = new Map(
    [...own, ...outside]
      .filter(({ answer }) => answer.understood)
      .map(({ answer }) => [answer.operation ?? '', answer]),
  );
  expect(operations.size).toBeGreaterThan(150);
  for (const [operation, answer] of operations) {
    expect(() => parse(operation), answer.question).not.toThrow();
    const response = askSchema(operation);
    const ids = new Set(determinationIds(response));
    expect(
      [...new Set(answer.determinations.map(({ id }) => id))].filter((id) => !ids.has(id)),
      answer.question,
    ).toEqual([]);
    expect(ids.size, answer.question).toBe(new Set(answer.determinations.map(({ id }) => id)).size);
  }
});

test('the reference numbers in a text are those of its citations, each used', () => {
  for (const {
    answer: { text, cites, question },
  } of [...own, ...outside]) {
    const numbers = new Set([...text.matchAll(/\[(\d+)\]/g)].map(([, number]) => Number(number)));
    expect(
      [...numbers].sort((a, b) => a - b),
      question,
    ).toEqual(cites.map((_, index) => index + 1));
  }
});

test('a text says covered or not covered only where a determination, or one of its positions, does', () => {
  const firm = /\b(?:covers|does not cover|is covered|is not covered)\b/;
  for (const { answer } of [...own, ...outside]) {
    const summaries = answer.determinations.flatMap(({ summary, positions, disagreements, proof }) => [
      summary,
      ...positions.map(({ says }) => says),
      ...disagreements.flatMap((each) => each.positions.map(({ says }) => says)),
      ...proof.map(({ text }) => text),
    ]);
    for (const line of answer.text.replace(/ ?\[\d+\]/g, '').split('\n')) {
      if (!firm.test(line) || answer.determinations.length === 0) continue;
      const said = line.replace(/^- /, '');
      expect(
        summaries.some(
          (each) =>
            said.includes(each.replace(/\.$/, '')) ||
            each.includes(said.replace(/\.$/, '')) ||
            /^(?:Did not decide|They differ)/.test(said),
        ),
        `${answer.question}: ${said}`,
      ).toBe(true);
    }
  }
});

test('a question that is not understood gets no determination, and each suggestion is understood', () => {
  const suggested = new Set<string>();
  for (const { answer } of [...own, ...outside]) {
    if (answer.understood) continue;
    expect([answer.determinations.length, answer.operation, answer.yes], answer.question).toEqual([0, null, null]);
    expect(answer.suggestions.length, answer.question).toBeGreaterThan(0);
    for (const each of answer.suggestions) suggested.add(each);
  }
  for (const each of suggested) expect(ask(graph, each, TODAY), each).toMatchObject({ understood: true });
});

test('an empty question is not understood, and gets suggestions that are', () => {
  expect(ask(graph, '', TODAY)).toMatchObject({ understood: false, determinations: [], operation: null, intent: null });
  expect(ask(graph, '', TODAY).suggestions).not.toEqual([]);
});
