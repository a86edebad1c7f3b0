/**
 * Compares the answers of several plans to one question: the requirements that they share and the differences. It uses
 * the answers as they are; each value names the rule behind it, found in the proof of that plan's answer.
 */
import type { Graph, Passage, Plan, Rule, Subject } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import { printCostShare, printLimit } from '../model/amounts.ts';
import {
  FORMALITY_TOPICS,
  type CoverageStatus,
  type RequirementRole,
  type RequirementStrength,
} from '../model/words.ts';
import type { Determination, Requirement } from './determination.ts';
import { eachTest } from './boolean-variables.ts';
import { placesOf } from './rule-territory.ts';
import { isHedged } from './applicable-rules.ts';
import { list, rulePlaceText } from '../graph/sentences.ts';
import { demandOf, demands, looserDemand, sharedDemands } from './shared-requirements.ts';

/** What a difference is about, in the order in which differences are listed. */
export type ComparisonAspect = 'STATUS' | 'REQUIREMENT' | 'LIMIT' | 'COST' | 'PLACE' | 'SOURCE';

/** The value of one plan, with the rule and the passages behind it. */
export interface PlanDifferenceValue {
  readonly plan: Plan;
  readonly text: string;
  readonly rule: Rule | null;
  readonly cites: readonly Passage[];
}
/** One aspect in which the plans differ. */
export interface PlanDifference {
  readonly aspect: ComparisonAspect;
  /** One for each plan, in the order of the plans. */
  readonly values: readonly PlanDifferenceValue[];
}
/** The comparison of several plans on one subject. */
export interface PlanComparison {
  readonly plans: readonly Plan[];
  readonly subject: Subject;
  readonly determinations: readonly Determination[];
  readonly shared: readonly Requirement[];
  readonly differences: readonly PlanDifference[];
}

/** The value of a plan for one aspect. Two plans do not differ if the keys are equal or one of the keys is null. */
interface Finding {
  readonly key: string | null;
  readonly text: string;
  readonly rule: Rule | null;
  readonly cites: readonly Passage[];
}

/** Compares plans. `answers` are the answers of different plans to the same question. */
export function comparePlans(graph: Graph, subject: Subject, answers: readonly Determination[]): PlanComparison {
  const difference = (aspect: ComparisonAspect, find: (answer: Determination) => Finding): PlanDifference[] => {
    const findings = answers.map((answer) => ({ plan: answer.plan, ...find(answer) }));
    const keys = findings.flatMap(({ key }) => (key === null ? [] : [key]));
    if (new Set(keys).size < 2) return [];
    return [{ aspect, values: findings.map(({ plan, text, rule, cites }) => ({ plan, text, rule, cites })) }];
  };
  return {
    plans: answers.map(({ plan }) => plan),
    subject,
    determinations: answers,
    shared: sharedDemands(answers),
    differences: [
      ...difference('STATUS', statusFinding),
      ...demands(answers).flatMap((wanted) =>
        difference('REQUIREMENT', (answer) => requirementFinding(answer, wanted)),
      ),
      ...difference('LIMIT', limitFinding),
      ...difference('COST', costFinding),
      ...difference('PLACE', (answer) => placeFinding(graph, answer)),
      ...difference('SOURCE', sourceFinding),
    ],
  };
}

/** The rules that the conclusion rests on directly, nearest first, without the rules behind those. */
function decidingRules({ proof }: Determination): Rule[] {
  const steps = new Map(proof.map((step) => [step.number, step]));
  const reached = new Set(proof.findLast(({ kind }) => kind === 'CONCLUSION')?.restsOn);
  const rules = new Set<Rule>();
  for (const number of reached) {
    const step = steps.get(number);
    if (step?.kind === 'RULE' && step.rule) rules.add(step.rule);
    else for (const below of step?.restsOn ?? []) reached.add(below);
  }
  return [...rules];
}

const endsCovered = ({ best }: Determination): boolean => best === 'COVERED' || best === 'MAY_BE_COVERED';

/** The first deciding rule for the best outcome that is hedged exactly if the outcome is; else the first one; else null. */
function decidingRule(answer: Determination): Rule | null {
  const effect = endsCovered(answer) ? 'COVERED' : 'EXCLUDED';
  const rules = decidingRules(answer).filter((rule) => rule.effect === effect);
  const isHedgedOutcome = answer.best === 'MAY_BE_COVERED' || answer.best === 'MAY_BE_EXCLUDED';
  return rules.find((rule) => isHedged(rule) === isHedgedOutcome) ?? rules[0] ?? null;
}

const STATUS_TEXT: Record<CoverageStatus, string> = {
  COVERED: 'covered',
  CONDITIONAL: 'depends on facts not given',
  MAY_BE_COVERED: 'may be covered',
  MAY_BE_EXCLUDED: 'may not be covered',
  NOT_COVERED: 'not covered',
  CONFLICTING: 'sources conflict',
  NOT_STATED: 'no source says',
};

function statusFinding(answer: Determination): Finding {
  const { status, best, cites } = answer;
  return {
    key: `${status} ${best}`,
    text: status === 'CONDITIONAL' ? `${STATUS_TEXT[status]}; at best ${STATUS_TEXT[best]}` : STATUS_TEXT[status],
    rule: decidingRule(answer),
    cites,
  };
}

