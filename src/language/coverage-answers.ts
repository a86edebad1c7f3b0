/** Answers that rest on determinations of the plans and subjects named: whether, on which terms, at what cost, and why. */
import { comparePlans } from '../engine/compare.ts';
import type { Determination, Requirement } from '../engine/determination.ts';
import type { Condition, Passage, Plan, Remark, Subject } from '../graph/entries.ts';
import { dutyText, ruleText, sentence } from '../graph/sentences.ts';
import { printCostShare, printLimit } from '../model/amounts.ts';
import { allDisagreements } from '../engine/disagreement-index.ts';
import {
  type AnswerDraft,
  type Answering,
  type AnswerRequest,
  determineFor,
  passagesBehind,
  sayDisagreements,
  saySummary,
} from './answer-helpers.ts';
import { broadest } from './tag-mentions.ts';
import { stemsOf } from './remark-terms.ts';
import {
  comparisonOperation,
  costRemarksOperation,
  coverageOperation,
  disagreementsOperation,
} from './graphql-operations.ts';

/** Every plan named with every subject; where no subject is named but a place is, any care there. */
function determined(asked: AnswerRequest): { determinations: Determination[]; subjects: readonly Subject[] } | null {
  const root = broadest(asked.graph);
  const isOfAnyCare = asked.territory !== null || /\b(?:everything|anything|all|any)\b/.test(asked.said);
  const subjects = asked.subjects.length > 0 ? asked.subjects : isOfAnyCare && root !== null ? [root] : [];
  if (asked.plans.length === 0 || subjects.length === 0) return null;
  return {
    determinations: asked.plans.flatMap((plan) => subjects.map((subject) => determineFor(asked, plan, subject))),
    subjects,
  };
}

export const answerCoverage: Answering = (asked) => {
  const found = determined(asked);
  if (found === null) return null;
  const { determinations, subjects } = found;
  for (const answer of determinations) {
    saySummary(asked.writing, answer);
    sayLimits(asked, answer);
    if (asked.wantsNumber && answer.limits.length === 0 && answer.costs.length === 0) sayNoNumber(asked, answer);
    if (answer.nextQuestion?.question != null && determinations.length === 1)
      asked.writing.say(`To know more: ${answer.nextQuestion.question}`);
  }
  sayDisagreements(asked.writing, determinations);
  return { determinations, operation: coverageOperation(asked, subjects) };
};

function sayLimits({ writing }: AnswerRequest, { limits }: Determination): void {
  for (const limit of limits) writing.say(sentence(`limit: ${printLimit(limit)}`), limit.cites);
}

const sayNoNumber = ({ writing }: AnswerRequest, { plan, subject }: Determination): void =>
  writing.say(
    `No source in the graph states a number for ${subject.phrase} under ${plan.name}; that is not the same as none.`,
  );

const STRENGTH: Record<Requirement['strength'], string> = {
  REQUIRED: 'required',
  PLAN_RULES_APPLY: "the plan's own rules apply",
  MAY_BE_REQUIRED: 'may be required',
};
const ROLE: Record<Requirement['role'], string> = { FOR_COVERAGE: 'for coverage', ONCE_COVERED: 'once covered' };

function requirementText({ text, role, strength, state, dependsOn }: Requirement): string {
  const depends = dependsOn.length > 0 ? `, depending on ${dependsOn.join(' and ')}` : '';
  return `${text} (${ROLE[role]}: ${STRENGTH[strength]}${depends}${state === 'UNKNOWN' ? '' : `; ${state === 'MET' ? 'met' : 'not met'}`})`;
}

export const answerRequirements: Answering = (asked) => {
  const found = determined(asked);
  if (found === null) return null;
  for (const answer of found.determinations) {
    saySummary(asked.writing, answer);
    for (const condition of asked.asked) sayWhetherRequired(asked, answer, condition);
    if (asked.asked.length === 0)
      for (const requirement of answer.requirements)
        asked.writing.say(`- ${requirementText(requirement)}`, requirement.cites);
    sayLimits(asked, answer);
  }
  sayDisagreements(asked.writing, found.determinations);
  return { determinations: found.determinations, operation: coverageOperation(asked, found.subjects) };
};

/** Whether what the question asks about is among what is required, itself or by what it implies. */
function sayWhetherRequired({ writing }: AnswerRequest, answer: Determination, condition: Condition): void {
  const { plan, subject, requirements } = answer;
  const related = requirements.filter(({ anyOf }) =>
    anyOf.some(
      (fact) =>
        fact.condition === condition ||
        fact.condition.impliedClosure.has(condition) ||
        condition.impliedClosure.has(fact.condition),
    ),
  );
  if (related.length === 0)
    writing.say(
      `No source in the graph states that ${plan.name} asks for this with ${subject.phrase}: ${dutyText(condition)}. That is not a no.`,
    );
  for (const requirement of related) writing.say(`- ${requirementText(requirement)}`, requirement.cites);
}

const isOfCost = ({ topic }: Remark): boolean => topic === 'COST';

