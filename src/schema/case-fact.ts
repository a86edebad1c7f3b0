/** Facts about a case, requirements, and sets of facts that lead to coverage. */
import { CoverageStatusRef, RequirementRoleRef, RequirementStateRef, RequirementStrengthRef } from './enums.ts';
import { CaseFactRef, CitationRef, CoverageConditionRef, CoveragePathwayRef, CoverageRequirementRef } from './refs.ts';

CaseFactRef.implement({
  description: 'A fact about the case, as given or as wanted.',
  fields: (t) => ({
    condition: t.expose('condition', {
      type: CoverageConditionRef,
      description: 'The condition that the fact is about.',
    }),
    holds: t.exposeBoolean('holds', { nullable: true, description: 'Null where the condition counts.' }),
    count: t.exposeInt('count', { nullable: true, description: 'The number given, where the condition counts.' }),
    atLeast: t.exposeInt('atLeast', {
      nullable: true,
      description: 'The lowest number wanted, where the condition counts.',
    }),
    atMost: t.exposeInt('atMost', {
      nullable: true,
      description: 'The highest number wanted, where the condition counts.',
    }),
    text: t.exposeString('text', { description: 'In words, as within a sentence: prescribed.' }),
  }),
});

CoverageRequirementRef.implement({
  description: 'One thing that is required. The list reads as: all of these; within one, any of its facts is enough.',
  fields: (t) => ({
    role: t.expose('role', {
      type: RequirementRoleRef,
      description: 'Whether coverage itself turns on it, or it must be done or paid once covered.',
    }),
    anyOf: t.expose('anyOf', { type: [CaseFactRef], description: 'The facts of which one is enough.' }),
    strength: t.expose('strength', {
      type: RequirementStrengthRef,
      description: 'How strictly the sources ask for it.',
    }),
    state: t.expose('state', { type: RequirementStateRef, description: 'Whether the given facts meet it.' }),
    text: t.exposeString('text', { description: 'In words: part of a physical or occupational therapy program.' }),
    dependsOn: t.exposeStringList('dependsOn', { description: 'What the source says it depends on.' }),
    citations: t.field({
      type: [CitationRef],
      description: 'Who asks for it, and where.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

CoveragePathwayRef.implement({
  description: 'A smallest set of facts that brings about the best outcome: take one away and it no longer does.',
  fields: (t) => ({
    facts: t.expose('facts', { type: [CaseFactRef], description: 'What has to be so, all of it together.' }),
    outcome: t.expose('outcome', {
      type: CoverageStatusRef,
      description: 'The status once all of the facts are given.',
    }),
  }),
});
