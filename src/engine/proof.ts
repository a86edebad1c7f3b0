/**
 * Writes the derivation as a proof that a reader can check step by step (docs/semantics.md#section-3 to
 * docs/semantics.md#section-5): what was given and assumed, the links followed, the truth of each condition, each rule that
 * may act, each defeat with its ground, and the conclusion. Every step comes after the steps that it rests on, and every
 * leaf that is neither given nor assumed cites its source (docs/semantics.md#i7).
 */
import type { Condition, ConditionTest, Home, Link, Passage, Plan, Rule } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import type { TruthValue } from '../model/words.ts';
import { isCertain, isPossible, type Conclusion } from './outcomes.ts';
import type { Derivation, RuleSet } from './derive.ts';
import type { ProofStep } from './determination.ts';
import { decidingRules, isHere } from './deciding-rules.ts';
import { FALSE } from './bdd.ts';
import { eachTest, functionOf } from './boolean-variables.ts';
import { homeOf } from './rule-territory.ts';
import { sourceFilter, type ApplicableRule } from './applicable-rules.ts';
import { caseFact, givenFacts, namesCondition, withTargets } from './requirements.ts';
import * as words from './proof-words.ts';
import { linkText, ruleText, sentence } from '../graph/sentences.ts';

type Draft = Partial<Omit<ProofStep, 'number' | 'kind' | 'text'>>;
const NONE: readonly never[] = [];

/** The steps of the proof, numbered from 1, each after the steps that it rests on. */
export function prove(conclusion: Conclusion): ProofStep[] {
  return new ProofWriter(conclusion).write();
}

/** The numbers in ascending order, each once. */
const unique = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);

/**
 * The steps of one proof while it is written. Each method adds the steps that its name says, if the proof does not have them
 * yet, and returns their numbers.
 */
class ProofWriter {
  readonly #conclusion: Conclusion;
  readonly #isIncluded: (passage: Passage) => boolean;
  /** The rules that may speak of a condition, for the citations of its step. */
  readonly #rules: ReadonlySet<Rule>;
  readonly #steps: ProofStep[] = [];
  /** The number of each step by its key. */
  readonly #made = new Map<string, number>();
  /** The steps of the place and the day, on which every rule rests. */
  #frame: readonly number[] = NONE;

  constructor(conclusion: Conclusion) {
    this.#conclusion = conclusion;
    this.#isIncluded = sourceFilter(conclusion.question);
    this.#rules = allRules(conclusion.derivation, conclusion);
  }

  write(): ProofStep[] {
    const { question, whole, derivation, status, possibleOutcomes } = this.#conclusion;
    const { plan, subject, territory } = question;
    for (const fact of givenFacts(question))
      this.#step(`given ${fact.condition.slug}`, 'GIVEN', words.givenFact(fact), { fact, truth: 'TRUE' });
    this.#frame = [...this.#placeSteps(), this.#dayStep()];
    const rests = this.#derivationSteps(derivation, whole, '', decidingRules(this.#conclusion));
    const text = words.conclusion(plan, subject, territory, status, possibleOutcomes);
    this.#step('conclusion', 'CONCLUSION', text, { restsOn: unique([...this.#frame, ...rests]) });
    return this.#steps;
  }

