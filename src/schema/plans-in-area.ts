/** The root field `plansInArea`: the plans offered in a place, and whether each covers a service. */
import type { InputShapeFromFields, ObjectRef } from '@pothos/core';
import { filterPlans, sortPlans } from '../engine/filter-plans.ts';
import { type OfferedPlan, plansInArea, type PlansInArea } from '../engine/plans-in-area.ts';
import type { Subject } from '../graph/entries.ts';
import { AreaInput, resolvePlace } from './area-arguments.ts';
import { determineWith, coverageArguments, SubjectInput } from './coverage-arguments.ts';
import { bounds } from './bounds.ts';
import { builder, type Context, type TypesOf } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { CoverageStatusRef, PlanOrderRef } from './enums.ts';
import { ContractError } from './errors.ts';
import { resolvePlan, resolveSubject } from './resolve-arguments.ts';
import { type Page, pageOf } from './pagination.ts';
import { FILTERS, LimitInput, resolvePlanFilters } from './plan-filters.ts';
import { DeterminationRef, PlanRef, ServiceAreaRef } from './refs.ts';

interface OfferedPage extends Page<OfferedPlan>, Omit<PlansInArea, 'plans'> {
  readonly withoutStatedCost: number | null;
  readonly withoutStatedLimit: number | null;
}

const PlanOfferedRef = builder.objectRef<OfferedPlan>('PlanOffered').implement({
  description: 'A plan as it is offered in the place asked about.',
  fields: (t) => ({
    plan: t.expose('plan', {
      type: PlanRef,
      description: 'The plan itself; a plan that is sold in variants is listed as its variants.',
    }),
    isCertain: t.exposeBoolean('isCertain', {
      description: "False if a source leaves open whether the area is this plan's.",
    }),
    isWhole: t.exposeBoolean('isWhole', {
      description:
        'Whether all of the place is served; also false if that is not known, as for a state whose counties are listed.',
    }),
    zipCodes: t.exposeStringList('zipCodes', {
      description: 'The ZIP codes served, if only part of a county is served and a source lists them.',
    }),
    areas: t.expose('areas', {
      type: [ServiceAreaRef],
      description: 'The service areas that include the place, each with its sources.',
    }),
    determination: t.field({
      type: DeterminationRef,
      nullable: true,
      description: 'Its answer about the subject; null if the request names none.',
      resolve: ({ answer }) => answer(),
    }),
  }),
});

const PlanOfferedConnection = connectionOf('PlanOffered', PlanOfferedRef, ['plan', 'plans']) as ObjectRef<
  TypesOf,
  OfferedPage
>;
builder.objectFields(PlanOfferedConnection, (t) => ({
  possiblyOffered: t.exposeInt('possiblyOffered', {
    description:
      'How many more plans may be offered there, since a source leaves open which of several areas is theirs; `uncertain` lists them too.',
  }),
  withoutStatedArea: t.int({
    description:
      'How many plans have no stated service area on that day: they may be offered there, and are not listed.',
    resolve: ({ withoutStatedArea }) => withoutStatedArea(),
  }),
  notComparable: t.int({
    description:
      'How many plans have their area stated in other codes or names than the question, so that it is not known whether they are offered there.',
    resolve: ({ notComparable }) => notComparable(),
  }),
  withoutStatedCost: t.exposeInt('withoutStatedCost', {
    nullable: true,
    description:
      'If cost is limited: how many plans match otherwise but state no cost of that kind. They are not listed.',
  }),
  withoutStatedLimit: t.exposeInt('withoutStatedLimit', {
    nullable: true,
    description:
      'If a limit is required: how many plans match otherwise but state no limit of that kind. They are not listed.',
  }),
  changesOn: t.expose('changesOn', {
    type: 'Date',
    nullable: true,
    description:
      'The next day after the requested one on which a plan begins or ceases to be offered there; null if none is stated.',
  }),
}));

