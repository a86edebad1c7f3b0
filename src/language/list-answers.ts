/** Answers that are lists: plans, what a plan covers, techniques, and billing codes. */
import type { Determination } from '../engine/determination.ts';
import type { Entry, Link, Plan, Subject } from '../graph/entries.ts';
import { list, placeText } from '../graph/sentences.ts';
import type { CoverageStatus, LinkKind } from '../model/words.ts';
import {
  addSummary,
  type AnswerDraft,
  type AnswerFunction,
  type AnswerRequest,
  determineFor,
  passagesBehind,
} from './answer-helpers.ts';
import type { AnswerText } from './answer-text.ts';
import { broadestService } from './broadest-service.ts';
import {
  alternativesOperation,
  byPlanOperation,
  bySubjectOperation,
  codesOperation,
  techniquesOperation,
} from './graphql-operations.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';

/** The most entries in a list: as many as a page of the API. */
export const MOST_LISTED = 100;

/** The most citations for one entry of a list. */
const MOST_CITATIONS = 2;

function compareSlugs(a: Entry, b: Entry): number {
  if (a.slug === b.slug) return 0;
  return a.slug < b.slug ? -1 : 1;
}

/** The heading of each coverage status in a list, best first. */
export const STATUS_HEADINGS: readonly (readonly [CoverageStatus, string])[] = [
  ['COVERED', 'Covered'],
  ['CONDITIONAL', 'Depends on facts not given'],
  ['MAY_BE_COVERED', 'May be covered'],
  ['CONFLICTING', 'Sources contradict one another'],
  ['MAY_BE_EXCLUDED', 'May not be covered'],
  ['NOT_COVERED', 'Not covered'],
  ['NOT_STATED', 'No source in the graph says (this does not mean no)'],
];

/** Adds a line for each status that occurs, best first, which lists its determinations as `textOf` gives them. */
export function addByStatus(
  answerText: AnswerText,
  determinations: readonly Determination[],
  textOf: (determination: Determination) => string,
): void {
  for (const [status, heading] of STATUS_HEADINGS) {
    const texts = determinations.filter((determination) => determination.status === status).map(textOf);
    if (texts.length > 0) answerText.add(`${heading}: ${list(texts, 'and')}.`);
  }
}

/** The citations of a determination in a list. There are none if no source says whether the care is covered. */
function statusCitations(answerText: AnswerText, determination: Determination): string {
  if (determination.status === 'NOT_STATED') return '';
  return answerText.cite(passagesBehind(determination).slice(0, MOST_CITATIONS));
}

/** Answers which plans cover a subject: lists every plan, or every plan within the one named, by status. */
export const answerPlans: AnswerFunction = (request) => {
  const { plans: named, subjects, territory, graph, answerText } = request;
  const [outer] = named;
  const subject = subjects[0] ?? (territory === null ? null : broadestService(graph));
  if (!subject || subjects.length > 1 || named.length > 1) return null;
  const plans = [...graph.plans.values()]
    .filter((plan) => outer === undefined || isPlanWithin(plan, outer))
    .sort(compareSlugs)
    .slice(0, MOST_LISTED);
  const ofPlans = plans.map((plan) => determineFor(request, plan, subject));
  const ofOuter = outer === undefined ? [] : [determineFor(request, outer, subject)];
  for (const determination of ofOuter) addSummary(answerText, determination);
  if (plans.length > 0) {
    const within = outer ? ` within ${outer.name}` : '';
    answerText.add(`${capitalized(subject.phrase)}${placeText(territory)}, by plan${within}:`);
  }
  addByStatus(
    answerText,
    ofPlans,
    (determination) => `${determination.plan.name}${statusCitations(answerText, determination)}`,
  );
  return {
    determinations: [...ofOuter, ...ofPlans],
    concepts: plans.length > 0 ? plans : named,
    operation: byPlanOperation(request, subject, outer),
  };
};

