/** Questions that the graph itself answers with yes or no: what is part of what, and what counts as home. */
import { differingClaims, homeStatedBy } from '../engine/differing-claims.ts';
import type { Entry, Link, Passage, Plan, Subject, Technique } from '../graph/entries.ts';
import { isHome } from '../graph/territories.ts';
import { linkText, list, sentence } from '../graph/sentences.ts';
import type { LinkKind } from '../model/words.ts';
import type { Answering, AnswerRequest } from './answer-helpers.ts';
import { homesOperation, linksOperation, placeOperation, withinOperation } from './graphql-operations.ts';

/** From a part to what it is part of. */
const TO_WHOLE: readonly LinkKind[] = ['INCLUDED_IN', 'BROADER', 'SAME_AS'];

/** The shortest way of links from the one to the other; null where none joins them. What a code bills is no part of the code, so such a link stands alone. */
function way(from: Subject, to: Entry): Link[] | null {
  const direct = from.links.find((link) => link.kind === 'BILLED_BY' && link.to === to);
  if (direct) return [direct];
  const ways = new Map<Entry, Link[]>([[from, []]]);
  for (const [entry, links] of ways) {
    if (entry === to) return links;
    if (links.length > 2) continue;
    for (const link of entry.links)
      if (TO_WHOLE.includes(link.kind) && !ways.has(link.to)) ways.set(link.to, [...links, link]);
  }
  return null;
}

/** Whether one is part of the other, or the same: yes by a link that a source states, and else neither yes nor no. */
export const answerInclusion: Answering = (asked) => {
  const { subjects, writing } = asked;
  if (subjects.length === 0 && asked.plans.length === 2) return answerWithin(asked);
  const [one, other] = subjects;
  if (one === undefined || subjects.length > 3) return null;
  if (other === undefined) return answerSameName(asked, one);
  const pairs = subjects.slice(1).map((each) => [one, each] as const);
  const answers = pairs.map(([a, b]) => sayJoined(asked, a, b));
  const yes = answers.every((each) => each === true) ? true : null;
  if (yes === null && answers.every((each) => each === null)) {
    for (const [a, b] of pairs)
      writing.say(
        `No source in the graph says that ${a.phrase} and ${b.phrase} are joined in this way. That is not a no.`,
      );
  }
  return { yes, concepts: subjects, operation: linksOperation(one) };
};

/** Whether the first plan is within the second, at any depth. */
function answerWithin({ plans, writing }: AnswerRequest): ReturnType<Answering> {
  const [inner, outer] = plans;
  if (inner === undefined || outer === undefined) return null;
  const cites: Passage[] = [];
  for (let plan: Plan | null = inner; plan !== null && plan !== outer; plan = plan.within)
    cites.push(...plan.links.filter(({ kind }) => kind === 'WITHIN').flatMap((link) => link.cites));
  let at: Plan | null = inner;
  while (at !== null && at !== outer) at = at.within;
  writing.say(
    at === null
      ? `No source in the graph says that ${inner.name} is within ${outer.name}. That is not a no.`
      : `${inner.name} is within ${outer.name}.`,
    at === null ? [] : cites,
  );
  return { yes: at === null ? null : true, concepts: plans, operation: withinOperation(inner) };
}

/** Null where nothing joins them, or what does is only near, or sources differ on the name. */
function sayJoined({ writing }: AnswerRequest, a: Subject, b: Subject): boolean | null {
  const links = way(a, b) ?? way(b, a);
  if (links !== null && links.length > 0) {
    for (const link of links) writing.say(sentence(linkText(link)), link.cites);
    const isNear = links.some(
      ({ kind, match, cites }) => (kind === 'SAME_AS' && match !== 'EXACT') || cites.length === 0,
    );
    if (isNear) sayDiffering(writing, [a, b]);
    return isNear ? null : true;
  }
  const remark = a.remarks.find(
    ({ topic, modality, text }) =>
      topic === 'CLASSIFICATION' &&
      modality === 'STATED' &&
      namesOf(b).some((name) => text.toLowerCase().includes(name)),
  );
  if (remark === undefined) return null;
  writing.say(`Of ${a.phrase}: ${remark.text}`, remark.cites);
  return true;
}

