/** Each golden question runs as written against the schema, has its answer, and shows the passages it rests on. */
import { graphql } from 'graphql';
import { describe, expect, it } from 'vitest';
import { schema } from '../../src/schema/index.ts';
import { ARTICLE, graph, TODAY } from '../helpers/curated-data.ts';
import { ANSWERED, type GoldenQuestion, NOT_ANSWERED } from '../helpers/stated-questions.ts';

async function holds({ operation, answer, cites = [], refused }: GoldenQuestion): Promise<void> {
  const { data, errors } = await graphql({
    schema,
    source: operation,
    contextValue: { graph, today: TODAY, loadedAt: `${TODAY}T12:00:00Z` },
  });
  expect(errors?.map(({ message, extensions }) => extensions['code'] ?? message)).toEqual(
    refused === undefined ? undefined : [refused],
  );
  const plain: unknown = JSON.parse(JSON.stringify(data));
  expect(plain).toMatchObject(answer);
  const shown = JSON.stringify(plain);
  const article = graph.sources.get(ARTICLE);
  expect(cites.filter((key) => !shown.includes(JSON.stringify(article?.passages.get(key)?.says)))).toEqual([]);
}

it('has the 57 questions that the article answers and the 24 that it does not', () => {
  expect([ANSWERED.length, NOT_ANSWERED.length]).toEqual([57, 24]);
});

describe('the article answers', () => {
  it.each(ANSWERED.map((question, index) => [index + 1, question.asks, question] as const))(
    '%i. %s',
    async (_, __, question) => {
      await holds(question);
    },
  );
});

describe('the article does not answer', () => {
  it.each(
    NOT_ANSWERED.flatMap((questions, index) =>
      questions.map((question) => [index + 1, question.asks, question] as const),
    ),
  )('%i. %s', async (_, __, question) => {
    await holds(question);
  });
});

it('massage under Medicare as a whole leads on to the plans within it', async () => {
  await holds({
    asks: 'massage under Medicare',
    operation:
      '{ coverage(plan: "medicare", of: { service: "massage-therapy" }, accordingTo: ["medicare-massage-article"]) { status alternatives(first: 2) { plan { slug } } } }',
    answer: {
      coverage: {
        status: 'NOT_STATED',
        alternatives: expect.arrayContaining(
          ['original-medicare', 'medicare-advantage'].map((slug) => ({ plan: { slug } })),
        ) as unknown,
      },
    },
  });
});
