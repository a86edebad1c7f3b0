/**
 * The graph in memory: entries and the claims that join them. Everything here is immutable once built, holds entries
 * rather than slugs, and knows its way back: `buildGraph` derives each inverse, no data file states one.
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

/** A place in a source, and in our own words what stands there. Rules, links and remarks cite these. */
export interface Passage {
  readonly source: Source;
  readonly key: string;
  /** The source it was read in, where the cited one itself was not read. */
  readonly via: Source | null;
  /** Where in the source: heading and paragraph, section, or page. */
  readonly at: string;
  /** The line of the original's plain text, from 1; null where the original was not at hand as text. */
  readonly line: number | null;
  /** The last line of the passage; equal to `line` for a passage of one line. */
  readonly lastLine: number | null;
  readonly url: string | null;
  readonly says: string;
  /** `sha256-` and 64 hexadecimal digits over the passage in normal form; null where the passage was not at hand. */
  readonly fingerprint: string | null;
  /** The passage itself; only where the operator holds the original and it matches the fingerprint. */
  readonly quote: string | null;
}

/** One end of a claim that two entries are joined, seen from `from`; the other end is a link of its own. */
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
  /** Further ways in which people say it in a question; of a condition, ways of saying that it holds. */
  readonly phrases: readonly string[];
  readonly description: string | null;
  /** Who says what stands in the entry; where it cites nothing itself, everything that its rules and links cite. */
  readonly cites: readonly Passage[];
  readonly remarks: readonly Remark[];
  /** Its neighbours both ways, in the order of link kinds and then of slugs. */
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
  /** Whether its parts make up the whole of it, as the table of territories states. */
  readonly wholeOfParts: boolean;
  /**
   * The indivisible places that it is made of, as numbers. A place whose parts make up the whole has the union of
   * theirs; any other has one of its own beside them, so that a list of some parts is never mistaken for the whole.
   */
  readonly atoms: ReadonlySet<number>;
}

export interface Condition extends Named {
  readonly kind: 'COVERAGE_CONDITION';
  readonly topic: ConditionTopic;
  readonly question: string | null;
  /** What it counts; null for a condition that is met or unmet. */
  readonly counts: string | null;
  /** How a person says it in a sentence: "prescribed", "part of a physical therapy program". */
  readonly phrase: string;
  /** Ways of saying that it does not hold: "out of network". */
  readonly phrasesAgainst: readonly string[];
  readonly implies: readonly Link[];
  readonly excludes: readonly Link[];
  /** Itself and every condition that holds whenever it does, however far. */
  readonly impliedClosure: ReadonlySet<Condition>;
  readonly externalCodes: readonly ExternalCode[];
  /** The rules that turn on it or require it. */
  readonly rules: readonly Rule[];
}

interface SubjectBase extends Named {
  /** How it is said inside a sentence: "massage therapy", "Swedish massage"; of a code its system and number. */
  readonly phrase: string;
  /** The links that a question climbs: to the codes that include a technique, what a code bills, what is broader. */
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
  /** The entry that the name belongs to, where the graph has one. */
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
  readonly link: Link;
}
export interface Home {
  /** The links to the places of the list that is read; other sources' lists are links of the plan too. */
  readonly links: readonly Link[];
  readonly atoms: ReadonlySet<number>;
  /** The plan whose file states it: the plan itself, or one that it is within. */
  readonly statedBy: Plan;
}
/** Counties of one state; areas that name the same ones have the same list. */
export interface CountyList {
  readonly state: Territory;
  readonly counties: readonly ServedCounty[];
}
/** Where a plan is offered to people, which is another thing than what it counts as home. */
export interface ServiceArea {
  /** The plan whose file states it: the plan itself, or one that it is within. */
  readonly statedBy: Plan;
  /** Served as a whole. */
  readonly states: readonly Territory[];
  readonly counties: readonly CountyList[];
  /** MAY where the source leaves open whether it is this area or another. */
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
  /** Null where neither it nor a plan that it is within states one. */
  readonly home: Home | null;
  /** Its own, or those of the nearest plan that it is within; empty where no source says. */
  readonly serviceAreas: readonly ServiceArea[];
  /** The rules in its own file, in the file's order. */
  readonly rules: readonly Rule[];
  readonly cases: readonly Case[];
}

/** UNSTATED: the source names no place; docs/semantics.md#section-3-place says what is then read. */
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
  /** True where the source names the programme and not which part of it is meant. */
  readonly partUnstated: boolean;
  readonly when: ConditionExpression | null;
  readonly where: Where;
  /** Half-open: it holds on `from` and no longer on `until`. */
  readonly from: string | null;
  readonly until: string | null;
  readonly exceptTo: readonly Rule[];
  readonly exceptions: readonly Rule[];
  readonly restates: Rule | null;
  readonly requires: readonly RuleRequirement[];
  readonly limits: readonly CoverageLimit<Subject, Passage>[];
  readonly costs: readonly CostShare<Passage>[];
  readonly rationale: string | null;
  readonly reading: string | null;
  readonly cites: readonly Passage[];
}

/** A question whose answer the curator states beside the rules; the check derives it and holds it against the statement. */
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

/** What the data claims to cover in full; anything else is open. */
export interface CompletenessClaim {
  readonly text: string;
  readonly plans: readonly Plan[];
  readonly subjects: readonly Subject[];
  readonly asOf: string;
  readonly cites: readonly Passage[];
}

/** A list of which no more need be made than is looked at; an array is one. */
export interface LazyList<T> {
  readonly length: number;
  readonly at: (place: number) => T | undefined;
  readonly slice: (from: number, to: number) => readonly T[];
}
/** A map whose entries are at hand in the order of their slugs by code unit, so that a few of them cost no more than a few. */
export interface OrderedMap<T> extends ReadonlyMap<string, T> {
  readonly slugs: LazyList<string>;
  readonly bySlug: LazyList<T>;
}

/** Anything in the graph that has a name. */
export type Entry = Plan | Subject | Territory | Condition | Source;

/** One data set, checked and whole. */
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
  /** The place of a question that says "abroad" and names no country: ISO 3166's user-assigned ZZ. */
  readonly abroad: Territory;
  /** Atoms of the 50 states and DC: home where no programme states one. */
  readonly defaultHome: ReadonlySet<number>;
  /** Atoms of all territories. */
  readonly everywhere: ReadonlySet<number>;
  readonly completeness: readonly CompletenessClaim[];
  readonly notices: readonly string[];
}
