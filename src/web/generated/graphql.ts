/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

/** The number so far of what a condition counts. */
export type CountInput = {
  /** The slug of a condition that counts something. */
  condition: string;
  /** The number so far, zero or more. */
  count: number;
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

/** The known facts of the case. A fact that is left out is unknown; it never means no. */
export type SituationInput = {
  /** The number so far of what a condition counts. */
  counts?: Array<CountInput> | null | undefined;
  /** Coverage conditions that hold, by slug. */
  met?: Array<string> | null | undefined;
  /** The day of the care. Default: today, and the answer says so. */
  on?: string | null | undefined;
  /** Where the care is given, by ISO 3166 code; ZZ: abroad, in an unknown country. Default: in the plan's home territory, and the answer says so. */
  territory?: string | null | undefined;
  /** Coverage conditions that do not hold, by slug. */
  unmet?: Array<string> | null | undefined;
};

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

export type IsItCoveredQueryVariables = Exact<{
  plan: string;
  of: SubjectInput;
  given?: SituationInput | null | undefined;
  accordingTo?: Array<string> | string | null | undefined;
  minimumAuthority?: SourceAuthority | null | undefined;
}>;


export type IsItCoveredQuery = { coverage: { id: string, status: CoverageStatus, best: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, hedges: Array<CoverageHedge>, notStated: NotStatedReason | null, summary: string, on: string, dataVersion: string, minimumAuthority: SourceAuthority | null, assumptions: Array<string>, routesComplete: boolean, plan: { kind: ConceptKind, slug: string, name: string }, subject:
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
    , territory: { code: string, name: string } | null, accordingTo: Array<{ kind: ConceptKind, slug: string, name: string }> | null, given: Array<{ text: string, holds: boolean | null, count: number | null, condition: { slug: string, name: string, question: string | null, counts: string | null } }>, missing: Array<{ slug: string, name: string, question: string | null, counts: string | null }>, nextQuestion: { slug: string } | null, requirements: Array<{ role: RequirementRole, text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, text: string, role: RequirementRole | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, routes: Array<{ outcome: CoverageStatus, facts: Array<{ text: string }>, requirements: Array<{ text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> }>, limits: Array<{ text: string, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, terms: Array<Array<{ text: string }>> }>, positions: Array<{ says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ kind: ConceptKind, slug: string, name: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, disagreements: Array<{ id: string, title: string, disagreementKind: DisagreementKind, reading: string | null, about: Array<
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      >, partsOn: Array<{ text: string }>, positions: Array<{ says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ kind: ConceptKind, slug: string, name: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }>, upcomingChanges: Array<{ on: string, status: CoverageStatus, determination: { id: string, summary: string, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> } }>, scope: { text: string, notRead: Array<string>, read: Array<{ kind: ConceptKind, slug: string, name: string }>, stale: Array<{ kind: ConceptKind, slug: string, name: string }> }, leansOn: Array<{ without: CoverageStatus, source: { kind: ConceptKind, slug: string, name: string } }>, alternatives: Array<{ id: string, status: CoverageStatus, summary: string, plan: { kind: ConceptKind, slug: string, name: string }, subject:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
       }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> } | null };

export type AnswerFragment = { id: string, status: CoverageStatus, best: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, hedges: Array<CoverageHedge>, notStated: NotStatedReason | null, summary: string, on: string, dataVersion: string, minimumAuthority: SourceAuthority | null, assumptions: Array<string>, routesComplete: boolean, plan: { kind: ConceptKind, slug: string, name: string }, subject:
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
  , territory: { code: string, name: string } | null, accordingTo: Array<{ kind: ConceptKind, slug: string, name: string }> | null, given: Array<{ text: string, holds: boolean | null, count: number | null, condition: { slug: string, name: string, question: string | null, counts: string | null } }>, missing: Array<{ slug: string, name: string, question: string | null, counts: string | null }>, nextQuestion: { slug: string } | null, requirements: Array<{ role: RequirementRole, text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, text: string, role: RequirementRole | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, routes: Array<{ outcome: CoverageStatus, facts: Array<{ text: string }>, requirements: Array<{ text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> }>, limits: Array<{ text: string, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, terms: Array<Array<{ text: string }>> }>, positions: Array<{ says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ kind: ConceptKind, slug: string, name: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, disagreements: Array<{ id: string, title: string, disagreementKind: DisagreementKind, reading: string | null, about: Array<
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
    >, partsOn: Array<{ text: string }>, positions: Array<{ says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ kind: ConceptKind, slug: string, name: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }>, upcomingChanges: Array<{ on: string, status: CoverageStatus, determination: { id: string, summary: string, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> } }>, scope: { text: string, notRead: Array<string>, read: Array<{ kind: ConceptKind, slug: string, name: string }>, stale: Array<{ kind: ConceptKind, slug: string, name: string }> }, leansOn: Array<{ without: CoverageStatus, source: { kind: ConceptKind, slug: string, name: string } }>, alternatives: Array<{ id: string, status: CoverageStatus, summary: string, plan: { kind: ConceptKind, slug: string, name: string }, subject:
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
     }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> };

export type AskQueryVariables = Exact<{
  question: string;
}>;


export type AskQuery = { ask: { understood: boolean, yes: boolean | null, text: string, notUnderstood: Array<string>, suggestions: Array<string>, operation: string | null, intent: QuestionIntent | null, plans: Array<{ kind: ConceptKind, slug: string, name: string }>, subjects: Array<
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
    >, concepts: Array<
      | { description: string | null, kind: ConceptKind, slug: string, name: string }
      | { description: string | null, kind: ConceptKind, slug: string, name: string }
      | { description: string | null, kind: ConceptKind, slug: string, name: string }
      | { description: string | null, kind: ConceptKind, slug: string, name: string }
      | { description: string | null, kind: ConceptKind, slug: string, name: string }
      | { description: string | null, kind: ConceptKind, slug: string, name: string }
      | { description: string | null, kind: ConceptKind, slug: string, name: string }
    >, determinations: Array<{ id: string, status: CoverageStatus, best: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, hedges: Array<CoverageHedge>, notStated: NotStatedReason | null, summary: string, on: string, dataVersion: string, minimumAuthority: SourceAuthority | null, assumptions: Array<string>, routesComplete: boolean, plan: { kind: ConceptKind, slug: string, name: string }, subject:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      , territory: { code: string, name: string } | null, accordingTo: Array<{ kind: ConceptKind, slug: string, name: string }> | null, given: Array<{ text: string, holds: boolean | null, count: number | null, condition: { slug: string, name: string, question: string | null, counts: string | null } }>, missing: Array<{ slug: string, name: string, question: string | null, counts: string | null }>, nextQuestion: { slug: string } | null, requirements: Array<{ role: RequirementRole, text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, text: string, role: RequirementRole | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, routes: Array<{ outcome: CoverageStatus, facts: Array<{ text: string }>, requirements: Array<{ text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> }>, limits: Array<{ text: string, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, terms: Array<Array<{ text: string }>> }>, positions: Array<{ says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ kind: ConceptKind, slug: string, name: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, disagreements: Array<{ id: string, title: string, disagreementKind: DisagreementKind, reading: string | null, about: Array<
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        >, partsOn: Array<{ text: string }>, positions: Array<{ says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ kind: ConceptKind, slug: string, name: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }>, upcomingChanges: Array<{ on: string, status: CoverageStatus, determination: { id: string, summary: string, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> } }>, scope: { text: string, notRead: Array<string>, read: Array<{ kind: ConceptKind, slug: string, name: string }>, stale: Array<{ kind: ConceptKind, slug: string, name: string }> }, leansOn: Array<{ without: CoverageStatus, source: { kind: ConceptKind, slug: string, name: string } }>, alternatives: Array<{ id: string, status: CoverageStatus, summary: string, plan: { kind: ConceptKind, slug: string, name: string }, subject:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
         }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> } | null };

export type SearchQueryVariables = Exact<{
  text: string;
  kinds?: Array<ConceptKind> | ConceptKind | null | undefined;
}>;


export type SearchQuery = { search: { nodes: Array<
      | { alternateNames: Array<string>, kind: ConceptKind, slug: string, name: string }
      | { alternateNames: Array<string>, kind: ConceptKind, slug: string, name: string }
      | { alternateNames: Array<string>, kind: ConceptKind, slug: string, name: string }
      | { alternateNames: Array<string>, kind: ConceptKind, slug: string, name: string }
      | { alternateNames: Array<string>, kind: ConceptKind, slug: string, name: string }
      | { alternateNames: Array<string>, kind: ConceptKind, slug: string, name: string }
      | { alternateNames: Array<string>, kind: ConceptKind, slug: string, name: string }
    > } | null };

export type FirstPlansQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstPlansQuery = { plans: { nodes: Array<{ alternateNames: Array<string>, kind: ConceptKind, slug: string, name: string }> } | null };

export type FirstSubjectsQueryVariables = Exact<{ [key: string]: never; }>;


export type FirstSubjectsQuery = { services: { nodes: Array<{ alternateNames: Array<string>, kind: ConceptKind, slug: string, name: string }> } | null, billingCodes: { nodes: Array<{ alternateNames: Array<string>, kind: ConceptKind, slug: string, name: string }> } | null };

export type SideBySideQueryVariables = Exact<{
  plans: Array<string> | string;
  of: SubjectInput;
  given?: SituationInput | null | undefined;
}>;


export type SideBySideQuery = { comparePlans: { plans: Array<{ kind: ConceptKind, slug: string, name: string }>, subject:
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
    , determinations: Array<{ id: string, status: CoverageStatus, best: CoverageStatus, summary: string, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, text: string, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, given: Array<{ condition: { slug: string, name: string, question: string | null, counts: string | null } }>, missing: Array<{ slug: string, name: string, question: string | null, counts: string | null }> }>, shared: Array<{ role: RequirementRole, text: string, strength: RequirementStrength }>, differences: Array<{ aspect: ComparisonAspect, values: Array<{ text: string, plan: { slug: string }, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }> } | null };

export type CuratorQueryVariables = Exact<{ [key: string]: never; }>;


export type CuratorQuery = { dataset: { version: string, loadedAt: string, ruleCount: number, notices: Array<string>, counts: Array<{ kind: ConceptKind, count: number }>, completeness: Array<{ text: string, asOf: string, plans: Array<{ kind: ConceptKind, slug: string, name: string }>, subjects: Array<
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      >, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } };

export type DisagreementsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type DisagreementsQuery = { disagreements: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ id: string, title: string, disagreementKind: DisagreementKind, reading: string | null, about: Array<
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      >, partsOn: Array<{ text: string }>, positions: Array<{ says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ kind: ConceptKind, slug: string, name: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }> } | null };

export type SourcesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type SourcesQuery = { sources: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ isStale: boolean, kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string, rules: { totalCount: number } }> } | null };

export type HomeQueryVariables = Exact<{ [key: string]: never; }>;


export type HomeQuery = { dataset: { ruleCount: number, counts: Array<{ kind: ConceptKind, count: number }> }, conditional: { id: string, status: CoverageStatus, summary: string, plan: { kind: ConceptKind, slug: string, name: string }, subject:
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
    , territory: { code: string, name: string } | null } | null, hedged: { id: string, status: CoverageStatus, summary: string, plan: { kind: ConceptKind, slug: string, name: string }, subject:
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
    , territory: { code: string, name: string } | null } | null, settled: { id: string, status: CoverageStatus, summary: string, plan: { kind: ConceptKind, slug: string, name: string }, subject:
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
    , territory: { code: string, name: string } | null } | null };

export type ShownFragment = { id: string, status: CoverageStatus, summary: string, plan: { kind: ConceptKind, slug: string, name: string }, subject:
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
  , territory: { code: string, name: string } | null };

export type PlansAndServicesQueryVariables = Exact<{
  plans: Array<string> | string;
  of: Array<SubjectInput> | SubjectInput;
}>;


export type PlansAndServicesQuery = { coverageMatrix: { rows: Array<{ plan: { slug: string }, cells: Array<{ id: string, status: CoverageStatus, best: CoverageStatus, notStated: NotStatedReason | null }> }> } | null };

export type PlansQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type PlansQuery = { plans: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ level: PlanLevel, kind: ConceptKind, slug: string, name: string, within: { slug: string, name: string } | null }> } | null };

export type SubjectsQueryVariables = Exact<{
  services?: string | null | undefined;
  techniques?: string | null | undefined;
  codes?: string | null | undefined;
}>;


export type SubjectsQuery = { services: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: ConceptKind, slug: string, name: string, rules: { totalCount: number } }> } | null, techniques: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: ConceptKind, slug: string, name: string, rules: { totalCount: number } }> } | null, billingCodes: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ kind: ConceptKind, slug: string, name: string, rules: { totalCount: number } }> } | null };

export type PlacesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type PlacesQuery = { territories: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ code: string, name: string }> } | null };

type Named_BillingCode_Fragment = { kind: ConceptKind, slug: string, name: string };

type Named_CoverageCondition_Fragment = { kind: ConceptKind, slug: string, name: string };

type Named_Plan_Fragment = { kind: ConceptKind, slug: string, name: string };

type Named_Service_Fragment = { kind: ConceptKind, slug: string, name: string };

type Named_SourceDocument_Fragment = { kind: ConceptKind, slug: string, name: string };

type Named_Technique_Fragment = { kind: ConceptKind, slug: string, name: string };

type Named_Territory_Fragment = { kind: ConceptKind, slug: string, name: string };

export type NamedFragment =
  | Named_BillingCode_Fragment
  | Named_CoverageCondition_Fragment
  | Named_Plan_Fragment
  | Named_Service_Fragment
  | Named_SourceDocument_Fragment
  | Named_Technique_Fragment
  | Named_Territory_Fragment
;

export type AskedFragment = { slug: string, name: string, question: string | null, counts: string | null };

export type PassageFragment = { locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } };

export type DocumentFragment = { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string };

export type PositionFragment = { says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ kind: ConceptKind, slug: string, name: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> };

export type DisagreementFragment = { id: string, title: string, disagreementKind: DisagreementKind, reading: string | null, about: Array<
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
  >, partsOn: Array<{ text: string }>, positions: Array<{ says: string, status: CoverageStatus | null, asOf: string | null, sources: Array<{ kind: ConceptKind, slug: string, name: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> };

export type LimitTermsFragment = { text: string, terms: Array<Array<{ text: string }>> };

export type CostTermsFragment = { text: string, terms: Array<Array<{ text: string }>> };

export type WalkQueryVariables = Exact<{
  slug: string;
  isPlan: boolean;
  isService: boolean;
  isTechnique: boolean;
  isBillingCode: boolean;
  isTerritory: boolean;
  isCondition: boolean;
  isSource: boolean;
  code: string;
  system: CodeSystem;
}>;


export type WalkQuery = { plan?: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, modality: RuleModality, quantifier: RuleQuantifier, extent: RuleQuantifier, whenText: string | null, validFrom: string | null, validUntil: string | null, where: { scope: PlaceScope, territories: Array<{ name: string }> }, plan: { kind: ConceptKind, slug: string, name: string }, subject:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } } | null, service?: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, modality: RuleModality, quantifier: RuleQuantifier, extent: RuleQuantifier, whenText: string | null, validFrom: string | null, validUntil: string | null, where: { scope: PlaceScope, territories: Array<{ name: string }> }, plan: { kind: ConceptKind, slug: string, name: string }, subject:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } } | null, technique?: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, modality: RuleModality, quantifier: RuleQuantifier, extent: RuleQuantifier, whenText: string | null, validFrom: string | null, validUntil: string | null, where: { scope: PlaceScope, territories: Array<{ name: string }> }, plan: { kind: ConceptKind, slug: string, name: string }, subject:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } } | null, billingCode?: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, modality: RuleModality, quantifier: RuleQuantifier, extent: RuleQuantifier, whenText: string | null, validFrom: string | null, validUntil: string | null, where: { scope: PlaceScope, territories: Array<{ name: string }> }, plan: { kind: ConceptKind, slug: string, name: string }, subject:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } } | null, coverageCondition?: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, modality: RuleModality, quantifier: RuleQuantifier, extent: RuleQuantifier, whenText: string | null, validFrom: string | null, validUntil: string | null, where: { scope: PlaceScope, territories: Array<{ name: string }> }, plan: { kind: ConceptKind, slug: string, name: string }, subject:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } } | null, source?: { publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string, url: string | null, licence: string, id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, modality: RuleModality, quantifier: RuleQuantifier, extent: RuleQuantifier, whenText: string | null, validFrom: string | null, validUntil: string | null, where: { scope: PlaceScope, territories: Array<{ name: string }> }, plan: { kind: ConceptKind, slug: string, name: string }, subject:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> }, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } } | null, territory?: { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, partOf: Array<{ kind: ConceptKind, slug: string, name: string }>, parts: { totalCount: number, nodes: Array<{ kind: ConceptKind, slug: string, name: string }> }, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
          | { kind: ConceptKind, slug: string, name: string }
        , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } } | null };

