/**
 * The law of deciding cases: what a rule says is stated a second time, by a case that the rule decides, so that a change
 * of the rule, or of another one that defeats it, makes a case fail.
 */
import type { Case, Graph, Plan, Rule } from '../graph/entries.ts';
import type { Problem } from '../graph/problems.ts';
import { conclude, isCertain, type Conclusion } from './outcomes.ts';
import { decidingRules } from './deciding-rules.ts';
import { FALSE } from './bdd.ts';
import { BEFORE_ALL, neverDeciding, plainQuestion } from './constraints.ts';
import { ContradictingFacts, type Question } from './question.ts';

/**
 * The rules of these plans that decide none of their plan's cases. A rule decides a case where it is among the rules that
 * decide the answer, and the facts that the case gives are enough: it counts however the other facts turn out. So a
 * case with no facts, whose answer is CONDITIONAL, is decided by none of the rules that it turns on.
 *
 * A rule that restates another is silent while the fuller rule is heard, so its case names its source in `accordingTo`.
 * Where all of its sources are sources of the fuller rule too, no case can hear it alone: then it is enough that it
 * would decide the case in place of the fuller rule.
 *
 * A rule that asks decides nothing and needs no case. Rules that decide no question at all are left to the law `never-decides`. `curated` are slugs of plans.
 */
export function rulesWithoutDecidingCase(graph: Graph, curated: ReadonlySet<string>): Problem[] {
  return [...curated].flatMap((slug) => {
    const plan = graph.plans.get(slug);
    return plan ? undecidedIn(graph, plan) : [];
  });
}

function undecidedIn(graph: Graph, plan: Plan): Problem[] {
  const questions = plan.cases.map((stated) => questionOfCase(graph, stated));
  const decided = new Set(questions.flatMap((question) => decidedRules(question)));
  return plan.rules
    .filter(({ effect }) => effect !== 'ASKS')
    .filter((rule) => !decided.has(rule) && !questions.some((question) => decidesInPlaceOfFuller(rule, question)))
    .filter((rule) => neverDeciding(graph, rule).length === 0)
    .map(missingCase);
}

/** The question of a case. One without a day is asked before every rule that begins, so a rule that begins needs a case with a day. */
function questionOfCase(graph: Graph, stated: Case): Question {
  const { plan, subject, met, unmet, counts, territory, accordingTo } = stated;
  const on = stated.on ?? BEFORE_ALL;
  return { ...plainQuestion(graph, plan, subject, on), met, unmet, counts, territory, accordingTo };
}

/** The rules that decide the answer and count on the facts given. Of contradicting facts there is no answer. */
function decidedRules(question: Question, wording?: Rule): Rule[] {
  const conclusion = concluded(question, wording);
  if (conclusion === null) return [];
  const { applicable } = conclusion.derivation;
  return [...decidingRules(conclusion)]
    .filter((index) => countsForCertain(index, conclusion))
    .flatMap((index) => applicable[index]?.rule ?? []);
}

function concluded(question: Question, wording?: Rule): Conclusion | null {
  try {
    return conclude(question, wording);
  } catch (error) {
    if (error instanceof ContradictingFacts) return null; // the law of failing cases reports it
    throw error;
  }
}

/** A rule that lifts an exclusion has no outcome of its own: it counts where nothing defeats it. */
function countsForCertain(index: number, conclusion: Conclusion): boolean {
  const { applicable, standing } = conclusion.derivation;
  const on = applicable[index]?.rule.effect === 'LIFTED' ? standing.notOut[index] : standing.counts[index];
  return isCertain(on ?? FALSE, conclusion);
}

function decidesInPlaceOfFuller(rule: Rule, question: Question): boolean {
  if (rule.restates.length === 0 || canBeHeardAlone(rule)) return false;
  return decidedRules(question, rule).includes(rule);
}

function canBeHeardAlone(rule: Rule): boolean {
  const sources = new Set(rule.restates.flatMap(({ cites }) => cites.map(({ source }) => source)));
  return rule.cites.some(({ source }) => !sources.has(source));
}

function missingCase(rule: Rule): Problem {
  const { key, plan, subject, from, until } = rule;
  const day = from === null && until === null ? '' : ', "on" with a day on which the rule is in force';
  const sources = [...new Set(rule.cites.map(({ source }) => source.slug))].join(', ');
  const defeated = rule.restates.length === 0 ? 'another rule defeats it' : 'the fuller rule is heard in its place';
  return {
    law: 'deciding-case',
    place: { kind: 'plans', slug: plan.slug, path: ['rules', key] },
    message: `no case of ${plan.slug} is decided by ${key}`,
    remedy: `Add a case to "cases" with "of: ${subject.slug}"${day}, the facts on which the rule acts, and the status that the source gives; if ${defeated}, also "accordingTo: [${sources}]".`,
  };
}
