/** Which plans are offered in a place, and what they say of a service there. */
import type { ObjectRef } from '@pothos/core';
import { areaIndexOf, type PlanOffer } from '../graph/area-index.ts';
import type { Plan } from '../graph/entries.ts';
import { AreaInput, resolvePlace } from './area-arguments.ts';
import { determineWith, coverageArguments, SubjectInput } from './coverage-arguments.ts';
import { bounds } from './bounds.ts';
import { builder, type TypesOf } from './builder.ts';
import { connectionOf, pageArguments } from './relay-connections.ts';
import { isWithin } from './coverage-subject.ts';
import { DeterminationRef } from './determination.ts';
import { CoverageStatusRef, PlanOrderRef } from './enums.ts';
import { ContractError } from './errors.ts';
import { resolvePlan, resolveSubject } from './resolve-arguments.ts';
import { type Page, pageOf } from './pagination.ts';
import { PlanRef } from './plan.ts';
import { FILTERS, filtersOf, LimitInput, orderKey, type PlanAnswer } from './plan-filters.ts';
import { ServiceAreaRef } from './service-area.ts';

type PlanOffered = PlanOffer & PlanAnswer;
interface OfferedPage extends Page<PlanOffered> {
  readonly possiblyOffered: () => number;
  readonly withoutStatedArea: () => number;
  readonly notComparable: () => number;
  readonly withoutStatedCost: number | null;
  readonly withoutStatedLimit: number | null;
  readonly changesOn: string | null;
}

const PlanOfferedRef = builder.objectRef<PlanOffered>('PlanOffered').implement({
  description: 'A plan as it is offered in the place asked about.',
  fields: (t) => ({
    plan: t.expose('plan', {
      type: PlanRef,
      description: 'The plan itself; one that is sold in variants comes as its variants.',
    }),
    isCertain: t.exposeBoolean('isCertain', {
      description: "False where a source leaves open whether the area is this plan's.",
    }),
    isWhole: t.exposeBoolean('isWhole', {
      description:
        'Whether all of the place is served; false too where that is not known, as of a state whose counties are listed.',
    }),
    zipCodes: t.exposeStringList('zipCodes', {
      description: 'Of a county that is served in part, the ZIP codes of that part where they are said.',
    }),
    areas: t.expose('areas', {
      type: [ServiceAreaRef],
      description: 'The service areas by which it is offered there, each with who says so.',
    }),
    determination: t.field({
      type: DeterminationRef,
      nullable: true,
      description: 'What it says of the subject asked about; null where the question names none.',
      resolve: ({ answer }) => answer(),
    }),
  }),
});

const PlanOfferedConnection = connectionOf('PlanOffered', PlanOfferedRef, ['plan', 'plans']) as ObjectRef<
  TypesOf,
  OfferedPage
>;
builder.objectFields(PlanOfferedConnection, (t) => ({
  possiblyOffered: t.int({
    description:
      'How many more plans may be offered there, since a source leaves open which of several areas is theirs; `uncertain` lists them too.',
    resolve: ({ possiblyOffered }) => possiblyOffered(),
  }),
  withoutStatedArea: t.int({
    description:
      'Of how many plans no source says on that day where they are offered: they may be offered there, and are not listed.',
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
      'Where cost is limited: how many plans match in all else and state none of that kind. They are not listed.',
  }),
  withoutStatedLimit: t.exposeInt('withoutStatedLimit', {
    nullable: true,
    description:
      'Where a limit is asked for: how many plans match in all else and state none of that kind. They are not listed.',
  }),
  changesOn: t.expose('changesOn', {
    type: 'Date',
    nullable: true,
    description:
      'The next day after the one asked on which a plan begins or ceases to be offered there; null where none is stated.',
  }),
}));