type Around_BillingCode_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } };

type Around_CoverageCondition_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } };

type Around_Plan_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } };

type Around_Service_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } };

type Around_SourceDocument_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } };

type Around_Technique_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } };

type Around_Territory_Fragment = { id: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }>, remarks: Array<{ topic: RemarkTopic, text: string, modality: RuleModality, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, match: SynonymMatch | null, to:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> } };

export type AroundFragment =
  | Around_BillingCode_Fragment
  | Around_CoverageCondition_Fragment
  | Around_Plan_Fragment
  | Around_Service_Fragment
  | Around_SourceDocument_Fragment
  | Around_Technique_Fragment
  | Around_Territory_Fragment
;

export type RulesFragment = { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, modality: RuleModality, quantifier: RuleQuantifier, extent: RuleQuantifier, whenText: string | null, validFrom: string | null, validUntil: string | null, where: { scope: PlaceScope, territories: Array<{ name: string }> }, plan: { kind: ConceptKind, slug: string, name: string }, subject:
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
    , citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }> };

export type WhyQueryVariables = Exact<{
  plan: string;
  of: SubjectInput;
  given?: SituationInput | null | undefined;
  accordingTo?: Array<string> | string | null | undefined;
  minimumAuthority?: SourceAuthority | null | undefined;
}>;


