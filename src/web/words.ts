/** The words that the page uses for enum values. Each enum has a table, so the compiler reports a value without words. */
import type {
  ComparisonAspect,
  ConceptKind,
  CoverageHedge,
  CoverageStatus,
  DisagreementKind,
  FormalityStatus,
  LinkKind,
  NotStatedReason,
  PlanLevel,
  ProofStepKind,
  RejectionReason,
  RequirementRole,
  RequirementState,
  RequirementStrength,
  RuleEffect,
  SourceAuthority,
  TruthValue,
} from './generated/graphql.ts';
import type { EntryKind, SubjectKind, SubjectName } from './address.ts';

export const statusWords: Readonly<Record<CoverageStatus, string>> = {
  COVERED: 'Covered',
  CONDITIONAL: 'It depends',
  MAY_BE_COVERED: 'May be covered',
  CONFLICTING: 'Sources conflict',
  NOT_STATED: 'Not stated',
  MAY_BE_EXCLUDED: 'May be excluded',
  NOT_COVERED: 'Not covered',
};
export const statuses = Object.keys(statusWords) as CoverageStatus[];

export const hedgeWords: Readonly<Record<CoverageHedge, string>> = {
  SOME_PLANS: 'The source says this of some of these plans only. Check with your plan.',
  SOME_SERVICES: 'The source says this of some services of this kind only, and does not say which.',
  SOME_CASES: 'It is decided case by case, and the source does not say how.',
};
export const notStatedWords: Readonly<Record<NotStatedReason, string>> = {
  SOURCES_SILENT: 'The sources we read for this plan do not mention it. That does not mean it is not covered.',
  OUTSIDE_WHAT_IS_CLAIMED:
    'Our data on this plan and this care may be incomplete. That does not mean it is not covered.',
  NO_SOURCE_READ_FOR_PLAN: 'We have not read a source for this plan yet. That does not mean it is not covered.',
  SOURCES_LEFT_OUT_BY_ASKER: 'A source that mentions it was left out, as you asked.',
  PLACE_NOT_ADDRESSED: 'The rules about it apply to other places only. That does not mean it is not covered.',
  OTHER_DAYS: 'The rules about it apply on other days only. That does not mean it is not covered.',
  ROUTE_CLOSED:
    'The only way to be covered that a source names is ruled out by the facts given. That does not mean it is not covered.',
};
export const strengthWords: Readonly<Record<RequirementStrength, string>> = {
  REQUIRED: 'required',
  PLAN_RULES_APPLY: 'the plan has rules about it',
  MAY_BE_REQUIRED: 'may be required',
  NOT_REQUIRED: 'not required',
};
export const roleWords: Readonly<Record<RequirementRole, string>> = {
  FOR_COVERAGE: 'needed for coverage',
  ONCE_COVERED: 'once covered',
  ALSO_STATED: 'also stated',
};
export const formalityStatusWords: Readonly<Record<FormalityStatus, string>> = {
  REQUIRED: 'required',
  PLAN_RULES_APPLY: 'plan’s own rules apply',
  MAY_BE_REQUIRED: 'may be required',
  NOT_REQUIRED: 'not required',
  MET: 'met',
  NOT_STATED: 'not stated',
};
export const stateWords: Readonly<Record<RequirementState, string>> = {
  MET: 'met',
  UNMET: 'not met',
  UNKNOWN: 'not known yet',
};
export const truthWords: Readonly<Record<TruthValue, string>> = {
  TRUE: 'holds',
  FALSE: 'does not hold',
  UNKNOWN: 'not known',
};
export const stepWords: Readonly<Record<ProofStepKind, string>> = {
  GIVEN: 'Given',
  ASSUMED: 'Assumption',
  LINK: 'Link',
  CONDITION: 'Condition',
  RULE: 'Rule',
  DEFEAT: 'Overridden',
  CONCLUSION: 'Answer',
};
export const rejectionWords: Readonly<Record<RejectionReason, string>> = {
  OTHER_PLACE: 'another place',
  OTHER_TIME: 'another time',
  CONDITION_FALSE: 'a condition is not met',
  CONDITION_UNKNOWN: 'a condition is not known',
  DEFEATED: 'overridden',
  RESTATED: 'stated in more detail by another rule',
  SOURCE_LEFT_OUT: 'its source was left out',
  NOT_INHERITED: 'does not apply to this plan',
};
export const disagreementWords: Readonly<Record<DisagreementKind, string>> = {
  CONTRADICTION: 'They contradict each other',
  REFINEMENT: 'One requires more than the other',
  SCOPE: 'They define it differently',
  VINTAGE: 'They are from different dates',
  TERMINOLOGY: 'They use words differently',
};
export const authorityWords: Readonly<Record<SourceAuthority, string>> = {
  STATUTE: 'statute',
  REGULATION: 'regulation',
  DETERMINATION: 'coverage determination',
  AGENCY_MANUAL: 'agency manual',
  AGENCY_PAGE: 'agency page',
  CONTRACTOR_PAGE: 'contractor page',
  PLAN_DOCUMENT: 'plan document',
  SECONDARY: 'secondary source',
};
export const aspectWords: Readonly<Record<ComparisonAspect, string>> = {
  STATUS: 'Status',
  REQUIREMENT: 'Requirement',
  LIMIT: 'Limit',
  COST: 'Cost',
  PLACE: 'Place',
  SOURCE: 'Sources',
};
export const levelWords: Readonly<Record<PlanLevel, string>> = {
  PROGRAM: 'program',
  PLAN_CLASS: 'class of plans',
  PLAN: 'plan',
};
export const effectWords: Readonly<Record<RuleEffect, string>> = {
  COVERED: 'covers',
  EXCLUDED: 'excludes',
  LIFTED: 'lifts the exclusion of',
  ASKS: 'sets requirements for',
};
/** The same for a rule whose source says only that it may be so. */
export const mayWords: Readonly<Record<RuleEffect, string>> = {
  COVERED: 'may cover',
  EXCLUDED: 'may exclude',
  LIFTED: 'may lift the exclusion of',
  ASKS: 'may set requirements for',
};
export const linkWords: Readonly<Record<LinkKind, string>> = {
  BROADER: 'is a kind of',
  NARROWER: 'includes the kind',
  INCLUDES: 'includes',
  INCLUDED_IN: 'is included in',
  BILLED_BY: 'is billed by',
  BILLS: 'bills',
  SAME_AS: 'is also called',
  WITHIN: 'is within',
  CONTAINS: 'contains',
  HOME: 'counts as home',
  HOME_OF: 'is home for',
  TAKES_RULES_FROM: 'takes its rules from',
  RULES_TAKEN_BY: 'gives its rules to',
  SUPPLEMENTS: 'supplements',
  SUPPLEMENTED_BY: 'is supplemented by',
  IMPLIES: 'implies',
  IMPLIED_BY: 'is implied by',
  EXCLUDES: 'rules out',
};

