/**
 * Every enum of the schema. The values come from src/model/words.ts; this file adds their descriptions. A value without a
 * description, or a description without a value, is a compile error.
 */
import type { EnumRef } from '@pothos/core';
import type {
  CodeSystem,
  ConceptKind,
  ConditionTopic,
  CostShareKind,
  CoverageHedge,
  CoverageStatus,
  DefeatGround,
  DisagreementKind,
  ExternalCodeSystem,
  FormalityStatus,
  GroupOperator,
  LimitPeriod,
  LimitUnit,
  LinkKind,
  NetworkSide,
  NotStatedReason,
  PlaceScope,
  PlanLevel,
  ProofStepKind,
  RejectionReason,
  RemarkTopic,
  RequirementRole,
  RequirementState,
  RequirementStrength,
  RuleEffect,
  RuleInheritance,
  RuleModality,
  RuleQuantifier,
  SourceAuthority,
  SynonymMatch,
  TruthValue,
} from '../model/words.ts';
import type { ComparisonAspect } from '../engine/compare-plans.ts';
import type { PlanOrder } from '../engine/filter-plans.ts';
import type { QuestionIntent } from '../language/classify-intent.ts';
import { builder, type TypesOf } from './builder.ts';

/** Creates an enum type from its values and their descriptions. */
function enumeration<Word extends string>(
  name: string,
  description: string,
  meanings: Record<Word, string>,
): EnumRef<TypesOf, Word> {
  const values = Object.fromEntries(
    Object.entries<string>(meanings).map(([word, meaning]) => [word, { description: meaning }]),
  );
  return builder.enumType(name, { description, values }) as unknown as EnumRef<TypesOf, Word>;
}

export const ConceptKindRef = enumeration<ConceptKind>('ConceptKind', 'What sort of entry something in the graph is.', {
  PLAN: 'A health plan, a class of plans, or a programme made of them.',
  SERVICE: 'Care that a person receives, such as massage therapy or hospitalization.',
  TECHNIQUE: 'A way of giving a service, such as effleurage or shiatsu.',
  BILLING_CODE: 'A procedure code under which care is billed to a plan.',
  TERRITORY: 'A country or a part of one, by ISO 3166.',
  COVERAGE_CONDITION: 'Something that must be so, or be done, for care to be covered.',
  SOURCE: 'A document that rules, links and remarks are read from.',
});

export const LinkKindRef = enumeration<LinkKind>(
  'LinkKind',
  'How one entry is joined to another, read from the first to the second.',
  {
    BROADER: 'The other is the more general service, as in skos:broader.',
    NARROWER: 'The other is the more specific service, as in skos:narrower.',
    INCLUDES: 'The other is one of the techniques it takes in.',
    INCLUDED_IN: 'The other takes this technique in.',
    BILLED_BY: 'The other is a billing code under which it is billed.',
    BILLS: 'The other is a service that this code bills.',
    SAME_AS: 'Another name leads to the other, with the closeness that `match` states.',
    WITHIN: 'The other is the larger programme, class or place it belongs to.',
    CONTAINS: 'The other is a plan or place that belongs to it.',
    HOME: 'The other is a place that the plan counts as home.',
    HOME_OF: 'The other is a plan that counts this place as home.',
    TAKES_RULES_FROM: 'The other is a plan whose rules it takes over.',
    RULES_TAKEN_BY: 'The other is a plan that takes over its rules.',
    SUPPLEMENTS: 'The other is a plan that this one supplements: both pay.',
    SUPPLEMENTED_BY: 'The other is a plan that supplements this one: both pay.',
    IMPLIES: 'The other condition holds whenever this one does.',
    IMPLIED_BY: 'This condition holds whenever the other one does.',
    EXCLUDES: 'The other condition cannot hold together with this one.',
  },
);

export const RemarkTopicRef = enumeration<RemarkTopic>('RemarkTopic', 'What a remark in a source is about.', {
  DEFINITION: 'What the thing is, according to the source.',
  CLASSIFICATION: 'Which kind of thing the source counts it among.',
  PURPOSE: 'What it is used for.',
  EFFECT: 'What good or harm it is said to do.',
  EVIDENCE: 'How well research supports what is said of it.',
  ELIGIBILITY: 'Whom it serves, or who may enrol in it.',
  COST: 'What it may cost, where no amount is tied to a rule.',
  ADVICE: 'What the source recommends that a reader do.',
  OTHER: 'Anything worth keeping that no other topic fits.',
});