export type WhyQuery = { coverage: { id: string, proof: Array<{ number: number, kind: ProofStepKind, text: string, restsOn: Array<number>, truth: TruthValue | null, ground: DefeatGround | null, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> }>, rejectedRules: Array<{ reason: RejectionReason, text: string, rule: { slug: string, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, isStale: boolean, via: { kind: ConceptKind, slug: string, name: string } | null, source: { kind: ConceptKind, slug: string, name: string, publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string } }> } }> } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const NamedFragmentDoc = new TypedDocumentString(`
    fragment Named on Concept {
  kind
  slug
  name
}
    `, {"fragmentName":"Named"}) as unknown as TypedDocumentString<NamedFragment, unknown>;
export const AskedFragmentDoc = new TypedDocumentString(`
    fragment Asked on CoverageCondition {
  slug
  name
  question
  counts
}
    `, {"fragmentName":"Asked"}) as unknown as TypedDocumentString<AskedFragment, unknown>;
export const DocumentFragmentDoc = new TypedDocumentString(`
    fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}
    `, {"fragmentName":"Document"}) as unknown as TypedDocumentString<DocumentFragment, unknown>;
export const PassageFragmentDoc = new TypedDocumentString(`
    fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}`, {"fragmentName":"Passage"}) as unknown as TypedDocumentString<PassageFragment, unknown>;
