/** The type Determination: an answer that the engine derived. */
import type { Determination } from '../engine/determination.ts';
import { bounds } from './bounds.ts';
import {
  CoverageHedgeRef,
  CoverageStatusRef,
  NotStatedReasonRef,
  RequirementRoleRef,
  SourceAuthorityRef,
} from './enums.ts';
import { ContractError } from './errors.ts';
import {
  AnswerScopeRef,
  CaseFactRef,
  CitationRef,
  CostShareRef,
  CoverageConditionRef,
  CoverageLimitRef,
  CoveragePathwayRef,
  CoverageRequirementRef,
  CoverageRouteRef,
  CoverageSubjectRef,
  DeterminationRef,
  FormalityRef,
  PlanRef,
  ProofStepRef,
  RejectedRuleRef,
  SourceDependenceRef,
  SourceDisagreementRef,
  SourceDocumentRef,
  SourcePositionRef,
  TerritoryRef,
  UpcomingChangeRef,
} from './refs.ts';

/** The number of alternatives asked for; refuses a number out of range. */
function alternativeCount(first: number | null | undefined, argument: string): number {
  const most = first ?? bounds.defaultAlternatives;
  if (most < 0 || most > bounds.alternatives)
    throw new ContractError(
      'BAD_PAGE_SIZE',
      `Ask for 0 to ${String(bounds.alternatives)} alternatives.`,
      argument,
      String(most),
    );
  return most;
}

/** Refuses the alternatives of an alternative, because they could nest without limit. */
function alternativesOf(alternatives: Determination['alternatives']): NonNullable<Determination['alternatives']> {
  if (alternatives === null)
    throw new ContractError(
      'TOO_MANY',
      'The alternatives of an alternative are not derived. Ask for coverage of that plan and subject in a separate field.',
      'alternatives',
      '',
    );
  return alternatives;
}

