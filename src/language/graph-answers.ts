/** Answers that the graph itself gives: what is part of what, and which places a plan counts as home. */
import { differingClaims, homeStatedBy } from '../engine/differing-claims.ts';
import type { Entry, Link, Passage, Plan, Subject, Territory } from '../graph/entries.ts';
import { linkText, list, sentence } from '../graph/sentences.ts';
import { isHome } from '../graph/territories.ts';
import type { LinkKind } from '../model/words.ts';
import type { AnswerDraft, AnswerFunction, AnswerRequest } from './answer-helpers.ts';
import type { AnswerText } from './answer-text.ts';
import { homesOperation, linksOperation, placeOperation, withinOperation } from './graphql-operations.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';

/** Links from a part to what it is part of. */
const LINKS_TO_WHOLE: readonly LinkKind[] = ['INCLUDED_IN', 'BROADER', 'SAME_AS'];

/** The most links in a path from a part to what it is part of. */
const LONGEST_PATH = 3;

/** The most subjects that one question about inclusion may name. */
const MOST_SUBJECTS = 3;

/**
 * The shortest path of links from a subject to an entry that it is part of; null if there is none. A link to a billing
 * code is a path only by itself, because what a code bills is not part of the code.
 */
function shortestPath(from: Subject, to: Entry): Link[] | null {
  const billedBy = from.links.find((link) => link.kind === 'BILLED_BY' && link.to === to);
  if (billedBy) return [billedBy];
  const paths = new Map<Entry, Link[]>([[from, []]]);
  // A map yields entries that are added while it is iterated, so this is a breadth-first search.
  for (const [entry, path] of paths) {
    if (entry === to) return path;
    if (path.length >= LONGEST_PATH) continue;
    for (const link of entry.links)
      if (LINKS_TO_WHOLE.includes(link.kind) && !paths.has(link.to)) paths.set(link.to, [...path, link]);
  }
  return null;
}

/**
 * Answers whether one subject or plan is part of another, or the same. Yes if a source states it; otherwise neither
 * yes nor no.
 */
export const answerInclusion: AnswerFunction = (request) => {
  const { subjects, plans, answerText } = request;
  if (subjects.length === 0 && plans.length === 2) return answerPlanWithin(request);
  const [first, ...others] = subjects;
  if (first === undefined || subjects.length > MOST_SUBJECTS) return null;
  if (others.length === 0) return answerSynonym(request, first);
  const results = others.map((other) => addRelation(answerText, first, other));
  if (results.every((result) => result === 'NOT_STATED')) {
    for (const other of others)
      answerText.add(
        `No source in the graph says that ${first.phrase} and ${other.phrase} are linked in this way. That does not mean no.`,
      );
  }
  const yes = results.every((result) => result === 'YES') ? true : null;
  return { yes, concepts: subjects, operation: linksOperation(first) };
};

/** Answers whether the first of two plans is within the second, at any depth. */
function answerPlanWithin({ plans, answerText }: AnswerRequest): AnswerDraft | null {
  const [inner, outer] = plans;
  if (inner === undefined || outer === undefined) return null;
  const isWithin = isPlanWithin(inner, outer);
  if (isWithin) answerText.add(`${inner.name} is within ${outer.name}.`, passagesOfHierarchy(inner, outer));
  else answerText.add(`No source in the graph says that ${inner.name} is within ${outer.name}. That does not mean no.`);
  return { yes: isWithin ? true : null, concepts: plans, operation: withinOperation(inner) };
}

/** The passages that state how one plan is within another. */
function passagesOfHierarchy(inner: Plan, outer: Plan): Passage[] {
  const passages: Passage[] = [];
  for (let plan: Plan | null = inner; plan !== null && plan !== outer; plan = plan.within)
    passages.push(...plan.links.filter(({ kind }) => kind === 'WITHIN').flatMap(({ cites }) => cites));
  return passages;
}

/** Adds how two subjects are related, by links or by a remark. Returns whether that is a yes. */
function addRelation(answerText: AnswerText, a: Subject, b: Subject): 'YES' | 'NOT_STATED' {
  const path = shortestPath(a, b) ?? shortestPath(b, a) ?? [];
  if (path.length > 0) return addPath(answerText, path, [a, b]);
  const remark = a.remarks.find(
    ({ topic, modality, text }) =>
      topic === 'CLASSIFICATION' &&
      modality === 'STATED' &&
      singularNames(b).some((name) => text.toLowerCase().includes(name)),
  );
  if (remark === undefined) return 'NOT_STATED';
  answerText.add(`Of ${a.phrase}: ${remark.text}`, remark.cites);
  return 'YES';
}

/** Adds the links of a path. A path with a link that is not exact, or that no source states, is not a yes. */
function addPath(answerText: AnswerText, path: readonly Link[], ends: readonly Subject[]): 'YES' | 'NOT_STATED' {
  for (const link of path) answerText.add(sentence(linkText(link)), link.cites);
  const isExact = path.every(({ kind, match, cites }) => (kind !== 'SAME_AS' || match === 'EXACT') && cites.length > 0);
  if (isExact) return 'YES';
  addTerminologyClaims(answerText, ends);
  return 'NOT_STATED';
}