export const LimitTermsFragmentDoc = new TypedDocumentString(`
    fragment LimitTerms on CoverageLimit {
  text
  terms {
    text
  }
}
    `, {"fragmentName":"LimitTerms"}) as unknown as TypedDocumentString<LimitTermsFragment, unknown>;
export const CostTermsFragmentDoc = new TypedDocumentString(`
    fragment CostTerms on CostShare {
  text
  terms {
    text
  }
}
    `, {"fragmentName":"CostTerms"}) as unknown as TypedDocumentString<CostTermsFragment, unknown>;
export const PositionFragmentDoc = new TypedDocumentString(`
    fragment Position on SourcePosition {
  says
  status
  asOf
  sources {
    ...Named
  }
  citations {
    ...Passage
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}`, {"fragmentName":"Position"}) as unknown as TypedDocumentString<PositionFragment, unknown>;
export const DisagreementFragmentDoc = new TypedDocumentString(`
    fragment Disagreement on SourceDisagreement {
  id
  title
  disagreementKind
  reading
  about {
    ...Named
  }
  partsOn {
    text
  }
  positions {
    ...Position
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}
fragment Position on SourcePosition {
  says
  status
  asOf
  sources {
    ...Named
  }
  citations {
    ...Passage
  }
}`, {"fragmentName":"Disagreement"}) as unknown as TypedDocumentString<DisagreementFragment, unknown>;
export const AnswerFragmentDoc = new TypedDocumentString(`
    fragment Answer on Determination {
  id
  status
  best
  possibleOutcomes
  hedges
  notStated
  summary
  on
  dataVersion
  minimumAuthority
  assumptions
  routesComplete
  plan {
    ...Named
  }
  subject {
    ...Named
  }
  territory {
    code
    name
  }
  accordingTo {
    ...Named
  }
  given {
    text
    holds
    count
    condition {
      ...Asked
    }
  }
  missing {
    ...Asked
  }
  nextQuestion {
    slug
  }
  requirements {
    role
    text
    state
    strength
    dependsOn
    citations {
      ...Passage
    }
  }
  formalities {
    topic
    status
    text
    role
    citations {
      ...Passage
    }
  }
  routes {
    outcome
    facts {
      text
    }
    requirements {
      text
      state
      strength
      dependsOn
    }
    limits {
      ...LimitTerms
    }
    costs {
      ...CostTerms
    }
  }
  limits {
    ...LimitTerms
    citations {
      ...Passage
    }
  }
  costs {
    ...CostTerms
    citations {
      ...Passage
    }
  }
  positions {
    ...Position
  }
  disagreements {
    ...Disagreement
  }
  upcomingChanges {
    on
    status
    determination {
      id
      summary
      limits {
        ...LimitTerms
      }
      costs {
        ...CostTerms
      }
    }
  }
  scope {
    text
    notRead
    read {
      ...Named
    }
    stale {
      ...Named
    }
  }
  leansOn {
    without
    source {
      ...Named
    }
  }
  alternatives {
    id
    status
    summary
    plan {
      ...Named
    }
    subject {
      ...Named
    }
  }
  citations {
    ...Passage
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Asked on CoverageCondition {
  slug
  name
  question
  counts
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}
fragment Position on SourcePosition {
  says
  status
  asOf
  sources {
    ...Named
  }
  citations {
    ...Passage
  }
}
fragment Disagreement on SourceDisagreement {
  id
  title
  disagreementKind
  reading
  about {
    ...Named
  }
  partsOn {
    text
  }
  positions {
    ...Position
  }
}
fragment LimitTerms on CoverageLimit {
  text
  terms {
    text
  }
}
fragment CostTerms on CostShare {
  text
  terms {
    text
  }
}`, {"fragmentName":"Answer"}) as unknown as TypedDocumentString<AnswerFragment, unknown>;
export const ShownFragmentDoc = new TypedDocumentString(`
    fragment Shown on Determination {
  id
  status
  summary
  plan {
    ...Named
  }
  subject {
    ...Named
  }
  territory {
    code
    name
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}`, {"fragmentName":"Shown"}) as unknown as TypedDocumentString<ShownFragment, unknown>;
export const AroundFragmentDoc = new TypedDocumentString(`
    fragment Around on Concept {
  id
  kind
  slug
  name
  alternateNames
  description
  citations {
    ...Passage
  }
  remarks {
    topic
    text
    modality
    citations {
      ...Passage
    }
  }
  links(first: 100) {
    totalCount
    nodes {
      kind
      match
      to {
        ...Named
      }
      citations {
        ...Passage
      }
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}`, {"fragmentName":"Around"}) as unknown as TypedDocumentString<AroundFragment, unknown>;
export const RulesFragmentDoc = new TypedDocumentString(`
    fragment Rules on CoverageRuleConnection {
  totalCount
  nodes {
    slug
    effect
    modality
    quantifier
    extent
    whenText
    validFrom
    validUntil
    where {
      scope
      territories {
        name
      }
    }
    plan {
      ...Named
    }
    subject {
      ...Named
    }
    citations {
      ...Passage
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}`, {"fragmentName":"Rules"}) as unknown as TypedDocumentString<RulesFragment, unknown>;
export const IsItCoveredDocument = new TypedDocumentString(`
    query IsItCovered($plan: String!, $of: SubjectInput!, $given: SituationInput, $accordingTo: [String!], $minimumAuthority: SourceAuthority) {
  coverage(
    plan: $plan
    of: $of
    given: $given
    accordingTo: $accordingTo
    minimumAuthority: $minimumAuthority
  ) {
    ...Answer
  }
}
    fragment Answer on Determination {
  id
  status
  best
  possibleOutcomes
  hedges
  notStated
  summary
  on
  dataVersion
  minimumAuthority
  assumptions
  routesComplete
  plan {
    ...Named
  }
  subject {
    ...Named
  }
  territory {
    code
    name
  }
  accordingTo {
    ...Named
  }
  given {
    text
    holds
    count
    condition {
      ...Asked
    }
  }
  missing {
    ...Asked
  }
  nextQuestion {
    slug
  }
  requirements {
    role
    text
    state
    strength
    dependsOn
    citations {
      ...Passage
    }
  }
  formalities {
    topic
    status
    text
    role
    citations {
      ...Passage
    }
  }
  routes {
    outcome
    facts {
      text
    }
    requirements {
      text
      state
      strength
      dependsOn
    }
    limits {
      ...LimitTerms
    }
    costs {
      ...CostTerms
    }
  }
  limits {
    ...LimitTerms
    citations {
      ...Passage
    }
  }
  costs {
    ...CostTerms
    citations {
      ...Passage
    }
  }
  positions {
    ...Position
  }
  disagreements {
    ...Disagreement
  }
  upcomingChanges {
    on
    status
    determination {
      id
      summary
      limits {
        ...LimitTerms
      }
      costs {
        ...CostTerms
      }
    }
  }
  scope {
    text
    notRead
    read {
      ...Named
    }
    stale {
      ...Named
    }
  }
  leansOn {
    without
    source {
      ...Named
    }
  }
  alternatives {
    id
    status
    summary
    plan {
      ...Named
    }
    subject {
      ...Named
    }
  }
  citations {
    ...Passage
  }
}
fragment Named on Concept {
  kind
  slug
  name
}
fragment Asked on CoverageCondition {
  slug
  name
  question
  counts
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}
fragment Position on SourcePosition {
  says
  status
  asOf
  sources {
    ...Named
  }
  citations {
    ...Passage
  }
}
fragment Disagreement on SourceDisagreement {
  id
  title
  disagreementKind
  reading
  about {
    ...Named
  }
  partsOn {
    text
  }
  positions {
    ...Position
  }
}
fragment LimitTerms on CoverageLimit {
  text
  terms {
    text
  }
}
fragment CostTerms on CostShare {
  text
  terms {
    text
  }
}`, {"documentId":"sha256:d86c634eca817d8264a4144a24d2554087d9c34d695a46df790f3d94fbaf211d"}) as unknown as TypedDocumentString<IsItCoveredQuery, IsItCoveredQueryVariables>;
export const AskDocument = new TypedDocumentString(`
    query Ask($question: String!) {
  ask(question: $question) {
    understood
    yes
    text
    notUnderstood
    suggestions
    operation
    intent
    plans {
      ...Named
    }
    subjects {
      ...Named
    }
    concepts {
      ...Named
      description
    }
    determinations {
      ...Answer
    }
    citations {
      ...Passage
    }
  }
}
    fragment Answer on Determination {
  id
  status
  best
  possibleOutcomes
  hedges
  notStated
  summary
  on
  dataVersion
  minimumAuthority
  assumptions
  routesComplete
  plan {
    ...Named
  }
  subject {
    ...Named
  }
  territory {
    code
    name
  }
  accordingTo {
    ...Named
  }
  given {
    text
    holds
    count
    condition {
      ...Asked
    }
  }
  missing {
    ...Asked
  }
  nextQuestion {
    slug
  }
  requirements {
    role
    text
    state
    strength
    dependsOn
    citations {
      ...Passage
    }
  }
  formalities {
    topic
    status
    text
    role
    citations {
      ...Passage
    }
  }
  routes {
    outcome
    facts {
      text
    }
    requirements {
      text
      state
      strength
      dependsOn
    }
    limits {
      ...LimitTerms
    }
    costs {
      ...CostTerms
    }
  }
  limits {
    ...LimitTerms
    citations {
      ...Passage
    }
  }
  costs {
    ...CostTerms
    citations {
      ...Passage
    }
  }
  positions {
    ...Position
  }
  disagreements {
    ...Disagreement
  }
  upcomingChanges {
    on
    status
    determination {
      id
      summary
      limits {
        ...LimitTerms
      }
      costs {
        ...CostTerms
      }
    }
  }
  scope {
    text
    notRead
    read {
      ...Named
    }
    stale {
      ...Named
    }
  }
  leansOn {
    without
    source {
      ...Named
    }
  }
  alternatives {
    id
    status
    summary
    plan {
      ...Named
    }
    subject {
      ...Named
    }
  }
  citations {
    ...Passage
  }
}
fragment Named on Concept {
  kind
  slug
  name
}
fragment Asked on CoverageCondition {
  slug
  name
  question
  counts
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}
fragment Position on SourcePosition {
  says
  status
  asOf
  sources {
    ...Named
  }
  citations {
    ...Passage
  }
}
fragment Disagreement on SourceDisagreement {
  id
  title
  disagreementKind
  reading
  about {
    ...Named
  }
  partsOn {
    text
  }
  positions {
    ...Position
  }
}
fragment LimitTerms on CoverageLimit {
  text
  terms {
    text
  }
}
fragment CostTerms on CostShare {
  text
  terms {
    text
  }
}`, {"documentId":"sha256:adbf66db73581f464cf4b53267cf0d32562e443b78d4369affdc1c6d040e6500"}) as unknown as TypedDocumentString<AskQuery, AskQueryVariables>;
export const SearchDocument = new TypedDocumentString(`
    query Search($text: String!, $kinds: [ConceptKind!]) {
  search(text: $text, kinds: $kinds, first: 8) {
    nodes {
      ...Named
      alternateNames
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}`, {"documentId":"sha256:b87df908a0b27ea02c34ef3f9eb9164af6afe2533facf68eee6f7922f2ad01c8"}) as unknown as TypedDocumentString<SearchQuery, SearchQueryVariables>;
export const FirstPlansDocument = new TypedDocumentString(`
    query FirstPlans {
  plans(first: 50) {
    nodes {
      ...Named
      alternateNames
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}`, {"documentId":"sha256:3cbaca02774c26f44a72cda8e037eed1aab60cd97121917fba2361abc22b8a6e"}) as unknown as TypedDocumentString<FirstPlansQuery, FirstPlansQueryVariables>;
export const FirstSubjectsDocument = new TypedDocumentString(`
    query FirstSubjects {
  services(first: 50) {
    nodes {
      ...Named
      alternateNames
    }
  }
  billingCodes(first: 10) {
    nodes {
      ...Named
      alternateNames
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}`, {"documentId":"sha256:0c7d8871701f8c87c47fa4ae295fb25848d0fabdd115db5ab541770355dd8ea0"}) as unknown as TypedDocumentString<FirstSubjectsQuery, FirstSubjectsQueryVariables>;
export const SideBySideDocument = new TypedDocumentString(`
    query SideBySide($plans: [String!]!, $of: SubjectInput!, $given: SituationInput) {
  comparePlans(plans: $plans, of: $of, given: $given) {
    plans {
      ...Named
    }
    subject {
      ...Named
    }
    determinations {
      id
      status
      best
      summary
      formalities {
        topic
        status
        text
        citations {
          ...Passage
        }
      }
      given {
        condition {
          ...Asked
        }
      }
      missing {
        ...Asked
      }
    }
    shared {
      role
      text
      strength
    }
    differences {
      aspect
      values {
        text
        plan {
          slug
        }
        citations {
          ...Passage
        }
      }
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Asked on CoverageCondition {
  slug
  name
  question
  counts
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}`, {"documentId":"sha256:169094b07156afc64edfb021d2d7ca93e915a7455aec4caf4e910d4bccd74c37"}) as unknown as TypedDocumentString<SideBySideQuery, SideBySideQueryVariables>;
export const CuratorDocument = new TypedDocumentString(`
    query Curator {
  dataset {
    version
    loadedAt
    ruleCount
    notices
    counts {
      kind
      count
    }
    completeness {
      text
      asOf
      plans {
        ...Named
      }
      subjects {
        ...Named
      }
      citations {
        ...Passage
      }
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}`, {"documentId":"sha256:abe79cf1ce0d0656dcd8ffe044e583ff96a2469f25d4aa46e9e6cd33d06bab8f"}) as unknown as TypedDocumentString<CuratorQuery, CuratorQueryVariables>;
export const DisagreementsDocument = new TypedDocumentString(`
    query Disagreements($after: String) {
  disagreements(first: 20, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Disagreement
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}
fragment Position on SourcePosition {
  says
  status
  asOf
  sources {
    ...Named
  }
  citations {
    ...Passage
  }
}
fragment Disagreement on SourceDisagreement {
  id
  title
  disagreementKind
  reading
  about {
    ...Named
  }
  partsOn {
    text
  }
  positions {
    ...Position
  }
}`, {"documentId":"sha256:81ee1839128517ba03c011758ddfa89ca822cbda81cb4673935f5ab0f426ff98"}) as unknown as TypedDocumentString<DisagreementsQuery, DisagreementsQueryVariables>;
export const SourcesDocument = new TypedDocumentString(`
    query Sources($after: String) {
  sources(first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Document
      isStale
      rules(first: 1) {
        totalCount
      }
    }
  }
}
    fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}`, {"documentId":"sha256:4c2b90640f7c9b8f48351cee2665bf0a963006bc014cd927a6c0535c3983ff04"}) as unknown as TypedDocumentString<SourcesQuery, SourcesQueryVariables>;
