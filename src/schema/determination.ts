/** The type Determination: an answer that the engine derived. */
import type { Determination } from '../engine/determination.ts';
import { bounds } from './bounds.ts';
import { builder } from './builder.ts';
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
  SummaryClauseRef,
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
  description:
    'An answer, derived from the rules in the graph; never stored. Not a Node: to get it again, send the question again.',
  fields: (t) => ({
    id: t.exposeID('id', {
      description:
        'A digest of the question in a canonical form and the data version: the same question on the same data has the same id.',
    }),
    status: t.expose('status', { type: CoverageStatusRef, description: 'The result on the facts given.' }),
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
      description: 'Why it is not firmer, if it or the best outcome is MAY_BE_COVERED or MAY_BE_EXCLUDED.',
    }),
    notStated: t.expose('notStated', {
      type: NotStatedReasonRef,
      nullable: true,
      description: 'Why no source says, if the status is NOT_STATED.',
    }),
    summary: t.exposeString('summary', {
      description: 'The answer in a few sentences, no firmer than its sources.',
    }),
    clauses: t.expose('clauses', {
      type: [SummaryClauseRef],
      description:
        'The summary sentence by sentence, each with the steps of the proof that it rests on; joined by spaces they are the summary.',
    }),
  }),
});

/** The question that the answer is for. */
builder.objectFields(DeterminationRef, (t) => ({
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
}));

/** What is required, limited and paid, and which facts would decide. */
builder.objectFields(DeterminationRef, (t) => ({
  requirements: t.field({
    type: [CoverageRequirementRef],
    description:
      'What is required: first what coverage depends on, then what must be done or paid once covered, then what is also stated.',
    args: {
      roles: t.arg({
        type: [RequirementRoleRef],
        description: 'Only requirements of these roles. Default: all roles.',
      }),
    },
    resolve: (answer, { roles }) => (roles ? answer.requirementsFor(new Set(roles)) : answer.requirements),
  }),
  formalities: t.expose('formalities', {
    type: [FormalityRef],
    description:
      'A verdict on each of order, authorization, referral, network, documentation and cost sharing, in this order; empty if the best outcome is not coverage.',
  }),
  routes: t.expose('routes', {
    type: [CoverageRouteRef],
    description:
      'Every way to reach COVERED or MAY_BE_COVERED, best outcome first; at most 32. `routesComplete` says whether these are all.',
  }),
  routesComplete: t.exposeBoolean('routesComplete', { description: 'Whether `routes` lists every way.' }),
  limits: t.expose('limits', { type: [CoverageLimitRef], description: 'How much of it is covered.' }),
  costs: t.expose('costs', { type: [CostShareRef], description: 'What the person pays for covered care.' }),
  pathways: t.expose('pathways', {
    type: [CoveragePathwayRef],
    description:
      'Every smallest set of facts that leads to the best outcome, if that is COVERED or MAY_BE_COVERED; otherwise none.',
  }),
  pathwaysComplete: t.exposeBoolean('pathwaysComplete', {
    description: 'False if there were too many to list all of them.',
  }),
  missing: t.expose('missing', {
    type: [CoverageConditionRef],
    description: 'Conditions not given that the answer depends on; giving any other changes nothing.',
  }),
  nextQuestion: t.expose('nextQuestion', {
    type: CoverageConditionRef,
    nullable: true,
    description: 'Of the missing conditions, the one to ask first.',
  }),
}));

/** The reasons, the views of the sources, and what is related. */
builder.objectFields(DeterminationRef, (t) => ({
  proof: t.expose('proof', {
    type: [ProofStepRef],
    description: 'The derivation, each step after those that it depends on.',
  }),
  rejectedRules: t.expose('rejectedRules', {
    type: [RejectedRuleRef],
    description: 'Rules that were considered but did not decide, and why.',
  }),
  scope: t.expose('scope', {
    type: AnswerScopeRef,
    description: 'Where the engine looked for the answer, and where not.',
  }),
  leansOn: t.expose('leansOn', {
    type: [SourceDependenceRef],
    description: 'Each source without which the status would be different, sorted by slug.',
  }),
  positions: t.expose('positions', { type: [SourcePositionRef], description: 'What each source says on its own.' }),
  disagreements: t.expose('disagreements', {
    type: [SourceDisagreementRef],
    description: 'The disagreements that concern this answer.',
  }),
  upcomingChanges: t.expose('upcomingChanges', {
    type: [UpcomingChangeRef],
    description:
      'Later answers, each on the first day of rules that begin within a year; nearest day first, at most 20. Empty if the request gives a day.',
  }),
  alternatives: t.field({
    type: [DeterminationRef],
    description:
      'Other services of the same plan, or the same service in plans of the same class, with a better answer on the same facts; if a program says nothing, the plans within it that do.',
    args: { first: t.arg.int({ defaultValue: 5, description: 'At most this many, best first; from 0 to 20.' }) },
    resolve: ({ alternatives }, { first }) => alternativesOf(alternatives)(alternativeCount(first, 'first')),
  }),
  citations: t.field({
    type: [CitationRef],
    description: 'Every passage that the answer depends on.',
    resolve: ({ cites }) => cites,
  }),
}));