const STRENGTH_TEXT: Record<RequirementStrength, string> = {
  REQUIRED: 'required',
  PLAN_RULES_APPLY: "the plan's own rules apply",
  MAY_BE_REQUIRED: 'may be required',
  NOT_REQUIRED: 'not required',
};

const ROLE_TEXT: Record<RequirementRole, (strength: RequirementStrength) => string> = {
  FOR_COVERAGE: () => 'coverage turns on it',
  ONCE_COVERED: (strength) => STRENGTH_TEXT[strength],
  ALSO_STATED: (strength) => `${STRENGTH_TEXT[strength]} (also stated)`,
};

function requirementFinding(answer: Determination, wanted: Requirement): Finding {
  const demand = demandOf(answer, wanted);
  if (!demand) {
    const looser = looserDemand(answer, wanted);
    return looser
      ? { key: 'looser', text: `no more than: ${looser.text}`, rule: askingRule(answer, looser), cites: looser.cites }
      : formalityFinding(answer, wanted);
  }
  const { role, text, strength, dependsOn, cites } = demand;
  const depends = dependsOn.length > 0 ? `, depending on ${list(dependsOn, 'and')}` : '';
  return {
    key: [role, strength, ...dependsOn].join('\n'),
    text: `${text}: ${ROLE_TEXT[role](strength)}${depends}`,
    rule: askingRule(answer, demand),
    cites,
  };
}

/** What the answer says of the formality that is wanted, which may be that it is not required. */
function formalityFinding(answer: Determination, { anyOf }: Requirement): Finding {
  const topics = new Set(
    anyOf
      .flatMap(({ condition, holds }) => (holds === true ? [...condition.impliedClosure] : []))
      .map((each) => each.topic),
  );
  const verdict = FORMALITY_TOPICS.some((topic) => topics.has(topic))
    ? answer.formalities.find(({ topic, status }) => topics.has(topic) && status !== 'NOT_STATED')
    : undefined;
  return verdict
    ? { key: verdict.text, text: lowerFirst(verdict.text.replace(/\.$/, '')), rule: null, cites: verdict.cites }
    : { key: 'none', text: 'not among what the answer requires', rule: null, cites: [] };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The first rule in the proof that names a condition of the requirement, in `when` or in `requires` according to its role. */
function askingRule({ proof }: Determination, { role, anyOf }: Requirement): Rule | null {
  const conditions = new Set(anyOf.map(({ condition }) => condition));
  const names = ({ when, requires }: Rule): boolean => {
    if (role !== 'FOR_COVERAGE') return requires.some(({ condition }) => conditions.has(condition));
    let named = false;
    eachTest(when, ({ condition }) => {
      named ||= conditions.has(condition);
    });
    return named;
  };
  return proof.find(({ kind, rule }) => kind === 'RULE' && rule !== null && names(rule))?.rule ?? null;
}

function amountsFinding(texts: readonly string[], none: string, rule: Rule | null, cites: readonly Passage[]): Finding {
  const sorted = [...new Set(texts)].sort();
  return { key: sorted.join('\n'), text: sorted.length > 0 ? sorted.join('; ') : none, rule, cites };
}
function limitFinding(answer: Determination): Finding {
  const rule = decidingRules(answer).find(({ limits }) => limits.length > 0) ?? null;
  return amountsFinding(
    answer.limits.map((limit) => printLimit(limit)),
    'no limit stated',
    rule,
    union(answer.limits.map(({ cites }) => cites)),
  );
}
function costFinding(answer: Determination): Finding {
  const rule = decidingRules(answer).find(({ costs }) => costs.length > 0) ?? null;
  return amountsFinding(
    answer.costs.map((share) => printCostShare(share)),
    'no cost stated',
    rule,
    union(answer.costs.map(({ cites }) => cites)),
  );
}

/** Where the deciding grant applies. A plan that grants nothing has no place to compare. */
function placeFinding(graph: Graph, answer: Determination): Finding {
  const rule = endsCovered(answer) ? decidingRule(answer) : null;
  if (!rule) return { key: null, text: 'no place, since nothing covers it', rule: null, cites: [] };
  const { home } = rule.plan;
  const unnamed = home
    ? `care at home, as ${home.statedBy.name} counts it`
    : 'care at home; no source says where that is, and the 50 states and the District of Columbia are taken';
  return {
    key: String(placesOf(graph, rule)),
    text: rulePlaceText(rule).trim() || unnamed,
    rule,
    cites: union([rule.cites, ...(home?.links ?? []).map(({ cites }) => cites)]),
  };
}

function sourceFinding({ cites }: Determination): Finding {
  const sources = [...new Set(cites.map(({ source }) => source))].sort((a, b) => (a.slug < b.slug ? -1 : 1));
  return {
    key: sources.map(({ slug }) => slug).join('\n'),
    text: sources.length > 0 ? sources.map(({ name }) => name).join('; ') : 'no source',
    rule: null,
    cites,
  };
}
