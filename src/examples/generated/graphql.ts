/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** A place in the United States where plans are offered, named in exactly one of these ways. */
export type AreaInput =
  {   /** A county by its FIPS code, or by Social Security's after SSA and a colon: 42003, SSA:39010. */
  county: string; countyNamed?: never; state?: never; zipCode?: never; }
  |  { county?: never;   /** A county by its name and its state. */
  countyNamed: CountyNameInput; state?: never; zipCode?: never; }
  |  { county?: never; countyNamed?: never;   /** A state or territory by its two letters or its ISO 3166 code: PA, US-PA, PR. */
  state: string; zipCode?: never; }
  |  { county?: never; countyNamed?: never; state?: never;   /** Five digits. Found only if a source lists the ZIP codes of the part of a county that is served. */
  zipCode: string; };

/** Who publishes a billing code. */
export type CodeSystem =
  /** Current Procedural Terminology of the American Medical Association; HCPCS Level I. */
  | 'CPT'
  /** Healthcare Common Procedure Coding System, Level II, published by CMS. */
  | 'HCPCS';

/** The aspect in which plans differ on a subject. */
export type ComparisonAspect =
  /** What the person pays under each of them. */
  | 'COST'
  /** How much of it each of them covers. */
  | 'LIMIT'
  /** Where in the world each of them covers it. */
  | 'PLACE'
  /** Something that one requires and another does not, or requires less strictly. */
  | 'REQUIREMENT'
  /** Which documents each answer depends on. */
  | 'SOURCE'
  /** Whether each of them covers it. */
  | 'STATUS';

/** What sort of entry something in the graph is. */
export type ConceptKind =
  /** A procedure code under which care is billed to a plan. */
  | 'BILLING_CODE'
  /** Something that must be true, or be done, for care to be covered. */
  | 'COVERAGE_CONDITION'
  /** A health plan, a class of plans, or a program made of them. */
  | 'PLAN'
  /** Care that a person receives, such as massage therapy or hospitalization. */
  | 'SERVICE'
  /** A document that rules, links and remarks are read from. */
  | 'SOURCE'
  /** A way of giving a service, such as effleurage or shiatsu. */
  | 'TECHNIQUE'
  /** A country or a part of one, by ISO 3166. */
  | 'TERRITORY';

/** What a coverage condition concerns; it only groups and changes no answer. */
export type ConditionTopic =
  /** Approval from the plan before the care is given. */
  | 'AUTHORIZATION'
  /** What the person pays toward the care. */
  | 'COST_SHARING'
  /** Records that have to be kept or sent in. */
  | 'DOCUMENTATION'
  /** Whether a medical emergency led to the care. */
  | 'EMERGENCY'
  /** How much care has been used of what is allowed. */
  | 'LIMIT'
  /** Where the person, the provider or the facility is. */
  | 'LOCATION'
  /** Whether the care is needed to diagnose or treat. */
  | 'MEDICAL_NECESSITY'
  /** Whether the provider has a contract with the plan. */
  | 'NETWORK'
  /** A prescription, order or referral to treatment by a clinician. */
  | 'ORDER'
  /** A plan of care or program of treatment that it belongs to. */
  | 'PROGRAM'
  /** Who gives the care, and with what license. */
  | 'PROVIDER'
  /** A referral by a primary care provider to another provider. */
  | 'REFERRAL';

/** In which form a person pays a part of the cost. */
export type CostShareKind =
  /** A percentage of the allowed amount. */
  | 'COINSURANCE'
  /** A fixed amount for each service or visit. */
  | 'COPAYMENT'
  /** What is paid in full before the plan begins to pay. */
  | 'DEDUCTIBLE'
  /** The source says that nothing is owed. */
  | 'NONE'
  /** Something is owed, and the source gives no amount. */
  | 'NOT_STATED'
  /** The most that a person pays in a period. */
  | 'OUT_OF_POCKET_MAXIMUM'
  /** A higher charge for care obtained without the required referral. */
  | 'POINT_OF_SERVICE';

/** A county by its name in a state. */
export type CountyNameInput = {
  /** Its name, with or without the word County: Allegheny. */
  name: string;
  /** The state or territory: PA, US-PA, PR. */
  state: string;
};

/** Why an answer can be no firmer than "may be". */
export type CoverageHedge =
  /** It is decided case by case, and the source does not say how. */
  | 'SOME_CASES'
  /** The source says it of some plans of this kind only; check with the plan. */
  | 'SOME_PLANS'
  /** The source says it of some services of this kind only, and does not say which. */
  | 'SOME_SERVICES';

/** The result of an answer. A hedged source never leads to a firm result. */
export type CoverageStatus =
  /** Depends on facts not given: see best, requirements and missing. */
  | 'CONDITIONAL'
  /** Sources of equal standing say opposite things. */
  | 'CONFLICTING'
  /** Covered, whatever is not yet known. */
  | 'COVERED'
  /** The sources only say that it may be covered: by some plans, in some cases, or for some services of the kind; hedges says which. */
  | 'MAY_BE_COVERED'
  /** The sources only say that it may not be covered, or typically is not. */
  | 'MAY_BE_EXCLUDED'
  /** A source excludes it, and no exception applies. */
  | 'NOT_COVERED'
  /** No source in the graph says; notStated says why. This does not mean that it is not covered. */
  | 'NOT_STATED';

/** Why one of two opposite rules prevails; the first ground that applies to a pair decides. */
export type DefeatGround =
  /** It names the other rule as the one that it is an exception to. */
  | 'EXCEPTION'
  /** Within one source an exclusion limits a grant of equal reach. */
  | 'EXCLUSION_LIMITS_GRANT'
  /** Its source carries more weight (lex superior). */
  | 'HIGHER_AUTHORITY'
  /** The same publisher said it later (lex posterior). */
  | 'LATER'
  /** The plan must cover what the other plan covers, whatever it excludes itself. */
  | 'MANDATED_GRANT'
  /** It is narrower in plan, subject or place (lex specialis). */
  | 'MORE_SPECIFIC'
  /** It is official, and the other is a summary whose subject is not more specific. */
  | 'OFFICIAL_OVER_SUMMARY';

/** In what way sources disagree. */
export type DisagreementKind =
  /** On the same facts one says yes and the other no. */
  | 'CONTRADICTION'
  /** One says the same as the other with less detail. */
  | 'REFINEMENT'
  /** They differ in scope: place, plan or subject. */
  | 'SCOPE'
  /** They use one name for different things, or two for one. */
  | 'TERMINOLOGY'
  /** They describe different days, and the rule changed between. */
  | 'VINTAGE';

/** A vocabulary outside the graph that names the same things in its own way. */
export type ExternalCodeSystem =
  /** Service categories of the CMS plan benefit package files. */
  | 'CMS_PBP_CATEGORY'
  /** Diagnosis codes of the ICD-10 Clinical Modification. */
  | 'ICD10CM'
  /** Benefit names in the marketplace public use files. */
  | 'MARKETPLACE_BENEFIT'
  /** Provider taxonomy codes of the National Uniform Claim Committee. */
  | 'NUCC_TAXONOMY'
  /** Two-digit place of service codes on professional claims. */
  | 'PLACE_OF_SERVICE'
  /** Service type codes of X12 eligibility inquiries (270 and 271). */
  | 'X12_SERVICE_TYPE';

/** The verdict on one formality: the strictest requirement that is not met. */
export type FormalityStatus =
  /** It is required in some cases, or on some routes to coverage, and not on others. */
  | 'MAY_BE_REQUIRED'
  /** The given facts meet everything that is required. */
  | 'MET'
  /** A source states that it is not required. */
  | 'NOT_REQUIRED'
  /** Nothing that the answer depends on requires it. This does not mean that it is not required. */
  | 'NOT_STATED'
  /** The plan has rules about it that must be followed, which is not "always required". */
  | 'PLAN_RULES_APPLY'
  /** It has to be met. */
  | 'REQUIRED';

/** How the members of a group of conditions combine. */
export type GroupOperator =
  /** It holds where every member holds. */
  | 'ALL'
  /** It holds where at least one member holds. */
  | 'ANY'
  /** It holds where not one member holds. */
  | 'NONE';

/** The period after which a limit or an amount starts again. */
export type LimitPeriod =
  /** From the first of January to the end of December. */
  | 'CALENDAR_YEAR'
  /** Each calendar day on its own. */
  | 'DAY'
  /** One episode of care, from onset to discharge. */
  | 'EPISODE'
  /** The person's whole life; it never starts again. */
  | 'LIFETIME'
  /** The source does not state a period. */
  | 'NOT_STATED'
  /** Twelve months from the day the plan's coverage renews. */
  | 'PLAN_YEAR'
  /** Any run of as many days as `window` says. */
  | 'ROLLING_WINDOW'
  /** One journey, however long it lasts. */
  | 'TRIP'
  /** Each visit to a provider on its own. */
  | 'VISIT';

/** What a coverage limit is counted in. */
export type LimitUnit =
  /** Units billed on a claim, often a quarter of an hour. */
  | 'BILLING_UNITS'
  /** Calendar days on which care is given. */
  | 'DAYS'
  /** Sixty-minute spans of care received. */
  | 'HOURS'
  /** An amount in the currency given in `currency`. */
  | 'MONEY'
  /** Treatment sessions; one visit may include several. */
  | 'SESSIONS'
  /** Encounters with a provider, whatever their length. */
  | 'VISITS';