const plansInAreaArguments = builder.args((t) => ({
  area: t.field({ type: AreaInput, required: true, description: 'The county, state or ZIP code asked about.' }),
  of: t.field({
    type: SubjectInput,
    description: 'The service, technique or billing code that each plan is asked about.',
  }),
  within: t.string({
    description: 'Only plans within this program or class, at any depth, by its slug: medicare-advantage.',
  }),
  status: t.field({
    type: [CoverageStatusRef],
    description: 'Only plans whose answer has one of these statuses; any status if omitted.',
  }),
  requires: t.stringList({
    description:
      'Only plans whose answer has each of these conditions among its requirements, however strictly: prior-authorization.',
  }),
  withoutRequirement: t.stringList({
    description:
      'Only plans whose answer requires none of these conditions. If no source states a requirement, the plan may still have it.',
  }),
  copayAtMost: t.field({
    type: 'Decimal',
    description: 'Only plans that state a copayment in network of at most this many dollars; no charge counts as zero.',
  }),
  coinsuranceAtMost: t.field({
    type: 'Decimal',
    description: 'Only plans that state a coinsurance in network of at most this percentage; no charge counts as zero.',
  }),
  limitAtLeast: t.field({
    type: LimitInput,
    description: 'Only plans that state a limit of this unit and period of at least this quantity.',
  }),
  uncertain: t.boolean({
    defaultValue: false,
    description: 'Whether to also list plans for which a source leaves open whether the area is theirs.',
  }),
  orderBy: t.field({ type: PlanOrderRef, defaultValue: 'NAME', description: 'The order of the plans listed.' }),
  ...coverageArguments,
  ...pageArguments,
}));

type PlansInAreaArguments = InputShapeFromFields<typeof plansInAreaArguments>;

/** The names of the given arguments that need the answer of every plan offered in the place. */
function argumentsOnAnswers(args: PlansInAreaArguments): readonly string[] {
  return [...FILTERS.filter((name) => args[name] != null), ...(args.orderBy === 'COST' ? ['orderBy'] : [])];
}

function requireSubject(subject: Subject | null, needingAnswers: readonly string[]): void {
  const [argument] = needingAnswers;
  if (subject !== null || argument === undefined) return;
  throw new ContractError(
    'UNKNOWN_SUBJECT',
    `"${argument}" is about what plans say of a service. Name the service in "of".`,
    'of',
    '',
  );
}

function requireFewCandidates(count: number, needingAnswers: readonly string[]): void {
  if (needingAnswers.length === 0 || count <= bounds.candidates) return;
  throw new ContractError(
    'TOO_MANY',
    `${count.toLocaleString('en')} plans are offered there, and an answer would have to be derived for each; ` +
      `at most ${bounds.candidates.toLocaleString('en')} can be. Ask about a county, or narrow it by within.`,
    'area',
    count,
  );
}

function resolvePlansInArea(args: PlansInAreaArguments, context: Context): OfferedPage {
  const { graph, today } = context;
  const place = resolvePlace(graph, args.area, 'area');
  const within = args.within == null ? null : resolvePlan(graph, args.within, 'within');
  const subject = args.of == null ? null : resolveSubject(graph, args.of, 'of');
  const filters = resolvePlanFilters(args, graph);
  const needingAnswers = argumentsOnAnswers(args);
  requireSubject(subject, needingAnswers);
  const determine = determineWith(args, context);
  const { plans, possiblyOffered, withoutStatedArea, notComparable, changesOn } = plansInArea(graph, {
    place,
    day: args.given?.on ?? today,
    within,
    includesUncertain: args.uncertain === true,
    answer: (plan) => subject && determine(plan, subject),
  });
  requireFewCandidates(plans.length, needingAnswers);
  const { kept, withoutCost, withoutLimit } = filterPlans(plans, filters);
  return {
    ...pageOf(sortPlans(kept, args.orderBy ?? 'NAME'), args),
    possiblyOffered,
    withoutStatedArea,
    notComparable,
    withoutStatedCost: filters.costLimits.length === 0 ? null : withoutCost,
    withoutStatedLimit: filters.limitAtLeast === null ? null : withoutLimit,
    changesOn,
  };
}

builder.queryFields((t) => ({
  plansInArea: t.field({
    type: PlanOfferedConnection,
    nullable: true,
    description:
      'Single plans that are offered in a place, and what each says about a service. Plans for which something is not known are counted, not listed.',
    args: plansInAreaArguments,
    resolve: (_, args, context) => resolvePlansInArea(args, context),
  }),
}));