export const HomeDocument = new TypedDocumentString(`
    query Home {
  dataset {
    ruleCount
    counts {
      kind
      count
    }
  }
  conditional: coverage(plan: "tricare-prime", of: {service: "massage-therapy"}) {
    ...Shown
  }
  hedged: coverage(plan: "medicare-advantage", of: {service: "massage-therapy"}) {
    ...Shown
  }
  settled: coverage(
    plan: "original-medicare"
    of: {service: "massage-therapy"}
    given: {territory: "MX"}
  ) {
    ...Shown
  }
}
    fragment Shown on Determination {
  id
  status
  summary
  plan {
    ...Named
  }
  subject {
    ...Named
  }
  territory {
    code
    name
  }
}
fragment Named on Concept {
  kind
  slug
  name
}`, {"documentId":"sha256:1b5812a7135549049cd62cce9a730a5b213c2558f6936b775fea5c59cc55ac87"}) as unknown as TypedDocumentString<HomeQuery, HomeQueryVariables>;
export const PlansAndServicesDocument = new TypedDocumentString(`
    query PlansAndServices($plans: [String!]!, $of: [SubjectInput!]!) {
  coverageMatrix(plans: $plans, of: $of) {
    rows {
      plan {
        slug
      }
      cells {
        id
        status
        best
        notStated
      }
    }
  }
}
    `, {"documentId":"sha256:d9a7e63cb15be34e8e7a124ce32626de85a87e6170cd72398ec0b4744740ce2a"}) as unknown as TypedDocumentString<PlansAndServicesQuery, PlansAndServicesQueryVariables>;
