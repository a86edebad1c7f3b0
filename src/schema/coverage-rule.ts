/** The type CoverageRule: what a source says that a plan covers or excludes (docs/semantics.md, section 2). */
import { eachTest } from '../engine/boolean-variables.ts';
import { expressionText } from '../graph/sentences.ts';
import { didYouMean } from '../graph/did-you-mean.ts';
import type { Condition, Graph, Rule } from '../graph/entries.ts';
import { builder } from './builder.ts';
import { ContractError, cut } from './errors.ts';
import { resolvePlan } from './resolve-arguments.ts';
import { ConditionExpressionRef } from './condition-expression.ts';
import { RequirementStrengthRef, RuleEffectRef, RuleModalityRef, RuleQuantifierRef } from './enums.ts';
import { placeRead, RulePlaceRef } from './rule-place.ts';
import { sortedBySlug } from './sorted-lists.ts';
import {
  CitationRef,
  CostShareRef,
  CoverageConditionRef,
  CoverageLimitRef,
  CoverageRuleRef,
  CoverageSubjectRef,
  NodeRef,
  PlanRef,
  RuleRequirementRef,
} from './refs.ts';

RuleRequirementRef.implement({
  description: 'What a rule, or the taking over of rules, asks to be done or paid for covered care.',
  fields: (t) => ({
    condition: t.expose('condition', {
      type: CoverageConditionRef,
      description: 'What has to be done, paid or be so.',
    }),
    strength: t.expose('strength', {
      type: RequirementStrengthRef,
      description: 'How strictly the source asks for it.',
    }),
    dependsOn: t.exposeStringList('dependsOn', { description: 'What the source says it depends on.' }),
    citations: t.field({ type: [CitationRef], description: 'Where it is asked for.', resolve: ({ cites }) => cites }),
  }),
});

/** The conditions in a rule's `when`, in order, without duplicates. */
function conditionsOf({ when }: Rule): Condition[] {
  const named = new Set<Condition>();
  eachTest(when, ({ condition }) => named.add(condition));
  return [...named];
}

/** The rule of that slug. Throws a ContractError with suggestions if the plan or its rule is unknown. */
function resolveRule(graph: Graph, slug: string): Rule {
  const found = graph.rules.get(slug);
  if (found) return found;
  const plan = resolvePlan(graph, slug.split('/')[0] ?? '', 'slug');
  const keys = plan.rules.map((rule) => rule.slug);
  throw new ContractError(
    'BAD_ID',
    `There is no rule "${cut(slug)}". ${didYouMean(slug, keys, `The rules of ${plan.slug} are listed by its field rules.`)}`,
    'slug',
    slug,
  );
}

builder.queryFields((t) => ({
  rule: t.field({
    type: CoverageRuleRef,
    nullable: true,
    description: 'A rule by its plan and key: tricare-prime/massage-excluded.',
    args: { slug: t.arg.string({ required: true, description: "The plan's slug, a slash, and the rule's own key." }) },
    resolve: (_, { slug }, { graph }) => resolveRule(graph, slug),
  }),
}));

CoverageRuleRef.implement({
  description: 'One reading of what a source says a plan covers or excludes.',
  interfaces: () => [NodeRef],
  fields: (t) => ({
    slug: t.exposeString('slug', {
      description: "The plan's slug, a slash, and the rule's own key: tricare-prime/massage-excluded.",
    }),
    plan: t.expose('plan', { type: PlanRef, description: 'The plan whose file contains it.' }),
    subject: t.expose('subject', { type: CoverageSubjectRef, description: 'What it covers or excludes.' }),
    effect: t.expose('effect', { type: RuleEffectRef, description: 'What it does where its condition holds.' }),
    quantifier: t.expose('quantifier', {
      type: RuleQuantifierRef,
      description: 'How many of the plans in the class it speaks of.',
    }),
    extent: t.expose('extent', {
      type: RuleQuantifierRef,
      description: 'How much of the subject it speaks of: MOST medically necessary care, SOME dental services.',
    }),
    modality: t.expose('modality', { type: RuleModalityRef, description: 'How firmly its source speaks.' }),
    when: t.expose('when', {
      type: ConditionExpressionRef,
      nullable: true,
      description: 'Null where it holds without condition. Never nested deeper than three.',
    }),
    whenText: t.string({
      nullable: true,
      description: 'Its condition in words, null where it has none.',
      resolve: ({ when }) => when && expressionText(when),
    }),
    conditions: t.field({
      type: [CoverageConditionRef],
      description: 'Every condition named in `when`.',
      resolve: (rule) => conditionsOf(rule),
    }),
    where: t.field({ type: RulePlaceRef, description: 'The places it speaks of.', resolve: (rule) => placeRead(rule) }),
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
    restates: t.field({
      type: CoverageRuleRef,
      nullable: true,
      description: 'The fuller rule that this one says again; the first where it names several.',
      resolve: ({ restates }) => restates[0] ?? null,
    }),
    restatements: t.expose('restates', {
      type: [CoverageRuleRef],
      description: 'Every fuller rule that this one says again. It is silent where one of them is heard.',
    }),
    requirements: t.expose('requires', {
      type: [RuleRequirementRef],
      description: 'What it asks for once the care is covered.',
    }),
    limits: t.expose('limits', { type: [CoverageLimitRef], description: 'How much of the subject it covers.' }),
    costs: t.expose('costs', { type: [CostShareRef], description: 'What the person pays under it.' }),
    validFrom: t.expose('from', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it holds; null where its source names none.',
    }),
    validUntil: t.expose('until', {
      type: 'Date',
      nullable: true,
      description: 'The first day on which it no longer holds; null where its source names none.',
    }),
    rationale: t.exposeString('rationale', {
      nullable: true,
      description: 'The reason that the source gives, in our words; the engine draws nothing from it.',
    }),
    reading: t.exposeString('reading', {
      nullable: true,
      description: 'How the words were read, where they can be read in more than one way.',
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'The passages that it is read from.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
