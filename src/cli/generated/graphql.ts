/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type AskInTerminalQueryVariables = Exact<{
  question: string;
  previous?: string | null | undefined;
}>;


export type AskInTerminalQuery = { ask: { understood: boolean, intent: QuestionIntent | null, county: string | null, yes: boolean | null, text: string, notUnderstood: Array<string>, suggestions: Array<string>, operation: string | null, plans: Array<{ slug: string, name: string }>, subjects: Array<
      | { slug: string, name: string }
      | { slug: string, name: string }
      | { slug: string, name: string }
    >, territory: { code: string, name: string } | null, given: Array<{ text: string }>, determinations: Array<{ id: string, status: CoverageStatus, best: CoverageStatus, plan: { name: string }, subject:
        | { name: string }
        | { name: string }
        | { name: string }
      , formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, text: string, role: RequirementRole | null, citations: Array<{ source: { slug: string, name: string } }> }>, upcomingChanges: Array<{ on: string, status: CoverageStatus, best: CoverageStatus, determination: { id: string, summary: string, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> } }>, proof: Array<{ kind: ProofStepKind, text: string }> }>, citations: Array<{ says: string, locator: string, source: { slug: string, name: string } }> } | null };

export type CompareQueryVariables = Exact<{
  plans: Array<string> | string;
  of: SubjectInput;
  given?: SituationInput | null | undefined;
  accordingTo?: Array<string> | string | null | undefined;
  minimumAuthority?: SourceAuthority | null | undefined;
}>;


export type CompareQuery = { comparePlans: { plans: Array<{ slug: string, name: string }>, subject:
      | { slug: string, name: string }
      | { slug: string, name: string }
      | { slug: string, name: string }
    , determinations: Array<{ status: CoverageStatus, best: CoverageStatus, summary: string }>, shared: Array<{ text: string, strength: RequirementStrength }>, differences: Array<{ aspect: ComparisonAspect, values: Array<{ text: string, plan: { slug: string, name: string }, rule: { slug: string } | null }> }> } | null };

export type CoverageQueryVariables = Exact<{
  plan: string;
  of: SubjectInput;
  given?: SituationInput | null | undefined;
  accordingTo?: Array<string> | string | null | undefined;
  minimumAuthority?: SourceAuthority | null | undefined;
}>;


