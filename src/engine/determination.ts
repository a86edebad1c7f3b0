/** The answer: what Determination in the public schema holds, as entries. Derived each time, never stored. */
import type { Condition, Entry, Link, Passage, Plan, Rule, Source, Subject, Territory } from '../graph/entries.ts';
import type { FactTerms } from '../graph/sentences.ts';
import type { CostShare, CoverageLimit } from '../model/amounts.ts';
import type {
  CoverageHedge,
  CoverageStatus,
  ConditionTopic,
  DefeatGround,
  DisagreementKind,
  FormalityStatus,
  NotStatedReason,
  Outcome,
  ProofStepKind,
  RejectionReason,
  RequirementRole,
  RequirementState,
  RequirementStrength,
  SourceAuthority,
  TruthValue,
} from '../model/words.ts';
import type { AnswerScope, SourceDependence } from './scope.ts';

/** A fact about the case, as given or as wanted, with its words. */
export interface CaseFact extends FactTerms {
  readonly text: string;
}

export interface Requirement {
  readonly role: RequirementRole;
  readonly anyOf: readonly CaseFact[];
  readonly strength: RequirementStrength;
  readonly state: RequirementState;
  readonly text: string;
  readonly dependsOn: readonly string[];
  readonly cites: readonly Passage[];
}

/** Terms as facts: all of these; within one, any of its facts. Empty if it applies wherever the care is covered. */
export type TermsTold = readonly (readonly CaseFact[])[];
/** A limit of covered care, with the terms under which it applies. */
export interface LimitTold extends CoverageLimit<Subject, Passage> {
  readonly terms: TermsTold;
}
/** A price of covered care, with the terms under which it applies. */
export interface CostTold extends CostShare<Passage> {
  readonly terms: TermsTold;
}

/** One way to be covered (docs/semantics.md#section-5-routes), with what is asked on it once the care is covered. */
export interface CoverageRoute {
  readonly outcome: Outcome;
  /** The facts that are still wanted. */
  readonly facts: readonly CaseFact[];
  readonly requirements: readonly Requirement[];
  readonly limits: readonly LimitTold[];
  readonly costs: readonly CostTold[];
  readonly text: string;
  readonly cites: readonly Passage[];
}

/** The verdict on one formality (docs/semantics.md#section-2-formalities). */
export interface Formality {
  readonly topic: ConditionTopic;
  /** Null if there is none, or if there are alternatives. */
  readonly condition: Condition | null;
  readonly status: FormalityStatus;
  readonly text: string;
  readonly role: RequirementRole | null;
  readonly dependsOn: readonly string[];
  readonly cites: readonly Passage[];
}

export interface Pathway {
  readonly facts: readonly CaseFact[];
  readonly outcome: Outcome;
}

export interface ProofStep {
  readonly number: number;
  readonly kind: ProofStepKind;
  readonly text: string;
  /** Numbers of earlier steps. */
  readonly restsOn: readonly number[];
  readonly rule: Rule | null;
  readonly link: Link | null;
  readonly fact: CaseFact | null;
  readonly truth: TruthValue | null;
  readonly ground: DefeatGround | null;
  readonly cites: readonly Passage[];
}

export interface RejectedRule {
  readonly rule: Rule;
  readonly reason: RejectionReason;
  readonly text: string;
}

/** What one source, or several sources that agree, say on their own. */
export interface Position {
  readonly sources: readonly Source[];
  readonly says: string;
  /** Null if the disagreement is not about coverage. */
  readonly status: CoverageStatus | null;
  readonly asOf: string | null;
  readonly cites: readonly Passage[];
}

export interface Disagreement {
  readonly key: string;
  readonly title: string;
  readonly kind: DisagreementKind;
  readonly about: readonly Entry[];
  readonly positions: readonly Position[];
  readonly partsOn: readonly CaseFact[];
  readonly reading: string | null;
  /** The rules behind the two positions; empty if the disagreement is not about coverage. */
  readonly rules: readonly Rule[];
}

/** A later day on which rules in reach begin. */
export interface UpcomingChange {
  readonly on: string;
  readonly begins: readonly Rule[];
  readonly ends: readonly Rule[];
  /** The status of the same question on that day. */
  readonly status: CoverageStatus;
  readonly best: Outcome;
  /** The answer to the same question on that day. */
  readonly determination: Determination;
}

export interface Determination {
  /** A digest of the normalized question and the data version. */
  readonly id: string;
  readonly status: CoverageStatus;
  readonly best: Outcome;
  readonly possibleOutcomes: readonly Outcome[];
  readonly hedges: readonly CoverageHedge[];
  readonly notStated: NotStatedReason | null;
  readonly summary: string;
  /** The sentences of the summary, each with the numbers of the steps of the proof that it rests on. */
  readonly clauses: readonly { readonly text: string; readonly steps: readonly number[] }[];
  readonly plan: Plan;
  readonly subject: Subject;
  readonly territory: Territory | null;
  readonly on: string;
  readonly given: readonly CaseFact[];
  readonly accordingTo: readonly Source[] | null;
  readonly minimumAuthority: SourceAuthority | null;
  readonly dataVersion: string;
  readonly assumptions: readonly string[];
  readonly requirements: readonly Requirement[];
  /** The requirements with one of these roles; the others are not derived. */
  readonly requirementsFor: (roles: ReadonlySet<RequirementRole>) => readonly Requirement[];
  /** One verdict on each of the six formalities; none if the best outcome is not coverage. */
  readonly formalities: readonly Formality[];
  /** At most 32, best outcome first. */
  readonly routes: readonly CoverageRoute[];
  readonly routesComplete: boolean;
  readonly limits: readonly LimitTold[];
  readonly costs: readonly CostTold[];
  readonly pathways: readonly Pathway[];
  readonly pathwaysComplete: boolean;
  readonly missing: readonly Condition[];
  readonly nextQuestion: Condition | null;
  readonly proof: readonly ProofStep[];
  readonly rejectedRules: readonly RejectedRule[];
  /** Where the answer was looked for, and where not. */
  readonly scope: AnswerScope;
  /** Each source without which the status would be another. */
  readonly leansOn: readonly SourceDependence[];
  readonly positions: readonly Position[];
  readonly disagreements: readonly Disagreement[];
  readonly cites: readonly Passage[];
  /** Changes after the day of the question, in the order of days. */
  readonly upcomingChanges: readonly UpcomingChange[];
  /** Returns at most the given number of better answers on the same facts, best first. Null on an alternative itself. */
  readonly alternatives: ((most: number) => readonly Determination[]) | null;
}
