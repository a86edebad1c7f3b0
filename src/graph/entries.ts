/**
 * The types of the graph in memory: entries and the claims that link them. A built graph is immutable. Entries refer to
 * each other directly and not by slug, in both directions: `buildGraph` derives each inverse, which no data file states.
 */
import type {
  CodeSystem,
  ConditionTopic,
  ExternalCodeSystem,
  GroupOperator,
  LinkKind,
  PlaceScope,
  PlanLevel,
  RemarkTopic,
  RequirementStrength,
  RuleEffect,
  RuleInheritance,
  RuleModality,
  RuleQuantifier,
  SourceAuthority,
  SynonymMatch,
  CoverageStatus,
} from '../model/words.ts';
import type { CostShare, CoverageLimit } from '../model/amounts.ts';
import type { ServedCounty } from '../model/counties.ts';

/** A passage of a source, with a paraphrase of what it says. Rules, links and remarks cite passages. */
export interface Passage {
  readonly source: Source;
  readonly key: string;
  /** The source in which it was read, if the cited source itself was not read. */
  readonly via: Source | null;
  /** Where in the source: heading and paragraph, section, or page. */
  readonly at: string;
  /** The first line in the plain text of the original, from 1; null if that text was not available. */
  readonly line: number | null;
  /** The last line of the passage; equal to `line` for a passage of one line. */
  readonly lastLine: number | null;
  readonly url: string | null;
  readonly says: string;
  /** `sha256-` and 64 hexadecimal digits over the normalized text of the passage; null if the text was not available. */
  readonly fingerprint: string | null;
  /** The text of the passage; only if the operator has the original and it matches the fingerprint. */
  readonly quote: string | null;
}

/** A claim that two entries are related, seen from `from`. The inverse is a link of its own. */
export interface Link {
  readonly kind: LinkKind;
  readonly from: Entry;
  readonly to: Entry;
  readonly match: SynonymMatch | null;
  readonly cites: readonly Passage[];
}

export interface Remark {
  readonly topic: RemarkTopic;
  readonly text: string;
  readonly modality: RuleModality;
  /** Passages cited by other remarks on the same entry that say otherwise. */
  readonly contradicts: readonly Passage[];
  readonly cites: readonly Passage[];
}

export interface ExternalCode {
  readonly system: ExternalCodeSystem;
  readonly code: string;
  readonly match: SynonymMatch;
  readonly cites: readonly Passage[];
}

interface Named {
  readonly slug: string;
  readonly name: string;
  readonly alternateNames: readonly string[];
  /** Other phrases that people use for it in a question; for a condition, phrases that say that it holds. */
  readonly phrases: readonly string[];
  readonly description: string | null;
  /** The passages behind the entry; if its file cites none, the passages that its rules and links cite. */
  readonly cites: readonly Passage[];
  readonly remarks: readonly Remark[];
  /** Its links in both directions, in the order of link kinds and then of slugs. */
  readonly links: readonly Link[];
}

export interface Source extends Named {
  readonly kind: 'SOURCE';
  readonly publisher: string | null;
  readonly authority: SourceAuthority;
  readonly edition: string | null;
  /** An ISO day; null where the source does not say, which is not today. */
  readonly publishedOn: string | null;
  readonly checkedOn: string;
  readonly url: string | null;
  readonly licence: string;
  readonly passages: ReadonlyMap<string, Passage>;
  /** The rules that cite it. */
  readonly rules: readonly Rule[];
}

export interface Territory extends Named {
  readonly kind: 'TERRITORY';
  readonly code: string;
  readonly partOf: readonly Territory[];
  readonly parts: readonly Territory[];
  /** Whether its parts together make up the whole of it. */
  readonly wholeOfParts: boolean;
  /**
   * The indivisible places that it consists of, as numbers. A place whose parts make up the whole has the union of their
   * atoms. Any other place has an atom of its own in addition, so that a list of some parts never equals the whole.
   */
  readonly atoms: ReadonlySet<number>;
}