export const PlansDocument = new TypedDocumentString(`
    query Plans($after: String) {
  plans(first: 100, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Named
      level
      within {
        slug
        name
      }
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}`, {"documentId":"sha256:0ce218b4f0f481170000a821d8519d4c7e986dca516855cce9611c9470d4698e"}) as unknown as TypedDocumentString<PlansQuery, PlansQueryVariables>;
export const SubjectsDocument = new TypedDocumentString(`
    query Subjects($services: String, $techniques: String, $codes: String) {
  services(first: 100, after: $services) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Named
      rules(first: 1) {
        totalCount
      }
    }
  }
  techniques(first: 100, after: $techniques) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Named
      rules(first: 1) {
        totalCount
      }
    }
  }
  billingCodes(first: 100, after: $codes) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      ...Named
      rules(first: 1) {
        totalCount
      }
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}`, {"documentId":"sha256:c023abe8cf137b678ba595eed8eebffa602b91d52e34b3b81a9f3ddc9bc9fdb5"}) as unknown as TypedDocumentString<SubjectsQuery, SubjectsQueryVariables>;
export const PlacesDocument = new TypedDocumentString(`
    query Places($after: String) {
  territories(first: 100, after: $after) {
    pageInfo {
      hasNextPage
      endCursor
    }
    nodes {
      code
      name
    }
  }
}
    `, {"documentId":"sha256:2610762ceb84790c8fb23116340f9720e8a084e98e776d111e65bc618c0e6b04"}) as unknown as TypedDocumentString<PlacesQuery, PlacesQueryVariables>;
