/**
 * Answers a question (docs/semantics.md, sections 2 to 5). `applicable-rules.ts` finds the rules that apply
 * (docs/semantics.md#section-3), `conflict-resolution.ts` finds those that are not defeated (docs/semantics.md#section-4),
 * `derive.ts` combines both into outcomes, and `outcomes.ts` covers every completion of the unknown facts
 * (docs/semantics.md#section-5). Each part of the answer is computed when it is first read.
 */
import { createHash } from 'node:crypto';
import type { Entry } from '../graph/entries.ts';
import { alternatives } from './alternatives.ts';
import {
  conclude,
  coverageRequirements,
  missingConditions,
  nextQuestion,
  pathways,
  type Conclusion,
  type CoverageTerms,
} from './outcomes.ts';
import { REQUIREMENT_ROLES, type RequirementRole } from '../model/words.ts';
import { rejectedRules } from './deciding-rules.ts';
import type { Determination, Disagreement, Requirement } from './determination.ts';
import { differingClaims, homeStatedBy } from './differing-claims.ts';
import { disagreementsTouching } from './disagreements.ts';
import { sourcePositions, type SourcePosition } from './source-positions.ts';
import { assumptions, citationsOf, prove } from './proof.ts';
import type { Question } from './question.ts';
import { sourceFilter } from './applicable-rules.ts';
import { alsoStated } from './also-stated.ts';
import { factsTogether, givenFacts } from './facts.ts';
import { formalities } from './formalities.ts';
import { forCoverage } from './requirements.ts';
import { claimsToBest, costsTold, limitsTold, notRequired, onceCovered, routesTold } from './routes-told.ts';
import { leansOn, scopeOf } from './scope.ts';
import { hedges } from './hedges.ts';
import { notStatedReason } from './not-stated.ts';
import { stepsOf } from './clause-steps.ts';
import { summaryClauses, type SummaryClause } from './summary.ts';
import { upcomingChanges, withLaterDay } from './upcoming-changes.ts';

/**
 * Answers whether a plan covers a subject, with requirements and proof. Throws ContradictingFacts if the given facts cannot
 * hold together. `isAlternative`: the answer offers no alternatives of its own.
 */
export function determine(asked: Question, isAlternative = false): Determination {
  const question = inOneSpelling(asked);
  return new Derived(question, conclude(question), isAlternative);
}

/** An answer whose parts are computed on first access and then cached. */
class Derived implements Determination {
  readonly #question: Question;
  readonly #conclusion: Conclusion;
  readonly #isAlternative: boolean;
  #forCoverage: readonly Requirement[] | undefined;
  #onceCovered: readonly Requirement[] | undefined;
  #alsoStated: readonly Requirement[] | undefined;
  #requirements: Determination['requirements'] | undefined;
  #scope: Determination['scope'] | undefined;
  #leansOn: Determination['leansOn'] | undefined;
  #limits: Determination['limits'] | undefined;
  #costs: Determination['costs'] | undefined;
  #routes: ReturnType<typeof routesTold> | undefined;
  #formalities: Determination['formalities'] | undefined;
  #summary: string | undefined;
  #clauses: readonly SummaryClause[] | undefined;
  #proof: Determination['proof'] | undefined;
  #positions: readonly SourcePosition[] | undefined;
  #rejected: Determination['rejectedRules'] | undefined;
  #parted: Determination['disagreements'] | undefined;
  #missing: Determination['missing'] | undefined;
  #upcoming: Determination['upcomingChanges'] | undefined;
  #next: Determination['nextQuestion'] | undefined;

  constructor(question: Question, conclusion: Conclusion, isAlternative: boolean) {
    this.#question = question;
    this.#conclusion = conclusion;
    this.#isAlternative = isAlternative;
  }

