/** Questions in plain English: what holds for any data. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../src/graph/build.ts';
import type { Graph } from '../../src/graph/entries.ts';
import { ask, type QuestionAnswer } from '../../src/language/ask.ts';
import { isStopWord } from '../../src/language/stop-words.ts';
import { correctedWord } from '../../src/language/spelling.ts';
import { nameIndexOf } from '../../src/language/name-index.ts';
import { tokenize } from '../../src/language/tokenizer.ts';
import { planShape } from '../../src/model/shapes.ts';
import { DocumentReader } from '../../src/store/documents.ts';
import { diskIn } from '../../src/store/files.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';
import { at } from '../schema/ask.ts';
import { randomSeed } from '../helpers/random-seed.ts';

const SEED = randomSeed('test/language/ask.test.ts');

/** The project's own data with more plans. */
async function graphWith(plans: Record<string, unknown>): Promise<Graph> {
  const data = at('data');
  const reader = new DocumentReader(diskIn([data]));
  await reader.readFolder(data);
  for (const [slug, plan] of Object.entries(plans)) reader.documents.plans[slug] = planShape.parse(plan);
  const { graph: graphWithPlans, problems } = buildGraph(reader.documents);
  if (!graphWithPlans) throw new Error(problems.map(({ message }) => message).join('\n'));
  return graphWithPlans;
}

/** Whether a question was understood, and the slugs of its plans and subjects. */
const meaningOf = ({ understood, plans, subjects }: QuestionAnswer) => [
  understood,
  plans.map(({ slug }) => slug),
  subjects.map(({ slug }) => slug),
];

test('a plan added as a file is understood by its name and alternate name', async () => {
  const cites = ['medicare-massage-article#s35'];
  const withZorbex = await graphWith({
    'zorbex-gold': {
      name: 'Zorbex Gold',
      alternateNames: ['ZG'],
      rules: { massage: { covered: 'massage-therapy', cites } },
    },
  });
  for (const question of ['does zorbex gold cover massage', 'massage with ZG', 'is massage covered by Zorbx Gold?']) {
    expect(meaningOf(ask(graph, question, TODAY))[0], question).toBe(false);
    expect(meaningOf(ask(withZorbex, question, TODAY)), question).toEqual([true, ['zorbex-gold'], ['massage-therapy']]);
  }
});

test('a misspelled plan that is near two plans is not taken for either', async () => {
  const rules = { massage: { covered: 'massage-therapy', cites: ['medicare-massage-article#s35'] } };
  const withTwoPlans = await graphWith({
    alpharan: { name: 'Alpharan', rules },
    alpharon: { name: 'Alpharon', rules },
  });
  expect(correctedWord('alpharen', nameIndexOf(withTwoPlans))).toBeNull();
  expect(meaningOf(ask(withTwoPlans, 'does alpharan cover massage', TODAY))).toEqual([
    true,
    ['alpharan'],
    ['massage-therapy'],
  ]);
  expect(ask(withTwoPlans, 'does alpharen cover massage', TODAY)).toMatchObject({
    understood: false,
    notUnderstood: ['alpharen'],
  });
});

test('no text throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (question) => {
      expect(ask(graph, question, TODAY).question).toBe(question);
    }),
    { seed: SEED, numRuns: 300 },
  );
});

test('a question with a word that is not in the data is not understood, and the word is reported', () => {
  const nonsense = fc
    .string({
      unit: fc.constantFrom('b', 'c', 'd', 'f', 'g', 'h', 'k', 'm', 'n', 'p', 'q', 'r', 't', 'v', 'w', 'x', 'z'),
      minLength: 5,
      maxLength: 9,
    })
    .filter(
      (word) =>
        !isStopWord(tokenize(word)[0]?.stem ?? '') &&
        correctedWord(word, nameIndexOf(graph)) === null &&
        !nameIndexOf(graph).words.has(word),
    );
  fc.assert(
    fc.property(
      nonsense,
      fc.constantFrom(
        'does WORD cover massage',
        'does tricare prime cover WORD',
        'does tricare prime cover massage for WORD',
        'does tricare WORD prime cover massage',
      ),
      (word, pattern) => {
        const answer = ask(graph, pattern.replace('WORD', word), TODAY);
        expect([answer.understood, answer.determinations.length]).toEqual([false, 0]);
        expect(answer.notUnderstood.join(' ')).toContain(word);
      },
    ),
    { seed: SEED, numRuns: 200 },
  );
});

test('case, spaces and final punctuation do not change the meaning', () => {
  const meaning = (question: string) => meaningOf(ask(graph, question, TODAY));
  for (const question of [
    'does tricare prime cover massage without a referral',
    'is kneading part of 97124',
    'does medigap plan g cover emergencies abroad',
  ]) {
    for (const variant of [question.toUpperCase(), `  ${question.replaceAll(' ', '   ')}??`, `${question}!`])
      expect(meaning(variant), variant).toEqual(meaning(question));
  }
});

test('facts that contradict one another are reported, and nothing is derived', () => {
  const answer = ask(graph, 'does tricare prime cover massage prescribed by my doctor if it is not prescribed', TODAY);
  expect(answer).toMatchObject({ understood: false, determinations: [] });
  expect(answer.text).toMatch(/cannot all be so/);
});
