/**
 * Writes the derivation as a proof that a reader can check step by step (docs/semantics.md#section-3 to
 * docs/semantics.md#section-5): what was given and assumed, the links followed, the truth of each condition, each rule that
 * may act, each defeat with its ground, and the conclusion. Every step comes after the steps that it rests on, and every
 * leaf that is neither given nor assumed cites its source (docs/semantics.md#i7).
 */
import type { Condition, ConditionTest, Home, Link, Passage, Plan, Rule, Subject } from '../graph/entries.ts';
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
import { caseFact, givenFacts } from './facts.ts';
import { namesCondition, withTargets } from './requirements.ts';
import * as words from './proof-words.ts';
import { linkText, ruleText, sentence } from '../graph/sentences.ts';

type Draft = Partial<Omit<ProofStep, 'number' | 'kind' | 'text'>>;
const NONE: readonly never[] = [];

/** The steps of the proof, numbered from 1, each after the steps that it rests on. */
export function prove(conclusion: Conclusion): ProofStep[] {
  const { question, whole, derivation } = conclusion;
  const isIncluded = sourceFilter(question);
  const steps: ProofStep[] = [];
  const made = new Map<string, number>();

  /** Adds a step and returns its number. If the key was used before, returns the number of that step. */
  function step(key: string, kind: ProofStep['kind'], text: string, draft: Draft = {}): number {
    const known = made.get(key);
    if (known !== undefined) return known;
    const number = steps.length + 1;
    const { restsOn = NONE, rule = null, link = null, fact = null, truth = null, ground = null, cites = NONE } = draft;
    steps.push({ number, kind, text, restsOn, rule, link, fact, truth, ground, cites });
    made.set(key, number);
    return number;
  }
  const unique = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
  const truthOf = (f: number): TruthValue => {
    if (isCertain(f, conclusion)) return 'TRUE';
    return isPossible(f, conclusion) ? 'UNKNOWN' : 'FALSE';
  };

  function linkStep(link: Link): number {
    const number = step(`link ${link.from.slug} ${link.kind} ${link.to.slug}`, 'LINK', sentence(linkText(link)), {
      link,
      cites: link.cites,
    });
    if (!link.cites.some(isIncluded))
      step(`unheard ${String(number)}`, 'ASSUMED', words.assumedLink(link), { link, cites: link.cites });
    return number;
  }

  // The given facts, and the assumptions in place of what the question leaves out.
  for (const fact of givenFacts(question))
    step(`given ${fact.condition.slug}`, 'GIVEN', words.givenFact(fact), { fact, truth: 'TRUE' });
  const frame = [
    ...placeSteps(),
    question.onAssumed
      ? step('day', 'ASSUMED', words.assumedToday(question.on))
      : step('day', 'GIVEN', words.givenDay(question.on)),
  ];

  function placeStep(): number {
    const { graph, plan, territory } = question;
    if (territory === null)
      return step('place', 'ASSUMED', words.assumedHome(plan), { cites: plan.home ? citesOfHome(plan.home) : NONE });
    if (territory === graph.abroad) return step('place', 'ASSUMED', words.ASSUMED_ABROAD);
    return step('place', 'GIVEN', words.givenPlace(territory));
  }

  function placeSteps(): number[] {
    const { graph, plan } = question;
    const place = placeStep();
    if (plan.home || homeOf(graph, plan) === 0n) return [place];
    return [place, step('home', 'ASSUMED', words.assumedStates(plan))];
  }

  /** Adds one step for a test of a rule's condition, which rests on the facts and links that determine it. */
  function conditionStep(test: ConditionTest): number {
    const { condition, atLeast, atMost } = test;
    const fact =
      condition.counts === null ? caseFact(condition, { holds: true }) : caseFact(condition, { atLeast, atMost });
    const truth = truthOf(functionOf(test, conclusion.vocabulary, conclusion.algebra));
    const grounds = unique(settlingSteps(condition));
    return step(
      `condition ${condition.slug} ${String(atLeast)} ${String(atMost)}`,
      'CONDITION',
      words.conditionFinding(fact, truth),
      {
        fact,
        truth,
        restsOn: grounds,
        cites: includedFirst(
          union([...conclusionRules].filter((rule) => namesCondition(rule, condition)).map(({ cites }) => cites)),
        ),
      },
    );
  }
  /** The passages of included sources; all of them if no source of theirs is included. */
  function includedFirst(cites: readonly Passage[]): readonly Passage[] {
    const included = cites.filter(isIncluded);
    return included.length > 0 ? included : cites;
  }
  /** The steps of the given fact that determines a condition, and of the links between the two. */
  function settlingSteps(condition: Condition): number[] {
    const own = made.get(`given ${condition.slug}`);
    if (own !== undefined) return [own];
    const settled = conclusion.vocabulary.settled(condition);
    if (settled === null) return [];
    const from = settled ? question.met : [condition];
    for (const start of from) {
      for (const [reached, way] of implications(start)) {
        if (settled && reached === condition) return [made.get(`given ${start.slug}`) ?? 0, ...way.map(linkStep)];
        if (settled) continue;
        const unmet = question.unmet.includes(reached) ? made.get(`given ${reached.slug}`) : undefined;
        if (unmet !== undefined) return [unmet, ...way.map(linkStep)];
        const exclusion = exclusionSteps(reached, way);
        if (exclusion) return exclusion;
      }
    }
    return [];
  }
  /** The steps of a met condition that excludes `reached`, directly or by implication; null if none does. */
  function exclusionSteps(reached: Condition, way: readonly Link[]): number[] | null {
    for (const met of question.met) {
      for (const [other, otherWay] of implications(met)) {
        const bar = reached.links.find(({ kind, to }) => kind === 'EXCLUDES' && to === other);
        if (bar) return [made.get(`given ${met.slug}`) ?? 0, ...[...otherWay, ...way, bar].map(linkStep)];
      }
    }
    return null;
  }

  /** Adds one step for a rule that may act, after the steps that it rests on. */
  function ruleStep(
    key: string,
    { rule, chains }: ApplicableRule,
    truth: TruthValue,
    links: readonly Link[],
    others: readonly number[],
  ): number {
    const tests: ConditionTest[] = [];
    for (const each of new Set([rule, ...chains.flatMap(({ rules }) => rules)]))
      eachTest(each.when, (test) => tests.push(test));
    const rests = unique([
      ...frame,
      ...links.map(linkStep),
      ...tests.map(conditionStep),
      ...readingSteps(rule),
      ...others,
    ]);
    return step(`rule ${key}`, 'RULE', sentence(ruleText(rule)), {
      rule,
      truth,
      restsOn: rests,
      cites: rule.cites.filter(isIncluded),
    });
  }
  /** Adds the assumptions of a rule: how an ambiguous wording was read, and which part of a program is meant. */
  function readingSteps(rule: Rule): number[] {
    return [
      ...(rule.reading === null
        ? []
        : [
            step(`reading ${rule.slug}`, 'ASSUMED', words.assumedReading(rule), {
              rule,
              cites: rule.cites.filter(isIncluded),
            }),
          ]),
      ...(rule.partUnstated && rule.plan !== question.plan
        ? [
            step(`part ${rule.slug}`, 'ASSUMED', words.assumedPart(rule, question.plan), {
              rule,
              cites: rule.cites.filter(isIncluded),
            }),
          ]
        : []),
    ];
  }

  /**
   * Adds the steps of one derivation, after those of the plans whose grants it takes over. Returns the steps of the rules
   * in `keep` (all rules if null) and of the defeats.
   */
  function derivationSteps(
    here: Derivation,
    reached: RuleSet,
    prefix: string,
    keep: ReadonlySet<number> | null,
  ): number[] {
    const below = new Map<Plan, number[]>();
    function stepsOf(giver: Plan): number[] {
      const [there, wholeThere] = [here.from.get(giver), reached.mandated.get(giver)];
      const known =
        below.get(giver) ?? (there && wholeThere ? derivationSteps(there, wholeThere, `${giver.slug}: `, null) : []);
      below.set(giver, known);
      return known;
    }
    const numbers = new Map<number, number>();
    here.applicable.forEach((candidate, index) => {
      const { rule, plan, takenFrom } = candidate;
      const acts = here.standing.acts[index] ?? FALSE;
      if (!isPossible(acts, conclusion)) return;
      const links = [...linksTo(rule.subject), ...(reached.reach.plans.get(plan) ?? []), ...mandate(plan, takenFrom)];
      numbers.set(
        index,
        ruleStep(`${prefix}${rule.slug}`, candidate, truthOf(acts), links, takenFrom ? stepsOf(takenFrom) : []),
      );
    });
    const defeatSteps = here.defeats.flatMap(({ by, of, ground, soft }) => {
      const [winner, loser] = [numbers.get(by), numbers.get(of)];
      const [a, b] = [here.applicable[by], here.applicable[of]];
      const on = conclusion.algebra.and(here.standing.notOut[by] ?? FALSE, here.standing.acts[of] ?? FALSE);
      if (winner === undefined || loser === undefined || !a || !b || !isPossible(on, conclusion)) return [];
      return [
        step(
          `${prefix}defeat ${a.rule.slug} ${b.rule.slug}`,
          'DEFEAT',
          words.defeatFinding(a.rule, b.rule, ground, soft),
          {
            rule: b.rule,
            truth: truthOf(on),
            ground,
            restsOn: unique([winner, loser]),
            cites: union([a.rule.cites.filter(isIncluded), b.rule.cites.filter(isIncluded)]),
          },
        ),
      ];
    });
    return [...[...numbers].filter(([index]) => keep?.has(index) ?? true).map(([, number]) => number), ...defeatSteps];
  }
  const linksTo = (subject: Subject): readonly Link[] => whole.reach.subjects.get(subject) ?? [];
  function mandate(taker: Plan, from: Plan | null): Link[] {
    return from === null ? [] : taker.takesRulesFrom.filter(({ plan }) => plan === from).map(({ link }) => link);
  }

  const conclusionRules = allRules(derivation, conclusion);
  const rests = derivationSteps(derivation, whole, '', decidingRules(conclusion));
  step(
    'conclusion',
    'CONCLUSION',
    words.conclusion(
      question.plan,
      question.subject,
      question.territory,
      conclusion.status,
      conclusion.possibleOutcomes,
    ),
    { restsOn: unique([...frame, ...rests]) },
  );
  return steps;
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