export type CoverageQuery = { coverage: { id: string, status: CoverageStatus, best: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, hedges: Array<CoverageHedge>, notStated: NotStatedReason | null, summary: string, on: string, dataVersion: string, assumptions: Array<string>, routesComplete: boolean, plan: { slug: string, name: string }, subject:
      | { slug: string, name: string }
      | { slug: string, name: string }
      | { slug: string, name: string }
    , territory: { code: string, name: string } | null, given: Array<{ text: string }>, requirements: Array<{ role: RequirementRole, strength: RequirementStrength, state: RequirementState, text: string, dependsOn: Array<string>, citations: Array<{ source: { slug: string, name: string } }> }>, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, text: string, role: RequirementRole | null, citations: Array<{ source: { slug: string, name: string } }> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, routes: Array<{ outcome: CoverageStatus, facts: Array<{ text: string }>, requirements: Array<{ text: string, strength: RequirementStrength, state: RequirementState, dependsOn: Array<string> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> }>, missing: Array<{ slug: string }>, nextQuestion: { slug: string, question: string | null, counts: string | null } | null, disagreements: Array<{ title: string, positions: Array<{ says: string, asOf: string | null, sources: Array<{ name: string }> }> }>, upcomingChanges: Array<{ on: string, status: CoverageStatus, best: CoverageStatus, determination: { id: string, summary: string, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> } }>, scope: { text: string, notRead: Array<string>, stale: Array<{ name: string }> }, leansOn: Array<{ without: CoverageStatus, source: { slug: string, name: string } }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> } | null };

export type EntryQueryVariables = Exact<{
  slug: string;
  code: string;
  system: CodeSystem;
}>;


export type EntryQuery = { plan: { level: PlanLevel, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, within: { slug: string, name: string } | null, takesRulesFrom: Array<{ takes: RuleInheritance, plan: { slug: string, name: string } }>, serviceAreas: Array<{ from: string | null, until: string | null, modality: RuleModality, states: Array<{ name: string }>, counties: { totalCount: number, nodes: Array<{ name: string | null, fips: string | null, ssa: string | null, isPartial: boolean, state: { name: string } }> } }>, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, whenText: string | null, subject:
          | { name: string }
          | { name: string }
          | { name: string }
         }> }, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
         }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> } | null, service: { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
         }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }>, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, whenText: string | null, subject:
          | { name: string }
          | { name: string }
          | { name: string }
         }> } } | null, technique: { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, synonyms: Array<{ name: string, match: SynonymMatch }>, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
         }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }>, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, whenText: string | null, subject:
          | { name: string }
          | { name: string }
          | { name: string }
         }> } } | null, billingCode: { system: CodeSystem, code: string, licensedDescriptor: string | null, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
         }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }>, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, whenText: string | null, subject:
          | { name: string }
          | { name: string }
          | { name: string }
         }> } } | null, territory: { code: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
         }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> } | null, coverageCondition: { topic: ConditionTopic, question: string | null, counts: string | null, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, whenText: string | null, subject:
          | { name: string }
          | { name: string }
          | { name: string }
         }> }, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
         }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> } | null, source: { publisher: string | null, authority: SourceAuthority, edition: string | null, publishedOn: string | null, checkedOn: string, url: string | null, licence: string, kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, whenText: string | null, subject:
          | { name: string }
          | { name: string }
          | { name: string }
         }> }, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
         }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> } | null };

type AnyEntry_BillingCode_Fragment = { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
       }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> };

type AnyEntry_CoverageCondition_Fragment = { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
       }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> };

type AnyEntry_Plan_Fragment = { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
       }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> };

type AnyEntry_Service_Fragment = { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
       }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> };

type AnyEntry_SourceDocument_Fragment = { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
       }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> };

type AnyEntry_Technique_Fragment = { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
       }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> };

type AnyEntry_Territory_Fragment = { kind: ConceptKind, slug: string, name: string, alternateNames: Array<string>, description: string | null, links: { totalCount: number, nodes: Array<{ kind: LinkKind, to:
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
        | { slug: string, name: string }
       }> }, remarks: Array<{ topic: RemarkTopic, text: string }>, citations: Array<{ locator: string, source: { slug: string, name: string } }> };

export type AnyEntryFragment =
  | AnyEntry_BillingCode_Fragment
  | AnyEntry_CoverageCondition_Fragment
  | AnyEntry_Plan_Fragment
  | AnyEntry_Service_Fragment
  | AnyEntry_SourceDocument_Fragment
  | AnyEntry_Technique_Fragment
  | AnyEntry_Territory_Fragment
;

type SubjectRules_BillingCode_Fragment = { rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, whenText: string | null, subject:
        | { name: string }
        | { name: string }
        | { name: string }
       }> } };

type SubjectRules_Service_Fragment = { rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, whenText: string | null, subject:
        | { name: string }
        | { name: string }
        | { name: string }
       }> } };

type SubjectRules_Technique_Fragment = { rules: { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, whenText: string | null, subject:
        | { name: string }
        | { name: string }
        | { name: string }
       }> } };

export type SubjectRulesFragment =
  | SubjectRules_BillingCode_Fragment
  | SubjectRules_Service_Fragment
  | SubjectRules_Technique_Fragment
;

export type RuleLinesFragment = { totalCount: number, nodes: Array<{ slug: string, effect: RuleEffect, whenText: string | null, subject:
      | { name: string }
      | { name: string }
      | { name: string }
     }> };