/** Answers what a plan covers of all services. If a subject is named, what has a better answer instead of it. */
export const answerOptions: AnswerFunction = (request) => {
  const { graph, answerText, territory } = request;
  const [plan, ...otherPlans] = request.plans;
  const [subject, ...otherSubjects] = request.subjects;
  if (plan === undefined || otherPlans.length > 0 || otherSubjects.length > 0) return null;
  for (const { topic, text, cites } of plan.remarks) if (topic === 'ADVICE') answerText.add(text, cites);
  if (subject !== undefined) return answerAlternatives(request, plan, subject);
  const services = [...graph.services.values()].sort(compareSlugs).slice(0, MOST_LISTED);
  const determinations = services.map((service) => determineFor(request, plan, service));
  answerText.add(`What ${plan.name} says of each service in the graph${placeText(territory)}:`);
  addByStatus(
    answerText,
    determinations,
    (determination) => `${determination.subject.phrase}${statusCitations(answerText, determination)}`,
  );
  const covered = determinations.filter(({ best }) => best === 'COVERED' || best === 'MAY_BE_COVERED');
  return {
    determinations,
    concepts: covered.map((determination) => determination.subject),
    operation: bySubjectOperation(request, plan),
  };
};

const MOST_ALTERNATIVES = 5;

function answerAlternatives(request: AnswerRequest, plan: Plan, subject: Subject): AnswerDraft {
  const { answerText } = request;
  const determination = determineFor(request, plan, subject);
  const alternatives = determination.alternatives?.(MOST_ALTERNATIVES) ?? [];
  addSummary(answerText, determination);
  answerText.add(
    alternatives.length === 0
      ? 'No alternative in the graph has a better answer on the same facts.'
      : 'Alternatives with a better answer on the same facts:',
  );
  for (const alternative of alternatives) answerText.add(`- ${alternative.summary}`, passagesBehind(alternative));
  return {
    determinations: [determination, ...alternatives],
    concepts: [...new Set(alternatives.map((alternative) => alternative.subject))],
    operation: alternativesOperation(request, plan, subject),
  };
}

const linksTo = (from: Entry, linkKinds: readonly LinkKind[], kind: Entry['kind']): Link[] =>
  from.links.filter((link) => linkKinds.includes(link.kind) && link.to.kind === kind);

/** Answers which techniques belong to a service or a billing code, or are the same as a technique. */
export const answerTechniques: AnswerFunction = ({ subjects, answerText }) => {
  const [subject, ...others] = subjects;
  if (subject === undefined || others.length > 0) return null;
  const links = linksTo(subject, [subject.kind === 'TECHNIQUE' ? 'SAME_AS' : 'INCLUDES'], 'TECHNIQUE');
  answerText.add(
    links.length === 0
      ? `No source in the graph names a technique of ${subject.phrase}.`
      : `Techniques that sources name under ${subject.phrase}; no list claims to be whole:`,
  );
  for (const { to, cites } of links) answerText.add(`- ${to.name}${synonymText(to)}`, cites);
  return { concepts: links.map(({ to }) => to), operation: techniquesOperation(subject) };
};

/** The exact synonyms of a technique in parentheses; empty if it has none. */
function synonymText(entry: Entry): string {
  if (entry.kind !== 'TECHNIQUE') return '';
  const synonyms = entry.synonyms.filter(({ match }) => match === 'EXACT').map(({ name }) => name);
  return synonyms.length === 0 ? '' : ` (also ${list(synonyms, 'or')})`;
}

/** Answers which billing codes bill a service or include a technique. */
export const answerCodes: AnswerFunction = ({ subjects, answerText }) => {
  if (subjects.length === 0 || subjects.some(({ kind }) => kind === 'BILLING_CODE')) return null;
  const codes = new Set<Entry>();
  for (const subject of subjects) {
    const links = linksTo(subject, ['BILLED_BY', 'INCLUDED_IN'], 'BILLING_CODE');
    if (links.length === 0) answerText.add(`No source in the graph names a billing code for ${subject.phrase}.`);
    for (const { to, cites, kind } of links) {
      codes.add(to);
      const verb = kind === 'BILLED_BY' ? 'billed by' : 'included in';
      answerText.add(`${capitalized(subject.phrase)} is ${verb} ${codeText(to)}.`, cites);
    }
  }
  return { concepts: [...codes], operation: codesOperation(subjects) };
};

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const codeText = (entry: Entry): string =>
  entry.kind === 'BILLING_CODE' ? `${entry.system} ${entry.code}` : entry.name;