export interface Condition extends Named {
  readonly kind: 'COVERAGE_CONDITION';
  readonly topic: ConditionTopic;
  readonly question: string | null;
  /** What it counts; null for a condition that is met or unmet. */
  readonly counts: string | null;
  /** How it reads inside a sentence: "prescribed", "part of a physical therapy program". */
  readonly phrase: string;
  /** Phrases that say that it does not hold: "out of network". */
  readonly phrasesAgainst: readonly string[];
  readonly implies: readonly Link[];
  readonly excludes: readonly Link[];
  /** The condition itself and every condition that it implies, directly or indirectly. */
  readonly impliedClosure: ReadonlySet<Condition>;
  readonly externalCodes: readonly ExternalCode[];
  /** The rules that test it or require it. */
  readonly rules: readonly Rule[];
}

interface SubjectBase extends Named {
  /** How it reads inside a sentence: "massage therapy", "Swedish massage"; for a code, its system and number. */
  readonly phrase: string;
  /** Its upward links: to codes that include a technique, to services that a code bills, and to broader services. */
  readonly up: readonly Link[];
  readonly rules: readonly Rule[];
}
export interface Service extends SubjectBase {
  readonly kind: 'SERVICE';
  readonly externalCodes: readonly ExternalCode[];
}
export interface Technique extends SubjectBase {
  readonly kind: 'TECHNIQUE';
  readonly synonyms: readonly Synonym[];
}
export interface Synonym {
  readonly name: string;
  readonly match: SynonymMatch;
  /** The entry with that name; null if the graph has none. */
  readonly concept: Subject | null;
  readonly cites: readonly Passage[];
}
export interface BillingCode extends SubjectBase {
  readonly kind: 'BILLING_CODE';
  readonly system: CodeSystem;
  readonly code: string;
}
/** What a plan can cover. */
export type Subject = Service | Technique | BillingCode;

export interface Inheritance {
  readonly plan: Plan;
  readonly takes: RuleInheritance;
  /** What is asked of every grant that is taken over by it. */
  readonly requires: readonly RuleRequirement[];
  readonly link: Link;
}
export interface Home {
  /** The links to the places of the list that answers use. Lists of other sources are links of the plan too. */
  readonly links: readonly Link[];
  readonly atoms: ReadonlySet<number>;
  /** The plan whose file states it: the plan itself, or one that it is within. */
  readonly statedBy: Plan;
}
/** Counties of one state. Areas that name the same counties share one list. */
export interface CountyList {
  readonly state: Territory;
  readonly counties: readonly ServedCounty[];
}
/** Where a plan is offered to people. This is not the same as what the plan counts as home. */
export interface ServiceArea {
  /** The plan whose file states it: the plan itself, or one that it is within. */
  readonly statedBy: Plan;
  /** States that it serves as a whole. */
  readonly states: readonly Territory[];
  readonly counties: readonly CountyList[];
  /** MAY if the source leaves open whether it is this area or another. */
  readonly modality: RuleModality;
  /** Half-open: it holds on `from` and no longer on `until`. */
  readonly from: string | null;
  readonly until: string | null;
  readonly cites: readonly Passage[];
}
export interface Plan extends Named {
  readonly kind: 'PLAN';
  readonly level: PlanLevel;
  readonly within: Plan | null;
  readonly contains: readonly Plan[];
  readonly takesRulesFrom: readonly Inheritance[];
  readonly supplements: readonly Plan[];
  /** Null if neither the plan nor a plan that it is within states one. */
  readonly home: Home | null;
  /** Its own, or those of the nearest plan that it is within; empty if no source states any. */
  readonly serviceAreas: readonly ServiceArea[];
  /** What is known to exist about it and was not read, in words. */
  readonly notRead: readonly string[];
  /** The rules in its own file, in the file's order. */
  readonly rules: readonly Rule[];
  readonly cases: readonly Case[];
}

/** Where a rule applies. UNSTATED: the source names no place; see docs/semantics.md#section-3-place. */
export interface Where {
  readonly scope: PlaceScope | 'UNSTATED';
  readonly territories: readonly Territory[];
}
export interface ConditionTest {
  readonly type: 'TEST';
  readonly condition: Condition;
  /** Bounds of a count, both inclusive; both null for a condition that is met or unmet. */
  readonly atLeast: number | null;
  readonly atMost: number | null;
}
export interface ConditionGroup {
  readonly type: 'GROUP';
  readonly operator: GroupOperator;
  readonly of: readonly ConditionExpression[];
}
export type ConditionExpression = ConditionGroup | ConditionTest;