const namesOf = ({ name, alternateNames, phrases }: Subject): string[] =>
  [name, ...alternateNames, ...phrases].map((each) => each.toLowerCase().replace(/s$/, ''));

/** One technique under two names. */
function answerSameName({ writing, said }: AnswerRequest, one: Subject): ReturnType<Answering> {
  if (one.kind !== 'TECHNIQUE' || !/TECHNIQUE.*TECHNIQUE/.test(said)) return null;
  const exact = (one satisfies Technique).synonyms.filter(({ match }) => match === 'EXACT');
  for (const { name, cites } of exact) writing.say(`${name} is another name of ${one.phrase}.`, cites);
  return { yes: exact.length > 0 ? true : null, concepts: [one], operation: linksOperation(one) };
}

function sayDiffering(writing: AnswerRequest['writing'], entries: readonly Entry[]): void {
  for (const { positions } of entries
    .flatMap((entry) => differingClaims(entry))
    .filter(({ kind, about }) => kind === 'TERMINOLOGY' && entries.every((entry) => about.includes(entry)))) {
    for (const { says, cites } of positions) writing.say(`- ${sentence(says)}`, cites);
  }
}

const OUTSIDE = /\b(?:outside|abroad|foreign|not)\b/;

/** Whether a place counts as home for a plan, and which places do; null where no source says, or sources differ. */
export const answerPlace: Answering = (asked) => {
  const plans = asked.plans.length > 0 ? asked.plans : onlyHomes(asked);
  const [plan] = plans;
  if (plan === undefined) return null;
  const place = asked.places.find((each) => each !== asked.graph.abroad);
  const isList = place === undefined || /\b(?:which|what|list|where)\b/.test(asked.said);
  if (isList) {
    sayHomes(asked, plan);
    return { concepts: plan.home?.links.map(({ to }) => to) ?? [], operation: homesOperation(plan) };
  }
  const home = isHome(place, plan);
  const differ = homeDisagreements(plan).filter(({ about }) => about.includes(place));
  const cites =
    home === true ? (plan.home?.links.find(({ to }) => to === place)?.cites ?? citesOfHome(plan)) : citesOfHome(plan);
  asked.writing.say(
    home === null
      ? `No source in the graph says whether ${plan.name} counts ${place.name} as home.`
      : `${plan.name} ${home ? 'counts' : 'does not count'} ${place.name} as home.`,
    cites,
  );
  for (const { positions } of differ)
    for (const { says, cites: who } of positions) asked.writing.say(`- ${sentence(says)}`, who);
  for (const { text, cites: who } of plan.home?.statedBy.remarks.filter(({ topic }) => topic === 'DEFINITION') ?? [])
    asked.writing.say(`- ${text}`, who);
  const yes =
    home === null || differ.length > 0
      ? null
      : OUTSIDE.test(asked.said) || asked.places.includes(asked.graph.abroad)
        ? !home
        : home;
  return { yes, concepts: [place], operation: placeOperation(place, plan) };
};

const homeDisagreements = (plan: Plan) =>
  differingClaims(homeStatedBy(plan) ?? plan).filter(({ title }) => /home/.test(title));
const citesOfHome = ({ home }: Plan): Passage[] => [...new Set(home?.links.flatMap(({ cites }) => cites) ?? [])];

/** Where no plan is named and the plans that state a home state the same: the broadest of those. */
function onlyHomes({ graph }: AnswerRequest): Plan[] {
  const stating = [...graph.plans.values()].filter(
    ({ home, level }) =>
      home !== null &&
      level === 'PROGRAM' &&
      home.atoms.size > 1 &&
      [...graph.defaultHome].every((atom) => home.atoms.has(atom)),
  );
  return stating.length === 1 ? stating : [];
}

function sayHomes({ writing }: AnswerRequest, plan: Plan): void {
  const { home } = plan;
  if (home === null) {
    writing.say(`No source in the graph says where ${plan.name} counts care as given at home.`);
    return;
  }
  writing.say(
    `${plan.name} counts as home ${list(
      home.links.map(({ to }) => to.name),
      'and',
    )}.`,
    citesOfHome(plan),
  );
  for (const { text, cites } of home.statedBy.remarks.filter(({ topic }) => topic === 'DEFINITION'))
    writing.say(`- ${text}`, cites);
}