/** How one entry is linked to another, read from the first to the second. */
export type LinkKind =
  /** The other is a billing code under which it is billed. */
  | 'BILLED_BY'
  /** The other is a service that this code bills. */
  | 'BILLS'
  /** The other is the more general service, as in skos:broader. */
  | 'BROADER'
  /** The other is a plan or place that belongs to it. */
  | 'CONTAINS'
  /** The other condition cannot hold together with this one. */
  | 'EXCLUDES'
  /** The other is a place that the plan counts as home. */
  | 'HOME'
  /** The other is a plan that counts this place as home. */
  | 'HOME_OF'
  /** This condition holds whenever the other one does. */
  | 'IMPLIED_BY'
  /** The other condition holds whenever this one does. */
  | 'IMPLIES'
  /** The other includes this technique. */
  | 'INCLUDED_IN'
  /** The other is one of the techniques that it includes. */
  | 'INCLUDES'
  /** The other is the more specific service, as in skos:narrower. */
  | 'NARROWER'
  /** The other is a plan that takes over its rules. */
  | 'RULES_TAKEN_BY'
  /** Another name leads to the other, with the closeness that `match` states. */
  | 'SAME_AS'
  /** The other is a plan that supplements this one: both pay. */
  | 'SUPPLEMENTED_BY'
  /** The other is a plan that this one supplements: both pay. */
  | 'SUPPLEMENTS'
  /** The other is a plan whose rules it takes over. */
  | 'TAKES_RULES_FROM'
  /** The other is the program, class or place that it belongs to. */
  | 'WITHIN';

/** Which providers an amount applies to, by their contract with the plan. */
export type NetworkSide =
  /** Both, or the source makes no difference between them. */
  | 'ANY'
  /** Providers under contract with the plan. */
  | 'IN'
  /** Providers without a contract with the plan. */
  | 'OUT';

/** Why no source in the graph settles the question. */
export type NotStatedReason =
  /** No document about the plan has been read yet. */
  | 'NO_SOURCE_READ_FOR_PLAN'
  /** The rules on it hold on other days only; the summary names them. */
  | 'OTHER_DAYS'
  /** The data does not claim to cover such questions. */
  | 'OUTSIDE_WHAT_IS_CLAIMED'
  /** The rules on it apply to other places only. */
  | 'PLACE_NOT_ADDRESSED'
  /** The one route to coverage is closed by the facts given, and nothing excludes it. */
  | 'ROUTE_CLOSED'
  /** The request excluded a source that addresses it. */
  | 'SOURCES_LEFT_OUT_BY_ASKER'
  /** The sources read for the plan do not mention it. */
  | 'SOURCES_SILENT';

/** The places that a rule applies to, relative to the plan's home territories. */
export type PlaceScope =
  /** Everywhere but the plan's home territories. */
  | 'ABROAD'
  /** At home and abroad without distinction. */
  | 'ANYWHERE'
  /** The territories that the plan counts as home. */
  | 'HOME'
  /** Within the territories listed, and nowhere else. */
  | 'INSIDE'
  /** Everywhere except in the territories listed. */
  | 'OUTSIDE';

/** What a plan entry represents. */
export type PlanLevel =
  /** One plan in which a person can be enrolled. */
  | 'PLAN'
  /** Many plans of one kind, such as Medicare Advantage; each may differ. */
  | 'PLAN_CLASS'
  /** A whole program, such as Medicare or TRICARE. */
  | 'PROGRAM';

/** What a step of a proof contributes. */
export type ProofStepKind =
  /** Something assumed because the request does not say it. */
  | 'ASSUMED'
  /** The status that follows from the steps before. */
  | 'CONCLUSION'
  /** The truth of a rule's condition on the facts at hand. */
  | 'CONDITION'
  /** One rule defeats another, on a named ground. */
  | 'DEFEAT'
  /** A fact that the request gives. */
  | 'GIVEN'
  /** A cited link that carries the question from one entry to the next. */
  | 'LINK'
  /** A rule that applies to the question. */
  | 'RULE';

/** What a question in plain English asks for. */
export type QuestionIntent =
  /** What plans share, and where they differ. */
  | 'COMPARE'
  /** What the person pays for it. */
  | 'COST'
  /** Whether a plan covers something, and how much of it. */
  | 'COVERAGE'
  /** What something is, in the words of its sources. */
  | 'DESCRIBE'
  /** What something is said to do for a person. */
  | 'EFFECTS'
  /** Whom a plan is for, and who can enroll in it. */
  | 'ELIGIBILITY'
  /** How good the evidence is that it works. */
  | 'EVIDENCE'
  /** Why the answer is what it is, and who says so. */
  | 'EXPLAIN'
  /** Whether one thing is part of another, or the same. */
  | 'INCLUDES'
  /** Under which codes it is billed. */
  | 'LIST_CODES'
  /** Which plans cover it, or might. */
  | 'LIST_PLANS'
  /** In which ways something is done, or what a code includes. */
  | 'LIST_TECHNIQUES'
  /** What else a plan covers, or all that it does. */
  | 'OPTIONS'
  /** Which places count as home, or whether one does. */
  | 'PLACE'
  /** What must be true, or be done, for it to be covered. */
  | 'REQUIREMENTS';

/** Why a rule that was considered did not decide the answer. */
export type RejectionReason =
  /** Its condition fails on the facts given. */
  | 'CONDITION_FALSE'
  /** Its condition is still open and does not lead to the best outcome. */
  | 'CONDITION_UNKNOWN'
  /** A rule that is not defeated itself defeats it. */
  | 'DEFEATED'
  /** It belongs to another plan and does not pass to this one. */
  | 'NOT_INHERITED'
  /** It applies to places other than the one asked about. */
  | 'OTHER_PLACE'
  /** It was not in force on the day asked about. */
  | 'OTHER_TIME'
  /** Another rule of the same source states it in more detail. */
  | 'RESTATED'
  /** The request excluded every source that it cites. */
  | 'SOURCE_LEFT_OUT';

/** What a remark in a source is about. */
export type RemarkTopic =
  /** What the source recommends that a reader do. */
  | 'ADVICE'
  /** Which kind of thing the source counts it among. */
  | 'CLASSIFICATION'
  /** What it may cost, where no amount is tied to a rule. */
  | 'COST'
  /** What the thing is, according to the source. */
  | 'DEFINITION'
  /** What good or harm it is said to do. */
  | 'EFFECT'
  /** Whom it serves, or who may enroll in it. */
  | 'ELIGIBILITY'
  /** How well research supports what is said of it. */
  | 'EVIDENCE'
  /** Anything worth keeping that no other topic fits. */
  | 'OTHER'
  /** What it is used for. */
  | 'PURPOSE';

/** What a requirement affects: whether there is coverage, or what must be done once there is. */
export type RequirementRole =
  /** A source, considered alone, requires this formality, and it is not a requirement of the other two roles. It never changes the status. */
  | 'ALSO_STATED'
  /** Coverage depends on it; if it is not met, the best outcome is lost. */
  | 'FOR_COVERAGE'
  /** It must be done or paid for covered care; it never changes the status. */
  | 'ONCE_COVERED';

/** Whether the given facts meet a requirement. */
export type RequirementState =
  /** The facts given meet it already. */
  | 'MET'
  /** The facts given leave it open, which does not mean that it is unmet. */
  | 'UNKNOWN'
  /** The facts given rule it out. */
  | 'UNMET';

/** How strictly a source asks for something. */
export type RequirementStrength =
  /** It is required in some cases and not in others. */
  | 'MAY_BE_REQUIRED'
  /** A source states that it is not required. */
  | 'NOT_REQUIRED'
  /** The plan has rules about it that must be followed, which is not "always required". */
  | 'PLAN_RULES_APPLY'
  /** It has to be met in every case. */
  | 'REQUIRED';

/** What a rule does if its condition holds; if it does not, the rule says nothing. */
export type RuleEffect =
  /** It neither grants nor excludes; it adds its requirements, limits and costs to grants on its subject or a narrower one. */
  | 'ASKS'
  /** The plan pays for the subject: a grant. */
  | 'COVERED'
  /** The plan does not pay for the subject: an exclusion. */
  | 'EXCLUDED'
  /** The rule that it is an exception to no longer excludes the subject; it does not itself grant coverage. */
  | 'LIFTED';

/** How much of another plan's rules a plan takes over. */
export type RuleInheritance =
  /** All of them, grants and exclusions alike. */
  | 'EVERYTHING'
  /** What the other covers it must cover too; exclusions do not pass. */
  | 'GRANTS_ONLY';

/** How firmly a source states something. */
export type RuleModality =
  /** Stated as a possibility: may, might, could, typically. */
  | 'MAY'
  /** Stated as a fact, without qualification. */
  | 'STATED';

/** How many members of a class a statement is about; anything less than all makes a rule hedged. */
export type RuleQuantifier =
  /** Every one of them without exception. */
  | 'ALL'
  /** More than half of them; the source does not say which. */
  | 'MOST'
  /** At least one of them; the source does not say which. */
  | 'SOME';

/** How much weight a source carries, highest first. */
export type SourceAuthority =
  /** Instructions of an agency to those who run its program. */
  | 'AGENCY_MANUAL'
  /** A public page or booklet of the agency itself. */
  | 'AGENCY_PAGE'
  /** A page of a contractor that runs a program for an agency. */
  | 'CONTRACTOR_PAGE'
  /** A national or local coverage determination. */
  | 'DETERMINATION'
  /** A plan's own evidence of coverage, policy or summary of benefits. */
  | 'PLAN_DOCUMENT'
  /** A rule with the force of law, such as the Code of Federal Regulations. */
  | 'REGULATION'
  /** A text about any of the above, such as an article. */
  | 'SECONDARY'
  /** An act of a legislature, such as the Social Security Act. */
  | 'STATUTE';

/** What a question is about, named in exactly one of these ways. */
export type SubjectInput =
  {   /** A billing code, with its system before a colon if it is not CPT: 97124, HCPCS:A0428. */
  billingCode: string; id?: never; service?: never; technique?: never; }
  |  { billingCode?: never;   /** The global id of any of them, as a search gives it. */
  id: string | number; service?: never; technique?: never; }
  |  { billingCode?: never; id?: never;   /** A service by its slug, such as massage-therapy. */
  service: string; technique?: never; }
  |  { billingCode?: never; id?: never; service?: never;   /** A technique by its slug, such as effleurage. */
  technique: string; };

/** How closely two names agree in meaning, as in the mapping relations of SKOS. */
export type SynonymMatch =
  /** The other name means something more general (skos:broadMatch). */
  | 'BROADER'
  /** The two can be used for one another in some settings (skos:closeMatch). */
  | 'CLOSE'
  /** The two can be used for one another everywhere (skos:exactMatch). */
  | 'EXACT'
  /** The other name means something more specific (skos:narrowMatch). */
  | 'NARROWER';