export const PlanLevelRef = enumeration<PlanLevel>('PlanLevel', 'What a plan entry represents.', {
  PROGRAM: 'A whole programme, such as Medicare or TRICARE.',
  PLAN_CLASS: 'Many plans of one kind, such as Medicare Advantage; each may differ.',
  PLAN: 'One plan in which a person can be enrolled.',
});

export const RuleInheritanceRef = enumeration<RuleInheritance>(
  'RuleInheritance',
  "How much of another plan's rules a plan takes over.",
  {
    EVERYTHING: 'All of them, grants and exclusions alike.',
    GRANTS_ONLY: 'What the other covers it must cover too; exclusions do not pass.',
  },
);

export const ExternalCodeSystemRef = enumeration<ExternalCodeSystem>(
  'ExternalCodeSystem',
  'A vocabulary outside the graph that names the same things in its own way.',
  {
    X12_SERVICE_TYPE: 'Service type codes of X12 eligibility enquiries (270 and 271).',
    ICD10CM: 'Diagnosis codes of the ICD-10 Clinical Modification.',
    NUCC_TAXONOMY: 'Provider taxonomy codes of the National Uniform Claim Committee.',
    PLACE_OF_SERVICE: 'Two-digit place of service codes on professional claims.',
    CMS_PBP_CATEGORY: 'Service categories of the CMS plan benefit package files.',
    MARKETPLACE_BENEFIT: 'Benefit names in the marketplace public use files.',
  },
);

export const SynonymMatchRef = enumeration<SynonymMatch>(
  'SynonymMatch',
  'How closely two names agree in meaning, as in the mapping relations of SKOS.',
  {
    EXACT: 'The two can be used for one another everywhere (skos:exactMatch).',
    CLOSE: 'The two can be used for one another in some settings (skos:closeMatch).',
    BROADER: 'The other name means something more general (skos:broadMatch).',
    NARROWER: 'The other name means something more specific (skos:narrowMatch).',
  },
);

export const CodeSystemRef = enumeration<CodeSystem>('CodeSystem', 'Who publishes a billing code.', {
  CPT: 'Current Procedural Terminology of the American Medical Association; HCPCS Level I.',
  HCPCS: 'Healthcare Common Procedure Coding System, Level II, published by CMS.',
});

export const ConditionTopicRef = enumeration<ConditionTopic>(
  'ConditionTopic',
  'What a coverage condition concerns; it only groups and changes no answer.',
  {
    ORDER: 'A prescription, order or referral to treatment by a clinician.',
    PROVIDER: 'Who gives the care, and with what licence.',
    MEDICAL_NECESSITY: 'Whether the care is needed to diagnose or treat.',
    PROGRAM: 'A plan of care or programme of treatment that it belongs to.',
    AUTHORIZATION: 'Approval from the plan before the care is given.',
    REFERRAL: 'Being sent on by a primary care provider.',
    NETWORK: 'Whether the provider has a contract with the plan.',
    DOCUMENTATION: 'Records that have to be kept or sent in.',
    COST_SHARING: 'What the person pays towards the care.',
    LOCATION: 'Where the person, the provider or the facility is.',
    EMERGENCY: 'Whether a medical emergency led to the care.',
    LIMIT: 'How much care has been used of what is allowed.',
  },
);

export const RuleEffectRef = enumeration<RuleEffect>(
  'RuleEffect',
  'What a rule does where its condition holds; where it does not, the rule says nothing.',
  {
    COVERED: 'The plan pays for the subject: a grant.',
    EXCLUDED: 'The plan does not pay for the subject: an exclusion.',
    LIFTED: 'What it is an exception to no longer excludes; that is all it says.',
    ASKS: 'It neither grants nor excludes, and attaches what it requires to grants on its subject or a narrower one.',
  },
);

export const RuleQuantifierRef = enumeration<RuleQuantifier>(
  'RuleQuantifier',
  'How many members of a class a statement is about; anything less than all makes a rule hedged.',
  {
    ALL: 'Every one of them without exception.',
    MOST: 'More than half of them; the source does not say which.',
    SOME: 'At least one of them; the source does not say which.',
  },
);

