/** The type CoverageAnswer and the root field `ask`: answers a question in plain English. */
import { type QuestionAnswer, ask } from '../language/ask.ts';
import { UnreadableOperation } from '../language/operation-limits.ts';
import { asOfArguments, inVersion } from './as-of.ts';
import { bounds } from './bounds.ts';
import { builder } from './builder.ts';
import { QuestionIntentRef } from './enums.ts';
import { ContractError } from './errors.ts';
import {
  CaseFactRef,
  CitationRef,
  ConceptRef,
  CoverageSubjectRef,
  DeterminationRef,
  PlanRef,
  TerritoryRef,
} from './refs.ts';

const CoverageAnswerRef = builder.objectRef<QuestionAnswer>('CoverageAnswer').implement({
  description: 'How a question in plain English was interpreted, and the answer to it.',
  fields: (t) => ({
    question: t.exposeString('question', { description: 'The question as it was sent.' }),
    understood: t.exposeBoolean('understood', {
      description: 'False if nothing, or not enough, was understood; the answer then guesses nothing.',
    }),
    intent: t.expose('intent', {
      type: QuestionIntentRef,
      nullable: true,
      description: 'What the question asks for; null if that was not understood.',
    }),
    plans: t.expose('plans', { type: [PlanRef], description: 'The plans that it names, in its order.' }),
    subjects: t.expose('subjects', {
      type: [CoverageSubjectRef],
      description: 'The services, techniques and codes that it is about.',
    }),
    territory: t.expose('territory', {
      type: TerritoryRef,
      nullable: true,
      description: 'Where the care is given, or the place that it asks about.',
    }),
    county: t.exposeString('county', {
      nullable: true,
      description: 'The county in which plans are asked about: Allegheny County, Pennsylvania; null if none is named.',
    }),
    given: t.expose('given', { type: [CaseFactRef], description: 'The facts of the case that the question states.' }),
    yes: t.exposeBoolean('yes', {
      nullable: true,
      description:
        'Yes or no, if the question asks that of the graph itself (is kneading part of 97124); otherwise null.',
    }),
    text: t.exposeString('text', {
      description: 'The answer in words; numbers in brackets count through `citations`.',
    }),
    determinations: t.expose('determinations', {
      type: [DeterminationRef],
      description: 'The answers that the text is based on, each with its proof.',
    }),
    concepts: t.expose('concepts', {
      type: [ConceptRef],
      description: 'The entries asked for, if the question asks for a list or a description.',
    }),
    notUnderstood: t.exposeStringList('notUnderstood', {
      description: 'Names in the question that match nothing in the graph.',
    }),
    setAside: t.exposeStringList('setAside', {
      description:
        'Words that were set aside, because they can change neither plan, subject, place, day nor fact; the text names them first.',
    }),
    suggestions: t.exposeStringList('suggestions', {
      description: 'Corrected or alternative questions; each can be sent as it is.',
    }),
    operation: t.exposeString('operation', {
      nullable: true,
      description: 'The GraphQL operation that asks the same, ready to run.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The sources of the text, in the order of its numbers, from 1.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

builder.queryField('ask', (t) =>
  t.field({
    type: CoverageAnswerRef,
    nullable: true,
    description:
      'A question in plain English, such as: what does Tricare Prime require for massage. At most 1,000 characters.',
    args: {
      question: t.arg.string({
        required: true,
        description: 'The question, at most 1,000 characters; a longer one is an error.',
      }),
      previous: t.arg.string({
        description:
          'The `operation` of an earlier answer, unchanged. The question then takes plan, subject, place, day and facts from it where it names none: "and with a referral?", "what about Select?".',
      }),
      ...asOfArguments,
    },
    resolve: (_, { question, previous, asOf }, context) => {
      inVersion(asOf, context);
      if (question.length > bounds.questionCharacters)
        throw new ContractError(
          'QUESTION_TOO_LONG',
          `The question has ${question.length.toLocaleString('en')} characters; at most ${bounds.questionCharacters.toLocaleString('en')} are read. Ask in fewer words.`,
          'question',
          question,
        );
      try {
        return ask(context.graph, question, context.today, previous ?? null);
      } catch (error) {
        if (!(error instanceof UnreadableOperation)) throw error;
        throw new ContractError('BAD_PREVIOUS', error.message, 'previous', previous ?? '');
      }
    },
  }),
);
