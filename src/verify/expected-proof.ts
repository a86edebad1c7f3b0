/**
 * The proof that the data gives for a question, step by step: docs/semantics.md#i7 and docs/semantics.md#i8.
 *
 * A step comes after those that it rests on: what was given and assumed; then, for each rule that may act, the links to
 * it, its conditions and its readings; then the defeats; last the conclusion.
 */
import type { Condition, ConditionTest, Link, Passage, Plan, Rule } from '../graph/entries.ts';
import type { DefeatGround, ProofStepKind, TruthValue } from '../model/words.ts';
import type { ApplicableRule } from './applicable-rules.ts';
import { implications, testsOf } from './completions.ts';
import { defeatsPresent, isPossible, rulesPresent, takesPlace } from './deciding-rules.ts';
import type { Derivation, Standing, WholeDerivation } from './derivation.ts';
import { truthOver, type Conclusion } from './outcomes.ts';
import { plansTakenWhole } from './plan-chain.ts';
import type { Path } from './paths.ts';
import type { Question } from './question.ts';
import { subjectChain } from './subject-chain.ts';
import { geographyOf, homeLinksOf, isAbroadUnsaid } from './territory.ts';
import * as wording from './wording.ts';
import type { Fact } from './wording.ts';

export interface Step {
  readonly number: number;
  readonly kind: ProofStepKind;
  readonly text: string;
  /** Numbers of earlier steps, ascending. */
  readonly restsOn: readonly number[];
  readonly rule: Rule | null;
  readonly link: Link | null;
  readonly fact: Fact | null;
  readonly truth: TruthValue | null;
  readonly ground: DefeatGround | null;
  readonly cites: readonly Passage[];
}
type StepDetails = Partial<Omit<Step, 'number' | 'kind' | 'text'>>;

/** `deciding`: the rules that the conclusion rests on. It also rests on every defeat that takes place. */
export function expectedProof(
  question: Question,
  derivation: WholeDerivation,
  conclusion: Conclusion,
  deciding: ReadonlySet<ApplicableRule>,
): readonly Step[] {
  return new ProofWriter(question, derivation).write(conclusion, deciding);
}

/** What was given, each fact as the answer repeats it. */
export function givenFacts({ given }: Question): readonly Fact[] {
  return [...given].map(([condition, value]) => ({
    condition,
    holds: condition.counts === null ? value === 1 : null,
    count: condition.counts === null ? null : value,
    atLeast: null,
    atMost: null,
  }));
}

class ProofWriter {
  readonly #question: Question;
  readonly #derivation: WholeDerivation;
  readonly #steps: Step[] = [];
  readonly #numbers = new Map<string, number>();
  /** The rules whose conditions are looked at, in the order in which their passages are cited. */
  readonly #rules: ReadonlySet<Rule>;
  /** The steps that say for which place and day the question is: every rule and the conclusion rest on them. */
  #frame: readonly number[] = [];

  constructor(question: Question, derivation: WholeDerivation) {
    this.#question = question;
    this.#derivation = derivation;
    this.#rules = new Set(rulesWithTargets(derivation.root));
  }

  write(conclusion: Conclusion, deciding: ReadonlySet<ApplicableRule>): readonly Step[] {
    for (const fact of givenFacts(this.#question)) this.#addGivenFact(fact);
    this.#frame = [...this.#addPlace(), this.#addDay()];
    const rests = this.#addDerivation(this.#derivation.root, '', (rule) => deciding.has(rule));
    const text = wording.conclusionSentence(this.#question, conclusion);
    this.#add('conclusion', 'CONCLUSION', text, { restsOn: [...this.#frame, ...rests] });
    return this.#steps;
  }

  /** Adds a step unless one of that key is there; gives its number. */
  #add(key: string, kind: ProofStepKind, text: string, details: StepDetails = {}): number {
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#steps.length + 1;
    const { rule = null, link = null, fact = null, truth = null, ground = null } = details;
    const restsOn = [...new Set(details.restsOn)].sort((a, b) => a - b);
    const cites = [...new Set(details.cites)];
    this.#steps.push({ number, kind, text, restsOn, rule, link, fact, truth, ground, cites });
    this.#numbers.set(key, number);
    return number;
  }

  #addGivenFact(fact: Fact): void {
    this.#add(givenKey(fact.condition), 'GIVEN', wording.givenFact(fact), { fact, truth: 'TRUE' });
  }

  #numberOfGiven(condition: Condition): number {
    return this.#numbers.get(givenKey(condition)) ?? 0;
  }

