/** Answers about where plans are offered: which ones are in a county or a state, and what each says of a service. */
import type { Determination, Requirement } from '../engine/determination.ts';
import { sortPlans } from '../engine/filter-plans.ts';
import { areaIndexOf, type PlanOffer } from '../graph/area-index.ts';
import type { Passage, Plan } from '../graph/entries.ts';
import { dutyText, list } from '../graph/sentences.ts';
import { printCostShare } from '../model/amounts.ts';
import { type AnswerDraft, type AnswerRequest, determineFor, passagesBehind } from './answer-helpers.ts';
import type { AnswerText } from './answer-text.ts';
import { broadestService } from './broadest-service.ts';
import { type OfferPlace, offerPlaceText } from './county.ts';
import { joinedOperation, offersOperation } from './graphql-operations.ts';
import { answerPlans, MOST_LISTED, STATUS_HEADINGS } from './list-answers.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';
import { unreadIn } from './unread-states.ts';

const planCount = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'plan' : 'plans'}`;

const STRENGTH_TEXT: Record<Requirement['strength'], string> = {
  REQUIRED: ' required',
  MAY_BE_REQUIRED: ' may be required',
  PLAN_RULES_APPLY: " by the plan's own rules",
  NOT_REQUIRED: ' not required',
};

/**
 * The costs of covered care and what is required once it is covered, in parentheses, with what the question asks about
 * and no source states. Empty if there is none of these.
 */
function termsText({ conditionsAsked }: AnswerRequest, determination: Determination): string {
  const { costs, requirements, formalities, status } = determination;
  if (status === 'NOT_COVERED' || status === 'NOT_STATED') return '';
  const requirementTexts = requirements
    .filter(({ role }) => role === 'ONCE_COVERED')
    .map(({ text, strength }) => `${text}${STRENGTH_TEXT[strength]}`);
  const notStated = conditionsAsked
    .filter(({ topic }) => formalities.some((each) => each.topic === topic && each.status === 'NOT_STATED'))
    .map((condition) => `${dutyText(condition)} not stated`);
  const terms = [...costs.map(printCostShare), ...requirementTexts, ...notStated];
  return terms.length === 0 ? '' : ` (${terms.join('; ')})`;
}

/**
 * Answers which plans, or which plans within the one named, are offered in a county or a state. If a subject is named,
 * lists what each plan says of it by status. Also counts the plans that may be offered there.
 */
export function answerPlansInPlace(request: AnswerRequest, place: OfferPlace): AnswerDraft | null {
  const [outer, ...otherPlans] = request.plans;
  const [subject, ...otherSubjects] = request.subjects;
  if (otherPlans.length > 0 || otherSubjects.length > 0) return null;
  if (outer !== undefined && subject === undefined && isSinglePlan(outer))
    return answerWhetherOffered(request, place, outer);
  const { answerText, graph } = request;
  const day = request.day ?? request.today;
  const isIncluded = (plan: Plan): boolean => outer === undefined || plan === outer || isPlanWithin(plan, outer);
  const areas = areaIndexOf(graph);
  const { offers, changesOn } = areas.offeredIn(place, day);
  const included = offers.filter(({ plan }) => isIncluded(plan));
  const certain = included.filter(({ isCertain }) => isCertain);
  answerText.add(headingText(request, place, certain.length));
  const determinations =
    subject === undefined
      ? listOffers(answerText, certain, place)
      : addOffersByStatus(request, certain, place, (plan) => determineFor(request, plan, subject));
  const shown =
    subject === undefined
      ? certain.slice(0, MOST_LISTED).map(({ plan }) => plan)
      : determinations.map(({ plan }) => plan);
  addUnknownOffers(answerText, day, {
    uncertain: included.length - certain.length,
    withoutArea: areas.withoutArea(day, isIncluded),
    notComparable: areas.notComparable(place, day, offers, isIncluded),
  });
  for (const line of unreadIn(graph, place.state)) answerText.add(`Not read: ${line}`);
  if (changesOn !== null && certain.length === 0)
    answerText.add(`From ${changesOn} that is otherwise: name the year to ask about it.`);
  return {
    determinations,
    concepts: shown,
    operation: offersOperation(request, place, subject, outer),
  };
}

const isSinglePlan = ({ level, contains }: Plan): boolean => level === 'PLAN' && contains.length === 0;

/** Answers whether a plan is offered in a place. */
function answerWhetherOffered(request: AnswerRequest, place: OfferPlace, plan: Plan): AnswerDraft {
  addWhetherOffered(request, place, [plan]);
  return { concepts: [plan], operation: offersOperation(request, place, undefined, plan) };
}

/**
 * Answers which plans say what of a service in a state, by both readings of the state: as where the plans are offered,
 * and as where the care is given.
 */
export function answerPlansByBothReadings(request: AnswerRequest, place: OfferPlace): AnswerDraft | null {
  const { answerText, subjects, plans, territory, graph } = request;
  const broadest = broadestService(graph);
  const ofAnyCare = subjects.length > 0 || broadest === null ? subjects : [broadest];
  const placeName = offerPlaceText(place);
  if (subjects.length > 1 || plans.length > 1 || territory === null) return null;
  answerText.add(`"In ${placeName}" can be read in two ways, and both are answered.`);
  answerText.add(`1. Plans that are offered in ${placeName}, wherever the care is given:`);
  const offered = answerPlansInPlace({ ...request, subjects: ofAnyCare, territory: null }, place);
  answerText.add(`2. Care that is given in ${placeName}, wherever the plan is offered:`);
  const given = answerPlans(request);
  if (offered === null || given === null) return null;
  return {
    determinations: [...(offered.determinations ?? []), ...(given.determinations ?? [])],
    concepts: [...new Set([...(offered.concepts ?? []), ...(given.concepts ?? [])])],
    operation: joinedOperation(offered.operation, given.operation),
  };
}

function headingText({ plans, subjects, day, today }: AnswerRequest, place: OfferPlace, count: number): string {
  const [outer] = plans;
  const [subject] = subjects;
  const within = outer === undefined ? '' : ` of ${outer.name}`;
  if (count === 0)
    return `No source in the graph says that a plan${within} is offered in ${offerPlaceText(place)} on ${day ?? today}.`;
  const verb = count === 1 ? 'it is' : 'they are';
  const where = place.kind === 'STATE' ? `in all or part of ${place.state.name}` : `in ${offerPlaceText(place)}`;
  const ending = subject === undefined ? ':' : `. What they say of ${subject.phrase}:`;
  return `On ${day ?? today} sources say of ${planCount(count)}${within} that ${verb} offered ${where}${ending}`;
}

/** A plan in a list of offers. Of a county it says where the plan serves only a part; of a state, the heading does. */
const offerText = ({ plan, isWhole }: PlanOffer, place: OfferPlace): string =>
  `${plan.name}${isWhole || place.kind === 'STATE' ? '' : ', in part of it'}`;

const offerPassages = ({ areas }: PlanOffer): readonly Passage[] => areas[0]?.cites.slice(0, 1) ?? [];

/** Lists offers without saying anything of a service. */
function listOffers(answerText: AnswerText, offers: readonly PlanOffer[], place: OfferPlace): readonly Determination[] {
  const shown = offers.slice(0, MOST_LISTED);
  for (const offer of shown) answerText.add(`- ${offerText(offer, place)}`, offerPassages(offer));
  addUnlisted(answerText, offers.length - shown.length);
  return [];
}

/** The most plans that are named for a status that is no coverage. If there are more, they are counted. */
const MOST_WITHOUT_COVERAGE = 10;

/**
 * Lists offers by the status of what their plans say, the least cost first, and counts what is not listed. Returns the
 * determinations of the plans that are named and, of a status whose plans are counted, the first.
 */
function addOffersByStatus(
  request: AnswerRequest,
  offers: readonly PlanOffer[],
  place: OfferPlace,
  determinationOf: (plan: Plan) => Determination,
): readonly Determination[] {
  const { answerText } = request;
  const answered = offers.map((offer) => {
    const determination = determinationOf(offer.plan);
    return { ...offer, determination, answer: () => determination };
  });
  const sorted = sortPlans(answered, 'COST').items;
  const shown: Determination[] = [];
  for (const [status, heading] of STATUS_HEADINGS) {
    const group = sorted.filter(({ determination }) => determination.status === status);
    if (group.length === 0) continue;
    const isNo = status === 'NOT_COVERED' || status === 'NOT_STATED';
    if (isNo && group.length > MOST_WITHOUT_COVERAGE) {
      shown.push(...group.slice(0, 1).map(({ determination }) => determination));
      answerText.add(`${heading}: ${planCount(group.length)}; the operation gives them all.`);
      continue;
    }
    const named = group.slice(0, MOST_LISTED);
    const texts = named.map((offer) => answeredOfferText(request, offer, place));
    const more = group.length - named.length;
    answerText.add(`${heading}: ${list(more > 0 ? [...texts, `${planCount(more)} more`] : texts, 'and')}.`);
    shown.push(...named.map(({ determination }) => determination));
  }
  return shown;
}

function answeredOfferText(
  request: AnswerRequest,
  offer: PlanOffer & { readonly determination: Determination },
  place: OfferPlace,
): string {
  const { determination } = offer;
  const statusPassages = determination.status === 'NOT_STATED' ? [] : passagesBehind(determination).slice(0, 1);
  const citations = request.answerText.cite([...offerPassages(offer), ...statusPassages]);
  return `${offerText(offer, place)}${termsText(request, determination)}${citations}`;
}

function addUnlisted(answerText: AnswerText, count: number): void {
  if (count === 0) return;
  answerText.add(`${planCount(count)} more ${count === 1 ? 'is' : 'are'} offered there; the operation gives them all.`);
}

/** Numbers of plans that may be offered in a place, by the reason why that is not known. */
interface UnknownOffers {
  /** A source leaves open which area is the plan's own. */
  readonly uncertain: number;
  /** No source states an area on that day. */
  readonly withoutArea: number;
  /** The area is stated in codes or names that cannot be compared with those of the place. */
  readonly notComparable: number;
}

/** Adds how many plans are not listed although they may be offered there. Unknown is not no. */
function addUnknownOffers(
  answerText: AnswerText,
  day: string,
  { uncertain, withoutArea, notComparable }: UnknownOffers,
): void {
  const texts = [
    ...(uncertain > 0 ? [`for ${planCount(uncertain)} a source leaves open which area is served`] : []),
    ...(notComparable > 0 ? [`for ${planCount(notComparable)} the area is stated in other codes or names`] : []),
    ...(withoutArea > 0 ? [`for ${planCount(withoutArea)} no source states an area on ${day}`] : []),
  ];
  if (texts.length > 0) answerText.add(`More plans may be offered there: ${texts.join('; ')}.`);
}

/** Adds, for each of some plans, whether it is offered in a place. */
export function addWhetherOffered(request: AnswerRequest, place: OfferPlace, plans: readonly Plan[]): void {
  const { graph, answerText } = request;
  const day = request.day ?? request.today;
  const { offers } = areaIndexOf(graph).offeredIn(place, day);
  for (const plan of plans) {
    const offer = offers.find((each) => each.plan === plan);
    if (offer) addOffer(answerText, offer, place);
    else if (isOfferUnknown(request, place, plan, offers))
      answerText.add(
        `Whether ${plan.name} is offered in ${offerPlaceText(place)} no source in the graph says for ${day}.`,
      );
    else
      answerText.add(
        `${plan.name} is not offered in ${offerPlaceText(place)}: its service area leaves that out.`,
        plan.serviceAreas.flatMap(({ cites }) => cites),
      );
  }
}

/** What is said of a plan that is not known to serve the whole place. */
const PART: Record<OfferPlace['kind'], string> = { STATE: 'counties of ', COUNTY: 'part of ' };

function addOffer(answerText: AnswerText, { plan, isCertain, isWhole, areas }: PlanOffer, place: OfferPlace): void {
  const passages = areas.flatMap(({ cites }) => cites);
  if (isCertain)
    answerText.add(`${plan.name} is offered in ${isWhole ? '' : PART[place.kind]}${offerPlaceText(place)}.`, passages);
  else
    answerText.add(
      `${plan.name} may be offered in ${offerPlaceText(place)}: a source leaves open which area is its own.`,
      passages,
    );
}

/**
 * Whether it is unknown if a plan without an offer is offered in a place: it is a group of plans, states no area on the
 * day, or states one that cannot be compared with the place.
 */
function isOfferUnknown(request: AnswerRequest, place: OfferPlace, plan: Plan, offers: readonly PlanOffer[]): boolean {
  const areas = areaIndexOf(request.graph);
  const day = request.day ?? request.today;
  const isThisPlan = (each: Plan): boolean => each === plan;
  return (
    !isSinglePlan(plan) ||
    areas.withoutArea(day, isThisPlan) > 0 ||
    areas.notComparable(place, day, offers, isThisPlan) > 0
  );
}