const entryKindOf: Readonly<Record<ConceptKind, EntryKind>> = {
  PLAN: 'plan',
  SERVICE: 'service',
  TECHNIQUE: 'technique',
  BILLING_CODE: 'billing-code',
  TERRITORY: 'territory',
  COVERAGE_CONDITION: 'condition',
  SOURCE: 'source',
};
export const kindWords: Readonly<Record<EntryKind, string>> = {
  plan: 'plan',
  service: 'service',
  technique: 'technique',
  'billing-code': 'billing code',
  territory: 'place',
  condition: 'condition',
  source: 'source',
};
export const countWords: Readonly<Record<ConceptKind, readonly [one: string, many: string]>> = {
  PLAN: ['plan', 'plans'],
  SERVICE: ['service', 'services'],
  TECHNIQUE: ['technique', 'techniques'],
  BILLING_CODE: ['billing code', 'billing codes'],
  TERRITORY: ['place', 'places'],
  COVERAGE_CONDITION: ['condition', 'conditions'],
  SOURCE: ['source', 'sources'],
};

export interface Named {
  readonly kind: ConceptKind;
  readonly slug: string;
  readonly name: string;
}

/** The kind and slug of an entry, as addresses contain them. */
export const entryOf = ({ kind, slug }: Pick<Named, 'kind' | 'slug'>): { kind: EntryKind; slug: string } => ({
  kind: entryKindOf[kind],
  slug,
});

/** The subject for an entry; null if the entry is not something that a plan can cover. */
export function subjectOf({ kind, slug }: Pick<Named, 'kind' | 'slug'>): SubjectName | null {
  const subjectKinds: Partial<Record<ConceptKind, SubjectKind>> = {
    SERVICE: 'service',
    TECHNIQUE: 'technique',
    BILLING_CODE: 'billing-code',
  };
  const found = subjectKinds[kind];
  return found === undefined ? null : { kind: found, slug };
}

/** Capitalizes the first letter. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
/** 2026-11-23 as November 23, 2026. */
export function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${months[Number(month) - 1] ?? month} ${String(Number(date))}, ${year}`;
}
export const counted = (count: number, [one, many]: readonly [string, string]): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