export const WalkDocument = new TypedDocumentString(`
    query Walk($slug: String!, $isPlan: Boolean!, $isService: Boolean!, $isTechnique: Boolean!, $isBillingCode: Boolean!, $isTerritory: Boolean!, $isCondition: Boolean!, $isSource: Boolean!, $code: String!, $system: CodeSystem!) {
  plan(slug: $slug) @include(if: $isPlan) {
    ...Around
    rules(first: 100) {
      ...Rules
    }
  }
  service(slug: $slug) @include(if: $isService) {
    ...Around
    rules(first: 100) {
      ...Rules
    }
  }
  technique(slug: $slug) @include(if: $isTechnique) {
    ...Around
    rules(first: 100) {
      ...Rules
    }
  }
  billingCode(code: $code, system: $system) @include(if: $isBillingCode) {
    ...Around
    rules(first: 100) {
      ...Rules
    }
  }
  coverageCondition(slug: $slug) @include(if: $isCondition) {
    ...Around
    rules(first: 100) {
      ...Rules
    }
  }
  source(slug: $slug) @include(if: $isSource) {
    ...Around
    publisher
    authority
    edition
    publishedOn
    checkedOn
    url
    licence
    rules(first: 100) {
      ...Rules
    }
  }
  territory(code: $code) @include(if: $isTerritory) {
    ...Around
    partOf {
      ...Named
    }
    parts(first: 100) {
      totalCount
      nodes {
        ...Named
      }
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}
fragment Around on Concept {
  id
  kind
  slug
  name
  alternateNames
  description
  citations {
    ...Passage
  }
  remarks {
    topic
    text
    modality
    citations {
      ...Passage
    }
  }
  links(first: 100) {
    totalCount
    nodes {
      kind
      match
      to {
        ...Named
      }
      citations {
        ...Passage
      }
    }
  }
}
fragment Rules on CoverageRuleConnection {
  totalCount
  nodes {
    slug
    effect
    modality
    quantifier
    extent
    whenText
    validFrom
    validUntil
    where {
      scope
      territories {
        name
      }
    }
    plan {
      ...Named
    }
    subject {
      ...Named
    }
    citations {
      ...Passage
    }
  }
}`, {"documentId":"sha256:caf940d856ef3a88d50ad92b955c705b7402ff3b4b00d86b812375a149f3912e"}) as unknown as TypedDocumentString<WalkQuery, WalkQueryVariables>;
export const WhyDocument = new TypedDocumentString(`
    query Why($plan: String!, $of: SubjectInput!, $given: SituationInput, $accordingTo: [String!], $minimumAuthority: SourceAuthority) {
  coverage(
    plan: $plan
    of: $of
    given: $given
    accordingTo: $accordingTo
    minimumAuthority: $minimumAuthority
  ) {
    id
    proof {
      number
      kind
      text
      restsOn
      truth
      ground
      citations {
        ...Passage
      }
    }
    rejectedRules {
      reason
      text
      rule {
        slug
        citations {
          ...Passage
        }
      }
    }
  }
}
    fragment Named on Concept {
  kind
  slug
  name
}
fragment Passage on Citation {
  locator
  says
  url
  quote
  isStale
  via {
    ...Named
  }
  source {
    ...Document
  }
}
fragment Document on SourceDocument {
  kind
  slug
  name
  publisher
  authority
  edition
  publishedOn
  checkedOn
}`, {"documentId":"sha256:e55ab6e8c81423d980d34920b8745ded3f5dc92a3a6e10004159def2c63aaf36"}) as unknown as TypedDocumentString<WhyQuery, WhyQueryVariables>;