/** Facts about a case, requirements, and sets of facts that lead to coverage. */
import { CoverageStatusRef, RequirementRoleRef, RequirementStateRef, RequirementStrengthRef } from './enums.ts';
import { CaseFactRef, CitationRef, CoverageConditionRef, CoveragePathwayRef, CoverageRequirementRef } from './refs.ts';

CaseFactRef.implement({
  description: 'A fact about the case, given or required.',
  fields: (t) => ({
    condition: t.expose('condition', {
      type: CoverageConditionRef,
      description: 'The condition that the fact is about.',
    }),
    holds: t.exposeBoolean('holds', { nullable: true, description: 'Null if the condition is a count.' }),
    count: t.exposeInt('count', { nullable: true, description: 'The number given, if the condition is a count.' }),
    atLeast: t.exposeInt('atLeast', {
      nullable: true,
      description: 'The lowest number required, if the condition is a count.',
    }),
    atMost: t.exposeInt('atMost', {
      nullable: true,
      description: 'The highest number required, if the condition is a count.',
    }),
    text: t.exposeString('text', { description: 'In words, as within a sentence: prescribed.' }),
  }),
});

CoverageRequirementRef.implement({
  description: 'One thing that is required. The list reads as: all of these; within one, any of its facts is enough.',
  fields: (t) => ({
    role: t.expose('role', {
      type: RequirementRoleRef,
      description: 'Whether coverage depends on it, or it must be done or paid once covered.',
    }),
    anyOf: t.expose('anyOf', { type: [CaseFactRef], description: 'The facts of which one is enough.' }),
    strength: t.expose('strength', {
      type: RequirementStrengthRef,
      description: 'How strictly the sources require it.',
    }),
    state: t.expose('state', { type: RequirementStateRef, description: 'Whether the given facts meet it.' }),
    text: t.exposeString('text', { description: 'In words: part of a physical or occupational therapy program.' }),
    dependsOn: t.exposeStringList('dependsOn', { description: 'What the source says it depends on.' }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that require it.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

CoveragePathwayRef.implement({
  description: 'A smallest set of facts that leads to the best outcome; without any one of them it no longer does.',
  fields: (t) => ({
    facts: t.expose('facts', { type: [CaseFactRef], description: 'The facts, all of which must be true.' }),
    outcome: t.expose('outcome', {
      type: CoverageStatusRef,
      description: 'The status once all of the facts are given.',
    }),
  }),
});