/** Whether something holds on the facts at hand. */
export type TruthValue =
  /** It does not hold on the facts given. */
  | 'FALSE'
  /** It holds on the facts given. */
  | 'TRUE'
  /** The facts given leave it open. */
  | 'UNKNOWN';

export type DoesMedicarePayForCareInCanadaQueryVariables = Exact<{ [key: string]: never; }>;


export type DoesMedicarePayForCareInCanadaQuery = { coverage: { status: CoverageStatus, best: CoverageStatus, hedges: Array<CoverageHedge>, summary: string, assumptions: Array<string>, territory: { code: string, name: string } | null, pathways: Array<{ outcome: CoverageStatus, facts: Array<{ text: string }> }>, positions: Array<{ says: string, status: CoverageStatus | null, sources: Array<{ name: string }> }> } | null };

export type DoesMedigapPayForAnEmergencyAbroadQueryVariables = Exact<{ [key: string]: never; }>;


export type DoesMedigapPayForAnEmergencyAbroadQuery = { plan: { name: string, coverage: { status: CoverageStatus, hedges: Array<CoverageHedge>, summary: string, limits: Array<{ text: string, quantity: string, unit: LimitUnit, currency: string | null, per: LimitPeriod, window: string | null, combinedWith: Array<
          | { name: string }
          | { name: string }
          | { name: string }
        >, citations: Array<{ locator: string }> }>, costs: Array<{ text: string, kind: CostShareKind, percent: string | null, network: NetworkSide, year: number | null, per: LimitPeriod | null, least: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, citations: Array<{ locator: string }> }> } | null } | null };

export type DoesOriginalMedicareCover97124QueryVariables = Exact<{ [key: string]: never; }>;


export type DoesOriginalMedicareCover97124Query = { coverage: { id: string, status: CoverageStatus, summary: string, on: string, dataVersion: string, plan: { name: string }, subject:
      | { name: string }
      | { name: string }
      | { name: string }
    , citations: Array<{ says: string, locator: string, url: string | null, fingerprint: string | null, quote: string | null, source: { name: string, authority: SourceAuthority }, via: { name: string } | null }> } | null };

export type DoesTricarePrimeCoverMassageQueryVariables = Exact<{ [key: string]: never; }>;


export type DoesTricarePrimeCoverMassageQuery = { coverage: { status: CoverageStatus, best: CoverageStatus, requirements: Array<{ text: string }>, nextQuestion: { question: string | null } | null } | null };

export type HowDoIFetchEntriesAgainByTheirIdsQueryVariables = Exact<{ [key: string]: never; }>;


export type HowDoIFetchEntriesAgainByTheirIdsQuery = { node:
    | { id: string }
    | { id: string }
    | { slug: string, whenText: string | null, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null, nodes: Array<
    | { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, remarks: Array<{ text: string }>, coverageByPlan: { nodes: Array<{ status: CoverageStatus }> } | null, rules: { totalCount: number }, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> }, purposes: Array<{ text: string }>, billedBy: { nodes: Array<{ to:
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
           }> } }
    | { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, remarks: Array<{ text: string }>, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } }
    | { id: string }
    | { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, remarks: Array<{ text: string }>, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } }
    | { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, remarks: Array<{ text: string }>, coverageByPlan: { nodes: Array<{ status: CoverageStatus }> } | null, rules: { totalCount: number }, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> }, purposes: Array<{ text: string }>, billedBy: { nodes: Array<{ to:
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
           }> } }
    | { id: string }
    | { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, remarks: Array<{ text: string }>, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } }
    | { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, remarks: Array<{ text: string }>, coverageByPlan: { nodes: Array<{ status: CoverageStatus }> } | null, rules: { totalCount: number }, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> }, purposes: Array<{ text: string }>, billedBy: { nodes: Array<{ to:
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
            | { name: string }
           }> } }
    | { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, remarks: Array<{ text: string }>, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } }
   | null> | null };

type Entry_BillingCode_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } };

type Entry_CoverageCondition_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } };

type Entry_Plan_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } };

type Entry_Service_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } };

type Entry_SourceDocument_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } };

type Entry_Technique_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } };

type Entry_Territory_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, links: { nodes: Array<{ kind: LinkKind }> } };

export type EntryFragment =
  | Entry_BillingCode_Fragment
  | Entry_CoverageCondition_Fragment
  | Entry_Plan_Fragment
  | Entry_Service_Fragment
  | Entry_SourceDocument_Fragment
  | Entry_Technique_Fragment
  | Entry_Territory_Fragment
;

type Subject_BillingCode_Fragment = { id: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, purposes: Array<{ text: string }>, billedBy: { nodes: Array<{ to:
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
       }> } };

type Subject_Service_Fragment = { id: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, purposes: Array<{ text: string }>, billedBy: { nodes: Array<{ to:
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
       }> } };

type Subject_Technique_Fragment = { id: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, purposes: Array<{ text: string }>, billedBy: { nodes: Array<{ to:
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
       }> } };

export type SubjectFragment =
  | Subject_BillingCode_Fragment
  | Subject_Service_Fragment
  | Subject_Technique_Fragment
;

export type HowDoIKeepAReceiptOfAnAnswerQueryVariables = Exact<{ [key: string]: never; }>;


export type HowDoIKeepAReceiptOfAnAnswerQuery = { coverage: { on: string, minimumAuthority: SourceAuthority | null, dataVersion: string, status: CoverageStatus, best: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, notStated: NotStatedReason | null, plan: { slug: string }, subject:
      | { kind: ConceptKind, slug: string }
      | { kind: ConceptKind, slug: string }
      | { kind: ConceptKind, slug: string }
    , territory: { code: string } | null, given: Array<{ holds: boolean | null, count: number | null, condition: { slug: string } }>, accordingTo: Array<{ slug: string }> | null, requirements: Array<{ role: RequirementRole, strength: RequirementStrength, state: RequirementState, dependsOn: Array<string>, anyOf: Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }> }>, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, role: RequirementRole | null, dependsOn: Array<string>, condition: { slug: string } | null }>, routes: Array<{ outcome: CoverageStatus, facts: Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>, requirements: Array<{ role: RequirementRole, strength: RequirementStrength, state: RequirementState, dependsOn: Array<string>, anyOf: Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }> }>, limits: Array<{ quantity: string, unit: LimitUnit, currency: string | null, per: LimitPeriod, window: string | null, combinedWith: Array<
          | { kind: ConceptKind, slug: string }
          | { kind: ConceptKind, slug: string }
          | { kind: ConceptKind, slug: string }
        >, terms: Array<Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>> }>, costs: Array<{ kind: CostShareKind, percent: string | null, network: NetworkSide, year: number | null, per: LimitPeriod | null, least: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, terms: Array<Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>> }> }>, limits: Array<{ quantity: string, unit: LimitUnit, currency: string | null, per: LimitPeriod, window: string | null, combinedWith: Array<
        | { kind: ConceptKind, slug: string }
        | { kind: ConceptKind, slug: string }
        | { kind: ConceptKind, slug: string }
      >, terms: Array<Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>> }>, costs: Array<{ kind: CostShareKind, percent: string | null, network: NetworkSide, year: number | null, per: LimitPeriod | null, least: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, terms: Array<Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>> }>, proof: Array<{ number: number, kind: ProofStepKind, text: string, restsOn: Array<number>, truth: TruthValue | null, ground: DefeatGround | null, rule: { slug: string } | null, link: { kind: LinkKind, to:
          | { kind: ConceptKind, slug: string }
          | { kind: ConceptKind, slug: string }
          | { kind: ConceptKind, slug: string }
          | { kind: ConceptKind, slug: string }
          | { kind: ConceptKind, slug: string }
          | { kind: ConceptKind, slug: string }
          | { kind: ConceptKind, slug: string }
         } | null, fact: { holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } } | null, citations: Array<{ locator: string, says: string, fingerprint: string | null, source: { slug: string } }> }>, rejectedRules: Array<{ reason: RejectionReason, rule: { slug: string } }>, citations: Array<{ locator: string, says: string, fingerprint: string | null, source: { slug: string } }> } | null };

export type ReceiptFragment = { on: string, minimumAuthority: SourceAuthority | null, dataVersion: string, status: CoverageStatus, best: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, notStated: NotStatedReason | null, plan: { slug: string }, subject:
    | { kind: ConceptKind, slug: string }
    | { kind: ConceptKind, slug: string }
    | { kind: ConceptKind, slug: string }
  , territory: { code: string } | null, given: Array<{ holds: boolean | null, count: number | null, condition: { slug: string } }>, accordingTo: Array<{ slug: string }> | null, requirements: Array<{ role: RequirementRole, strength: RequirementStrength, state: RequirementState, dependsOn: Array<string>, anyOf: Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }> }>, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, role: RequirementRole | null, dependsOn: Array<string>, condition: { slug: string } | null }>, routes: Array<{ outcome: CoverageStatus, facts: Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>, requirements: Array<{ role: RequirementRole, strength: RequirementStrength, state: RequirementState, dependsOn: Array<string>, anyOf: Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }> }>, limits: Array<{ quantity: string, unit: LimitUnit, currency: string | null, per: LimitPeriod, window: string | null, combinedWith: Array<
        | { kind: ConceptKind, slug: string }
        | { kind: ConceptKind, slug: string }
        | { kind: ConceptKind, slug: string }
      >, terms: Array<Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>> }>, costs: Array<{ kind: CostShareKind, percent: string | null, network: NetworkSide, year: number | null, per: LimitPeriod | null, least: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, terms: Array<Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>> }> }>, limits: Array<{ quantity: string, unit: LimitUnit, currency: string | null, per: LimitPeriod, window: string | null, combinedWith: Array<
      | { kind: ConceptKind, slug: string }
      | { kind: ConceptKind, slug: string }
      | { kind: ConceptKind, slug: string }
    >, terms: Array<Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>> }>, costs: Array<{ kind: CostShareKind, percent: string | null, network: NetworkSide, year: number | null, per: LimitPeriod | null, least: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, terms: Array<Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>> }>, proof: Array<{ number: number, kind: ProofStepKind, text: string, restsOn: Array<number>, truth: TruthValue | null, ground: DefeatGround | null, rule: { slug: string } | null, link: { kind: LinkKind, to:
        | { kind: ConceptKind, slug: string }
        | { kind: ConceptKind, slug: string }
        | { kind: ConceptKind, slug: string }
        | { kind: ConceptKind, slug: string }
        | { kind: ConceptKind, slug: string }
        | { kind: ConceptKind, slug: string }
        | { kind: ConceptKind, slug: string }
       } | null, fact: { holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } } | null, citations: Array<{ locator: string, says: string, fingerprint: string | null, source: { slug: string } }> }>, rejectedRules: Array<{ reason: RejectionReason, rule: { slug: string } }>, citations: Array<{ locator: string, says: string, fingerprint: string | null, source: { slug: string } }> };