  /** Adds a step and returns its number. If the key was used before, returns the number of that step. */
  #step(key: string, kind: ProofStep['kind'], text: string, draft: Draft = {}): number {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const number = this.#steps.length + 1;
    const { restsOn = NONE, rule = null, link = null, fact = null, truth = null, ground = null, cites = NONE } = draft;
    this.#steps.push({ number, kind, text, restsOn, rule, link, fact, truth, ground, cites });
    this.#made.set(key, number);
    return number;
  }

  #truthOf(f: number): TruthValue {
    if (isCertain(f, this.#conclusion)) return 'TRUE';
    return isPossible(f, this.#conclusion) ? 'UNKNOWN' : 'FALSE';
  }

  #linkStep(link: Link): number {
    const { cites } = link;
    const key = `link ${link.from.slug} ${link.kind} ${link.to.slug}`;
    const number = this.#step(key, 'LINK', sentence(linkText(link)), { link, cites });
    if (!cites.some(this.#isIncluded))
      this.#step(`unheard ${String(number)}`, 'ASSUMED', words.assumedLink(link), { link, cites });
    return number;
  }

  #linkSteps(links: readonly Link[]): number[] {
    return links.map((link) => this.#linkStep(link));
  }

  #dayStep(): number {
    const { on, onAssumed } = this.#conclusion.question;
    return onAssumed
      ? this.#step('day', 'ASSUMED', words.assumedToday(on))
      : this.#step('day', 'GIVEN', words.givenDay(on));
  }

  #placeStep(): number {
    const { graph, plan, territory } = this.#conclusion.question;
    if (territory === null)
      return this.#step('place', 'ASSUMED', words.assumedHome(plan), {
        cites: plan.home ? citesOfHome(plan.home) : NONE,
      });
    if (territory === graph.abroad) return this.#step('place', 'ASSUMED', words.ASSUMED_ABROAD);
    return this.#step('place', 'GIVEN', words.givenPlace(territory));
  }

  #placeSteps(): number[] {
    const { graph, plan } = this.#conclusion.question;
    const place = this.#placeStep();
    if (plan.home || homeOf(graph, plan) === 0n) return [place];
    return [place, this.#step('home', 'ASSUMED', words.assumedStates(plan))];
  }

  /** Adds one step for a test of a rule's condition, which rests on the facts and links that determine it. */
  #conditionStep(test: ConditionTest): number {
    const { condition, atLeast, atMost } = test;
    const fact =
      condition.counts === null ? caseFact(condition, { holds: true }) : caseFact(condition, { atLeast, atMost });
    const truth = this.#truthOf(functionOf(test, this.#conclusion.vocabulary, this.#conclusion.algebra));
    const restsOn = unique(this.#settlingSteps(condition));
    const key = `condition ${condition.slug} ${String(atLeast)} ${String(atMost)}`;
    const cites = this.#citesOfCondition(condition);
    return this.#step(key, 'CONDITION', words.conditionFinding(fact, truth), { fact, truth, restsOn, cites });
  }

  /** The passages of the rules that name the condition: those of included sources, or all if none of theirs is included. */
  #citesOfCondition(condition: Condition): readonly Passage[] {
    const naming = [...this.#rules].filter((rule) => namesCondition(rule, condition));
    const cites = union(naming.map((rule) => rule.cites));
    const included = cites.filter(this.#isIncluded);
    return included.length > 0 ? included : cites;
  }

  #givenStep(condition: Condition): number | undefined {
    return this.#made.get(`given ${condition.slug}`);
  }

  /** The steps of the given fact that determines a condition, and of the links between the two. */
  #settlingSteps(condition: Condition): number[] {
    const own = this.#givenStep(condition);
    if (own !== undefined) return [own];
    const settled = this.#conclusion.vocabulary.settled(condition);
    if (settled === null) return [];
    return settled ? this.#implyingSteps(condition) : this.#contradictingSteps(condition);
  }

  /** The steps of a met condition that implies this one. */
  #implyingSteps(condition: Condition): number[] {
    for (const met of this.#conclusion.question.met) {
      const way = implications(met).get(condition);
      if (way) return [this.#givenStep(met) ?? 0, ...this.#linkSteps(way)];
    }
    return [];
  }

  /** The steps of an unmet condition that this one implies, or of a met one that excludes what this one implies. */
  #contradictingSteps(condition: Condition): number[] {
    for (const [reached, way] of implications(condition)) {
      const unmet = this.#conclusion.question.unmet.includes(reached) ? this.#givenStep(reached) : undefined;
      if (unmet !== undefined) return [unmet, ...this.#linkSteps(way)];
      const exclusion = this.#exclusionSteps(reached, way);
      if (exclusion) return exclusion;
    }
    return [];
  }

  /** The steps of a met condition that excludes `reached`, directly or by implication; null if none does. */
  #exclusionSteps(reached: Condition, way: readonly Link[]): number[] | null {
    for (const met of this.#conclusion.question.met) {
      for (const [other, otherWay] of implications(met)) {
        const bar = reached.links.find(({ kind, to }) => kind === 'EXCLUDES' && to === other);
        if (bar) return [this.#givenStep(met) ?? 0, ...this.#linkSteps([...otherWay, ...way, bar])];
      }
    }
    return null;
  }

  /** Adds one step for a rule that may act, after the steps that it rests on: `links`, `others` and those of its conditions. */
  #ruleStep(
    key: string,
    { rule, chains }: ApplicableRule,
    truth: TruthValue,
    links: readonly Link[],
    others: readonly number[],
  ): number {
    const tests: ConditionTest[] = [];
    for (const each of new Set([rule, ...chains.flatMap(({ rules }) => rules)]))
      eachTest(each.when, (test) => tests.push(test));
    const rests = [...this.#frame, ...others];
    for (const link of links) rests.push(this.#linkStep(link));
    for (const test of tests) rests.push(this.#conditionStep(test));
    this.#addReadingSteps(rule, rests);
    const restsOn = unique(rests);
    const cites = rule.cites.filter(this.#isIncluded);
    return this.#step(`rule ${key}`, 'RULE', sentence(ruleText(rule)), { rule, truth, restsOn, cites });
  }

  /** Adds the assumptions of a rule: how an ambiguous wording was read, and which part of a program is meant. */
  #addReadingSteps(rule: Rule, rests: number[]): void {
    const { plan } = this.#conclusion.question;
    if (rule.reading !== null) {
      const cites = rule.cites.filter(this.#isIncluded);
      rests.push(this.#step(`reading ${rule.slug}`, 'ASSUMED', words.assumedReading(rule), { rule, cites }));
    }
    if (rule.partUnstated && rule.plan !== plan) {
      const cites = rule.cites.filter(this.#isIncluded);
      rests.push(this.#step(`part ${rule.slug}`, 'ASSUMED', words.assumedPart(rule, plan), { rule, cites }));
    }
  }

  /**
   * Adds the steps of one derivation, after those of the plans whose grants it takes over. Returns the steps of the rules
   * in `keep` (all rules if null) and of the defeats.
   */
  #derivationSteps(here: Derivation, reached: RuleSet, prefix: string, keep: ReadonlySet<number> | null): number[] {
    const numbers = this.#ruleSteps(here, reached, prefix);
    const found: number[] = [];
    for (const [index, number] of numbers) if (keep?.has(index) ?? true) found.push(number);
    for (const defeat of here.defeats) {
      const number = this.#defeatStep(here, defeat, numbers, prefix);
      if (number !== null) found.push(number);
    }
    return found;
  }

  /** Adds a step for each rule that may act. Returns its number by the index of the rule in the derivation. */
  #ruleSteps(here: Derivation, reached: RuleSet, prefix: string): ReadonlyMap<number, number> {
    const below = new Map<Plan, readonly number[]>();
    const numbers = new Map<number, number>();
    for (const [index, candidate] of here.applicable.entries()) {
      const { rule, plan, takenFrom } = candidate;
      const acts = here.standing.acts[index] ?? FALSE;
      if (!isPossible(acts, this.#conclusion)) continue;
      const links = [
        ...(this.#conclusion.whole.reach.subjects.get(rule.subject) ?? NONE),
        ...(reached.reach.plans.get(plan) ?? NONE),
        ...mandate(plan, takenFrom),
      ];
      const truth = this.#truthOf(acts);
      const others = takenFrom ? this.#giverSteps(takenFrom, here, reached, below) : NONE;
      numbers.set(index, this.#ruleStep(`${prefix}${rule.slug}`, candidate, truth, links, others));
    }
    return numbers;
  }

  /** Adds the steps of a plan whose grants the derivation takes over. `below` has those that were added before. */
  #giverSteps(giver: Plan, here: Derivation, reached: RuleSet, below: Map<Plan, readonly number[]>): readonly number[] {
    const known = below.get(giver);
    if (known !== undefined) return known;
    const [there, wholeThere] = [here.from.get(giver), reached.mandated.get(giver)];
    const steps = there && wholeThere ? this.#derivationSteps(there, wholeThere, `${giver.slug}: `, null) : NONE;
    below.set(giver, steps);
    return steps;
  }

  /** Adds a step for a defeat that is possible; null if it is not. `numbers` has the steps of the rules. */
  #defeatStep(
    here: Derivation,
    { by, of, ground, soft }: Derivation['defeats'][number],
    numbers: ReadonlyMap<number, number>,
    prefix: string,
  ): number | null {
    const [winner, loser] = [numbers.get(by), numbers.get(of)];
    const [a, b] = [here.applicable[by], here.applicable[of]];
    const on = this.#conclusion.algebra.and(here.standing.notOut[by] ?? FALSE, here.standing.acts[of] ?? FALSE);
    if (winner === undefined || loser === undefined || !a || !b || !isPossible(on, this.#conclusion)) return null;
    const key = `${prefix}defeat ${a.rule.slug} ${b.rule.slug}`;
    return this.#step(key, 'DEFEAT', words.defeatFinding(a.rule, b.rule, ground, soft), {
      rule: b.rule,
      truth: this.#truthOf(on),
      ground,
      restsOn: unique([winner, loser]),
      cites: union([a.rule.cites.filter(this.#isIncluded), b.rule.cites.filter(this.#isIncluded)]),
    });
  }
}

/** The links by which `taker` takes the grants of `from`. */
function mandate(taker: Plan, from: Plan | null): readonly Link[] {
  return from === null ? NONE : taker.takesRulesFrom.filter(({ plan }) => plan === from).map(({ link }) => link);
}

/**
 * Every rule of a derivation and of the derivations whose grants it takes over, with the rules that they are exceptions to.
 * If the given facts rule out that a grant is handed down, it is listed with the other plan only, in that plan's order.
 */
function allRules(derivation: Derivation, conclusion: Conclusion): Set<Rule> {
  const rules = new Set<Rule>();
  derivation.applicable.forEach((candidate, index) => {
    if (!isHere(candidate, index, derivation, conclusion)) return;
    for (const rule of withTargets(candidate.rule)) rules.add(rule);
  });
  for (const there of derivation.from.values()) for (const rule of allRules(there, conclusion)) rules.add(rule);
  return rules;
}

const homes = new WeakMap<Home, readonly Passage[]>();
/** Every passage that says what counts as home, each once. Cached, because nearly every proof cites the home of a plan. */
function citesOfHome(home: Home): readonly Passage[] {
  const cached = homes.get(home);
  if (cached) return cached;
  const cites = union(home.links.map((link) => link.cites));
  homes.set(home, cites);
  return cites;
}

/** The condition and everything that it implies, each with the links that lead there. */
function implications(from: Condition): Map<Condition, readonly Link[]> {
  const found = new Map<Condition, readonly Link[]>([[from, []]]);
  for (const [condition, way] of found) {
    for (const link of condition.implies)
      if (!found.has(link.to as Condition)) found.set(link.to as Condition, [...way, link]);
  }
  return found;
}

/** The texts of the assumed steps. */
export const assumptions = (proof: readonly ProofStep[]): string[] =>
  proof.filter(({ kind }) => kind === 'ASSUMED').map(({ text }) => text);

/** Every passage that the proof cites, each once. */
export const citationsOf = (proof: readonly ProofStep[]): Passage[] => union(proof.map(({ cites }) => cites));