export type AreaLinesFragment = { from: string | null, until: string | null, modality: RuleModality, states: Array<{ name: string }>, counties: { totalCount: number, nodes: Array<{ name: string | null, fips: string | null, ssa: string | null, isPartial: boolean, state: { name: string } }> } };

export type MatrixQueryVariables = Exact<{
  plans: Array<string> | string;
  of: Array<SubjectInput> | SubjectInput;
  given?: SituationInput | null | undefined;
  accordingTo?: Array<string> | string | null | undefined;
  minimumAuthority?: SourceAuthority | null | undefined;
}>;


export type MatrixQuery = { coverageMatrix: { subjects: Array<
      | { slug: string, name: string }
      | { slug: string, name: string }
      | { slug: string, name: string }
    >, rows: Array<{ plan: { slug: string, name: string }, cells: Array<{ status: CoverageStatus, best: CoverageStatus }> }> } | null };

export type RulesQueryVariables = Exact<{
  plan: string;
  after?: string | null | undefined;
}>;


export type RulesQuery = { plan: { slug: string, name: string, rules: { pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ slug: string, effect: RuleEffect, quantifier: RuleQuantifier, extent: RuleQuantifier, modality: RuleModality, whenText: string | null, validFrom: string | null, validUntil: string | null, rationale: string | null, reading: string | null, where: { text: string }, subject:
          | { slug: string, name: string }
          | { slug: string, name: string }
          | { slug: string, name: string }
        , exceptTo: Array<{ slug: string }>, exceptions: Array<{ slug: string }>, restates: { slug: string } | null, requirements: Array<{ strength: RequirementStrength, dependsOn: Array<string>, condition: { slug: string, name: string } }>, limits: Array<{ text: string }>, costs: Array<{ text: string }>, citations: Array<{ locator: string, says: string, source: { slug: string, name: string } }> }> } } | null };

export type SlugsQueryVariables = Exact<{ [key: string]: never; }>;


export type SlugsQuery = { plans: { nodes: Array<{ slug: string }> } | null, services: { nodes: Array<{ slug: string }> } | null, techniques: { nodes: Array<{ slug: string }> } | null, billingCodes: { nodes: Array<{ code: string }> } | null, coverageConditions: { nodes: Array<{ slug: string }> } | null, sources: { nodes: Array<{ slug: string }> } | null };

export type SubjectQueryVariables = Exact<{
  slug: string;
  code: string;
  system: CodeSystem;
}>;


export type SubjectQuery = { service: { slug: string } | null, technique: { slug: string } | null, billingCode: { slug: string, system: CodeSystem, code: string } | null };