export type ReceiptCitationFragment = { locator: string, says: string, fingerprint: string | null, source: { slug: string } };

export type ReceiptFactFragment = { holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } };

export type ReceiptRequirementFragment = { role: RequirementRole, strength: RequirementStrength, state: RequirementState, dependsOn: Array<string>, anyOf: Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }> };

export type ReceiptLimitFragment = { quantity: string, unit: LimitUnit, currency: string | null, per: LimitPeriod, window: string | null, combinedWith: Array<
    | { kind: ConceptKind, slug: string }
    | { kind: ConceptKind, slug: string }
    | { kind: ConceptKind, slug: string }
  >, terms: Array<Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>> };

export type ReceiptCostFragment = { kind: CostShareKind, percent: string | null, network: NetworkSide, year: number | null, per: LimitPeriod | null, least: { amount: string, currency: string } | null, most: { amount: string, currency: string } | null, terms: Array<Array<{ holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string } }>> };

export type HowDoMedicareAdvantageAndTricarePrimeDifferOnMassageQueryVariables = Exact<{ [key: string]: never; }>;


export type HowDoMedicareAdvantageAndTricarePrimeDifferOnMassageQuery = { comparePlans: { plans: Array<{ name: string }>, subject:
      | { name: string }
      | { name: string }
      | { name: string }
    , determinations: Array<{ summary: string }>, shared: Array<{ text: string, strength: RequirementStrength }>, differences: Array<{ aspect: ComparisonAspect, values: Array<{ text: string, plan: { name: string }, rule: { slug: string } | null, citations: Array<{ locator: string, source: { name: string } }> }> }> } | null };

export type InWhichWaysIsMassageGivenAndBilledQueryVariables = Exact<{ [key: string]: never; }>;


export type InWhichWaysIsMassageGivenAndBilledQuery = { service: { techniques: { nodes: Array<{ name: string }> }, billingCodes: { nodes: Array<{ system: CodeSystem, code: string, name: string }> }, rules: { nodes: Array<{ slug: string, effect: RuleEffect }> } } | null };

export type IsMassageCoveredOnceItIsPrescribedInAPhysicalTherapyProgramQueryVariables = Exact<{
  met?: Array<string> | string | null | undefined;
  unmet?: Array<string> | string | null | undefined;
  on?: string | null | undefined;
}>;


export type IsMassageCoveredOnceItIsPrescribedInAPhysicalTherapyProgramQuery = { coverage: { status: CoverageStatus, summary: string, on: string, assumptions: Array<string>, territory: { name: string } | null, given: Array<{ text: string, holds: boolean | null, condition: { name: string } }>, requirements: Array<{ role: RequirementRole, text: string, state: RequirementState }> } | null };

export type IsPetrissageTheSameAsKneadingQueryVariables = Exact<{ [key: string]: never; }>;


export type IsPetrissageTheSameAsKneadingQuery = { technique: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, synonyms: Array<{ name: string, match: SynonymMatch, concept:
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
       | null, citations: Array<{ says: string, source: { name: string } }> }>, citations: Array<{ locator: string }>, remarks: Array<{ text: string }>, links: { nodes: Array<{ kind: LinkKind, to:
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
         }> }, services: { nodes: Array<{ name: string }> }, billingCodes: { nodes: Array<{ slug: string }> }, rules: { nodes: Array<{ slug: string }> }, coverageByPlan: { nodes: Array<{ status: CoverageStatus, plan: { name: string } }> } | null } | null };

export type IsPuertoRicoHomeForOriginalMedicareQueryVariables = Exact<{ [key: string]: never; }>;


export type IsPuertoRicoHomeForOriginalMedicareQuery = { territory: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, code: string, isHomeFor: boolean | null, partOf: Array<{ name: string }>, citations: Array<{ locator: string }>, remarks: Array<{ text: string }>, links: { nodes: Array<{ kind: LinkKind, to:
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
         }> } } | null };

export type OnWhichDaysDoesThisAnswerHoldQueryVariables = Exact<{ [key: string]: never; }>;


export type OnWhichDaysDoesThisAnswerHoldQuery = { coverageTimeline: Array<{ from: string, until: string | null, determination: { status: CoverageStatus, best: CoverageStatus }, begins: Array<{ slug: string }>, ends: Array<{ slug: string }> }> | null };

export type WhatCouldIHaveInsteadOfMassageUnderMedicareQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatCouldIHaveInsteadOfMassageUnderMedicareQuery = { coverage: { status: CoverageStatus, summary: string, alternatives: Array<{ summary: string, status: CoverageStatus, plan: { name: string }, subject:
        | { name: string }
        | { name: string }
        | { name: string }
       }> } | null };

export type WhatDoSourcesOfMoreWeightThanAnArticleSayQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatDoSourcesOfMoreWeightThanAnArticleSayQuery = { coverage: { status: CoverageStatus, notStated: NotStatedReason | null, minimumAuthority: SourceAuthority | null, summary: string, citations: Array<{ source: { name: string, authority: SourceAuthority, publishedOn: string | null, checkedOn: string } }> } | null };

export type WhatDoesBeingPrescribedByADoctorImplyQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatDoesBeingPrescribedByADoctorImplyQuery = { coverageCondition: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, topic: ConditionTopic, question: string | null, counts: string | null, implies: Array<{ name: string }>, excludes: Array<{ name: string }>, externalCodes: Array<{ system: ExternalCodeSystem, code: string }>, citations: Array<{ locator: string }>, remarks: Array<{ text: string }>, links: { nodes: Array<{ kind: LinkKind, to:
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
         }> }, rules: { nodes: Array<{ slug: string }> } } | null };

export type WhatDoesEveryRuleOfTricarePrimeSayQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatDoesEveryRuleOfTricarePrimeSayQuery = { plan: { rules: { totalCount: number, nodes: Array<{ id: string, slug: string, effect: RuleEffect, quantifier: RuleQuantifier, extent: RuleQuantifier, modality: RuleModality, whenText: string | null, validFrom: string | null, validUntil: string | null, rationale: string | null, reading: string | null, plan: { slug: string }, subject:
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
        , when:
          | { __typename: 'ConditionGroup', operator: GroupOperator, of: Array<
              | { operator: GroupOperator, of: Array<
                  | { atLeast: number | null, atMost: number | null, condition: { slug: string } }
                  | Record<PropertyKey, never>
                > }
              | { atLeast: number | null, atMost: number | null, condition: { slug: string } }
            > }
          | { __typename: 'ConditionTest', atLeast: number | null, atMost: number | null, condition: { slug: string } }
         | null, conditions: Array<{ slug: string }>, where: { scope: PlaceScope, text: string, territories: Array<{ code: string }> }, exceptTo: Array<{ slug: string }>, exceptions: Array<{ slug: string }>, restates: { slug: string } | null, restatements: Array<{ slug: string }>, requirements: Array<{ strength: RequirementStrength, dependsOn: Array<string>, condition: { name: string }, citations: Array<{ locator: string }> }>, limits: Array<{ text: string }>, costs: Array<{ text: string }>, citations: Array<{ locator: string, says: string }> }> } } | null };

export type OneConditionFragment = { atLeast: number | null, atMost: number | null, condition: { slug: string } };

export type WhatDoesTricarePrimeRequireForMassageAskedInEnglishQueryVariables = Exact<{
  question?: string;
}>;


export type WhatDoesTricarePrimeRequireForMassageAskedInEnglishQuery = { ask: { question: string, understood: boolean, intent: QuestionIntent | null, county: string | null, yes: boolean | null, text: string, notUnderstood: Array<string>, setAside: Array<string>, suggestions: Array<string>, operation: string | null, plans: Array<{ name: string }>, subjects: Array<
      | { name: string }
      | { name: string }
      | { name: string }
    >, territory: { name: string } | null, given: Array<{ text: string }>, citations: Array<{ says: string, locator: string, source: { name: string } }>, determinations: Array<{ id: string, status: CoverageStatus, best: CoverageStatus }>, concepts: Array<
      | { name: string }
      | { name: string }
      | { name: string }
      | { name: string }
      | { name: string }
      | { name: string }
      | { name: string }
    > } | null };

export type WhatDoesTricarePrimeRequireForMassageQueryVariables = Exact<{
  plan?: string;
  service?: string;
}>;


export type WhatDoesTricarePrimeRequireForMassageQuery = { coverage: { status: CoverageStatus, best: CoverageStatus, summary: string, routesComplete: boolean, requirements: Array<{ role: RequirementRole, text: string, strength: RequirementStrength, state: RequirementState, dependsOn: Array<string>, citations: Array<{ says: string, locator: string, source: { name: string } }> }>, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, text: string, role: RequirementRole | null, dependsOn: Array<string>, condition: { slug: string } | null, citations: Array<{ locator: string }> }>, routes: Array<{ outcome: CoverageStatus, text: string, facts: Array<{ text: string }>, requirements: Array<{ text: string, strength: RequirementStrength }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, citations: Array<{ locator: string }> }>, pathways: Array<{ outcome: CoverageStatus, facts: Array<{ text: string }> }>, nextQuestion: { question: string | null } | null } | null };

