/** The types CoverageRoute and Formality: each way to be covered, and the verdict on each formality. */
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
    'One complete way to be covered: the facts that are still needed, what is required once covered, and its limits and costs.',
  fields: (t) => ({
    outcome: t.expose('outcome', { type: CoverageStatusRef, description: 'The outcome if all of its facts hold.' }),
    facts: t.expose('facts', {
      type: [CaseFactRef],
      description: 'The facts that are still needed; all of them must hold.',
    }),
    requirements: t.expose('requirements', {
      type: [CoverageRequirementRef],
      description: 'What is required once the care is covered in this way.',
    }),
    limits: t.expose('limits', { type: [CoverageLimitRef], description: 'How much is covered in this way.' }),
    costs: t.expose('costs', { type: [CostShareRef], description: 'What the person pays in this way.' }),
    text: t.exposeString('text', { description: 'The outcome and the facts, in one sentence.' }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that state this way and its requirements.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

FormalityRef.implement({
  description:
    'The verdict on one formality, derived from every requirement of the answer, including those that are also stated.',
  fields: (t) => ({
    topic: t.expose('topic', { type: ConditionTopicRef, description: 'The formality that the verdict is about.' }),
    condition: t.expose('condition', {
      type: CoverageConditionRef,
      nullable: true,
      description: 'What is required; null if nothing is, if it is a price, or if it is one of several.',
    }),
    status: t.expose('status', { type: FormalityStatusRef, description: 'The verdict on this formality.' }),
    text: t.exposeString('text', { description: 'The verdict in one sentence.' }),
    role: t.expose('role', {
      type: RequirementRoleRef,
      nullable: true,
      description: 'The role of the requirements that the verdict comes from; null if it comes from none.',
    }),
    dependsOn: t.exposeStringList('dependsOn', { description: 'What the source says it depends on.' }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that state it; empty if none does.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