export const AnyEntryFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Concept"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"links"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"remarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<AnyEntryFragment, unknown>;
export const RuleLinesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RuleLines"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageRuleConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"whenText"}}]}}]}}]} as unknown as DocumentNode<RuleLinesFragment, unknown>;
export const SubjectRulesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubjectRules"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageSubject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RuleLines"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RuleLines"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageRuleConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"whenText"}}]}}]}}]} as unknown as DocumentNode<SubjectRulesFragment, unknown>;
export const AreaLinesFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AreaLines"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ServiceArea"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"modality"}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counties"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fips"}},{"kind":"Field","name":{"kind":"Name","value":"ssa"}},{"kind":"Field","name":{"kind":"Name","value":"isPartial"}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AreaLinesFragment, unknown>;
export const AskInTerminalDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AskInTerminal"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"question"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"previous"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"ask"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"question"},"value":{"kind":"Variable","name":{"kind":"Name","value":"question"}}},{"kind":"Argument","name":{"kind":"Name","value":"previous"},"value":{"kind":"Variable","name":{"kind":"Name","value":"previous"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"understood"}},{"kind":"Field","name":{"kind":"Name","value":"intent"}},{"kind":"Field","name":{"kind":"Name","value":"plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"county"}},{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"yes"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"determinations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"formalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"upcomingChanges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"determination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"proof"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"notUnderstood"}},{"kind":"Field","name":{"kind":"Name","value":"suggestions"}},{"kind":"Field","name":{"kind":"Name","value":"operation"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<AskInTerminalQuery, AskInTerminalQueryVariables>;
export const CompareDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Compare"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"plans"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"of"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubjectInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"given"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SituationInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accordingTo"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minimumAuthority"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SourceAuthority"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"comparePlans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plans"},"value":{"kind":"Variable","name":{"kind":"Name","value":"plans"}}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"Variable","name":{"kind":"Name","value":"of"}}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"Variable","name":{"kind":"Name","value":"given"}}},{"kind":"Argument","name":{"kind":"Name","value":"accordingTo"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accordingTo"}}},{"kind":"Argument","name":{"kind":"Name","value":"minimumAuthority"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minimumAuthority"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"determinations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}},{"kind":"Field","name":{"kind":"Name","value":"shared"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"strength"}}]}},{"kind":"Field","name":{"kind":"Name","value":"differences"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"aspect"}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"rule"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<CompareQuery, CompareQueryVariables>;
export const CoverageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Coverage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"plan"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"of"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubjectInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"given"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SituationInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accordingTo"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minimumAuthority"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SourceAuthority"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverage"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plan"},"value":{"kind":"Variable","name":{"kind":"Name","value":"plan"}}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"Variable","name":{"kind":"Name","value":"of"}}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"Variable","name":{"kind":"Name","value":"given"}}},{"kind":"Argument","name":{"kind":"Name","value":"accordingTo"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accordingTo"}}},{"kind":"Argument","name":{"kind":"Name","value":"minimumAuthority"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minimumAuthority"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"possibleOutcomes"}},{"kind":"Field","name":{"kind":"Name","value":"hedges"}},{"kind":"Field","name":{"kind":"Name","value":"notStated"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"given"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"dataVersion"}},{"kind":"Field","name":{"kind":"Name","value":"assumptions"}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"strength"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"formalities"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"routes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"facts"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"strength"}},{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"routesComplete"}},{"kind":"Field","name":{"kind":"Name","value":"missing"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nextQuestion"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"disagreements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"positions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"asOf"}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"upcomingChanges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"on"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}},{"kind":"Field","name":{"kind":"Name","value":"determination"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"terms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"scope"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"notRead"}},{"kind":"Field","name":{"kind":"Name","value":"stale"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"leansOn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"without"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CoverageQuery, CoverageQueryVariables>;
export const EntryDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Entry"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"system"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CodeSystem"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyEntry"}},{"kind":"Field","name":{"kind":"Name","value":"level"}},{"kind":"Field","name":{"kind":"Name","value":"within"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"takesRulesFrom"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"takes"}},{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"serviceAreas"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AreaLines"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RuleLines"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"service"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyEntry"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubjectRules"}}]}},{"kind":"Field","name":{"kind":"Name","value":"technique"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyEntry"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubjectRules"}},{"kind":"Field","name":{"kind":"Name","value":"synonyms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"match"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"billingCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"system"},"value":{"kind":"Variable","name":{"kind":"Name","value":"system"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyEntry"}},{"kind":"FragmentSpread","name":{"kind":"Name","value":"SubjectRules"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"licensedDescriptor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"territory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyEntry"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverageCondition"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyEntry"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"question"}},{"kind":"Field","name":{"kind":"Name","value":"counts"}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RuleLines"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"AnyEntry"}},{"kind":"Field","name":{"kind":"Name","value":"publisher"}},{"kind":"Field","name":{"kind":"Name","value":"authority"}},{"kind":"Field","name":{"kind":"Name","value":"edition"}},{"kind":"Field","name":{"kind":"Name","value":"publishedOn"}},{"kind":"Field","name":{"kind":"Name","value":"checkedOn"}},{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"licence"}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RuleLines"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AnyEntry"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Concept"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"alternateNames"}},{"kind":"Field","name":{"kind":"Name","value":"description"}},{"kind":"Field","name":{"kind":"Name","value":"links"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"to"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"remarks"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"SubjectRules"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageSubject"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RuleLines"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RuleLines"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"CoverageRuleConnection"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"whenText"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"AreaLines"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"ServiceArea"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"from"}},{"kind":"Field","name":{"kind":"Name","value":"until"}},{"kind":"Field","name":{"kind":"Name","value":"modality"}},{"kind":"Field","name":{"kind":"Name","value":"states"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"counties"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"fips"}},{"kind":"Field","name":{"kind":"Name","value":"ssa"}},{"kind":"Field","name":{"kind":"Name","value":"isPartial"}},{"kind":"Field","name":{"kind":"Name","value":"state"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<EntryQuery, EntryQueryVariables>;
export const MatrixDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Matrix"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"plans"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"of"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"SubjectInput"}}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"given"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SituationInput"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"accordingTo"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"minimumAuthority"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"SourceAuthority"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"coverageMatrix"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"plans"},"value":{"kind":"Variable","name":{"kind":"Name","value":"plans"}}},{"kind":"Argument","name":{"kind":"Name","value":"of"},"value":{"kind":"Variable","name":{"kind":"Name","value":"of"}}},{"kind":"Argument","name":{"kind":"Name","value":"given"},"value":{"kind":"Variable","name":{"kind":"Name","value":"given"}}},{"kind":"Argument","name":{"kind":"Name","value":"accordingTo"},"value":{"kind":"Variable","name":{"kind":"Name","value":"accordingTo"}}},{"kind":"Argument","name":{"kind":"Name","value":"minimumAuthority"},"value":{"kind":"Variable","name":{"kind":"Name","value":"minimumAuthority"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"subjects"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"rows"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"cells"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"best"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MatrixQuery, MatrixQueryVariables>;
export const RulesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Rules"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"plan"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"plan"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"rules"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"effect"}},{"kind":"Field","name":{"kind":"Name","value":"quantifier"}},{"kind":"Field","name":{"kind":"Name","value":"extent"}},{"kind":"Field","name":{"kind":"Name","value":"modality"}},{"kind":"Field","name":{"kind":"Name","value":"whenText"}},{"kind":"Field","name":{"kind":"Name","value":"where"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"subject"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptTo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exceptions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"restates"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"requirements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"strength"}},{"kind":"Field","name":{"kind":"Name","value":"dependsOn"}},{"kind":"Field","name":{"kind":"Name","value":"condition"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"limits"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"costs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}}]}},{"kind":"Field","name":{"kind":"Name","value":"validFrom"}},{"kind":"Field","name":{"kind":"Name","value":"validUntil"}},{"kind":"Field","name":{"kind":"Name","value":"rationale"}},{"kind":"Field","name":{"kind":"Name","value":"reading"}},{"kind":"Field","name":{"kind":"Name","value":"citations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"locator"}},{"kind":"Field","name":{"kind":"Name","value":"says"}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RulesQuery, RulesQueryVariables>;
export const SlugsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Slugs"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plans"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"services"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"techniques"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"billingCodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"coverageConditions"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"sources"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}}]}}]}}]} as unknown as DocumentNode<SlugsQuery, SlugsQueryVariables>;
export const SubjectDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Subject"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"slug"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"code"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"system"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CodeSystem"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"service"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"technique"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"slug"},"value":{"kind":"Variable","name":{"kind":"Name","value":"slug"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}}]}},{"kind":"Field","name":{"kind":"Name","value":"billingCode"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"code"}}},{"kind":"Argument","name":{"kind":"Name","value":"system"},"value":{"kind":"Variable","name":{"kind":"Name","value":"system"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"slug"}},{"kind":"Field","name":{"kind":"Name","value":"system"}},{"kind":"Field","name":{"kind":"Name","value":"code"}}]}}]}}]} as unknown as DocumentNode<SubjectQuery, SubjectQueryVariables>;