/** Every name of a subject in lower case, without a final "s". */
const singularNames = ({ name, alternateNames, phrases }: Subject): string[] =>
  [name, ...alternateNames, ...phrases].map((each) => each.toLowerCase().replace(/s$/, ''));

/** Answers whether two names are synonyms that turned out to be names of one technique. */
function answerSynonym({ answerText, patternText }: AnswerRequest, subject: Subject): AnswerDraft | null {
  if (subject.kind !== 'TECHNIQUE' || !/TECHNIQUE.*TECHNIQUE/.test(patternText)) return null;
  const exactSynonyms = subject.synonyms.filter(({ match }) => match === 'EXACT');
  for (const { name, cites } of exactSynonyms) answerText.add(`${name} is another name of ${subject.phrase}.`, cites);
  return { yes: exactSynonyms.length > 0 ? true : null, concepts: [subject], operation: linksOperation(subject) };
}

/** Adds what sources claim where they disagree on the names of all of some entries. */
function addTerminologyClaims(answerText: AnswerText, entries: readonly Entry[]): void {
  const claims = entries
    .flatMap((entry) => differingClaims(entry))
    .filter(({ kind, about }) => kind === 'TERMINOLOGY' && entries.every((entry) => about.includes(entry)));
  for (const { positions } of claims)
    for (const { says, cites } of positions) answerText.add(`- ${sentence(says)}`, cites);
}

/** Answers whether a plan counts a place as home, or which places it does. Yes or no only if the sources agree. */
export const answerPlace: AnswerFunction = (request) => {
  const { plans, places, patternText, graph, answerText } = request;
  const plan = plans[0] ?? onlyPlanWithHome(request);
  if (plan === undefined) return null;
  const place = places.find((each) => each !== graph.abroad);
  if (place === undefined || /\b(?:which|what|list|where)\b/.test(patternText)) {
    addHomeTerritories(answerText, plan);
    return { concepts: plan.home?.links.map(({ to }) => to) ?? [], operation: homesOperation(plan) };
  }
  return answerWhetherHome(request, plan, place);
};

function answerWhetherHome(request: AnswerRequest, plan: Plan, place: Territory): AnswerDraft {
  const { answerText, patternText, places, graph } = request;
  const home = isHome(place, plan);
  const disagreements = homeDisagreements(plan).filter(({ about }) => about.includes(place));
  answerText.add(homeText(home, plan, place), passagesOnHome(home, plan, place));
  for (const { positions } of disagreements)
    for (const { says, cites } of positions) answerText.add(`- ${sentence(says)}`, cites);
  addHomeDefinitions(answerText, plan);
  const asksWhetherOutside = /\b(?:outside|abroad|foreign|not)\b/.test(patternText) || places.includes(graph.abroad);
  const isUndecided = home === null || disagreements.length > 0;
  return {
    yes: isUndecided ? null : home !== asksWhetherOutside,
    concepts: [place],
    operation: placeOperation(place, plan),
  };
}

function homeText(home: boolean | null, plan: Plan, place: Territory): string {
  if (home === null) return `No source in the graph says whether ${plan.name} counts ${place.name} as home.`;
  return `${plan.name} ${home ? 'counts' : 'does not count'} ${place.name} as home.`;
}

/** The passages of the link to a home territory; if there is none, of all home territories of the plan. */
function passagesOnHome(home: boolean | null, plan: Plan, place: Territory): readonly Passage[] {
  const link = home === true ? plan.home?.links.find(({ to }) => to === place) : undefined;
  return link?.cites ?? passagesOfHome(plan);
}

const homeDisagreements = (plan: Plan) =>
  differingClaims(homeStatedBy(plan) ?? plan).filter(({ title }) => /home/.test(title));

const passagesOfHome = ({ home }: Plan): Passage[] => [...new Set(home?.links.flatMap(({ cites }) => cites) ?? [])];

/**
 * For a question that names no plan: the only program that states more than one home territory, if there is only one.
 */
function onlyPlanWithHome({ graph }: AnswerRequest): Plan | undefined {
  const programs = [...graph.plans.values()].filter(
    ({ home, level }) =>
      home !== null &&
      level === 'PROGRAM' &&
      home.atoms.size > 1 &&
      [...graph.defaultHome].every((atom) => home.atoms.has(atom)),
  );
  return programs.length === 1 ? programs[0] : undefined;
}

function addHomeTerritories(answerText: AnswerText, plan: Plan): void {
  const { home } = plan;
  if (home === null) {
    answerText.add(`No source in the graph says where ${plan.name} counts care as given at home.`);
    return;
  }
  const names = home.links.map(({ to }) => to.name);
  answerText.add(`${plan.name} counts as home ${list(names, 'and')}.`, passagesOfHome(plan));
  addHomeDefinitions(answerText, plan);
}

/** Adds how the plan that states the home territories defines them. */
function addHomeDefinitions(answerText: AnswerText, { home }: Plan): void {
  for (const { topic, text, cites } of home?.statedBy.remarks ?? [])
    if (topic === 'DEFINITION') answerText.add(`- ${text}`, cites);
}
