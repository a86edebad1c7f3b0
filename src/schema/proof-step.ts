/** The types ProofStep and RejectedRule: how an answer was derived, and the rules that did not decide it. */
import { DefeatGroundRef, ProofStepKindRef, RejectionReasonRef, TruthValueRef } from './enums.ts';
import { CaseFactRef, CitationRef, ConceptLinkRef, CoverageRuleRef, ProofStepRef, RejectedRuleRef } from './refs.ts';

ProofStepRef.implement({
  description: 'One step of a derivation; every leaf that is not given or assumed is cited.',
  fields: (t) => ({
    number: t.exposeInt('number', { description: 'Its place in the proof, from 1.' }),
    kind: t.expose('kind', { type: ProofStepKindRef, description: 'What the step contributes to the proof.' }),
    text: t.exposeString('text', { description: 'What the step says, as a sentence.' }),
    restsOn: t.exposeIntList('restsOn', { description: 'The numbers of the steps that it depends on.' }),
    rule: t.expose('rule', {
      type: CoverageRuleRef,
      nullable: true,
      description: 'The rule that applies; in a defeat, the rule that is defeated.',
    }),
    link: t.expose('link', {
      type: ConceptLinkRef,
      nullable: true,
      description: 'The link that carries the question further.',
    }),
    fact: t.expose('fact', {
      type: CaseFactRef,
      nullable: true,
      description: 'The fact that was given or assumed.',
    }),
    truth: t.expose('truth', {
      type: TruthValueRef,
      nullable: true,
      description: 'Whether the condition holds, if the step is about one.',
    }),
    ground: t.expose('ground', {
      type: DefeatGroundRef,
      nullable: true,
      description: 'Why one rule prevails over the other, if one does.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that support the step.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

RejectedRuleRef.implement({
  description: 'A rule that was considered but did not decide.',
  fields: (t) => ({
    rule: t.expose('rule', { type: CoverageRuleRef, description: 'The rule that was considered.' }),
    reason: t.expose('reason', { type: RejectionReasonRef, description: 'Why it did not decide the answer.' }),
    text: t.exposeString('text', { description: 'The same as a sentence, with the rule or fact that prevented it.' }),
  }),
});
