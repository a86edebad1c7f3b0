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
  /** Something that must be so, or be done, for care to be covered. */
  | 'COVERAGE_CONDITION'
  /** A health plan, a class of plans, or a programme made of them. */
  | 'PLAN'
  /** Care that a person receives, such as massage therapy or hospitalization. */
  | 'SERVICE'
  /** A document that rules, links and remarks are read from. */
  | 'SOURCE'
  /** A way of giving a service, such as effleurage or shiatsu. */
  | 'TECHNIQUE'
  /** A country or a part of one, by ISO 3166. */
  | 'TERRITORY';

/** The number so far of what a condition counts. */
export type CountInput = {
  /** The slug of a condition that counts something. */
  condition: string;
  /** The number so far, zero or more. */
  count: number;
};

/** The verdict of an answer; a hedged source never yields a firm one. */
export type CoverageStatus =
  /** Depends on facts not given: see best, requirements and missing. */
  | 'CONDITIONAL'
  /** Sources of equal standing say opposite things. */
  | 'CONFLICTING'
  /** Covered, whatever is not yet known. */
  | 'COVERED'
  /** The sources say no more than that it may be: by some plans, in some cases, or some services of the kind; hedges says which. */
  | 'MAY_BE_COVERED'
  /** The sources say no more than that it may not be, or typically is not. */
  | 'MAY_BE_EXCLUDED'
  /** A source excludes it, and no exception applies. */
  | 'NOT_COVERED'
  /** No source in the graph says; notStated says why. This is not a no. */
  | 'NOT_STATED';

/** What hangs on a requirement: the coverage itself, or what follows it. */
export type RequirementRole =
  /** A source, asked alone, asks for this formality, and the answer's other two lists do not hold it. It changes no status. */
  | 'ALSO_STATED'
  /** Coverage itself turns on it; left unmet, the best outcome is lost. */
  | 'FOR_COVERAGE'
  /** To be done or paid for covered care; it never changes the status. */
  | 'ONCE_COVERED';

/** Whether the given facts meet a requirement. */
export type RequirementState =
  /** The facts given meet it already. */
  | 'MET'
  /** The facts given leave it open, which is not a no. */
  | 'UNKNOWN'
  /** The facts given rule it out. */
  | 'UNMET';

/** How strictly a source asks for something. */
export type RequirementStrength =
  /** It is asked for in some cases and not in others. */
  | 'MAY_BE_REQUIRED'
  /** A source states that it is not asked for. */
  | 'NOT_REQUIRED'
  /** The plan has rules on it to follow, which is not "always required". */
  | 'PLAN_RULES_APPLY'
  /** It has to be met in every case. */
  | 'REQUIRED';

/** The known facts of the case. A fact that is left out is unknown; it never means no. */
export type SituationInput = {
  /** The number so far of what a condition counts. */
  counts?: Array<CountInput> | null | undefined;
  /** Coverage conditions that hold, by slug. */
  met?: Array<string> | null | undefined;
  /** The day of the care. Left out: today, and the answer says so. */
  on?: string | null | undefined;
  /** Where the care is given, by ISO 3166 code; ZZ: abroad, country not said. Left out: in the plan's home territory, and the answer says so. */
  territory?: string | null | undefined;
  /** Coverage conditions that do not hold, by slug. */
  unmet?: Array<string> | null | undefined;
};

/** What a question is about, named in exactly one of these ways. */
export type SubjectInput =
  {   /** A billing code, with its system before a colon where it is not CPT: 97124, HCPCS:A0428. */
  billingCode: string; id?: never; service?: never; technique?: never; }
  |  { billingCode?: never;   /** The global id of any of them, as a search gives it. */
  id: string | number; service?: never; technique?: never; }
  |  { billingCode?: never; id?: never;   /** A service by its slug, such as massage-therapy. */
  service: string; technique?: never; }
  |  { billingCode?: never; id?: never; service?: never;   /** A technique by its slug, such as effleurage. */
  technique: string; };

export type PlainChoicesQueryVariables = Exact<{ [key: string]: never; }>;


export type PlainChoicesQuery = { plans: { nodes: Array<{ slug: string, name: string }> }, services: { nodes: Array<{ slug: string, name: string }> }, billingCodes: { nodes: Array<{ slug: string, name: string }> } };

export type PlainCoverageQueryVariables = Exact<{
  plan: string;
  of: SubjectInput;
  given?: SituationInput | null | undefined;
}>;