builder.queryFields((t) => ({
  plansInArea: t.field({
    type: PlanOfferedConnection,
    nullable: true,
    description:
      'Single plans that are offered in a place, and what each says of a service. What is not known leaves a plan out of the list and is counted beside it.',
    args: {
      area: t.arg({ type: AreaInput, required: true, description: 'The county, state or ZIP code asked about.' }),
      of: t.arg({
        type: SubjectInput,
        description: 'The service, technique or billing code that each plan is asked about.',
      }),
      within: t.arg.string({
        description: 'Plans within this programme or class alone, at any depth, by its slug: medicare-advantage.',
      }),
      status: t.arg({
        type: [CoverageStatusRef],
        description: 'Plans whose answer has one of these statuses alone; left out: any.',
      }),
      requires: t.arg.stringList({
        description:
          'Plans whose answer names each of these conditions among its requirements, however strongly: prior-authorization.',
      }),
      withoutRequirement: t.arg.stringList({
        description:
          'Plans whose answer names none of these conditions. That no source asks for one is no promise that it is not asked for.',
      }),
      copayAtMost: t.arg({
        type: 'Decimal',
        description: 'Plans that state a copayment in network, no higher than this many dollars; no charge is none.',
      }),
      coinsuranceAtMost: t.arg({
        type: 'Decimal',
        description: 'Plans that state a coinsurance in network, no higher than this percentage; no charge is none.',
      }),
      limitAtLeast: t.arg({
        type: LimitInput,
        description: 'Plans that state a limit of this unit and span, no lower than this.',
      }),
      uncertain: t.arg.boolean({
        defaultValue: false,
        description: 'Whether to list plans, too, of which a source leaves open whether the area is theirs.',
      }),
      orderBy: t.arg({ type: PlanOrderRef, defaultValue: 'NAME', description: 'In which order the plans come.' }),
      ...coverageArguments,
      ...pageArguments,
    },
    resolve: (_, { area, of, within, uncertain, orderBy, ...args }, context) => {
      const { graph } = context;
      const place = resolvePlace(graph, area, 'area');
      const larger = within == null ? null : resolvePlan(graph, within, 'within');
      const subject = of == null ? null : resolveSubject(graph, of, 'of');
      const filters = filtersOf(args, graph);
      const needing = [...FILTERS.filter((name) => args[name] != null), ...(orderBy === 'COST' ? ['orderBy'] : [])];
      if (subject === null && needing[0] !== undefined)
        throw new ContractError(
          'UNKNOWN_SUBJECT',
          `"${needing[0]}" is about what plans say of a service. Name the service in "of".`,
          'of',
          '',
        );
      const answer = determineWith(args, context);
      const day = args.given?.on ?? context.today;
      const passes = (plan: Plan): boolean => larger === null || isWithin(plan, larger);
      const index = areaIndexOf(graph);
      const { offers, changesOn } = index.offeredIn(place, day);
      const among = offers.filter(({ plan }) => passes(plan));
      const candidates = among
        .filter(({ isCertain }) => isCertain || uncertain === true)
        .map((offer): PlanOffered => ({ ...offer, answer: once(() => subject && answer(offer.plan, subject)) }));
      if (needing.length > 0 && candidates.length > bounds.candidates) {
        throw new ContractError(
          'TOO_MANY',
          `${candidates.length.toLocaleString('en')} plans are offered there, and each would have to be asked; at most ${bounds.candidates.toLocaleString('en')} can be. Ask about a county, or narrow it by within.`,
          'area',
          candidates.length,
        );
      }
      const { kept, withoutCost, withoutLimit } = filters(candidates);
      const keyed = kept
        .map((item) => ({ item, key: orderKey(item, orderBy ?? 'NAME') }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      return {
        ...pageOf({ items: keyed.map(({ item }) => item), keys: keyed.map(({ key }) => key) }, args),
        possiblyOffered: () => (uncertain === true ? 0 : among.length - candidates.length),
        withoutStatedArea: () => index.withoutArea(day, passes),
        notComparable: () => index.notComparable(place, day, offers, passes),
        withoutStatedCost: args.copayAtMost == null && args.coinsuranceAtMost == null ? null : withoutCost,
        withoutStatedLimit: args.limitAtLeast == null ? null : withoutLimit,
        changesOn,
      };
    },
  }),
}));

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
