/**
 * docs/semantics.md#section-3 to docs/semantics.md#section-5 as a derivation that can be followed and checked: what was
 * given and assumed, the links climbed, what each condition comes to, each rule that may act, each defeat with its
 * ground, and the conclusion. Every step stands after those that it rests on, and every leaf that is not given or
 * assumed cites its source (docs/semantics.md#i7).
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
import { caseFact, givenFacts, namesCondition, withTargets } from './requirements.ts';
import * as words from './proof-words.ts';
import { linkText, ruleText, sentence } from '../graph/sentences.ts';

type Draft = Partial<Omit<ProofStep, 'number' | 'kind' | 'text'>>;
const NONE: readonly never[] = [];

/** The proof, and the assumptions in it as plain sentences. */
export function prove(conclusion: Conclusion): ProofStep[] {
  const { question, whole, derivation } = conclusion;
  const hears = sourceFilter(question);
  const steps: ProofStep[] = [];
  const made = new Map<string, number>();

  /** Adds a step once; another call with the same key gives the number of the first. */
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
  const truthOf = (f: number): TruthValue =>
    isCertain(f, conclusion) ? 'TRUE' : isPossible(f, conclusion) ? 'UNKNOWN' : 'FALSE';

  function linkStep(link: Link): number {
    const number = step(`link ${link.from.slug} ${link.kind} ${link.to.slug}`, 'LINK', sentence(linkText(link)), {
      link,
      cites: link.cites,
    });
    if (!link.cites.some(hears))
      step(`unheard ${String(number)}`, 'ASSUMED', words.assumedLink(link), { link, cites: link.cites });
    return number;
  }

  // What was given, and what is taken for granted because the asker left it out.
  for (const fact of givenFacts(question))
    step(`given ${fact.condition.slug}`, 'GIVEN', words.givenFact(fact), { fact, truth: 'TRUE' });
  const frame = [
    ...placeSteps(),
    question.onAssumed
      ? step('day', 'ASSUMED', words.assumedToday(question.on))
      : step('day', 'GIVEN', words.givenDay(question.on)),
  ];

  function placeSteps(): number[] {
    const { graph, plan, territory } = question;
    const place =
      territory === null
        ? step('place', 'ASSUMED', words.assumedHome(plan), { cites: plan.home ? citesOfHome(plan.home) : NONE })
        : territory === graph.abroad
          ? step('place', 'ASSUMED', words.ASSUMED_ABROAD)
          : step('place', 'GIVEN', words.givenPlace(territory));
    if (plan.home || homeOf(graph, plan) === 0n) return [place];
    return [place, step('home', 'ASSUMED', words.assumedStates(plan))];
  }

  /** One step for each test of a rule's condition, resting on the facts and links that settle it. */
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
        cites: heardFirst(
          union([...conclusionRules].filter((rule) => namesCondition(rule, condition)).map(({ cites }) => cites)),
        ),
      },
    );
  }
  /** The passages that are heard; of a condition that only a rule left out names, those of that rule. */
  function heardFirst(cites: readonly Passage[]): readonly Passage[] {
    const heard = cites.filter(hears);
    return heard.length > 0 ? heard : cites;
  }
  /** The given fact that settles a condition, and the implications and exclusions between them. */
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
        for (const met of question.met) {
          for (const [other, otherWay] of implications(met)) {
            const bar = reached.links.find(({ kind, to }) => kind === 'EXCLUDES' && to === other);
            if (bar) return [made.get(`given ${met.slug}`) ?? 0, ...[...otherWay, ...way, bar].map(linkStep)];
          }
        }
      }
    }
    return [];
  }

  /** One step for a rule that may act, after all that it rests on. */
  function ruleStep(
    key: string,
    { rule, chains: routes }: ApplicableRule,
    truth: TruthValue,
    links: readonly Link[],
    others: readonly number[],
  ): number {
    const tests: ConditionTest[] = [];
    for (const each of new Set([rule, ...routes.flatMap(({ rules }) => rules)]))
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
      cites: rule.cites.filter(hears),
    });
  }
  /** A reading the answer rests on is an assumption: how words were read that can be read in more than one way. */
  function readingSteps(rule: Rule): number[] {
    return [
      ...(rule.reading === null
        ? []
        : [
            step(`reading ${rule.slug}`, 'ASSUMED', words.assumedReading(rule), {
              rule,
              cites: rule.cites.filter(hears),
            }),
          ]),
      ...(rule.partUnstated && rule.plan !== question.plan
        ? [
            step(`part ${rule.slug}`, 'ASSUMED', words.assumedPart(rule, question.plan), {
              rule,
              cites: rule.cites.filter(hears),
            }),
          ]
        : []),
    ];
  }

  /** The steps of one derivation: those of the plans that grants are taken from first. Gives the steps that bear on the answer. */
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
    here.applicable.forEach((speaker, index) => {
      const { rule, plan, takenFrom } = speaker;
      const acts = here.standing.acts[index] ?? FALSE;
      if (!isPossible(acts, conclusion)) return;
      const links = [...linksTo(rule.subject), ...(reached.reach.plans.get(plan) ?? []), ...mandate(plan, takenFrom)];
      numbers.set(
        index,
        ruleStep(`${prefix}${rule.slug}`, speaker, truthOf(acts), links, takenFrom ? stepsOf(takenFrom) : []),
      );
    });
    const fought = here.defeats.flatMap(({ by, of, ground, soft }) => {
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
            cites: union([a.rule.cites.filter(hears), b.rule.cites.filter(hears)]),
          },
        ),
      ];
    });
    return [...[...numbers].filter(([index]) => keep?.has(index) ?? true).map(([, number]) => number), ...fought];
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
 * Every rule of a derivation and of those that it takes grants from, with the rules they are exceptions to. A grant that the
 * facts given keep from being handed down is a rule of the other plan alone, so its passages are cited in that plan's order.
 */
function allRules(derivation: Derivation, conclusion: Conclusion): Set<Rule> {
  const rules = new Set<Rule>();
  derivation.applicable.forEach((speaker, index) => {
    if (!isHere(speaker, index, derivation, conclusion)) return;
    for (const rule of withTargets(speaker.rule)) rules.add(rule);
  });
  for (const there of derivation.from.values()) for (const rule of allRules(there, conclusion)) rules.add(rule);
  return rules;
}

const homes = new WeakMap<Home, readonly Passage[]>();
/** Every passage that says where a plan's home is, each once: a home may be of fifty territories, and nearly every proof rests on one. */
function citesOfHome(home: Home): readonly Passage[] {
  let cites = homes.get(home);
  if (!cites) homes.set(home, (cites = union(home.links.map((link) => link.cites))));
  return cites;
}

/** The condition and all that it implies, each with the implications on the way. */
function implications(from: Condition): Map<Condition, readonly Link[]> {
  const found = new Map<Condition, readonly Link[]>([[from, []]]);
  for (const [condition, way] of found) {
    for (const link of condition.implies)
      if (!found.has(link.to as Condition)) found.set(link.to as Condition, [...way, link]);
  }
  return found;
}

/** What was taken for granted, and every reading relied on: the assumed steps in words. */
export const assumptions = (proof: readonly ProofStep[]): string[] =>
  proof.filter(({ kind }) => kind === 'ASSUMED').map(({ text }) => text);

/** Every passage that the proof cites, each once. */
export const citationsOf = (proof: readonly ProofStep[]): Passage[] => union(proof.map(({ cites }) => cites));