export type WhatIs97124AndWhatDoesItIncludeQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatIs97124AndWhatDoesItIncludeQuery = { billingCode: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, system: CodeSystem, code: string, licensedDescriptor: string | null, citations: Array<{ locator: string }>, remarks: Array<{ topic: RemarkTopic, text: string }>, services: { nodes: Array<{ name: string }> }, techniques: { totalCount: number, nodes: Array<{ name: string }> }, links: { nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
        , citations: Array<{ locator: string, source: { name: string } }> }> }, rules: { nodes: Array<{ slug: string }> } } | null };

export type WhatIsCalledRelfexologyQueryVariables = Exact<{
  text?: string;
  kinds?: Array<ConceptKind> | ConceptKind | null | undefined;
}>;


export type WhatIsCalledRelfexologyQuery = { search: { totalCount: number, nodes: Array<
      | { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string> }
      | { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string> }
      | { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string> }
      | { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string> }
      | { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string> }
      | { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string> }
      | { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string> }
    > } | null };

export type WhatIsLoadedAndWhatDoesItClaimToCoverQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatIsLoadedAndWhatDoesItClaimToCoverQuery = { dataset: { version: string, loadedAt: string, ruleCount: number, notices: Array<string>, counts: Array<{ kind: ConceptKind, count: number }>, completeness: Array<{ text: string, asOf: string, plans: Array<{ name: string }>, subjects: Array<
        | { name: string }
        | { name: string }
        | { name: string }
      >, citations: Array<{ locator: string }> }> } };

export type WhatIsMassageTherapyAndWhatIsItForQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatIsMassageTherapyAndWhatIsItForQuery = { service: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string, source: { name: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string }> }>, evidence: Array<{ text: string }>, externalCodes: Array<{ system: ExternalCodeSystem, code: string, match: SynonymMatch, citations: Array<{ locator: string }> }>, links: { nodes: Array<{ kind: LinkKind, to:
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
         }> }, broader: Array<{ name: string }>, narrower: Array<{ name: string }> } | null };

export type WhatIsTricarePrimeAndWhomDoesItServeQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatIsTricarePrimeAndWhomDoesItServeQuery = { plan: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, level: PlanLevel, within: { name: string } | null, citations: Array<{ locator: string }>, remarks: Array<{ text: string, citations: Array<{ locator: string }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
         }> }, takesRulesFrom: Array<{ takes: RuleInheritance, plan: { name: string }, citations: Array<{ locator: string }> }> } | null };

export type WhatKindsOfCareDoesTricarePrimeCoverQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatKindsOfCareDoesTricarePrimeCoverQuery = { plan: { name: string, coverageBySubject: { totalCount: number | null, nodes: Array<{ status: CoverageStatus, hedges: Array<CoverageHedge>, subject:
          | { name: string, kind: ConceptKind }
          | { name: string, kind: ConceptKind }
          | { name: string, kind: ConceptKind }
         }> } | null } | null };

export type WhatRestsOnTheMassageArticleQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatRestsOnTheMassageArticleQuery = { source: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string }>, remarks: Array<{ text: string }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind }> }, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, plan: { name: string }, subject:
          | { name: string }
          | { name: string }
          | { name: string }
         }> } } | null };

export type WhatShouldIFindOutBeforeIAskAgainQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatShouldIFindOutBeforeIAskAgainQuery = { coverage: { status: CoverageStatus, missing: Array<{ slug: string, question: string | null }>, nextQuestion: { name: string, question: string | null, counts: string | null } | null } | null };

export type WhatWillChangeAndWhichCitationsAreOldQueryVariables = Exact<{ [key: string]: never; }>;


export type WhatWillChangeAndWhichCitationsAreOldQuery = { coverage: { on: string, status: CoverageStatus, upcomingChanges: Array<{ on: string, status: CoverageStatus, best: CoverageStatus, begins: Array<{ slug: string }>, ends: Array<{ slug: string }>, determination: { summary: string } }>, citations: Array<{ isStale: boolean, source: { name: string, checkedOn: string } }> } | null };

export type WhenCanAMedicareAdvantagePlanCover97124QueryVariables = Exact<{ [key: string]: never; }>;


export type WhenCanAMedicareAdvantagePlanCover97124Query = { coverage: { status: CoverageStatus, best: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, hedges: Array<CoverageHedge>, notStated: NotStatedReason | null, pathwaysComplete: boolean, pathways: Array<{ outcome: CoverageStatus, facts: Array<{ text: string, holds: boolean | null, condition: { slug: string } }> }>, positions: Array<{ says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ name: string }>, citations: Array<{ locator: string }> }>, disagreements: Array<{ id: string, title: string, disagreementKind: DisagreementKind, reading: string | null, about: Array<
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
        | { name: string }
      >, positions: Array<{ says: string }>, partsOn: Array<{ text: string }> }> } | null };

export type WhereDoTheSourcesDisagreeQueryVariables = Exact<{ [key: string]: never; }>;


export type WhereDoTheSourcesDisagreeQuery = { disagreements: { nodes: Array<{ id: string, title: string, disagreementKind: DisagreementKind, about: Array<
        | { slug: string }
        | { slug: string }
        | { slug: string }
        | { slug: string }
        | { slug: string }
        | { slug: string }
        | { slug: string }
      >, partsOn: Array<{ text: string }>, positions: Array<{ says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ name: string }> }> }> } | null };

export type WhereIsCareAtHomeUnderOriginalMedicareQueryVariables = Exact<{ [key: string]: never; }>;


export type WhereIsCareAtHomeUnderOriginalMedicareQuery = { plan: { homeTerritories: { totalCount: number, nodes: Array<{ code: string, name: string }> } } | null };

export type WhereIsThisPlanOfferedQueryVariables = Exact<{
  plan?: string;
}>;


export type WhereIsThisPlanOfferedQuery = { plan: { name: string, serviceAreas: Array<{ from: string | null, until: string | null, states: Array<{ name: string }>, counties: { totalCount: number, nodes: Array<{ name: string | null, fips: string | null, ssa: string | null, state: { name: string } }> }, citations: Array<{ locator: string, source: { name: string } }> }> } | null };

export type WhereWasThisAnswerLookedForQueryVariables = Exact<{ [key: string]: never; }>;


export type WhereWasThisAnswerLookedForQuery = { coverage: { status: CoverageStatus, clauses: Array<{ text: string, steps: Array<number> }>, scope: { text: string, isClaimed: boolean, notRead: Array<string>, read: Array<{ slug: string }>, stale: Array<{ slug: string }> }, leansOn: Array<{ without: CoverageStatus, source: { name: string } }> } | null, rule: { slug: string, effect: RuleEffect } | null };

export type WhichConditionsCanCoverageTurnOnQueryVariables = Exact<{ [key: string]: never; }>;


export type WhichConditionsCanCoverageTurnOnQuery = { coverageConditions: { totalCount: number, nodes: Array<{ slug: string, name: string, topic: ConditionTopic, question: string | null }> } | null };

export type WhichFactsMeetWhichRequirementQueryVariables = Exact<{ [key: string]: never; }>;


export type WhichFactsMeetWhichRequirementQuery = { plan: { coverage: { status: CoverageStatus, given: Array<{ text: string, count: number | null, atLeast: number | null, atMost: number | null }>, requirements: Array<{ text: string, state: RequirementState, anyOf: Array<{ text: string, holds: boolean | null, count: number | null, atLeast: number | null, atMost: number | null, condition: { slug: string, name: string } }> }> } | null } | null };

