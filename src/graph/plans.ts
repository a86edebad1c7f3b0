/** Joins plans: the rules that each takes over, its home and service areas, and its cases. */
import { parseCounties } from '../model/counties.ts';
import type { PlanDocument } from '../model/shapes.ts';
import type {
  Case,
  CompletenessClaim,
  Condition,
  CountyList,
  Home,
  Inheritance,
  Link,
  Plan,
  ServiceArea,
  Territory,
} from './entries.ts';
import type { ReferenceResolver } from './reference-resolver.ts';
import { placeOf, within } from './data-paths.ts';
import type { Mutable } from './links.ts';
import type { ProblemPlace } from './problems.ts';
import { requirementsOf } from './rules.ts';
import { atomsOf } from './territories.ts';

/** Links that a file states without citing passages. They get the passages that the plan cites. */
export type UncitedLinks = Link[];

export function joinPlans(joining: ReferenceResolver): UncitedLinks {
  const documents = Object.entries(joining.documents.plans);
  for (const [slug, document] of documents) {
    joining.plans.set(slug, {
      kind: 'PLAN',
      ...joining.named(slug, document, placeOf('plans', slug)),
      level: document.level ?? 'PLAN',
      within: null,
      contains: [],
      takesRulesFrom: [],
      supplements: [],
      home: null,
      serviceAreas: [],
      notRead: document.notRead ?? [],
      rules: [],
      cases: [],
    });
  }
  const uncited: UncitedLinks = [];
  const lists = new Map<string, CountyList | null>();
  for (const [slug, document] of documents) {
    const plan = joining.plans.get(slug);
    if (!plan) continue;
    linkPlan(joining, plan, document, uncited);
    plan.serviceAreas = areasOf(joining, plan, document, lists);
  }
  for (const plan of joining.plans.values()) {
    plan.contains = joining.links
      .of(plan)
      .filter(({ kind }) => kind === 'CONTAINS')
      .map(({ to }) => to as Plan);
    plan.home = homeOf(plan);
    plan.serviceAreas = nearestAreas(plan);
  }
  return uncited;
}

/** `lists` caches every county text parsed so far, because many plans of a pack have the same text. */
function areasOf(
  joining: ReferenceResolver,
  plan: Plan,
  { serviceAreas }: PlanDocument,
  lists: Map<string, CountyList | null>,
): ServiceArea[] {
  return (serviceAreas ?? []).map((area, index): ServiceArea => {
    const place = within(placeOf('plans', plan.slug), 'serviceAreas', index);
    const counties = (area.counties ?? []).flatMap((text, at): CountyList[] => {
      const cached = lists.get(text);
      if (cached !== undefined) return cached ? [cached] : [];
      const parsed = parseCounties(text);
      const state = parsed && joining.find(parsed.state, joining.territories, 'place', within(place, 'counties', at));
      const list = parsed && state ? { state, counties: parsed.counties } : null;
      lists.set(text, list);
      return list ? [list] : [];
    });
    return {
      statedBy: plan,
      counties,
      states: joining.findAll(area.states, joining.territories, 'place', within(place, 'states')),
      modality: area.modality ?? 'STATED',
      from: area.from ?? null,
      until: area.until ?? null,
      cites: joining.cited(area.cites, within(place, 'cites')),
    };
  });
}

/** The service areas of the plan, or those of the nearest plan that it is within. */
function nearestAreas(plan: Plan): readonly ServiceArea[] {
  const seen = new Set<Plan>();
  for (let at: Plan | null = plan; at && !seen.has(at); at = at.within) {
    if (at.serviceAreas.length > 0) return at.serviceAreas;
    seen.add(at);
  }
  return plan.serviceAreas;
}

