/** The type CoverageRule: what a source says that a plan covers or excludes (docs/semantics.md, section 2). */
import { conditionsOf } from '../engine/boolean-variables.ts';
import { placeOfRule } from '../engine/rule-place.ts';
import { expressionText } from '../graph/sentences.ts';
import type { RuleRequirement } from '../graph/entries.ts';
import { builder } from './builder.ts';
import { ConditionExpressionRef } from './condition-expression.ts';
import { RequirementStrengthRef, RuleEffectRef, RuleModalityRef, RuleQuantifierRef } from './enums.ts';
import { RulePlaceRef } from './rule-place.ts';
import { sortedBySlug } from '../graph/sorted-lists.ts';
import {
  CitationRef,
  CostShareRef,
  CoverageConditionRef,
  CoverageLimitRef,
  CoverageRuleRef,
  CoverageSubjectRef,
  NodeRef,
  PlanRef,
} from './refs.ts';

const RuleRequirementRef = builder.objectRef<RuleRequirement>('RuleRequirement').implement({
  description: 'What a rule requires to be done or paid for care that it covers.',
  fields: (t) => ({
    condition: t.expose('condition', {
      type: CoverageConditionRef,
      description: 'What must be done, be paid or be true.',
    }),
    strength: t.expose('strength', {
      type: RequirementStrengthRef,
      description: 'How strictly the source requires it.',
    }),
    dependsOn: t.exposeStringList('dependsOn', { description: 'What the source says it depends on.' }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that require it.',
      resolve: ({ cites }) => cites,
    }),
  }),
});

CoverageRuleRef.implement({
  description: 'One reading of what a source says a plan covers or excludes.',
  interfaces: () => [NodeRef],
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: "The plan's slug, a slash, and the rule's own key: tricare-prime/massage-excluded.",
    }),
    plan: t.expose('plan', { type: PlanRef, description: 'The plan whose file contains it.' }),
    subject: t.expose('subject', { type: CoverageSubjectRef, description: 'What it covers or excludes.' }),
    effect: t.expose('effect', { type: RuleEffectRef, description: 'What it does if its condition holds.' }),
    quantifier: t.expose('quantifier', {
      type: RuleQuantifierRef,
      description: 'How many of the plans in the class it is about.',
    }),
    extent: t.expose('extent', {
      type: RuleQuantifierRef,
      description: 'How much of the subject it is about: MOST medically necessary care, SOME dental services.',
    }),
    modality: t.expose('modality', { type: RuleModalityRef, description: 'How firmly its source states it.' }),
    when: t.expose('when', {
      type: ConditionExpressionRef,
      nullable: true,
      description: 'Null if it holds unconditionally. Nested at most three deep.',
    }),
    whenText: t.string({
      nullable: true,
      description: 'Its condition in words; null if it has none.',
      resolve: ({ when }) => when && expressionText(when),
    }),
    conditions: t.field({
      type: [CoverageConditionRef],
      description: 'Every condition named in `when`.',
      resolve: (rule) => conditionsOf(rule),
    }),
    where: t.field({
      type: RulePlaceRef,
      description: 'The places that it applies to.',
      resolve: (rule) => placeOfRule(rule),
    }),
    exceptTo: t.field({
      type: [CoverageRuleRef],
      description: 'The rules that it makes an exception to.',
      resolve: ({ exceptTo }) => sortedBySlug(exceptTo).items,
    }),
    exceptions: t.field({
      type: [CoverageRuleRef],
      description: 'The rules that make an exception to it.',
      resolve: ({ exceptions }) => sortedBySlug(exceptions).items,
    }),
    restates: t.expose('restates', {
      type: CoverageRuleRef,
      nullable: true,
      description: 'The more detailed rule of the same source that this one restates.',
    }),
  }),
});

/** What holds once the rule covers something, when the rule holds, and where it comes from. */
builder.objectFields(CoverageRuleRef, (t) => ({
  requirements: t.expose('requires', {
    type: [RuleRequirementRef],
    description: 'What it requires once the care is covered.',
  }),
  limits: t.expose('limits', { type: [CoverageLimitRef], description: 'How much of the subject it covers.' }),
  costs: t.expose('costs', { type: [CostShareRef], description: 'What the person pays under it.' }),
  validFrom: t.expose('from', {
    type: 'Date',
    nullable: true,
    description: 'The first day on which it holds; null if its source states none.',
  }),
  validUntil: t.expose('until', {
    type: 'Date',
    nullable: true,
    description: 'The first day on which it no longer holds; null if its source states none.',
  }),
  rationale: t.exposeString('rationale', {
    nullable: true,
    description: 'The reason that the source gives, in our words; no answer depends on it.',
  }),
  reading: t.exposeString('reading', {
    nullable: true,
    description: 'How the words were interpreted, if there is more than one way.',
  }),
  citations: t.field({
    type: [CitationRef],
    description: 'The passages that state it.',
    resolve: ({ cites }) => cites,
  }),
}));