DeterminationRef.implement({
  description: 'An answer, derived from the rules in the graph; never stored. Not a Node: to have it again, ask again.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description:
        'A digest of the question, spelled in one way, and the data version: the same question on the same data has the same id.',
    }),
    status: t.expose('status', { type: CoverageStatusRef, description: 'The verdict on the facts given.' }),
    best: t.expose('best', {
      type: CoverageStatusRef,
      description:
        'The best outcome still open; the status itself once settled. Best first: COVERED, MAY_BE_COVERED, CONFLICTING, NOT_STATED, MAY_BE_EXCLUDED, NOT_COVERED.',
    }),
    possibleOutcomes: t.expose('possibleOutcomes', {
      type: [CoverageStatusRef],
      description: 'Every outcome still open, best first.',
    }),
    hedges: t.expose('hedges', {
      type: [CoverageHedgeRef],
      description: 'Why it is no firmer, where it is MAY_BE_COVERED or MAY_BE_EXCLUDED, or that is the best.',
    }),
    notStated: t.expose('notStated', {
      type: NotStatedReasonRef,
      nullable: true,
      description: 'Why no source says, where the status is NOT_STATED.',
    }),
    summary: t.exposeString('summary', {
      description: 'The answer in one or two sentences, no firmer than its sources.',
    }),
    plan: t.expose('plan', { type: PlanRef, description: 'The plan that was asked about.' }),
    subject: t.expose('subject', {
      type: CoverageSubjectRef,
      description: 'The service, technique or billing code that was asked about.',
    }),
    territory: t.expose('territory', {
      type: TerritoryRef,
      nullable: true,
      description: 'Where the care is given; null if the request names no place.',
    }),
    on: t.expose('on', { type: 'Date', description: 'The day that the answer is for.' }),
    given: t.expose('given', { type: [CaseFactRef], description: 'The facts that the request gives.' }),
    accordingTo: t.expose('accordingTo', {
      type: [SourceDocumentRef],
      nullable: true,
      description: 'The only sources that were included; null if all were.',
    }),
    minimumAuthority: t.expose('minimumAuthority', {
      type: SourceAuthorityRef,
      nullable: true,
      description: 'The lowest authority that was included; null if any was.',
    }),
    dataVersion: t.exposeString('dataVersion', { description: 'The version of the data from which it was derived.' }),
    assumptions: t.exposeStringList('assumptions', {
      description:
        'What was assumed because the request does not say it, and every interpretation that the answer depends on.',
    }),
    requirements: t.field({
      type: [CoverageRequirementRef],
      description:
        'What is required: first what coverage itself turns on, then what must be done or paid once covered, then what is also stated.',
      args: {
        roles: t.arg({
          type: [RequirementRoleRef],
          description: 'Requirements of these roles alone; left out: of any.',
        }),
      },
      resolve: (answer, { roles }) => (roles ? answer.requirementsFor(new Set(roles)) : answer.requirements),
    }),
    formalities: t.expose('formalities', {
      type: [FormalityRef],
      description:
        'A verdict on each of order, authorization, referral, network, documentation and cost sharing, in this order; none where the best outcome is not coverage.',
    }),
    routes: t.expose('routes', {
      type: [CoverageRouteRef],
      description:
        'Every way to be covered or to may be covered, best outcome first; at most 32, and routesComplete says whether that is all.',
    }),
    routesComplete: t.exposeBoolean('routesComplete', { description: 'Whether `routes` lists every one.' }),
    limits: t.expose('limits', { type: [CoverageLimitRef], description: 'How much of it is covered.' }),
    costs: t.expose('costs', { type: [CostShareRef], description: 'What the person pays for covered care.' }),
    pathways: t.expose('pathways', {
      type: [CoveragePathwayRef],
      description:
        'Every smallest set of facts that brings about the best outcome, where that is COVERED or MAY_BE_COVERED; else none.',
    }),
    pathwaysComplete: t.exposeBoolean('pathwaysComplete', {
      description: 'False where there were too many to list them all.',
    }),
    missing: t.expose('missing', {
      type: [CoverageConditionRef],
      description: 'Conditions not given on which the answer turns; giving any other changes nothing.',
    }),
    nextQuestion: t.expose('nextQuestion', {
      type: CoverageConditionRef,
      nullable: true,
      description: 'Of the missing conditions, the one to ask first.',
    }),
    proof: t.expose('proof', {
      type: [ProofStepRef],
      description: 'The derivation, each step after those that it rests on.',
    }),
    rejectedRules: t.expose('rejectedRules', {
      type: [RejectedRuleRef],
      description: 'Rules that were looked at and did not decide, and why not.',
    }),
    scope: t.expose('scope', { type: AnswerScopeRef, description: 'Where the answer was looked for, and where not.' }),
    leansOn: t.expose('leansOn', {
      type: [SourceDependenceRef],
      description: 'Each source without which the status would be another, by slug.',
    }),
    positions: t.expose('positions', { type: [SourcePositionRef], description: 'What each source says by itself.' }),
    disagreements: t.expose('disagreements', {
      type: [SourceDisagreementRef],
      description: 'The disagreements that this answer touches.',
    }),
    upcomingChanges: t.expose('upcomingChanges', {
      type: [UpcomingChangeRef],
      description:
        'Later answers, each on the first day of rules that begin within a year; nearest day first, at most 20. Empty where the request gives a day.',
    }),
    alternatives: t.field({
      type: [DeterminationRef],
      description:
        'Other services of the same plan, or the same in plans within the same class, that answer better on the same facts; where a programme says nothing, the plans within it that do.',
      args: { first: t.arg.int({ defaultValue: 5, description: 'At most this many, best first; from 0 to 20.' }) },
      resolve: ({ alternatives }, { first }) => alternativesOf(alternatives)(alternativeCount(first, 'first')),
    }),
    citations: t.field({
      type: [CitationRef],
      description: 'Every passage that the answer rests on.',
      resolve: ({ cites }) => cites,
    }),
  }),
});
