/**
 * The closed vocabularies of the graph: each list is the enumeration of the same name in the public schema, in its
 * order, and the order carries meaning where its comment says so.
 */

export const CONCEPT_KINDS = [
  'PLAN',
  'SERVICE',
  'TECHNIQUE',
  'BILLING_CODE',
  'TERRITORY',
  'COVERAGE_CONDITION',
  'SOURCE',
] as const;
export type ConceptKind = (typeof CONCEPT_KINDS)[number];

/** Highest authority first; a source outranks those with an authority further down (docs/semantics.md#ground-5). */
export const AUTHORITIES = [
  'STATUTE',
  'REGULATION',
  'DETERMINATION',
  'AGENCY_MANUAL',
  'AGENCY_PAGE',
  'CONTRACTOR_PAGE',
  'PLAN_DOCUMENT',
  'SECONDARY',
] as const;
export type SourceAuthority = (typeof AUTHORITIES)[number];

/**
 * The terms under which a source may be used: identifiers of the SPDX License List, and three of our own that the list
 * lacks: works of the United States government (17 U.S.C. 105), edicts of a government such as statutes and regulations,
 * and works that their owner has not licensed.
 */
export const LICENCES = [
  'ALL-RIGHTS-RESERVED',
  'US-GOVERNMENT-WORK',
  'GOVERNMENT-EDICT',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC-BY-SA-3.0',
  'CC-BY-SA-4.0',
  'CC-BY-NC-4.0',
  'CC-BY-NC-SA-4.0',
  'CC-BY-ND-4.0',
  'CC-BY-NC-ND-4.0',
  'CC-PDDC',
  'PDDL-1.0',
  'ODC-By-1.0',
  'ODbL-1.0',
  'OGL-UK-3.0',
  'GFDL-1.3-or-later',
  'MIT',
  'Apache-2.0',
] as const;
export type Licence = (typeof LICENCES)[number];

export const PLAN_LEVELS = ['PROGRAM', 'PLAN_CLASS', 'PLAN'] as const;
export type PlanLevel = (typeof PLAN_LEVELS)[number];

export const INHERITANCES = ['EVERYTHING', 'GRANTS_ONLY'] as const;
export type RuleInheritance = (typeof INHERITANCES)[number];

export const EFFECTS = ['COVERED', 'EXCLUDED', 'LIFTED', 'ASKS'] as const;
export type RuleEffect = (typeof EFFECTS)[number];

export const QUANTIFIERS = ['ALL', 'MOST', 'SOME'] as const;
export type RuleQuantifier = (typeof QUANTIFIERS)[number];

export const MODALITIES = ['STATED', 'MAY'] as const;
export type RuleModality = (typeof MODALITIES)[number];

export const PLACE_SCOPES = ['HOME', 'ABROAD', 'ANYWHERE', 'INSIDE', 'OUTSIDE'] as const;
export type PlaceScope = (typeof PLACE_SCOPES)[number];

export const GROUP_OPERATORS = ['ALL', 'ANY', 'NONE'] as const;
export type GroupOperator = (typeof GROUP_OPERATORS)[number];

/** Strongest first; NOT_REQUIRED means that a source states that it is not asked for. */
export const REQUIREMENT_STRENGTHS = ['REQUIRED', 'PLAN_RULES_APPLY', 'MAY_BE_REQUIRED', 'NOT_REQUIRED'] as const;
export type RequirementStrength = (typeof REQUIREMENT_STRENGTHS)[number];

export const CONDITION_TOPICS = [
  'ORDER',
  'PROVIDER',
  'MEDICAL_NECESSITY',
  'PROGRAM',
  'AUTHORIZATION',
  'REFERRAL',
  'NETWORK',
  'DOCUMENTATION',
  'COST_SHARING',
  'LOCATION',
  'EMERGENCY',
  'LIMIT',
] as const;
export type ConditionTopic = (typeof CONDITION_TOPICS)[number];

/** The topics of formalities, in the order in which answers give a verdict on them (docs/semantics.md#section-2-also-stated). */
export const FORMALITY_TOPICS = [
  'ORDER',
  'AUTHORIZATION',
  'REFERRAL',
  'NETWORK',
  'DOCUMENTATION',
  'COST_SHARING',
] as const satisfies readonly ConditionTopic[];

export const FORMALITY_STATUSES = [...REQUIREMENT_STRENGTHS, 'MET', 'NOT_STATED'] as const;
export type FormalityStatus = (typeof FORMALITY_STATUSES)[number];

export const REMARK_TOPICS = [
  'DEFINITION',
  'CLASSIFICATION',
  'PURPOSE',
  'EFFECT',
  'EVIDENCE',
  'ELIGIBILITY',
  'COST',
  'ADVICE',
  'OTHER',
] as const;
export type RemarkTopic = (typeof REMARK_TOPICS)[number];

/** As in SKOS: exactMatch, closeMatch, broadMatch, narrowMatch. */
export const SYNONYM_MATCHES = ['EXACT', 'CLOSE', 'BROADER', 'NARROWER'] as const;
export type SynonymMatch = (typeof SYNONYM_MATCHES)[number];

export const CODE_SYSTEMS = ['CPT', 'HCPCS'] as const;
export type CodeSystem = (typeof CODE_SYSTEMS)[number];

export const EXTERNAL_CODE_SYSTEMS = [
  'X12_SERVICE_TYPE',
  'ICD10CM',
  'NUCC_TAXONOMY',
  'PLACE_OF_SERVICE',
  'CMS_PBP_CATEGORY',
  'MARKETPLACE_BENEFIT',
] as const;
export type ExternalCodeSystem = (typeof EXTERNAL_CODE_SYSTEMS)[number];