export const answerCost: Answering = (asked) => {
  if (asked.subjects.length === 0 && asked.plans.length > 0) return answerCostOfPlans(asked);
  const found = determined(asked);
  if (found === null) return null;
  for (const answer of found.determinations) {
    saySummary(asked.writing, answer);
    for (const share of answer.costs) asked.writing.say(`- ${sentence(printCostShare(share))}`, share.cites);
    if (answer.costs.every(({ kind }) => kind === 'NOT_STATED'))
      asked.writing.say(
        `No source in the graph states an amount for ${answer.subject.phrase} under ${answer.plan.name}.`,
      );
  }
  return { determinations: found.determinations, operation: coverageOperation(asked, found.subjects) };
};

/** What a plan as a whole costs: what its sources remark on, and the prices in its rules. */
function answerCostOfPlans({ plans, writing, about }: AnswerRequest): AnswerDraft {
  for (const plan of plans) {
    const stated: { text: string; cites: readonly Passage[] }[] = [
      ...(about.length > 0 ? [] : plan.rules).flatMap((rule) =>
        rule.costs.map((share) => ({
          text: sentence(`${rule.subject.phrase}: ${printCostShare(share)}`),
          cites: share.cites,
        })),
      ),
      ...plan.remarks.filter((remark) => isOfCost(remark) && about.every((stem) => stemsOf(remark).has(stem))),
    ];
    const shares = [...new Map(stated.map((each) => [each.text, each])).values()];
    if (shares.length === 0) writing.say(`No source in the graph states what ${plan.name} costs.`);
    else writing.say(`What the sources state of the cost of ${plan.name}:`);
    for (const { text, cites } of shares) writing.say(`- ${text}`, cites);
  }
  return { concepts: plans, operation: costRemarksOperation(plans) };
}

export const answerComparison: Answering = (asked) => {
  const [subject] = asked.subjects;
  if (asked.plans.length < 2 || asked.plans.length > 10 || subject === undefined) return null;
  const { determinations, shared, differences } = comparePlans(
    asked.graph,
    subject,
    asked.plans.map((plan) => determineFor(asked, plan, subject)),
  );
  for (const answer of determinations) saySummary(asked.writing, answer);
  asked.writing.say(shared.length > 0 ? 'Asked for by all of them:' : 'Nothing is asked for by all of them.');
  for (const requirement of shared) asked.writing.say(`- ${requirementText(requirement)}`, requirement.cites);
  for (const { aspect, values } of differences.filter((each) => each.aspect !== 'SOURCE')) {
    asked.writing.say(
      `They differ (${aspect.toLowerCase()}): ${values.map(({ plan, text }) => `${plan.name}: ${text}`).join('; ')}.`,
      values.flatMap(({ cites }) => cites.slice(0, 2)),
    );
  }
  return { determinations, operation: comparisonOperation(asked, subject) };
};

/** Why: the rules behind the answer, in words, with the reason that their sources give; without a plan, where sources part. */
export const answerWhy: Answering = (asked) => {
  if (asked.plans.length === 0) return answerDisagreements(asked);
  const found = determined(asked);
  if (found === null) return null;
  for (const answer of found.determinations) {
    saySummary(asked.writing, answer);
    for (const rule of new Set(answer.proof.flatMap((step) => step.rule ?? []))) {
      asked.writing.say(
        `- ${sentence(ruleText(rule))}${rule.rationale === null ? '' : ` The source's reason: ${sentence(rule.rationale)}`}`,
        rule.cites,
      );
    }
    for (const { reason, text, rule } of answer.rejectedRules.slice(0, 3))
      if (reason === 'DEFEATED') asked.writing.say(`- Did not decide: ${sentence(text)}`, rule.cites);
    if (passagesBehind(answer).length === 0)
      asked.writing.say('No rule in the graph speaks to it, so there is no reason to give.');
  }
  sayDisagreements(asked.writing, found.determinations);
  return { determinations: found.determinations, operation: coverageOperation(asked, found.subjects) };
};

const MOST_DISAGREEMENTS = 8;
function answerDisagreements({ graph, today, subjects, writing }: AnswerRequest): AnswerDraft {
  const found = allDisagreements(graph, today).filter(
    ({ about }) => subjects.length === 0 || subjects.some((subject) => about.includes(subject)),
  );
  writing.say(
    found.length === 0
      ? 'No disagreement of sources is in the graph on this.'
      : `Where sources do not agree (${String(found.length)}):`,
  );
  for (const { title, positions } of found.slice(0, MOST_DISAGREEMENTS)) {
    writing.say(
      `- ${title} ${positions.map(({ says, cites }) => `${sentence(says)}${writing.numbered(cites)}`).join(' / ')}`,
    );
  }
  const concepts: (Plan | Subject)[] = [
    ...new Set(
      found.flatMap(({ about }) =>
        about.filter(
          (entry): entry is Plan | Subject =>
            entry.kind !== 'TERRITORY' && entry.kind !== 'COVERAGE_CONDITION' && entry.kind !== 'SOURCE',
        ),
      ),
    ),
  ];
  return { concepts, operation: disagreementsOperation };
}