export const RuleModalityRef = enumeration<RuleModality>('RuleModality', 'How firmly a source states something.', {
  STATED: 'Stated as a fact, without qualification.',
  MAY: 'Stated as a possibility: may, might, could, typically.',
});

export const PlaceScopeRef = enumeration<PlaceScope>(
  'PlaceScope',
  "The places that a rule applies to, relative to the plan's home territories.",
  {
    HOME: 'The territories that the plan counts as home.',
    ABROAD: "Everywhere but the plan's home territories.",
    ANYWHERE: 'At home and abroad without distinction.',
    INSIDE: 'Within the territories listed, and nowhere else.',
    OUTSIDE: 'Everywhere except in the territories listed.',
  },
);

export const GroupOperatorRef = enumeration<GroupOperator>(
  'GroupOperator',
  'How the members of a group of conditions combine.',
  {
    ALL: 'It holds where every member holds.',
    ANY: 'It holds where at least one member holds.',
    NONE: 'It holds where not one member holds.',
  },
);

export const RequirementRoleRef = enumeration<RequirementRole>(
  'RequirementRole',
  'What hangs on a requirement: the coverage itself, or what follows it.',
  {
    FOR_COVERAGE: 'Coverage itself turns on it; left unmet, the best outcome is lost.',
    ONCE_COVERED: 'To be done or paid for covered care; it never changes the status.',
    ALSO_STATED:
      "A source, asked alone, asks for this formality, and the answer's other two lists do not hold it. It changes no status.",
  },
);

export const RequirementStrengthRef = enumeration<RequirementStrength>(
  'RequirementStrength',
  'How strictly a source asks for something.',
  {
    REQUIRED: 'It has to be met in every case.',
    PLAN_RULES_APPLY: 'The plan has rules on it to follow, which is not "always required".',
    MAY_BE_REQUIRED: 'It is asked for in some cases and not in others.',
    NOT_REQUIRED: 'A source states that it is not asked for.',
  },
);

export const FormalityStatusRef = enumeration<FormalityStatus>(
  'FormalityStatus',
  'The verdict on one formality: the strongest of what is asked for and not met.',
  {
    REQUIRED: 'It has to be met.',
    PLAN_RULES_APPLY: 'The plan has rules on it to follow, which is not "always required".',
    MAY_BE_REQUIRED: 'It is asked for in some cases, or on some ways to be covered, and not on others.',
    NOT_REQUIRED: 'A source states that it is not asked for.',
    MET: 'The given facts meet all that is asked for.',
    NOT_STATED: 'Nothing that the answer rests on asks for it. This is not a no.',
  },
);

export const RequirementStateRef = enumeration<RequirementState>(
  'RequirementState',
  'Whether the given facts meet a requirement.',
  {
    MET: 'The facts given meet it already.',
    UNMET: 'The facts given rule it out.',
    UNKNOWN: 'The facts given leave it open, which is not a no.',
  },
);

export const LimitUnitRef = enumeration<LimitUnit>('LimitUnit', 'What a coverage limit is counted in.', {
  VISITS: 'Encounters with a provider, whatever their length.',
  DAYS: 'Calendar days on which care is given.',
  HOURS: 'Sixty-minute spans of care received.',
  SESSIONS: 'Treatment sessions, of which one visit may hold several.',
  BILLING_UNITS: 'Units billed on a claim, often a quarter of an hour.',
  MONEY: 'An amount in the currency given in `currency`.',
});

export const LimitPeriodRef = enumeration<LimitPeriod>(
  'LimitPeriod',
  'The period after which a limit or an amount starts again.',
  {
    VISIT: 'Each visit to a provider by itself.',
    DAY: 'Each calendar day by itself.',
    EPISODE: 'One episode of care, from onset to discharge.',
    TRIP: 'One journey, however long it lasts.',
    ROLLING_WINDOW: 'Any run of as many days as `window` says.',
    CALENDAR_YEAR: 'From the first of January to the end of December.',
    PLAN_YEAR: "Twelve months from the day the plan's coverage renews.",
    LIFETIME: "The person's whole life; it never starts again.",
    NOT_STATED: 'The source does not say for which period.',
  },
);