  get status() {
    return this.#conclusion.status;
  }
  get best() {
    return this.#conclusion.best;
  }
  get possibleOutcomes() {
    return this.#conclusion.possibleOutcomes;
  }
  get plan() {
    return this.#question.plan;
  }
  get subject() {
    return this.#question.subject;
  }
  get territory() {
    return this.#question.territory;
  }
  get on() {
    return this.#question.on;
  }
  get accordingTo() {
    return this.#question.accordingTo;
  }
  get minimumAuthority() {
    return this.#question.minimumAuthority;
  }
  get dataVersion() {
    return this.#question.graph.version;
  }
  get id() {
    return idOf(this.#question);
  }
  get hedges() {
    return hedges(this.#conclusion);
  }
  get notStated() {
    return notStatedReason(this.#conclusion);
  }
  get summary(): string {
    return (this.#summary ??= this.#allClauses()
      .map(({ text }) => text)
      .join(' '));
  }
  get clauses() {
    const { proof } = this;
    return this.#allClauses().map(({ text, basis }) => ({ text, steps: stepsOf(basis, proof) }));
  }
  get given() {
    return givenFacts(this.#question);
  }
  get assumptions() {
    return assumptions(this.proof);
  }
  get requirements() {
    return (this.#requirements ??= REQUIREMENT_ROLES.flatMap((role) => this.#list(role)));
  }
  requirementsFor(roles: ReadonlySet<RequirementRole>): readonly Requirement[] {
    return REQUIREMENT_ROLES.filter((role) => roles.has(role)).flatMap((role) => this.#list(role));
  }
  get limits() {
    return (this.#limits ??= limitsTold(this.#conclusion));
  }
  get costs() {
    return (this.#costs ??= costsTold(this.#conclusion));
  }
  get routes() {
    return this.#allRoutes().routes;
  }
  get routesComplete() {
    return this.#allRoutes().complete;
  }
  get formalities() {
    return (this.#formalities ??= formalities(this.#conclusion, {
      requirements: this.requirements,
      costs: this.costs,
      routes: this.routes,
      routesComplete: this.routesComplete,
      notRequired: notRequired(this.#conclusion),
      toBest: claimsToBest(this.#conclusion),
    }));
  }
  get pathways() {
    return pathways(this.#conclusion).sets.map((set) => ({
      facts: factsTogether(set, this.#conclusion.vocabulary),
      outcome: this.best,
    }));
  }
  get pathwaysComplete() {
    return pathways(this.#conclusion).complete && this.#coverageTerms().complete;
  }
  get missing() {
    return (this.#missing ??= missingConditions(this.#conclusion));
  }
  get nextQuestion() {
    return this.#next === undefined ? (this.#next = nextQuestion(this.#conclusion)) : this.#next;
  }
  get proof() {
    return (this.#proof ??= prove(this.#conclusion));
  }
  get rejectedRules() {
    return (this.#rejected ??= rejectedRules(this.#conclusion));
  }
  get scope() {
    return (this.#scope ??= scopeOf(this.#conclusion));
  }
  get leansOn() {
    return (this.#leansOn ??= leansOn(this.#conclusion));
  }
  get positions() {
    return this.#stands();
  }
  get disagreements() {
    return (this.#parted ??= [...disagreementsTouching(this.#question), ...claimsTouched(this.#conclusion)]);
  }
  get cites() {
    return citationsOf(this.proof);
  }
  get upcomingChanges() {
    return (this.#upcoming ??= upcomingChanges(this.#conclusion, (later) => determine(later, this.#isAlternative)));
  }
  get alternatives(): Determination['alternatives'] {
    return this.#isAlternative
      ? null
      : (most) => alternatives(this.#question, this.#conclusion, most, (other) => determine(other, true));
  }

  /** The sentences of the summary, with those on a later day if the day was assumed. */
  #allClauses(): readonly SummaryClause[] {
    return (this.#clauses ??= this.#question.onAssumed
      ? withLaterDay(this.#clausesOfDay(), this, this.upcomingChanges, this.#conclusion)
      : this.#clausesOfDay());
  }
  #clausesOfDay(): readonly SummaryClause[] {
    return summaryClauses(this.#conclusion, {
      requirements: this.requirements,
      complete: this.#coverageTerms().complete,
      costs: () => this.costs,
      withRelated: true,
    });
  }
  #stands(): readonly SourcePosition[] {
    return (this.#positions ??= sourcePositions(this.#conclusion));
  }
  #coverageTerms(): CoverageTerms {
    return coverageRequirements(this.#conclusion);
  }
  #allRoutes(): ReturnType<typeof routesTold> {
    return (this.#routes ??= routesTold(this.#conclusion));
  }
  #list(role: RequirementRole): readonly Requirement[] {
    if (role === 'FOR_COVERAGE') return (this.#forCoverage ??= forCoverage(this.#conclusion, this.#coverageTerms()));
    if (role === 'ONCE_COVERED') return (this.#onceCovered ??= onceCovered(this.#conclusion));
    return (this.#alsoStated ??= alsoStated(this.#conclusion, [
      ...this.#list('FOR_COVERAGE'),
      ...this.#list('ONCE_COVERED'),
    ]));
  }
}

/** The disagreements about the entries that the answer uses, if a source of each position is included. */
function claimsTouched({ question, whole }: Conclusion): Disagreement[] {
  const isIncluded = sourceFilter(question);
  const entries = new Set<Entry>([
    question.plan,
    homeStatedBy(question.plan) ?? question.plan,
    ...whole.reach.subjects.keys(),
  ]);
  return [...entries]
    .flatMap(differingClaims)
    .filter(({ positions }) => positions.every(({ cites }) => cites.some(isIncluded)));
}

function bySlug(a: Entry, b: Entry): number {
  if (a.slug === b.slug) return 0;
  return a.slug < b.slug ? -1 : 1;
}
const inOrder = <E extends Entry>(entries: readonly E[]): readonly E[] =>
  entries.length < 2 ? entries : [...new Set(entries)].sort(bySlug);

/** The question with each list sorted and without duplicates, so that equal questions have identical answers. */
function inOneSpelling(question: Question): Question {
  const { graph, plan, subject, met, unmet, counts, territory, on, onAssumed, accordingTo, minimumAuthority } =
    question;
  if (met.length < 2 && unmet.length < 2 && counts.size < 2 && (accordingTo === null || accordingTo.length < 2))
    return question;
  const counted = new Map([...counts].sort(([a], [b]) => bySlug(a, b)));
  return {
    graph,
    plan,
    subject,
    met: inOrder(met),
    unmet: inOrder(unmet),
    counts: counted,
    territory,
    on,
    onAssumed,
    accordingTo: accordingTo && inOrder(accordingTo),
    minimumAuthority,
  };
}

/** A digest of the question and the data version. */
function idOf({
  graph,
  plan,
  subject,
  met,
  unmet,
  counts,
  territory,
  on,
  onAssumed,
  accordingTo,
  minimumAuthority,
}: Question): string {
  const slugs = (entries: readonly Entry[] | null): string[] | null => entries && entries.map(({ slug }) => slug);
  const spelled = JSON.stringify([
    graph.version,
    plan.slug,
    subject.slug,
    slugs(met),
    slugs(unmet),
    [...counts].map(([{ slug }, count]) => [slug, count]),
    territory?.code ?? null,
    on,
    onAssumed,
    slugs(accordingTo),
    minimumAuthority,
  ]);
  return createHash('sha256').update(spelled).digest('base64url').slice(0, 32);
}