export type PlainCoverageQuery = { coverage: { status: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, summary: string, assumptions: Array<string>, plan: { slug: string, name: string }, subject:
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
      | { kind: ConceptKind, slug: string, name: string }
    , territory: { code: string, name: string } | null, given: Array<{ holds: boolean | null, count: number | null, condition: { slug: string, name: string, question: string | null, counts: string | null } }>, missing: Array<{ slug: string, name: string, question: string | null, counts: string | null }>, requirements: Array<{ role: RequirementRole, text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string> }>, pathways: Array<{ facts: Array<{ text: string }> }>, limits: Array<{ text: string }>, costs: Array<{ text: string }>, disagreements: Array<{ title: string, positions: Array<{ says: string, sources: Array<{ name: string }> }> }>, proof: Array<{ number: number, text: string, restsOn: Array<number> }>, rejectedRules: Array<{ text: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, source: { name: string, publisher: string | null, publishedOn: string | null, checkedOn: string } }> } | null };

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
    >, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, source: { name: string, publisher: string | null, publishedOn: string | null, checkedOn: string } }>, determinations: Array<{ status: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, summary: string, assumptions: Array<string>, plan: { slug: string, name: string }, subject:
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
        | { kind: ConceptKind, slug: string, name: string }
      , territory: { code: string, name: string } | null, given: Array<{ holds: boolean | null, count: number | null, condition: { slug: string, name: string, question: string | null, counts: string | null } }>, missing: Array<{ slug: string, name: string, question: string | null, counts: string | null }>, requirements: Array<{ role: RequirementRole, text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string> }>, pathways: Array<{ facts: Array<{ text: string }> }>, limits: Array<{ text: string }>, costs: Array<{ text: string }>, disagreements: Array<{ title: string, positions: Array<{ says: string, sources: Array<{ name: string }> }> }>, proof: Array<{ number: number, text: string, restsOn: Array<number> }>, rejectedRules: Array<{ text: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, source: { name: string, publisher: string | null, publishedOn: string | null, checkedOn: string } }> }> } | null };

export type PlainAnswerFragment = { status: CoverageStatus, possibleOutcomes: Array<CoverageStatus>, summary: string, assumptions: Array<string>, plan: { slug: string, name: string }, subject:
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
    | { kind: ConceptKind, slug: string, name: string }
  , territory: { code: string, name: string } | null, given: Array<{ holds: boolean | null, count: number | null, condition: { slug: string, name: string, question: string | null, counts: string | null } }>, missing: Array<{ slug: string, name: string, question: string | null, counts: string | null }>, requirements: Array<{ role: RequirementRole, text: string, state: RequirementState, strength: RequirementStrength, dependsOn: Array<string> }>, pathways: Array<{ facts: Array<{ text: string }> }>, limits: Array<{ text: string }>, costs: Array<{ text: string }>, disagreements: Array<{ title: string, positions: Array<{ says: string, sources: Array<{ name: string }> }> }>, proof: Array<{ number: number, text: string, restsOn: Array<number> }>, rejectedRules: Array<{ text: string }>, citations: Array<{ locator: string, says: string, url: string | null, quote: string | null, source: { name: string, publisher: string | null, publishedOn: string | null, checkedOn: string } }> };

export type PlainConditionFragment = { slug: string, name: string, question: string | null, counts: string | null };

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
  }
  pathways {
    facts {
      text
    }
  }
  limits {
    text
  }
  costs {
    text
  }
  disagreements {
    title
    positions {
      says
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
  }
  pathways {
    facts {
      text
    }
  }
  limits {
    text
  }
  costs {
    text
  }
  disagreements {
    title
    positions {
      says
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
}`, {"documentId":"sha256:c1ddb4063b3146dc6cd748dc455bd4842427445819b65905d7c0ee23d7f579ae"}) as unknown as TypedDocumentString<PlainCoverageQuery, PlainCoverageQueryVariables>;
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
  }
  pathways {
    facts {
      text
    }
  }
  limits {
    text
  }
  costs {
    text
  }
  disagreements {
    title
    positions {
      says
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
}`, {"documentId":"sha256:d5727b082f793eba1280a2a33d0a38ee5568f52447ed06ab6c742c5113cd835e"}) as unknown as TypedDocumentString<PlainAskQuery, PlainAskQueryVariables>;