export const CostShareKindRef = enumeration<CostShareKind>(
  'CostShareKind',
  'In which form a person pays a part of the cost.',
  {
    NONE: 'The source says that nothing is owed.',
    DEDUCTIBLE: 'What is paid in full before the plan begins to pay.',
    COPAYMENT: 'A fixed amount for each service or visit.',
    COINSURANCE: 'A percentage of the allowed amount.',
    POINT_OF_SERVICE: 'A higher charge for care obtained without the referral asked for.',
    OUT_OF_POCKET_MAXIMUM: 'The most that a person pays in a period.',
    NOT_STATED: 'Something is owed, and the source gives no amount.',
  },
);

export const NetworkSideRef = enumeration<NetworkSide>(
  'NetworkSide',
  'Which providers an amount applies to, by their contract with the plan.',
  {
    IN: 'Providers under contract with the plan.',
    OUT: 'Providers without a contract with the plan.',
    ANY: 'Both, or the source makes no difference between them.',
  },
);

export const SourceAuthorityRef = enumeration<SourceAuthority>(
  'SourceAuthority',
  'How much weight a source carries, highest first.',
  {
    STATUTE: 'An act of a legislature, such as the Social Security Act.',
    REGULATION: 'A rule with the force of law, such as the Code of Federal Regulations.',
    DETERMINATION: 'A national or local coverage determination.',
    AGENCY_MANUAL: 'Instructions of an agency to those who run its programme.',
    AGENCY_PAGE: 'A public page or booklet of the agency itself.',
    CONTRACTOR_PAGE: 'A page of a contractor that runs a programme for an agency.',
    PLAN_DOCUMENT: "A plan's own evidence of coverage, policy or summary of benefits.",
    SECONDARY: 'Anyone who writes about the above, such as an article.',
  },
);

export const CoverageStatusRef = enumeration<CoverageStatus>(
  'CoverageStatus',
  'The verdict of an answer; a hedged source never yields a firm one.',
  {
    COVERED: 'Covered, whatever is not yet known.',
    CONDITIONAL: 'Depends on facts not given: see best, requirements and missing.',
    MAY_BE_COVERED:
      'The sources say no more than that it may be: by some plans, in some cases, or some services of the kind; hedges says which.',
    MAY_BE_EXCLUDED: 'The sources say no more than that it may not be, or typically is not.',
    NOT_COVERED: 'A source excludes it, and no exception applies.',
    CONFLICTING: 'Sources of equal standing say opposite things.',
    NOT_STATED: 'No source in the graph says; notStated says why. This is not a no.',
  },
);

export const CoverageHedgeRef = enumeration<CoverageHedge>(
  'CoverageHedge',
  'Why an answer can be no firmer than "may be".',
  {
    SOME_PLANS: 'Some plans of this kind do; ask the plan.',
    SOME_SERVICES: 'Some services of this kind are; the source does not say which.',
    SOME_CASES: 'It may be, case by case, and the source does not say when.',
  },
);

export const NotStatedReasonRef = enumeration<NotStatedReason>(
  'NotStatedReason',
  'Why no source in the graph settles the question.',
  {
    SOURCES_SILENT: 'The sources read for the plan do not mention it.',
    OUTSIDE_WHAT_IS_CLAIMED: 'The data does not claim to cover such questions.',
    NO_SOURCE_READ_FOR_PLAN: 'No document about the plan has been read yet.',
    SOURCES_LEFT_OUT_BY_ASKER: 'The request excluded a source that addresses it.',
    PLACE_NOT_ADDRESSED: 'The rules on it apply to other places only.',
    OTHER_DAYS: 'Rules on it hold on other days; the summary says which.',
    ROUTE_CLOSED: 'The one route to coverage is closed by the facts given, and nothing excludes it.',
  },
);

export const ProofStepKindRef = enumeration<ProofStepKind>('ProofStepKind', 'What a step of a proof contributes.', {
  GIVEN: 'A fact that the request gives.',
  ASSUMED: 'Something assumed because the request does not say it.',
  LINK: 'A cited link that carries the question from one entry to the next.',
  CONDITION: "The truth of a rule's condition on the facts at hand.",
  RULE: 'A rule that applies to the question.',
  DEFEAT: 'One rule defeats another, on a named ground.',
  CONCLUSION: 'The status that follows from the steps before.',
});

