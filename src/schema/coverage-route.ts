/** The types CoverageRoute and Formality: the ways to be covered, and one verdict on each formality. */
import { ConditionTopicRef, CoverageStatusRef, FormalityStatusRef, RequirementRoleRef } from './enums.ts';
import {
  CaseFactRef,
  CitationRef,
  CostShareRef,
  CoverageConditionRef,
  CoverageLimitRef,
  CoverageRequirementRef,
  CoverageRouteRef,
  FormalityRef,
} from './refs.ts';

CoverageRouteRef.implement({
  description:
    'One way to be covered, whole: the facts that are still wanted, what is asked once covered, and its own limits and costs.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: CoverageStatusRef, description: 'What the facts bring about.' }),
    facts: t.expose('facts', { type: [CaseFactRef], description: 'The facts that are still wanted, all of them.' }),
    requirements: t.expose('requirements', {
      type: [CoverageRequirementRef],
      description: 'What is asked once the care is covered in this way.',
    }),
    limits: t.expose('limits', { type: [CoverageLimitRef], description: 'How much is covered in this way.' }),
    costs: t.expose('costs', { type: [CostShareRef], description: 'What the person pays in this way.' }),
    text: t.exposeString('text', { description: 'The outcome and the facts, in a sentence.' }),
    citations: t.field({
      type: [CitationRef],
      description: 'Where this way and what is asked on it are stated.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

FormalityRef.implement({
  description: 'One verdict on one formality, from all that the answer requires and all that is also stated.',
  fields: (t) => ({
    topic: t.expose('topic', { type: ConditionTopicRef, description: 'The formality that the verdict is on.' }),
    condition: t.expose('condition', {
      type: CoverageConditionRef,
      nullable: true,
      description: 'What is asked for; null where it is nothing, a price, or one of several.',
    }),
    status: t.expose('status', { type: FormalityStatusRef, description: 'The verdict, in one word.' }),
    text: t.exposeString('text', { description: 'The verdict in a sentence.' }),
    role: t.expose('role', {
      type: RequirementRoleRef,
      nullable: true,
      description: 'The list of requirements that the verdict is from; null where it is from none.',
    }),
    dependsOn: t.exposeStringList('dependsOn', { description: 'What it depends on.' }),
    citations: t.field({
      type: [CitationRef],
      description: 'Where it is stated; empty where it is not.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