function linkPlan(
  joining: ReferenceResolver,
  plan: Mutable<Plan>,
  document: PlanDocument,
  uncited: UncitedLinks,
): void {
  const place = placeOf('plans', plan.slug);
  const { links } = joining;
  if (document.within !== undefined) {
    plan.within = joining.find(document.within, joining.plans, 'plan', within(place, 'within'));
    if (plan.within) uncited.push(links.state('WITHIN', plan, plan.within, []));
  }
  if (document.takesRulesFrom !== undefined) {
    plan.takesRulesFrom = Object.entries(document.takesRulesFrom).flatMap(
      ([slug, { takes, requires, cites }]): Inheritance[] => {
        const at = within(place, 'takesRulesFrom', slug);
        const giver = joining.find(slug, joining.plans, 'plan', at);
        const cited = joining.cited(cites, within(at, 'cites'));
        if (!giver) return [];
        const link = links.state('TAKES_RULES_FROM', plan, giver, cited);
        if (cited.length === 0) uncited.push(link);
        return [
          { plan: giver, takes, requires: requirementsOf(joining, requires, within(at, 'requires'), cited), link },
        ];
      },
    );
  } else if (plan.within) {
    const link = links.state('TAKES_RULES_FROM', plan, plan.within, []);
    uncited.push(link);
    plan.takesRulesFrom = [{ plan: plan.within, takes: 'EVERYTHING', requires: [], link }];
  }
  plan.supplements = Object.entries(document.supplements ?? {}).flatMap(([slug, cites]): Plan[] => {
    const supplemented = joining.find(slug, joining.plans, 'plan', within(place, 'supplements', slug));
    const cited = joining.cited(cites, within(place, 'supplements', slug));
    if (!supplemented) return [];
    links.state('SUPPLEMENTS', plan, supplemented, cited);
    return [supplemented];
  });
  if (document.home) {
    const counted = homeLinks(document.home, within(place, 'home'));
    plan.home = { links: counted, atoms: atomsOf(counted.map(({ to }) => to as Territory)), statedBy: plan };
  }
  document.otherHomes?.forEach((list, index) => {
    homeLinks(list, within(place, 'otherHomes', index));
  });

  function homeLinks(list: NonNullable<typeof document.home>, at: ProblemPlace): Link[] {
    const cited = joining.cited(list.cites, within(at, 'cites'));
    return joining
      .findAll(list.territories, joining.territories, 'place', within(at, 'territories'))
      .map((territory) => links.state('HOME', plan, territory, cited));
  }
}

/** The home that its own file states, or that of the nearest plan that it is within; null if none is stated. */
function homeOf(plan: Plan): Home | null {
  const seen = new Set<Plan>();
  for (let at: Plan | null = plan; at && !seen.has(at); at = at.within) {
    if (at.home) return at.home;
    seen.add(at);
  }
  return null;
}

export function joinCases(joining: ReferenceResolver): void {
  for (const [slug, document] of Object.entries(joining.documents.plans)) {
    const plan = joining.plans.get(slug);
    if (!plan) continue;
    plan.cases = Object.entries(document.cases ?? {}).flatMap(([name, stated]): Case[] => {
      const place = within(placeOf('plans', slug), 'cases', name);
      const subject = joining.find(
        stated.of,
        joining.subjects,
        'service, technique or billing code',
        within(place, 'of'),
      );
      const conditions = (field: 'met' | 'unmet') =>
        joining.findAll(stated[field], joining.conditions, 'condition', within(place, field));
      const met = conditions('met');
      const unmet = conditions('unmet');
      const counts = new Map<Condition, number>();
      for (const [counted, count] of Object.entries(stated.counts ?? {})) {
        const condition = joining.find(counted, joining.conditions, 'condition', within(place, 'counts', counted));
        if (condition) counts.set(condition, count);
      }
      const territory =
        stated.territory === undefined
          ? null
          : joining.find(stated.territory, joining.territories, 'place', within(place, 'territory'));
      const accordingTo = stated.accordingTo
        ? joining.findAll(stated.accordingTo, joining.sources, 'source', within(place, 'accordingTo'))
        : null;
      return subject
        ? [
            {
              name,
              plan,
              subject,
              met,
              unmet,
              counts,
              territory,
              on: stated.on ?? null,
              accordingTo,
              status: stated.status,
              best: stated.best ?? null,
            },
          ]
        : [];
    });
  }
}

export function completenessOf(joining: ReferenceResolver): CompletenessClaim[] {
  return joining.documents.dataSets.flatMap((dataSet, number) =>
    (dataSet.completeness ?? []).map((claim, index): CompletenessClaim => {
      const place: ProblemPlace = { kind: 'dataset', slug: String(number), path: ['completeness', index] };
      return {
        text: claim.text,
        plans: joining.findAll(claim.plans, joining.plans, 'plan', within(place, 'plans')),
        subjects: joining.findAll(
          claim.subjects,
          joining.subjects,
          'service, technique or billing code',
          within(place, 'subjects'),
        ),
        asOf: claim.asOf,
        cites: joining.cited(claim.cites, within(place, 'cites')),
      };
    }),
  );
}