export const DefeatGroundRef = enumeration<DefeatGround>(
  'DefeatGround',
  'Why one of two opposite rules prevails; the first ground that applies to a pair decides.',
  {
    EXCEPTION: 'It names the other as what it is an exception to.',
    OFFICIAL_OVER_SUMMARY: 'It is official, and the other a summary of no nearer subject.',
    MANDATED_GRANT: 'The plan must cover what the other plan covers, whatever it excludes itself.',
    MORE_SPECIFIC: 'It is narrower in plan, subject or place (lex specialis).',
    HIGHER_AUTHORITY: 'Its source carries more weight (lex superior).',
    LATER: 'The same publisher said it later (lex posterior).',
    EXCLUSION_LIMITS_GRANT: 'Within one source an exclusion limits a grant of equal reach.',
  },
);

export const TruthValueRef = enumeration<TruthValue>('TruthValue', 'Whether something holds on the facts at hand.', {
  TRUE: 'It holds on the facts given.',
  FALSE: 'It does not hold on the facts given.',
  UNKNOWN: 'The facts given leave it open.',
});

export const RejectionReasonRef = enumeration<RejectionReason>(
  'RejectionReason',
  'Why a rule that was looked at did not decide the answer.',
  {
    OTHER_PLACE: 'It applies to places other than the one asked about.',
    OTHER_TIME: 'It was not in force on the day asked about.',
    CONDITION_FALSE: 'Its condition fails on the facts given.',
    CONDITION_UNKNOWN: 'Its condition is still open and does not lead to the best outcome.',
    DEFEATED: 'A rule that is not defeated itself defeats it.',
    RESTATED: 'A fuller rule that it says again is in view.',
    SOURCE_LEFT_OUT: 'The request excluded every source that it cites.',
    NOT_INHERITED: 'It belongs to another plan and does not pass to this one.',
  },
);

export const DisagreementKindRef = enumeration<DisagreementKind>(
  'DisagreementKind',
  'In what way sources fail to agree.',
  {
    CONTRADICTION: 'On the same facts one says yes and the other no.',
    REFINEMENT: 'One says the same again with less detail.',
    SCOPE: 'They differ in how far their words reach: place, plan or subject.',
    VINTAGE: 'They describe different days, and the rule changed between.',
    TERMINOLOGY: 'They use one name for different things, or two for one.',
  },
);

export const ComparisonAspectRef = enumeration<ComparisonAspect>(
  'ComparisonAspect',
  'In what respect plans differ on a subject.',
  {
    STATUS: 'Whether each of them covers it.',
    REQUIREMENT: 'Something that one asks for and another does not, or less strictly.',
    LIMIT: 'How much of it each of them covers.',
    COST: 'What the person pays under each of them.',
    PLACE: 'Where in the world each of them covers it.',
    SOURCE: 'Which documents each answer rests on.',
  },
);

export const QuestionIntentRef = enumeration<QuestionIntent>(
  'QuestionIntent',
  'What a question in plain English asks for.',
  {
    COVERAGE: 'Whether a plan covers something, and how much of it.',
    REQUIREMENTS: 'What has to be so, or be done, for it to be covered.',
    COST: 'What the person pays for it.',
    COMPARE: 'What plans share, and where they differ.',
    LIST_PLANS: 'Which plans cover it, or might.',
    LIST_TECHNIQUES: 'In which ways something is done, or what a code includes.',
    LIST_CODES: 'Under which codes it is billed.',
    INCLUDES: 'Whether one thing is part of another, or the same.',
    DESCRIBE: 'What something is, in the words of its sources.',
    ELIGIBILITY: 'Whom a plan is for, and who can have it.',
    EFFECTS: 'What something is said to do for a person.',
    EVIDENCE: 'How good the evidence is that it works.',
    PLACE: 'Which places count as home, or whether one does.',
    OPTIONS: 'What else a plan covers, or all that it does.',
    EXPLAIN: 'Why the answer is what it is, and who says so.',
  },
);

export const PlanOrderRef = enumeration<PlanOrder>('PlanOrder', 'The order of a list of plans.', {
  NAME: 'By name, and plans of one name by slug.',
  COST: 'By copayment in network, the lowest first; then by coinsurance; then those whose sources state neither.',
});
