/** Answers that are lists: of plans, of what a plan covers, of techniques and of codes. */
import type { Determination } from '../engine/determination.ts';
import type { Entry, Link, Plan, Subject } from '../graph/entries.ts';
import { list, placeText } from '../graph/sentences.ts';
import type { CoverageStatus, LinkKind } from '../model/words.ts';
import {
  type AnswerDraft,
  type Answering,
  type AnswerRequest,
  determineFor,
  passagesBehind,
  saySummary,
} from './answer-helpers.ts';
import { broadest } from './tag-mentions.ts';
import {
  alternativesOperation,
  bySubjectOperation,
  byPlanOperation,
  codesOperation,
  techniquesOperation,
} from './graphql-operations.ts';
import type { AnswerText } from './answer-text.ts';

/** As many as one page of the API holds. */
export const MOST_LISTED = 100;
const bySlug = (a: Entry, b: Entry): number => (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0);

export const HEADINGS: readonly (readonly [CoverageStatus, string])[] = [
  ['COVERED', 'Covered'],
  ['CONDITIONAL', 'Depends on facts not given'],
  ['MAY_BE_COVERED', 'May be covered'],
  ['CONFLICTING', 'Sources contradict one another'],
  ['MAY_BE_EXCLUDED', 'May not be covered'],
  ['NOT_COVERED', 'Not covered'],
  ['NOT_STATED', 'No source in the graph says (this is not a no)'],
];

/** One line for each status that occurs, best first, with who says so. */
function sayByStatus(
  writing: AnswerText,
  answers: readonly Determination[],
  nameOf: (answer: Determination) => string,
): void {
  for (const [status, heading] of HEADINGS) {
    const some = answers.filter((answer) => answer.status === status);
    if (some.length > 0)
      writing.say(
        `${heading}: ${list(
          some.map(
            (answer) =>
              `${nameOf(answer)}${status === 'NOT_STATED' ? '' : writing.numbered(passagesBehind(answer).slice(0, 2))}`,
          ),
          'and',
        )}.`,
      );
  }
}

export const isWithin = (plan: Plan, outer: Plan): boolean =>
  plan.within !== null && (plan.within === outer || isWithin(plan.within, outer));

/** Which plans cover it: every plan, or those within the one named, by what their answer is. */
export const answerPlans: Answering = (asked) => {
  const root = broadest(asked.graph);
  const subject = asked.subjects[0] ?? (asked.territory === null ? null : root);
  if (!subject || asked.subjects.length > 1 || asked.plans.length > 1) return null;
  const [outer] = asked.plans;
  const plans = [...asked.graph.plans.values()]
    .filter((plan) => outer === undefined || isWithin(plan, outer))
    .sort(bySlug)
    .slice(0, MOST_LISTED);
  const answers = plans.map((plan) => determineFor(asked, plan, subject));
  const whole = outer === undefined ? [] : [determineFor(asked, outer, subject)];
  for (const answer of whole) saySummary(asked.writing, answer);
  if (answers.length > 0)
    asked.writing.say(
      `${capital(subject.phrase)}${placeText(asked.territory)}, by plan${outer ? ` within ${outer.name}` : ''}:`,
    );
  sayByStatus(asked.writing, answers, ({ plan }) => plan.name);
  return {
    determinations: [...whole, ...answers],
    concepts: plans.length > 0 ? plans : asked.plans,
    operation: byPlanOperation(asked, subject, outer),
  };
};

/** What a plan covers, of all services; where one is named, what answers better in its stead. */
export const answerOptions: Answering = (asked) => {
  const [plan, ...others] = asked.plans;
  const [subject, ...more] = asked.subjects;
  if (plan === undefined || others.length > 0 || more.length > 0) return null;
  for (const { text, cites } of plan.remarks.filter(({ topic }) => topic === 'ADVICE')) asked.writing.say(text, cites);
  if (subject !== undefined) return answerInstead(asked, plan, subject);
  const services = [...asked.graph.services.values()].sort(bySlug).slice(0, MOST_LISTED);
  const determinations = services.map((service) => determineFor(asked, plan, service));
  asked.writing.say(`What ${plan.name} says of each service in the graph${placeText(asked.territory)}:`);
  sayByStatus(asked.writing, determinations, ({ subject: { phrase } }) => phrase);
  const best = determinations.filter(({ best: outcome }) => outcome === 'COVERED' || outcome === 'MAY_BE_COVERED');
  return { determinations, concepts: best.map((answer) => answer.subject), operation: bySubjectOperation(asked, plan) };
};

const MOST_INSTEAD = 5;
function answerInstead(asked: AnswerRequest, plan: Plan, subject: Subject): AnswerDraft {
  const answer = determineFor(asked, plan, subject);
  const instead = answer.alternatives?.(MOST_INSTEAD) ?? [];
  saySummary(asked.writing, answer);
  asked.writing.say(
    instead.length === 0
      ? 'Nothing in the graph answers better on the same facts.'
      : 'What answers better on the same facts:',
  );
  for (const each of instead) asked.writing.say(`- ${each.summary}`, passagesBehind(each));
  return {
    determinations: [answer, ...instead],
    concepts: [...new Set(instead.map((each) => each.subject))],
    operation: alternativesOperation(asked, plan, subject),
  };
}

const linked = (entry: Entry, kinds: readonly LinkKind[], kind: Entry['kind']): Link[] =>
  entry.links.filter((link) => kinds.includes(link.kind) && link.to.kind === kind);

/** The techniques of a service or a code; each source's list is told apart by its citations. */
export const answerTechniques: Answering = ({ subjects, writing }) => {
  const [subject, ...others] = subjects;
  if (subject === undefined || others.length > 0) return null;
  const links = linked(
    subject,
    subject.kind === 'SERVICE' ? ['INCLUDES'] : subject.kind === 'BILLING_CODE' ? ['INCLUDES'] : ['SAME_AS'],
    'TECHNIQUE',
  );
  if (links.length === 0) writing.say(`No source in the graph names a technique of ${subject.phrase}.`);
  else writing.say(`Techniques that sources name under ${subject.phrase}; no list claims to be whole:`);
  for (const { to, cites } of links)
    writing.say(
      `- ${to.name}${
        to.kind === 'TECHNIQUE' && to.synonyms.length > 0
          ? ` (also ${list(
              to.synonyms.filter(({ match }) => match === 'EXACT').map(({ name }) => name),
              'or',
            )})`.replace(' (also )', '')
          : ''
      }`,
      cites,
    );
  return { concepts: links.map(({ to }) => to), operation: techniquesOperation(subject) };
};

/** The codes that bill a service, or include a technique. */
export const answerCodes: Answering = ({ subjects, writing }) => {
  if (subjects.length === 0 || subjects.some(({ kind }) => kind === 'BILLING_CODE')) return null;
  const codes = new Set<Entry>();
  for (const subject of subjects) {
    const links = linked(subject, ['BILLED_BY', 'INCLUDED_IN'], 'BILLING_CODE');
    if (links.length === 0) writing.say(`No source in the graph names a billing code for ${subject.phrase}.`);
    for (const { to, cites, kind } of links) {
      codes.add(to);
      writing.say(
        `${capital(subject.phrase)} is ${kind === 'BILLED_BY' ? 'billed by' : 'included in'} ${codeText(to)}.`,
        cites,
      );
    }
  }
  return { concepts: [...codes], operation: codesOperation(subjects) };
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const codeText = (entry: Entry): string =>
  entry.kind === 'BILLING_CODE' ? `${entry.system} ${entry.code}` : entry.name;