  /** The place, and that home was assumed where no source states it. */
  #addPlace(): readonly number[] {
    const { graph, plan } = this.#question;
    const place = this.#addPlaceAsked();
    const isHomeAssumed = homeLinksOf(plan) === null && geographyOf(graph).homeOf(plan).size > 0;
    if (!isHomeAssumed) return [place];
    return [place, this.#add('home', 'ASSUMED', wording.assumedStates(plan))];
  }

  #addPlaceAsked(): number {
    const { plan, territory } = this.#question;
    if (territory === null) {
      const cites = (homeLinksOf(plan) ?? []).flatMap((link) => link.cites);
      return this.#add('place', 'ASSUMED', wording.assumedHome(plan), { cites });
    }
    if (isAbroadUnsaid(territory)) return this.#add('place', 'ASSUMED', wording.ASSUMED_ABROAD);
    return this.#add('place', 'GIVEN', wording.givenPlace(territory));
  }

  #addDay(): number {
    const { on, onAssumed } = this.#question;
    if (onAssumed) return this.#add('day', 'ASSUMED', wording.assumedToday(on));
    return this.#add('day', 'GIVEN', wording.givenDay(on));
  }

  /** A link; and where none of its sources is heard, that it is taken to hold all the same. */
  #addLink(link: Link): number {
    const key = `${link.from.slug} ${link.kind} ${link.to.slug}`;
    const details = { link, cites: link.cites };
    const number = this.#add(`link ${key}`, 'LINK', wording.linkSentence(link), details);
    const isHeard = link.cites.some(this.#question.hears);
    if (!isHeard) this.#add(`unheard ${key}`, 'ASSUMED', wording.assumedLink(link), details);
    return number;
  }

  #addLinks(links: readonly Link[]): readonly number[] {
    return links.map((link) => this.#addLink(link));
  }

  /** What a test in a rule's condition comes to. */
  #addTest(test: ConditionTest): number {
    const { condition, atLeast, atMost } = test;
    const holds = condition.counts === null ? true : null;
    const fact: Fact = { condition, holds, count: null, atLeast, atMost };
    const truth = this.#derivation.truthOfTest(test);
    return this.#add(
      `condition ${condition.slug} ${String(atLeast)} ${String(atMost)}`,
      'CONDITION',
      wording.conditionFinding(fact, truth),
      { fact, truth, restsOn: this.#addSettling(condition), cites: this.#passagesOn(condition) },
    );
  }

  /** What the rules cite that name a condition; of a condition that only rules left out name, what these cite. */
  #passagesOn(condition: Condition): readonly Passage[] {
    const naming = [...this.#rules].filter(({ when }) => testsOf(when).some((test) => test.condition === condition));
    const cites = naming.flatMap((rule) => rule.cites);
    const heard = cites.filter(this.#question.hears);
    return heard.length > 0 ? heard : cites;
  }

  /** The steps that settle a condition: a given fact, and the implications and the exclusion that lead from it. */
  #addSettling(condition: Condition): readonly number[] {
    if (this.#question.given.has(condition)) return [this.#numberOfGiven(condition)];
    const reason = this.#reasonToHold(condition) ?? this.#reasonNotToHold(condition);
    return reason ? [this.#numberOfGiven(reason.given), ...this.#addLinks(reason.links)] : [];
  }

  /** A condition given as met that implies this one. */
  #reasonToHold(condition: Condition): Reason | null {
    for (const given of this.#givenAs('met')) {
      const links = implications(given).get(condition);
      if (links) return { given, links };
    }
    return null;
  }

  /** What this condition implies and is given as unmet; or what it implies that a given fact rules out. */
  #reasonNotToHold(condition: Condition): Reason | null {
    const unmet = this.#givenAs('unmet');
    for (const [implied, links] of implications(condition)) {
      if (unmet.includes(implied)) return { given: implied, links };
      const excluding = this.#exclusionOf(implied);
      if (excluding) return { given: excluding.given, links: [...excluding.links, ...links, excluding.exclusion] };
    }
    return null;
  }

  /** A condition given as met that implies one which cannot hold together with this one. */
  #exclusionOf(condition: Condition): (Reason & { readonly exclusion: Link }) | null {
    for (const given of this.#givenAs('met')) {
      for (const [implied, links] of implications(given)) {
        const exclusion = condition.links.find(({ kind, to }) => kind === 'EXCLUDES' && to === implied);
        if (exclusion) return { given, links, exclusion };
      }
    }
    return null;
  }

  /** The conditions given as met, or as unmet; a condition that counts is neither. */
  #givenAs(state: 'met' | 'unmet'): readonly Condition[] {
    return givenFacts(this.#question)
      .filter(({ holds }) => holds === (state === 'met'))
      .map(({ condition }) => condition);
  }

  /** The steps of one derivation; gives the numbers of the rules to keep and of all defeats. */
  #addDerivation(derivation: Derivation, prefix: string, keeps: (rule: ApplicableRule) => boolean): readonly number[] {
    const numbers = new Map<ApplicableRule, number>();
    const mayAct = rulesPresent(derivation).filter((rule) => isPossible(derivation, ({ acting }) => acting.has(rule)));
    for (const rule of mayAct) numbers.set(rule, this.#addRule(derivation, prefix, rule));
    const defeats = this.#addDefeats(derivation, prefix, numbers);
    const kept = [...numbers].filter(([rule]) => keeps(rule)).map(([, number]) => number);
    return [...kept, ...defeats];
  }

  /**
   * A rule that may act, after the derivation of the plan that it is taken from, the links, the conditions and the
   * readings.
   */
  #addRule(derivation: Derivation, prefix: string, applicable: ApplicableRule): number {
    const { rule, chains } = applicable;
    const givers = derivation.givers.filter(({ plan }) => plan === applicable.takenFrom);
    const below = givers.flatMap((giver) => this.#addDerivation(giver, `${giver.plan.slug}: `, () => true));
    const links = this.#addLinks(this.#linksTo(derivation.plan, applicable));
    const rulesRead = new Set([rule, ...chains.flatMap(({ rules }) => rules)]);
    const tests = [...rulesRead].flatMap(({ when }) => testsOf(when)).map((test) => this.#addTest(test));
    return this.#add(`rule ${prefix}${rule.slug}`, 'RULE', wording.ruleSentence(rule), {
      rule,
      restsOn: [...this.#frame, ...links, ...tests, ...this.#addReadings(rule), ...below],
      truth: truthOver(derivation.standings, ({ acting }) => acting.has(applicable)),
      cites: this.#heardPassages(rule),
    });
  }

  /**
   * The links to the rule's subject, to the plan that it counts as written for, and to the plan that it is taken from.
   */
  #linksTo(plan: Plan, { rule, plan: writtenFor, takenFrom }: ApplicableRule): readonly Link[] {
    const toSubject: Path = subjectChain(this.#question.subject).get(rule.subject) ?? [];
    const toPlan: Path = plansTakenWhole(plan).get(writtenFor) ?? [];
    const taken = writtenFor.takesRulesFrom.filter((each) => each.plan === takenFrom).map(({ link }) => link);
    return [...toSubject, ...toPlan, ...taken];
  }

  /** How the words of a rule were read where they can be read in more than one way. */
  #addReadings(rule: Rule): readonly number[] {
    const { plan } = this.#question;
    const details = { rule, cites: this.#heardPassages(rule) };
    const numbers: number[] = [];
    if (rule.reading !== null)
      numbers.push(this.#add(`reading ${rule.slug}`, 'ASSUMED', wording.assumedReading(rule), details));
    if (rule.partUnstated && rule.plan !== plan)
      numbers.push(this.#add(`part ${rule.slug}`, 'ASSUMED', wording.assumedPart(rule, plan), details));
    return numbers;
  }

  #heardPassages(rule: Rule): readonly Passage[] {
    return rule.cites.filter(this.#question.hears);
  }

  #addDefeats(derivation: Derivation, prefix: string, numbers: ReadonlyMap<ApplicableRule, number>): readonly number[] {
    return defeatsPresent(derivation).map((defeat) => {
      const { winner, loser, ground } = defeat;
      const key = `defeat ${prefix}${winner.rule.slug} ${loser.rule.slug}`;
      return this.#add(key, 'DEFEAT', wording.defeatSentence(defeat), {
        restsOn: [numbers.get(winner) ?? 0, numbers.get(loser) ?? 0],
        rule: loser.rule,
        ground,
        truth: truthOver<Standing>(derivation.standings, takesPlace(defeat)),
        cites: [...this.#heardPassages(winner.rule), ...this.#heardPassages(loser.rule)],
      });
    });
  }
}

/** A given fact, and the links that lead from it. */
interface Reason {
  readonly given: Condition;
  readonly links: Path;
}

const givenKey = ({ slug }: Condition): string => `given ${slug}`;

/** The rules present in a derivation and in those below it, each followed by its targets. */
function rulesWithTargets(derivation: Derivation): readonly Rule[] {
  const own = rulesPresent(derivation).flatMap(({ rule }) => withTargets(rule));
  return [...own, ...derivation.givers.flatMap(rulesWithTargets)];
}

function withTargets(rule: Rule): readonly Rule[] {
  return [rule, ...rule.exceptTo.flatMap(withTargets)];
}