export interface RuleRequirement {
  readonly condition: Condition;
  readonly strength: RequirementStrength;
  readonly dependsOn: readonly string[];
  readonly cites: readonly Passage[];
}

/** One reading of what sources say that a plan covers or excludes (docs/semantics.md#section-2). */
export interface Rule {
  /** The plan's slug, a slash, and the rule's own key. */
  readonly slug: string;
  readonly key: string;
  readonly plan: Plan;
  readonly subject: Subject;
  readonly effect: RuleEffect;
  readonly quantifier: RuleQuantifier;
  readonly extent: RuleQuantifier;
  readonly modality: RuleModality;
  /** True if the source names the program and not which part of it is meant. */
  readonly partUnstated: boolean;
  readonly when: ConditionExpression | null;
  readonly where: Where;
  /** Half-open: it holds on `from` and no longer on `until`. */
  readonly from: string | null;
  readonly until: string | null;
  readonly exceptTo: readonly Rule[];
  readonly exceptions: readonly Rule[];
  /** The fuller rules that it says again; it does not apply where one of them is in view. */
  readonly restates: readonly Rule[];
  readonly requires: readonly RuleRequirement[];
  readonly limits: readonly CoverageLimit<Subject, Passage>[];
  readonly costs: readonly CostShare<Passage>[];
  readonly rationale: string | null;
  readonly reading: string | null;
  readonly cites: readonly Passage[];
}

/** A question with its expected answer, stated in the file of a plan. The check derives the answer and compares the two. */
export interface Case {
  readonly name: string;
  readonly plan: Plan;
  readonly subject: Subject;
  readonly met: readonly Condition[];
  readonly unmet: readonly Condition[];
  readonly counts: ReadonlyMap<Condition, number>;
  readonly territory: Territory | null;
  readonly on: string | null;
  readonly accordingTo: readonly Source[] | null;
  readonly status: CoverageStatus;
  readonly best: CoverageStatus | null;
}

/** A claim that the data is complete for certain plans and subjects. Nothing else is claimed to be complete. */
export interface CompletenessClaim {
  readonly text: string;
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  readonly asOf: string;
  readonly cites: readonly Passage[];
}

/** A list whose elements may be made on access. An array is one. */
export interface LazyList<T> {
  readonly length: number;
  readonly at: (place: number) => T | undefined;
  readonly slice: (from: number, to: number) => readonly T[];
}
/** A map that also gives its entries sorted by slug (by code unit), without making all of them. */
export interface OrderedMap<T> extends ReadonlyMap<string, T> {
  readonly slugs: LazyList<string>;
  readonly bySlug: LazyList<T>;
}

/** Anything in the graph that has a name. */
export type Entry = Plan | Subject | Territory | Condition | Source;

/** One complete data set that passed every check. */
export interface Graph {
  /** SHA-256 over everything loaded, as hexadecimal digits. */
  readonly version: string;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly services: ReadonlyMap<string, Service>;
  readonly techniques: ReadonlyMap<string, Technique>;
  readonly billingCodes: ReadonlyMap<string, BillingCode>;
  /** Services, techniques and billing codes together: their slugs share one space. */
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly territories: ReadonlyMap<string, Territory>;
  readonly conditions: ReadonlyMap<string, Condition>;
  readonly sources: ReadonlyMap<string, Source>;
  /** By slug: plan, slash, key. */
  readonly rules: ReadonlyMap<string, Rule>;
  /** The place of a question about care abroad in an unknown country: ZZ, a user-assigned code of ISO 3166. */
  readonly abroad: Territory;
  /** Atoms of the 50 states and DC: the home of a plan for which none is stated. */
  readonly defaultHome: ReadonlySet<number>;
  /** Atoms of all territories. */
  readonly everywhere: ReadonlySet<number>;
  readonly completeness: readonly CompletenessClaim[];
  readonly notices: readonly string[];
  /** What is known to exist and was not read, of no plan in particular, in words. */
  readonly notRead: readonly string[];
}
