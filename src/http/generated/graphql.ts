/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
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

export type PlainChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type PlainChoicesQuery = { plans: { nodes: Array<{ slug: string, name: string }> } | null, services: { nodes: Array<{ slug: string, name: string }> } | null, billingCodes: { nodes: Array<{ slug: string, name: string }> } | null };

export type PlainCoverageQueryVariables = Exact<{
  plan: string;
  of: SubjectInput;
  given?: SituationInput | null | undefined;
}>;


export type PlainCoverageQuery = { coverage: { status: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, summary: string, routesComplete: boolean, assumptions: Array<string>, plan: { slug: string, name: string }, subject:
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
    , territory: { code: string, name: string } | null, given: Array<{ holds: boolean | null, count: number | null, condition: { slug: string, name: string, question: string | null, counts: string | null } }>, missing: Array<{ slug: string, name: string, question: string | null, counts: string | null }>, requirements: Array<{ role: RequirementRole, text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string>, citations: Array<{ source: { slug: string, name: string } }> }>, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, text: string, role: RequirementRole | null, citations: Array<{ url: string | null, source: { slug: string, name: string } }> }>, routes: Array<{ outcome: CoverageStatus, facts: Array<{ text: string }>, requirements: Array<{ text: string, strength: RequirementStrength, dependsOn: Array<string> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, upcomingChanges: Array<{ on: string, status: CoverageStatus, determination: { summary: string, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> } }>, scope: { text: string, notRead: Array<string> }, leansOn: Array<{ without: CoverageStatus, source: { name: string } }>, disagreements: Array<{ title: string, positions: Array<{ says: string, asOf: string | null, sources: Array<{ name: string }> }> }>, proof: Array<{ number: number, text: string, restsOn: Array<number> }>, rejectedRules: Array<{ text: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, source: { name: string, publisher: string | null, publishedOn: string | null, checkedOn: string } }> } | null };

export type PlainAskQueryVariables = Exact<{
  question: string;
}>;


export type PlainAskQuery = { ask: { understood: boolean, yes: boolean | null, text: string, notUnderstood: Array<string>, suggestions: Array<string>, concepts: Array<
      | { name: string, description: string | null }
      | { name: string, description: string | null }
      | { name: string, description: string | null }
      | { name: string, description: string | null }
      | { name: string, description: string | null }
      | { name: string, description: string | null }
      | { name: string, description: string | null }
    >, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, source: { name: string, publisher: string | null, publishedOn: string | null, checkedOn: string } }>, determinations: Array<{ status: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, summary: string, routesComplete: boolean, assumptions: Array<string>, plan: { slug: string, name: string }, subject:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      , territory: { code: string, name: string } | null, given: Array<{ holds: boolean | null, count: number | null, condition: { slug: string, name: string, question: string | null, counts: string | null } }>, missing: Array<{ slug: string, name: string, question: string | null, counts: string | null }>, requirements: Array<{ role: RequirementRole, text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string>, citations: Array<{ source: { slug: string, name: string } }> }>, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, text: string, role: RequirementRole | null, citations: Array<{ url: string | null, source: { slug: string, name: string } }> }>, routes: Array<{ outcome: CoverageStatus, facts: Array<{ text: string }>, requirements: Array<{ text: string, strength: RequirementStrength, dependsOn: Array<string> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, upcomingChanges: Array<{ on: string, status: CoverageStatus, determination: { summary: string, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> } }>, scope: { text: string, notRead: Array<string> }, leansOn: Array<{ without: CoverageStatus, source: { name: string } }>, disagreements: Array<{ title: string, positions: Array<{ says: string, asOf: string | null, sources: Array<{ name: string }> }> }>, proof: Array<{ number: number, text: string, restsOn: Array<number> }>, rejectedRules: Array<{ text: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, source: { name: string, publisher: string | null, publishedOn: string | null, checkedOn: string } }> }> } | null };

export type PlainAnswerFragment = { status: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, summary: string, routesComplete: boolean, assumptions: Array<string>, plan: { slug: string, name: string }, subject:
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
  , territory: { code: string, name: string } | null, given: Array<{ holds: boolean | null, count: number | null, condition: { slug: string, name: string, question: string | null, counts: string | null } }>, missing: Array<{ slug: string, name: string, question: string | null, counts: string | null }>, requirements: Array<{ role: RequirementRole, text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string>, citations: Array<{ source: { slug: string, name: string } }> }>, formalities: Array<{ topic: ConditionTopic, status: FormalityStatus, text: string, role: RequirementRole | null, citations: Array<{ url: string | null, source: { slug: string, name: string } }> }>, routes: Array<{ outcome: CoverageStatus, facts: Array<{ text: string }>, requirements: Array<{ text: string, strength: RequirementStrength, dependsOn: Array<string> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> }>, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, upcomingChanges: Array<{ on: string, status: CoverageStatus, determination: { summary: string, limits: Array<{ text: string, terms: Array<Array<{ text: string }>> }>, costs: Array<{ text: string, terms: Array<Array<{ text: string }>> }> } }>, scope: { text: string, notRead: Array<string> }, leansOn: Array<{ without: CoverageStatus, source: { name: string } }>, disagreements: Array<{ title: string, positions: Array<{ says: string, asOf: string | null, sources: Array<{ name: string }> }> }>, proof: Array<{ number: number, text: string, restsOn: Array<number> }>, rejectedRules: Array<{ text: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, source: { name: string, publisher: string | null, publishedOn: string | null, checkedOn: string } }> };

export type PlainConditionFragment = { slug: string, name: string, question: string | null, counts: string | null };

export type PlainSourceFragment = { url: string | null, source: { slug: string, name: string } };

export type PlainLimitFragment = { text: string, terms: Array<Array<{ text: string }>> };

export type PlainCostFragment = { text: string, terms: Array<Array<{ text: string }>> };

export type PlainPassageFragment = { locator: string, says: string, url: string | null, quote: string | null, source: { name: string, publisher: string | null, publishedOn: string | null, checkedOn: string } };

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
export const PlainConditionFragmentDoc = new TypedDocumentString(`
    fragment PlainCondition on CoverageCondition {
  slug
  name
  question
  counts
}
    `, {"fragmentName":"PlainCondition"}) as unknown as TypedDocumentString<PlainConditionFragment, unknown>;
export const PlainSourceFragmentDoc = new TypedDocumentString(`
    fragment PlainSource on Citation {
  url
  source {
    slug
    name
  }
}
    `, {"fragmentName":"PlainSource"}) as unknown as TypedDocumentString<PlainSourceFragment, unknown>;
export const PlainLimitFragmentDoc = new TypedDocumentString(`
    fragment PlainLimit on CoverageLimit {
  text
  terms {
    text
  }
}
    `, {"fragmentName":"PlainLimit"}) as unknown as TypedDocumentString<PlainLimitFragment, unknown>;
export const PlainCostFragmentDoc = new TypedDocumentString(`
    fragment PlainCost on CostShare {
  text
  terms {
    text
  }
}
    `, {"fragmentName":"PlainCost"}) as unknown as TypedDocumentString<PlainCostFragment, unknown>;
export const PlainPassageFragmentDoc = new TypedDocumentString(`
    fragment PlainPassage on Citation {
  locator
  says
  url
  quote
  source {
    name
    publisher
    publishedOn
    checkedOn
  }
}
    `, {"fragmentName":"PlainPassage"}) as unknown as TypedDocumentString<PlainPassageFragment, unknown>;
export const PlainAnswerFragmentDoc = new TypedDocumentString(`
    fragment PlainAnswer on Determination {
  status
  possibleOutcomes
  summary
  plan {
    slug
    name
  }
  subject {
    kind
    slug
    name
  }
  territory {
    code
    name
  }
  given {
    holds
    count
    condition {
      ...PlainCondition
    }
  }
  missing {
    ...PlainCondition
  }
  requirements {
    role
    text
    state
    strength
    dependsOn
    citations {
      source {
        slug
        name
      }
    }
  }
  formalities {
    topic
    status
    text
    role
    citations {
      ...PlainSource
    }
  }
  routes {
    outcome
    facts {
      text
    }
    requirements {
      text
      strength
      dependsOn
    }
    limits {
      ...PlainLimit
    }
    costs {
      ...PlainCost
    }
  }
  routesComplete
  limits {
    ...PlainLimit
  }
  costs {
    ...PlainCost
  }
  upcomingChanges {
    on
    status
    determination {
      summary
      limits {
        ...PlainLimit
      }
      costs {
        ...PlainCost
      }
    }
  }
  scope {
    text
    notRead
  }
  leansOn {
    without
    source {
      name
    }
  }
  disagreements {
    title
    positions {
      says
      asOf
      sources {
        name
      }
    }
  }
  proof {
    number
    text
    restsOn
  }
  rejectedRules {
    text
  }
  assumptions
  citations {
    ...PlainPassage
  }
}
    fragment PlainCondition on CoverageCondition {
  slug
  name
  question
  counts
}
fragment PlainSource on Citation {
  url
  source {
    slug
    name
  }
}
fragment PlainLimit on CoverageLimit {
  text
  terms {
    text
  }
}
fragment PlainCost on CostShare {
  text
  terms {
    text
  }
}
fragment PlainPassage on Citation {
  locator
  says
  url
  quote
  source {
    name
    publisher
    publishedOn
    checkedOn
  }
}`, {"fragmentName":"PlainAnswer"}) as unknown as TypedDocumentString<PlainAnswerFragment, unknown>;
export const PlainChoicesDocument = new TypedDocumentString(`
    query PlainChoices {
  plans(first: 100) {
    nodes {
      slug
      name
    }
  }
  services(first: 100) {
    nodes {
      slug
      name
    }
  }
  billingCodes(first: 100) {
    nodes {
      slug
      name
    }
  }
}
    `, {"documentId":"sha256:a3628a9628686adc6ca6aaaeca61d9d163ed8445dcfa8cdba61fe2029b382539"}) as unknown as TypedDocumentString<PlainChoicesQuery, PlainChoicesQueryVariables>;
export const PlainCoverageDocument = new TypedDocumentString(`
    query PlainCoverage($plan: String!, $of: SubjectInput!, $given: SituationInput) {
  coverage(plan: $plan, of: $of, given: $given) {
    ...PlainAnswer
  }
}
    fragment PlainAnswer on Determination {
  status
  possibleOutcomes
  summary
  plan {
    slug
    name
  }
  subject {
    kind
    slug
    name
  }
  territory {
    code
    name
  }
  given {
    holds
    count
    condition {
      ...PlainCondition
    }
  }
  missing {
    ...PlainCondition
  }
  requirements {
    role
    text
    state
    strength
    dependsOn
    citations {
      source {
        slug
        name
      }
    }
  }
  formalities {
    topic
    status
    text
    role
    citations {
      ...PlainSource
    }
  }
  routes {
    outcome
    facts {
      text
    }
    requirements {
      text
      strength
      dependsOn
    }
    limits {
      ...PlainLimit
    }
    costs {
      ...PlainCost
    }
  }
  routesComplete
  limits {
    ...PlainLimit
  }
  costs {
    ...PlainCost
  }
  upcomingChanges {
    on
    status
    determination {
      summary
      limits {
        ...PlainLimit
      }
      costs {
        ...PlainCost
      }
    }
  }
  scope {
    text
    notRead
  }
  leansOn {
    without
    source {
      name
    }
  }
  disagreements {
    title
    positions {
      says
      asOf
      sources {
        name
      }
    }
  }
  proof {
    number
    text
    restsOn
  }
  rejectedRules {
    text
  }
  assumptions
  citations {
    ...PlainPassage
  }
}
fragment PlainCondition on CoverageCondition {
  slug
  name
  question
  counts
}
fragment PlainSource on Citation {
  url
  source {
    slug
    name
  }
}
fragment PlainLimit on CoverageLimit {
  text
  terms {
    text
  }
}
fragment PlainCost on CostShare {
  text
  terms {
    text
  }
}
fragment PlainPassage on Citation {
  locator
  says
  url
  quote
  source {
    name
    publisher
    publishedOn
    checkedOn
  }
}`, {"documentId":"sha256:e2ca27a8508495a41054469a1d1a2d376497cb15fb47b07e48b1d8adf3b48aa9"}) as unknown as TypedDocumentString<PlainCoverageQuery, PlainCoverageQueryVariables>;
export const PlainAskDocument = new TypedDocumentString(`
    query PlainAsk($question: String!) {
  ask(question: $question) {
    understood
    yes
    text
    notUnderstood
    suggestions
    concepts {
      name
      description
    }
    citations {
      ...PlainPassage
    }
    determinations {
      ...PlainAnswer
    }
  }
}
    fragment PlainAnswer on Determination {
  status
  possibleOutcomes
  summary
  plan {
    slug
    name
  }
  subject {
    kind
    slug
    name
  }
  territory {
    code
    name
  }
  given {
    holds
    count
    condition {
      ...PlainCondition
    }
  }
  missing {
    ...PlainCondition
  }
  requirements {
    role
    text
    state
    strength
    dependsOn
    citations {
      source {
        slug
        name
      }
    }
  }
  formalities {
    topic
    status
    text
    role
    citations {
      ...PlainSource
    }
  }
  routes {
    outcome
    facts {
      text
    }
    requirements {
      text
      strength
      dependsOn
    }
    limits {
      ...PlainLimit
    }
    costs {
      ...PlainCost
    }
  }
  routesComplete
  limits {
    ...PlainLimit
  }
  costs {
    ...PlainCost
  }
  upcomingChanges {
    on
    status
    determination {
      summary
      limits {
        ...PlainLimit
      }
      costs {
        ...PlainCost
      }
    }
  }
  scope {
    text
    notRead
  }
  leansOn {
    without
    source {
      name
    }
  }
  disagreements {
    title
    positions {
      says
      asOf
      sources {
        name
      }
    }
  }
  proof {
    number
    text
    restsOn
  }
  rejectedRules {
    text
  }
  assumptions
  citations {
    ...PlainPassage
  }
}
fragment PlainCondition on CoverageCondition {
  slug
  name
  question
  counts
}
fragment PlainSource on Citation {
  url
  source {
    slug
    name
  }
}
fragment PlainLimit on CoverageLimit {
  text
  terms {
    text
  }
}
fragment PlainCost on CostShare {
  text
  terms {
    text
  }
}
fragment PlainPassage on Citation {
  locator
  says
  url
  quote
  source {
    name
    publisher
    publishedOn
    checkedOn
  }
}`, {"documentId":"sha256:deedc2b9683c3b2cab045307f92777945faf379822658f22106f236ec2d5acdf"}) as unknown as TypedDocumentString<PlainAskQuery, PlainAskQueryVariables>;