export type WhichMedicareAdvantagePlansInThisCountyCoverMassageQueryVariables = Exact<{
  area?: AreaInput;
  of?: SubjectInput;
  on?: string | null | undefined;
  status?: Array<CoverageStatus> | CoverageStatus | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WhichMedicareAdvantagePlansInThisCountyCoverMassageQuery = { plansInArea: { totalCount: number, possiblyOffered: number, withoutStatedArea: number, notComparable: number, changesOn: string | null, nodes: Array<{ isCertain: boolean, isWhole: boolean, zipCodes: Array<string>, plan: { name: string }, areas: Array<{ from: string | null, until: string | null, modality: RuleModality, states: Array<{ name: string }>, counties: { nodes: Array<{ name: string | null, fips: string | null, ssa: string | null, isPartial: boolean, zipCodes: Array<string>, state: { name: string } }> }, citations: Array<{ locator: string }> }>, determination: { status: CoverageStatus, summary: string, costs: Array<{ text: string, citations: Array<{ locator: string }> }>, limits: Array<{ text: string }>, requirements: Array<{ text: string, strength: RequirementStrength }> } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type WhichMedicarePlansMightCover97124QueryVariables = Exact<{ [key: string]: never; }>;


export type WhichMedicarePlansMightCover97124Query = { billingCode: { coverageByPlan: { totalCount: number | null, edges: Array<{ cursor: string, node: { status: CoverageStatus, summary: string, plan: { name: string } } }> } | null } | null };

export type WhichOfThesePlansCoversWhichOfTheseServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type WhichOfThesePlansCoversWhichOfTheseServicesQuery = { coverageMatrix: { plans: Array<{ name: string }>, subjects: Array<
      | { name: string, kind: ConceptKind }
      | { name: string, kind: ConceptKind }
      | { name: string, kind: ConceptKind }
    >, rows: Array<{ plan: { slug: string }, cells: Array<{ status: CoverageStatus, best: CoverageStatus }> }> } | null };

export type WhichPartsOfTheUnitedStatesAreInTheGraphQueryVariables = Exact<{ [key: string]: never; }>;


export type WhichPartsOfTheUnitedStatesAreInTheGraphQuery = { territory: { parts: { totalCount: number, nodes: Array<{ code: string, name: string }> } } | null, territories: { totalCount: number, nodes: Array<{ code: string }>, pageInfo: { hasPreviousPage: boolean, startCursor: string | null } } | null };

export type WhichPlansBelongToMedicareQueryVariables = Exact<{ [key: string]: never; }>;


export type WhichPlansBelongToMedicareQuery = { plans: { totalCount: number, nodes: Array<{ slug: string, name: string, level: PlanLevel, takesRulesFrom: Array<{ takes: RuleInheritance, plan: { name: string }, requirements: Array<{ strength: RequirementStrength, condition: { name: string } }> }>, supplements: Array<{ name: string }> }> } | null, plan: { contains: { nodes: Array<{ name: string }> } } | null };

export type WhichPlansCoverMassageTherapyQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type WhichPlansCoverMassageTherapyQuery = { service: { name: string, coverageByPlan: { totalCount: number | null, nodes: Array<{ status: CoverageStatus, best: CoverageStatus, summary: string, plan: { name: string, level: PlanLevel } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null } | null };

export type WhichRulesWereLookedAtAndDidNotDecideQueryVariables = Exact<{ [key: string]: never; }>;


export type WhichRulesWereLookedAtAndDidNotDecideQuery = { coverage: { status: CoverageStatus, notStated: NotStatedReason | null, rejectedRules: Array<{ reason: RejectionReason, text: string, rule: { slug: string, whenText: string | null } }> } | null };

export type WhichServicesTechniquesAndCodesCanIAskAboutQueryVariables = Exact<{ [key: string]: never; }>;


export type WhichServicesTechniquesAndCodesCanIAskAboutQuery = { services: { nodes: Array<{ slug: string, name: string }> } | null, techniques: { nodes: Array<{ slug: string, name: string }> } | null, billingCodes: { nodes: Array<{ slug: string, name: string }> } | null };

export type WhichSourcesIsTheGraphReadFromQueryVariables = Exact<{ [key: string]: never; }>;


export type WhichSourcesIsTheGraphReadFromQuery = { sources: { totalCount: number, nodes: Array<{ slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string, isStale: boolean, url: string | null, licence: string }> } | null };

export type WhyDoesOriginalMedicareLeaveOutMassageQueryVariables = Exact<{ [key: string]: never; }>;


export type WhyDoesOriginalMedicareLeaveOutMassageQuery = { coverage: { status: CoverageStatus, summary: string, accordingTo: Array<{ name: string }> | null, proof: Array<{ number: number, kind: ProofStepKind, text: string, restsOn: Array<number>, truth: TruthValue | null, ground: DefeatGround | null, rule: { slug: string, rationale: string | null } | null, link: { kind: LinkKind, to:
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
          | { name: string }
         } | null, fact: { text: string } | null, citations: Array<{ locator: string, says: string }> }> } | null };

export const EntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Concept"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}}]} as unknown as DocumentNode<EntryFragment, unknown>;
export const SubjectFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Subject"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageSubject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"purposes"},"name":{"kind":"Name","value":"remarks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"EnumValue","value":"PURPOSE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"billedBy"},"name":{"kind":"Name","value":"links"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"BILLED_BY"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<SubjectFragment, unknown>;
export const ReceiptFactFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}}]} as unknown as DocumentNode<ReceiptFactFragment, unknown>;
export const ReceiptRequirementFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptRequirement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageRequirement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"anyOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"strength"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}}]} as unknown as DocumentNode<ReceiptRequirementFragment, unknown>;
export const ReceiptLimitFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptLimit"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageLimit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"window"}},{"kind":"Field","name":{"kind":"Name","value":"combinedWith"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}}]} as unknown as DocumentNode<ReceiptLimitFragment, unknown>;
export const ReceiptCostFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptCost"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CostShare"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"least"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"most"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}}]} as unknown as DocumentNode<ReceiptCostFragment, unknown>;
export const ReceiptCitationFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptCitation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}}]}}]} as unknown as DocumentNode<ReceiptCitationFragment, unknown>;
export const ReceiptFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Receipt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Determination"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accordingTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minimumAuthority"}},{"kind":"Field","name":{"kind":"Name","value":"dataVersion"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"possibleOutcomes"}},{"kind":"Field","name":{"kind":"Name","value":"notStated"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptRequirement"}}]}},{"kind":"Field","name":{"kind":"Name","value":"formalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"routes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptRequirement"}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptLimit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptCost"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptLimit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptCost"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proof"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"restsOn"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"link"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"fact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}},{"kind":"Field","name":{"kind":"Name","value":"truth"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptCitation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rejectedRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptCitation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptCitation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptRequirement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageRequirement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"anyOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"strength"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptLimit"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageLimit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"window"}},{"kind":"Field","name":{"kind":"Name","value":"combinedWith"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptCost"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CostShare"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"least"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"most"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}}]}}]} as unknown as DocumentNode<ReceiptFragment, unknown>;
export const OneConditionFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneCondition"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConditionTest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}}]} as unknown as DocumentNode<OneConditionFragment, unknown>;
export const DoesMedicarePayForCareInCanadaDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DoesMedicarePayForCareInCanada"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"medicare","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"medical-care","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"territory"},"value":{"kind":"StringValue","value":"CA","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"hedges"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"assumptions"}},{"kind":"Field","name":{"kind":"Name","value":"pathways"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DoesMedicarePayForCareInCanadaQuery, DoesMedicarePayForCareInCanadaQueryVariables>;
export const DoesMedigapPayForAnEmergencyAbroadDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DoesMedigapPayForAnEmergencyAbroad"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"medigap","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"emergency-care","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"met"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"medical-emergency","block":false}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"territory"},"value":{"kind":"StringValue","value":"ZZ","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"hedges"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"window"}},{"kind":"Field","name":{"kind":"Name","value":"combinedWith"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"least"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"most"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<DoesMedigapPayForAnEmergencyAbroadQuery, DoesMedigapPayForAnEmergencyAbroadQueryVariables>;
export const DoesOriginalMedicareCover97124Document = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DoesOriginalMedicareCover97124"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"original-medicare","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"billingCode"},"value":{"kind":"StringValue","value":"97124","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"dataVersion"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}},{"kind":"Field","name":{"kind":"Name","value":"quote"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}}]}},{"kind":"Field","name":{"kind":"Name","value":"via"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<DoesOriginalMedicareCover97124Query, DoesOriginalMedicareCover97124QueryVariables>;
export const DoesTricarePrimeCoverMassageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"DoesTricarePrimeCoverMassage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"tricare-prime","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextQuestion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"}}]}}]}}]}}]} as unknown as DocumentNode<DoesTricarePrimeCoverMassageQuery, DoesTricarePrimeCoverMassageQueryVariables>;
export const HowDoIFetchEntriesAgainByTheirIdsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HowDoIFetchEntriesAgainByTheirIds"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"Q292ZXJhZ2VSdWxlOnRyaWNhcmUtcHJpbWUvbWFzc2FnZS1pbi1hLXRoZXJhcHktcHJvZ3JhbQ==","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageRule"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"whenText"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"UGxhbjp0cmljYXJlLXByaW1l","block":false},{"kind":"StringValue","value":"U2VydmljZTptYXNzYWdlLXRoZXJhcHk=","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Concept"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Entry"}},{"kind":"Field","name":{"kind":"Name","value":"remarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageSubject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Subject"}},{"kind":"Field","name":{"kind":"Name","value":"coverageByPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plans"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"tricare-prime","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Entry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Concept"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Subject"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageSubject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"purposes"},"name":{"kind":"Name","value":"remarks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"EnumValue","value":"PURPOSE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"billedBy"},"name":{"kind":"Name","value":"links"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"BILLED_BY"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<HowDoIFetchEntriesAgainByTheirIdsQuery, HowDoIFetchEntriesAgainByTheirIdsQueryVariables>;
export const HowDoIKeepAReceiptOfAnAnswerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HowDoIKeepAReceiptOfAnAnswer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"medicare-advantage","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"billingCode"},"value":{"kind":"StringValue","value":"97124","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"met"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"prescribed-by-doctor","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Receipt"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Receipt"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Determination"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"accordingTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"minimumAuthority"}},{"kind":"Field","name":{"kind":"Name","value":"dataVersion"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"possibleOutcomes"}},{"kind":"Field","name":{"kind":"Name","value":"notStated"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptRequirement"}}]}},{"kind":"Field","name":{"kind":"Name","value":"formalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"routes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptRequirement"}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptLimit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptCost"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptLimit"}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptCost"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proof"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"restsOn"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"link"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"fact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}},{"kind":"Field","name":{"kind":"Name","value":"truth"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptCitation"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rejectedRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reason"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptCitation"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptCitation"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Citation"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"fingerprint"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptFact"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CaseFact"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptRequirement"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageRequirement"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"anyOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}},{"kind":"Field","name":{"kind":"Name","value":"strength"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptLimit"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageLimit"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"quantity"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"window"}},{"kind":"Field","name":{"kind":"Name","value":"combinedWith"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ReceiptCost"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CostShare"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"least"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"most"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"network"}},{"kind":"Field","name":{"kind":"Name","value":"year"}},{"kind":"Field","name":{"kind":"Name","value":"per"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ReceiptFact"}}]}}]}}]} as unknown as DocumentNode<HowDoIKeepAReceiptOfAnAnswerQuery, HowDoIKeepAReceiptOfAnAnswerQueryVariables>;
export const HowDoMedicareAdvantageAndTricarePrimeDifferOnMassageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HowDoMedicareAdvantageAndTricarePrimeDifferOnMassage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comparePlans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plans"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"medicare-advantage","block":false},{"kind":"StringValue","value":"tricare-prime","block":false}]}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"billingCode"},"value":{"kind":"StringValue","value":"97124","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"determinations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shared"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"strength"}}]}},{"kind":"Field","name":{"kind":"Name","value":"differences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"aspect"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<HowDoMedicareAdvantageAndTricarePrimeDifferOnMassageQuery, HowDoMedicareAdvantageAndTricarePrimeDifferOnMassageQueryVariables>;
export const InWhichWaysIsMassageGivenAndBilledDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"InWhichWaysIsMassageGivenAndBilled"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"service"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"techniques"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"billingCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}}]}}]}}]}}]}}]} as unknown as DocumentNode<InWhichWaysIsMassageGivenAndBilledQuery, InWhichWaysIsMassageGivenAndBilledQueryVariables>;
export const IsMassageCoveredOnceItIsPrescribedInAPhysicalTherapyProgramDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IsMassageCoveredOnceItIsPrescribedInAPhysicalTherapyProgram"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"met"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"StringValue","value":"prescribed","block":false},{"kind":"StringValue","value":"part-of-physical-therapy-program","block":false}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"unmet"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},"defaultValue":{"kind":"ListValue","values":[]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}},"defaultValue":{"kind":"StringValue","value":"2026-11-23","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"tricare-prime","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"met"},"value":{"kind":"Variable","name":{"kind":"Name","value":"met"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"unmet"},"value":{"kind":"Variable","name":{"kind":"Name","value":"unmet"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}},{"kind":"ObjectField","name":{"kind":"Name","value":"territory"},"value":{"kind":"StringValue","value":"US-CA","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"assumptions"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]} as unknown as DocumentNode<IsMassageCoveredOnceItIsPrescribedInAPhysicalTherapyProgramQuery, IsMassageCoveredOnceItIsPrescribedInAPhysicalTherapyProgramQueryVariables>;
export const IsPetrissageTheSameAsKneadingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IsPetrissageTheSameAsKneading"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"technique"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"petrissage","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"synonyms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"match"}},{"kind":"Field","name":{"kind":"Name","value":"concept"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remarks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"EnumValue","value":"DEFINITION"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"billingCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverageByPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plans"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"tricare-prime","block":false},{"kind":"StringValue","value":"original-medicare","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]} as unknown as DocumentNode<IsPetrissageTheSameAsKneadingQuery, IsPetrissageTheSameAsKneadingQueryVariables>;
export const IsPuertoRicoHomeForOriginalMedicareDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"IsPuertoRicoHomeForOriginalMedicare"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"territory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"StringValue","value":"PR","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"isHomeFor"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"original-medicare","block":false}}]},{"kind":"Field","name":{"kind":"Name","value":"partOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<IsPuertoRicoHomeForOriginalMedicareQuery, IsPuertoRicoHomeForOriginalMedicareQueryVariables>;
export const OnWhichDaysDoesThisAnswerHoldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OnWhichDaysDoesThisAnswerHold"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverageTimeline"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"tricare-prime","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"billingCode"},"value":{"kind":"StringValue","value":"97124","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"StringValue","value":"2020-01-01","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"StringValue","value":"2027-12-31","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"determination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}}]}},{"kind":"Field","name":{"kind":"Name","value":"begins"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ends"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}}]}}]} as unknown as DocumentNode<OnWhichDaysDoesThisAnswerHoldQuery, OnWhichDaysDoesThisAnswerHoldQueryVariables>;
export const WhatCouldIHaveInsteadOfMassageUnderMedicareDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatCouldIHaveInsteadOfMassageUnderMedicare"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"medicare","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"alternatives"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatCouldIHaveInsteadOfMassageUnderMedicareQuery, WhatCouldIHaveInsteadOfMassageUnderMedicareQueryVariables>;
export const WhatDoSourcesOfMoreWeightThanAnArticleSayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatDoSourcesOfMoreWeightThanAnArticleSay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"medicare-advantage","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"billingCode"},"value":{"kind":"StringValue","value":"97124","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"minimumAuthority"},"value":{"kind":"EnumValue","value":"PLAN_DOCUMENT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"notStated"}},{"kind":"Field","name":{"kind":"Name","value":"minimumAuthority"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checkedOn"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatDoSourcesOfMoreWeightThanAnArticleSayQuery, WhatDoSourcesOfMoreWeightThanAnArticleSayQueryVariables>;
export const WhatDoesBeingPrescribedByADoctorImplyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatDoesBeingPrescribedByADoctorImply"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverageCondition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"prescribed-by-doctor","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}},{"kind":"Field","name":{"kind":"Name","value":"implies"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"excludes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"externalCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatDoesBeingPrescribedByADoctorImplyQuery, WhatDoesBeingPrescribedByADoctorImplyQueryVariables>;
export const WhatDoesEveryRuleOfTricarePrimeSayDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatDoesEveryRuleOfTricarePrimeSay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"tricare-prime","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"quantifier"}},{"kind":"Field","name":{"kind":"Name","value":"extent"}},{"kind":"Field","name":{"kind":"Name","value":"modality"}},{"kind":"Field","name":{"kind":"Name","value":"whenText"}},{"kind":"Field","name":{"kind":"Name","value":"when"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"__typename"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConditionTest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OneCondition"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConditionGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConditionTest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OneCondition"}}]}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConditionGroup"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"operator"}},{"kind":"Field","name":{"kind":"Name","value":"of"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConditionTest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"OneCondition"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"conditions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"where"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"scope"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"territories"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restatements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strength"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"rationale"}},{"kind":"Field","name":{"kind":"Name","value":"reading"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"says"}}]}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"OneCondition"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ConditionTest"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}}]} as unknown as DocumentNode<WhatDoesEveryRuleOfTricarePrimeSayQuery, WhatDoesEveryRuleOfTricarePrimeSayQueryVariables>;
export const WhatDoesTricarePrimeRequireForMassageAskedInEnglishDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatDoesTricarePrimeRequireForMassageAskedInEnglish"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"question"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"what does tricare prime require for massage","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"question"},"value":{"kind":"Variable","name":{"kind":"Name","value":"question"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"understood"}},{"kind":"Field","name":{"kind":"Name","value":"intent"}},{"kind":"Field","name":{"kind":"Name","value":"plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"county"}},{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"yes"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"determinations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}}]}},{"kind":"Field","name":{"kind":"Name","value":"concepts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"notUnderstood"}},{"kind":"Field","name":{"kind":"Name","value":"setAside"}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}}]}}]}}]} as unknown as DocumentNode<WhatDoesTricarePrimeRequireForMassageAskedInEnglishQuery, WhatDoesTricarePrimeRequireForMassageAskedInEnglishQueryVariables>;
export const WhatDoesTricarePrimeRequireForMassageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatDoesTricarePrimeRequireForMassage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"plan"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"tricare-prime","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"service"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"massage-therapy","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"Variable","name":{"kind":"Name","value":"plan"}}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"Variable","name":{"kind":"Name","value":"service"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"strength"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"formalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"routes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"strength"}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"routesComplete"}},{"kind":"Field","name":{"kind":"Name","value":"pathways"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextQuestion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"question"}}]}}]}}]}}]} as unknown as DocumentNode<WhatDoesTricarePrimeRequireForMassageQuery, WhatDoesTricarePrimeRequireForMassageQueryVariables>;
export const WhatIs97124AndWhatDoesItIncludeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIs97124AndWhatDoesItInclude"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"billingCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"StringValue","value":"97124","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"system"},"value":{"kind":"EnumValue","value":"CPT"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"licensedDescriptor"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"techniques"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"INCLUDES"},{"kind":"EnumValue","value":"BILLS"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"match"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatIs97124AndWhatDoesItIncludeQuery, WhatIs97124AndWhatDoesItIncludeQueryVariables>;
export const WhatIsCalledRelfexologyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIsCalledRelfexology"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"text"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"relfexology","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ConceptKind"}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SERVICE"},{"kind":"EnumValue","value":"TECHNIQUE"},{"kind":"EnumValue","value":"BILLING_CODE"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"search"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"text"},"value":{"kind":"Variable","name":{"kind":"Name","value":"text"}}},{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kinds"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}}]}}]}}]}}]} as unknown as DocumentNode<WhatIsCalledRelfexologyQuery, WhatIsCalledRelfexologyQueryVariables>;
export const WhatIsLoadedAndWhatDoesItClaimToCoverDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIsLoadedAndWhatDoesItClaimToCover"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dataset"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"loadedAt"}},{"kind":"Field","name":{"kind":"Name","value":"ruleCount"}},{"kind":"Field","name":{"kind":"Name","value":"counts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"count"}}]}},{"kind":"Field","name":{"kind":"Name","value":"completeness"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"notices"}}]}}]}}]} as unknown as DocumentNode<WhatIsLoadedAndWhatDoesItClaimToCoverQuery, WhatIsLoadedAndWhatDoesItClaimToCoverQueryVariables>;
export const WhatIsMassageTherapyAndWhatIsItForDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIsMassageTherapyAndWhatIsItFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"service"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"remarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"modality"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"evidence"},"name":{"kind":"Name","value":"remarks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"EnumValue","value":"EVIDENCE"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"externalCodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"match"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"broader"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"narrower"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<WhatIsMassageTherapyAndWhatIsItForQuery, WhatIsMassageTherapyAndWhatIsItForQueryVariables>;
export const WhatIsTricarePrimeAndWhomDoesItServeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatIsTricarePrimeAndWhomDoesItServe"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"tricare-prime","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"within"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remarks"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"topic"},"value":{"kind":"EnumValue","value":"ELIGIBILITY"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"takesRulesFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"takes"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatIsTricarePrimeAndWhomDoesItServeQuery, WhatIsTricarePrimeAndWhomDoesItServeQueryVariables>;
export const WhatKindsOfCareDoesTricarePrimeCoverDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatKindsOfCareDoesTricarePrimeCover"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"tricare-prime","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"coverageBySubject"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"kinds"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"SERVICE"}]}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"met"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"medically-necessary","block":false}]}}]}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"COVERED"},{"kind":"EnumValue","value":"MAY_BE_COVERED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"hedges"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatKindsOfCareDoesTricarePrimeCoverQuery, WhatKindsOfCareDoesTricarePrimeCoverQueryVariables>;
export const WhatRestsOnTheMassageArticleDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatRestsOnTheMassageArticle"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"medicare-massage-article","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}},{"kind":"Field","name":{"kind":"Name","value":"remarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"links"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatRestsOnTheMassageArticleQuery, WhatRestsOnTheMassageArticleQueryVariables>;
export const WhatShouldIFindOutBeforeIAskAgainDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatShouldIFindOutBeforeIAskAgain"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"tricare-prime","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"met"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"prescribed","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"question"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextQuestion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}}]}}]}}]}}]} as unknown as DocumentNode<WhatShouldIFindOutBeforeIAskAgainQuery, WhatShouldIFindOutBeforeIAskAgainQueryVariables>;
export const WhatWillChangeAndWhichCitationsAreOldDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhatWillChangeAndWhichCitationsAreOld"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"tricare-prime","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"upcomingChanges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"begins"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ends"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"determination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"isStale"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"checkedOn"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhatWillChangeAndWhichCitationsAreOldQuery, WhatWillChangeAndWhichCitationsAreOldQueryVariables>;
export const WhenCanAMedicareAdvantagePlanCover97124Document = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhenCanAMedicareAdvantagePlanCover97124"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"medicare-advantage","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"billingCode"},"value":{"kind":"StringValue","value":"CPT:97124","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"accordingTo"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"medicare-massage-article","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"possibleOutcomes"}},{"kind":"Field","name":{"kind":"Name","value":"hedges"}},{"kind":"Field","name":{"kind":"Name","value":"notStated"}},{"kind":"Field","name":{"kind":"Name","value":"pathways"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pathwaysComplete"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"disagreements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"disagreementKind"}},{"kind":"Field","name":{"kind":"Name","value":"reading"}},{"kind":"Field","name":{"kind":"Name","value":"about"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partsOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhenCanAMedicareAdvantagePlanCover97124Query, WhenCanAMedicareAdvantagePlanCover97124QueryVariables>;
export const WhereDoTheSourcesDisagreeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhereDoTheSourcesDisagree"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"disagreements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"disagreementKind"}},{"kind":"Field","name":{"kind":"Name","value":"about"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"partsOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhereDoTheSourcesDisagreeQuery, WhereDoTheSourcesDisagreeQueryVariables>;
export const WhereIsCareAtHomeUnderOriginalMedicareDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhereIsCareAtHomeUnderOriginalMedicare"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"original-medicare","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"homeTerritories"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhereIsCareAtHomeUnderOriginalMedicareQuery, WhereIsCareAtHomeUnderOriginalMedicareQueryVariables>;
export const WhereIsThisPlanOfferedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhereIsThisPlanOffered"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"plan"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},"defaultValue":{"kind":"StringValue","value":"upmc-for-life-h5533-019","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"plan"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"serviceAreas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counties"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fips"}},{"kind":"Field","name":{"kind":"Name","value":"ssa"}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhereIsThisPlanOfferedQuery, WhereIsThisPlanOfferedQueryVariables>;
export const WhereWasThisAnswerLookedForDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhereWasThisAnswerLookedFor"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"tricare-prime","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"clauses"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"steps"}}]}},{"kind":"Field","name":{"kind":"Name","value":"scope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"isClaimed"}},{"kind":"Field","name":{"kind":"Name","value":"notRead"}},{"kind":"Field","name":{"kind":"Name","value":"read"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leansOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"without"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"tricare-prime/massage-excluded","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}}]}}]}}]} as unknown as DocumentNode<WhereWasThisAnswerLookedForQuery, WhereWasThisAnswerLookedForQueryVariables>;
export const WhichConditionsCanCoverageTurnOnDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichConditionsCanCoverageTurnOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverageConditions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"question"}}]}}]}}]}}]} as unknown as DocumentNode<WhichConditionsCanCoverageTurnOnQuery, WhichConditionsCanCoverageTurnOnQueryVariables>;
export const WhichFactsMeetWhichRequirementDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichFactsMeetWhichRequirement"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"tricare-prime","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"met"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"prescribed-by-doctor","block":false}]}},{"kind":"ObjectField","name":{"kind":"Name","value":"unmet"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"part-of-physical-therapy-program","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"anyOf"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"holds"}},{"kind":"Field","name":{"kind":"Name","value":"count"}},{"kind":"Field","name":{"kind":"Name","value":"atLeast"}},{"kind":"Field","name":{"kind":"Name","value":"atMost"}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhichFactsMeetWhichRequirementQuery, WhichFactsMeetWhichRequirementQueryVariables>;
export const WhichMedicareAdvantagePlansInThisCountyCoverMassageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichMedicareAdvantagePlansInThisCountyCoverMassage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"area"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AreaInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"countyNamed"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"name"},"value":{"kind":"StringValue","value":"Allegheny","block":false}},{"kind":"ObjectField","name":{"kind":"Name","value":"state"},"value":{"kind":"StringValue","value":"PA","block":false}}]}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"of"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubjectInput"}}},"defaultValue":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"on"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}},"defaultValue":{"kind":"StringValue","value":"2027-03-01","block":false}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageStatus"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plansInArea"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"area"},"value":{"kind":"Variable","name":{"kind":"Name","value":"area"}}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"Variable","name":{"kind":"Name","value":"of"}}},{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"StringValue","value":"medicare-advantage","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"on"},"value":{"kind":"Variable","name":{"kind":"Name","value":"on"}}}]}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"EnumValue","value":"COST"}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"possiblyOffered"}},{"kind":"Field","name":{"kind":"Name","value":"withoutStatedArea"}},{"kind":"Field","name":{"kind":"Name","value":"notComparable"}},{"kind":"Field","name":{"kind":"Name","value":"changesOn"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isCertain"}},{"kind":"Field","name":{"kind":"Name","value":"isWhole"}},{"kind":"Field","name":{"kind":"Name","value":"zipCodes"}},{"kind":"Field","name":{"kind":"Name","value":"areas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"modality"}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counties"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fips"}},{"kind":"Field","name":{"kind":"Name","value":"ssa"}},{"kind":"Field","name":{"kind":"Name","value":"isPartial"}},{"kind":"Field","name":{"kind":"Name","value":"zipCodes"}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"determination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"strength"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WhichMedicareAdvantagePlansInThisCountyCoverMassageQuery, WhichMedicareAdvantagePlansInThisCountyCoverMassageQueryVariables>;
export const WhichMedicarePlansMightCover97124Document = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichMedicarePlansMightCover97124"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"billingCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"StringValue","value":"97124","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverageByPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"StringValue","value":"medicare","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"COVERED"},{"kind":"EnumValue","value":"CONDITIONAL"},{"kind":"EnumValue","value":"MAY_BE_COVERED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhichMedicarePlansMightCover97124Query, WhichMedicarePlansMightCover97124QueryVariables>;
export const WhichOfThesePlansCoversWhichOfTheseServicesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichOfThesePlansCoversWhichOfTheseServices"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverageMatrix"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plans"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"medicare-advantage","block":false},{"kind":"StringValue","value":"original-medicare","block":false},{"kind":"StringValue","value":"tricare-prime","block":false}]}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ListValue","values":[{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"billingCode"},"value":{"kind":"StringValue","value":"97124","block":false}}]},{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"technique"},"value":{"kind":"StringValue","value":"effleurage","block":false}}]}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhichOfThesePlansCoversWhichOfTheseServicesQuery, WhichOfThesePlansCoversWhichOfTheseServicesQueryVariables>;
export const WhichPartsOfTheUnitedStatesAreInTheGraphDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichPartsOfTheUnitedStatesAreInTheGraph"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"territory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"StringValue","value":"US","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"parts"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"territories"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"last"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasPreviousPage"}},{"kind":"Field","name":{"kind":"Name","value":"startCursor"}}]}}]}}]}}]} as unknown as DocumentNode<WhichPartsOfTheUnitedStatesAreInTheGraphQuery, WhichPartsOfTheUnitedStatesAreInTheGraphQueryVariables>;
export const WhichPlansBelongToMedicareDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichPlansBelongToMedicare"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"within"},"value":{"kind":"StringValue","value":"medicare","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"takesRulesFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"takes"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strength"}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"supplements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"medicare","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"contains"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhichPlansBelongToMedicareQuery, WhichPlansBelongToMedicareQueryVariables>;
export const WhichPlansCoverMassageTherapyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichPlansCoverMassageTherapy"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"20"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"service"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"coverageByPlan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"level"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhichPlansCoverMassageTherapyQuery, WhichPlansCoverMassageTherapyQueryVariables>;
export const WhichRulesWereLookedAtAndDidNotDecideDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichRulesWereLookedAtAndDidNotDecide"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"medicare-advantage","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"billingCode"},"value":{"kind":"StringValue","value":"97124","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"unmet"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"prescribed","block":false}]}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"notStated"}},{"kind":"Field","name":{"kind":"Name","value":"rejectedRules"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"whenText"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhichRulesWereLookedAtAndDidNotDecideQuery, WhichRulesWereLookedAtAndDidNotDecideQueryVariables>;
export const WhichServicesTechniquesAndCodesCanIAskAboutDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichServicesTechniquesAndCodesCanIAskAbout"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"services"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"techniques"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"billingCodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<WhichServicesTechniquesAndCodesCanIAskAboutQuery, WhichServicesTechniquesAndCodesCanIAskAboutQueryVariables>;
export const WhichSourcesIsTheGraphReadFromDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhichSourcesIsTheGraphReadFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sources"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checkedOn"}},{"kind":"Field","name":{"kind":"Name","value":"isStale"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}}]}}]}}]}}]} as unknown as DocumentNode<WhichSourcesIsTheGraphReadFromQuery, WhichSourcesIsTheGraphReadFromQueryVariables>;
export const WhyDoesOriginalMedicareLeaveOutMassageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"WhyDoesOriginalMedicareLeaveOutMassage"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"StringValue","value":"original-medicare","block":false}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"service"},"value":{"kind":"StringValue","value":"massage-therapy","block":false}}]}},{"kind":"Argument","name":{"kind":"Name","value":"accordingTo"},"value":{"kind":"ListValue","values":[{"kind":"StringValue","value":"medicare-massage-article","block":false}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"accordingTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"proof"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}},{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"restsOn"}},{"kind":"Field","name":{"kind":"Name","value":"truth"}},{"kind":"Field","name":{"kind":"Name","value":"ground"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"rationale"}}]}},{"kind":"Field","name":{"kind":"Name","value":"link"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"fact"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"says"}}]}}]}}]}}]}}]} as unknown as DocumentNode<WhyDoesOriginalMedicareLeaveOutMassageQuery, WhyDoesOriginalMedicareLeaveOutMassageQueryVariables>;