/** Every kind of link, with the kind of its inverse. */
export const LINK_INVERSES = {
  BROADER: 'NARROWER',
  NARROWER: 'BROADER',
  INCLUDES: 'INCLUDED_IN',
  INCLUDED_IN: 'INCLUDES',
  BILLED_BY: 'BILLS',
  BILLS: 'BILLED_BY',
  SAME_AS: 'SAME_AS',
  WITHIN: 'CONTAINS',
  CONTAINS: 'WITHIN',
  HOME: 'HOME_OF',
  HOME_OF: 'HOME',
  TAKES_RULES_FROM: 'RULES_TAKEN_BY',
  RULES_TAKEN_BY: 'TAKES_RULES_FROM',
  SUPPLEMENTS: 'SUPPLEMENTED_BY',
  SUPPLEMENTED_BY: 'SUPPLEMENTS',
  IMPLIES: 'IMPLIED_BY',
  IMPLIED_BY: 'IMPLIES',
  EXCLUDES: 'EXCLUDES',
} as const;
export type LinkKind = keyof typeof LINK_INVERSES;

/** The possible outcomes once all facts are known, best first (docs/semantics.md#section-5-status). */
export const OUTCOMES = [
  'COVERED',
  'MAY_BE_COVERED',
  'CONFLICTING',
  'NOT_STATED',
  'MAY_BE_EXCLUDED',
  'NOT_COVERED',
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The statuses in the order of the public schema: the outcomes, and CONDITIONAL if several outcomes are possible. */
export const STATUSES = [
  'COVERED',
  'CONDITIONAL',
  'MAY_BE_COVERED',
  'MAY_BE_EXCLUDED',
  'NOT_COVERED',
  'CONFLICTING',
  'NOT_STATED',
] as const;
export type CoverageStatus = (typeof STATUSES)[number];

export const HEDGES = ['SOME_PLANS', 'SOME_SERVICES', 'SOME_CASES'] as const;
export type CoverageHedge = (typeof HEDGES)[number];

export const NOT_STATED_REASONS = [
  'SOURCES_SILENT',
  'OUTSIDE_WHAT_IS_CLAIMED',
  'NO_SOURCE_READ_FOR_PLAN',
  'SOURCES_LEFT_OUT_BY_ASKER',
  'PLACE_NOT_ADDRESSED',
  'ROUTE_CLOSED',
  'OTHER_DAYS',
] as const;
export type NotStatedReason = (typeof NOT_STATED_REASONS)[number];

export const REQUIREMENT_ROLES = ['FOR_COVERAGE', 'ONCE_COVERED', 'ALSO_STATED'] as const;
export type RequirementRole = (typeof REQUIREMENT_ROLES)[number];

export const REQUIREMENT_STATES = ['MET', 'UNMET', 'UNKNOWN'] as const;
export type RequirementState = (typeof REQUIREMENT_STATES)[number];

export const PROOF_STEP_KINDS = ['GIVEN', 'ASSUMED', 'LINK', 'CONDITION', 'RULE', 'DEFEAT', 'CONCLUSION'] as const;
export type ProofStepKind = (typeof PROOF_STEP_KINDS)[number];

/**
 * The seven grounds on which one rule defeats another, in the order in which a pair of rules is tested for them
 * (docs/semantics.md#section-4).
 */
export const DEFEAT_GROUNDS = [
  'EXCEPTION',
  'OFFICIAL_OVER_SUMMARY',
  'MANDATED_GRANT',
  'MORE_SPECIFIC',
  'HIGHER_AUTHORITY',
  'LATER',
  'EXCLUSION_LIMITS_GRANT',
] as const;
export type DefeatGround = (typeof DEFEAT_GROUNDS)[number];

export const TRUTH_VALUES = ['TRUE', 'FALSE', 'UNKNOWN'] as const;
export type TruthValue = (typeof TRUTH_VALUES)[number];

export const REJECTION_REASONS = [
  'OTHER_PLACE',
  'OTHER_TIME',
  'CONDITION_FALSE',
  'CONDITION_UNKNOWN',
  'DEFEATED',
  'RESTATED',
  'SOURCE_LEFT_OUT',
  'NOT_INHERITED',
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export const LIMIT_UNITS = ['VISITS', 'DAYS', 'HOURS', 'SESSIONS', 'BILLING_UNITS', 'MONEY'] as const;
export type LimitUnit = (typeof LIMIT_UNITS)[number];

export const LIMIT_PERIODS = [
  'VISIT',
  'DAY',
  'EPISODE',
  'TRIP',
  'ROLLING_WINDOW',
  'CALENDAR_YEAR',
  'PLAN_YEAR',
  'LIFETIME',
  'NOT_STATED',
] as const;
export type LimitPeriod = (typeof LIMIT_PERIODS)[number];

export const COST_SHARE_KINDS = [
  'NONE',
  'DEDUCTIBLE',
  'COPAYMENT',
  'COINSURANCE',
  'POINT_OF_SERVICE',
  'OUT_OF_POCKET_MAXIMUM',
  'NOT_STATED',
] as const;
export type CostShareKind = (typeof COST_SHARE_KINDS)[number];

export const NETWORK_SIDES = ['IN', 'OUT', 'ANY'] as const;
export type NetworkSide = (typeof NETWORK_SIDES)[number];

export const DISAGREEMENT_KINDS = ['CONTRADICTION', 'REFINEMENT', 'SCOPE', 'VINTAGE', 'TERMINOLOGY'] as const;
export type DisagreementKind = (typeof DISAGREEMENT_KINDS)[number];
