/** Answers about where plans are offered: which ones are in a county, and what each says of a service. */
import type { Determination, Requirement } from '../engine/determination.ts';
import { areaIndexOf, type CountyPlace, type PlanOffer } from '../graph/area-index.ts';
import type { Passage, Plan } from '../graph/entries.ts';
import { printCostShare } from '../model/amounts.ts';
import { type AnswerDraft, type AnswerRequest, determineFor, passagesBehind } from './answer-helpers.ts';
import type { AnswerText } from './answer-text.ts';
import { countyText } from './county.ts';
import { offersOperation } from './graphql-operations.ts';
import { addByStatus, MOST_LISTED } from './list-answers.ts';
import { isPlanWithin } from '../graph/plan-hierarchy.ts';

const planCount = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'plan' : 'plans'}`;

const STRENGTH_TEXT: Record<Requirement['strength'], string> = {
  REQUIRED: ' required',
  MAY_BE_REQUIRED: ' may be required',
  PLAN_RULES_APPLY: " by the plan's own rules",
  NOT_REQUIRED: ' not required',
};

/** The costs of covered care and what is required once it is covered, in parentheses. Empty if no source states any. */
function termsText({ costs, requirements, status }: Determination): string {
  if (status === 'NOT_COVERED' || status === 'NOT_STATED') return '';
  const requirementTexts = requirements
    .filter(({ role }) => role === 'ONCE_COVERED')
    .map(({ text, strength }) => `${text}${STRENGTH_TEXT[strength]}`);
  const terms = [...costs.map(printCostShare), ...requirementTexts];
  return terms.length === 0 ? '' : ` (${terms.join('; ')})`;
}

/**
 * Answers which plans, or which plans within the one named, are offered in a county. If a subject is named, lists what
 * each plan says of it by status. Also counts the plans that may be offered there.
 */
export function answerPlansInCounty(request: AnswerRequest, county: CountyPlace): AnswerDraft | null {
  const [outer, ...otherPlans] = request.plans;
  const [subject, ...otherSubjects] = request.subjects;
  if (otherPlans.length > 0 || otherSubjects.length > 0) return null;
  const { answerText, graph } = request;
  const day = request.day ?? request.today;
  const isIncluded = (plan: Plan): boolean => outer === undefined || plan === outer || isPlanWithin(plan, outer);
  const areas = areaIndexOf(graph);
  const { offers, changesOn } = areas.offeredIn(county, day);
  const included = offers.filter(({ plan }) => isIncluded(plan));
  const certain = included.filter(({ isCertain }) => isCertain);
  const shown = certain.slice(0, MOST_LISTED);
  answerText.add(headingText(request, county, certain.length));
  const determinations = subject === undefined ? [] : shown.map(({ plan }) => determineFor(request, plan, subject));
  if (subject === undefined) for (const offer of shown) answerText.add(`- ${offerText(offer)}`, offerPassages(offer));
  else addOffersByStatus(answerText, shown, determinations);
  addUnlisted(answerText, certain.length - shown.length);
  addUnknownOffers(answerText, day, {
    uncertain: included.length - certain.length,
    withoutArea: areas.withoutArea(day, isIncluded),
    notComparable: areas.notComparable(county, day, offers, isIncluded),
  });
  if (changesOn !== null && certain.length === 0)
    answerText.add(`From ${changesOn} that is otherwise: name the year to ask about it.`);
  return {
    determinations,
    concepts: shown.map(({ plan }) => plan),
    operation: offersOperation(request, county, subject, outer),
  };
}

function headingText({ plans, subjects, day, today }: AnswerRequest, county: CountyPlace, count: number): string {
  const [outer] = plans;
  const [subject] = subjects;
  const within = outer === undefined ? '' : ` of ${outer.name}`;
  if (count === 0)
    return `No source in the graph says that a plan${within} is offered in ${countyText(county)} on ${day ?? today}.`;
  const verb = count === 1 ? 'it is' : 'they are';
  const ending = subject === undefined ? ':' : `. What they say of ${subject.phrase}:`;
  return `On ${day ?? today} sources say of ${planCount(count)}${within} that ${verb} offered in ${countyText(county)}${ending}`;
}

const offerText = ({ plan, isWhole }: PlanOffer): string => `${plan.name}${isWhole ? '' : ', in part of it'}`;

const offerPassages = ({ areas }: PlanOffer): readonly Passage[] => areas[0]?.cites.slice(0, 1) ?? [];

/** Lists offers by the status of their determinations, which are in the same order. */
function addOffersByStatus(
  answerText: AnswerText,
  offers: readonly PlanOffer[],
  determinations: readonly Determination[],
): void {
  const offersByPlan = new Map(offers.map((offer) => [offer.plan, offer]));
  addByStatus(answerText, determinations, (determination) => {
    const offer = offersByPlan.get(determination.plan);
    if (offer === undefined) return determination.plan.name;
    const statusPassages = determination.status === 'NOT_STATED' ? [] : passagesBehind(determination).slice(0, 1);
    const citations = answerText.cite([...offerPassages(offer), ...statusPassages]);
    return `${offerText(offer)}${termsText(determination)}${citations}`;
  });
}

function addUnlisted(answerText: AnswerText, count: number): void {
  if (count === 0) return;
  answerText.add(`${planCount(count)} more ${count === 1 ? 'is' : 'are'} offered there; the operation gives them all.`);
}

/** Numbers of plans that may be offered in a county, by the reason why that is not known. */
interface UnknownOffers {
  /** A source leaves open which area is the plan's own. */
  readonly uncertain: number;
  /** No source states an area on that day. */
  readonly withoutArea: number;
  /** The area is stated in codes or names that cannot be compared with the county. */
  readonly notComparable: number;
}

/** Adds how many plans are not listed although they may be offered there. Unknown is not no. */
function addUnknownOffers(
  answerText: AnswerText,
  day: string,
  { uncertain, withoutArea, notComparable }: UnknownOffers,
): void {
  const texts = [
    ...(uncertain > 0 ? [`of ${planCount(uncertain)} a source leaves open in which area`] : []),
    ...(notComparable > 0 ? [`of ${planCount(notComparable)} it is stated in other codes or names`] : []),
    ...(withoutArea > 0 ? [`of ${planCount(withoutArea)} no source says where on ${day}`] : []),
  ];
  if (texts.length > 0) answerText.add(`Not known, and not a no: ${texts.join('; ')}.`);
}

/** Adds, for each plan that the question names, whether it is offered in a county. */
export function addWhetherOffered(request: AnswerRequest, county: CountyPlace): void {
  const { graph, plans, answerText } = request;
  const day = request.day ?? request.today;
  const { offers } = areaIndexOf(graph).offeredIn(county, day);
  for (const plan of plans) {
    const offer = offers.find((each) => each.plan === plan);
    if (offer) addOffer(answerText, offer, county);
    else if (isOfferUnknown(request, county, plan, offers))
      answerText.add(
        `Whether ${plan.name} is offered in ${countyText(county)} no source in the graph says for ${day}.`,
      );
    else
      answerText.add(
        `${plan.name} is not offered in ${countyText(county)}: its service area leaves that out.`,
        plan.serviceAreas.flatMap(({ cites }) => cites),
      );
  }
}

function addOffer(answerText: AnswerText, { plan, isCertain, isWhole, areas }: PlanOffer, county: CountyPlace): void {
  const passages = areas.flatMap(({ cites }) => cites);
  if (isCertain)
    answerText.add(`${plan.name} is offered in ${isWhole ? '' : 'part of '}${countyText(county)}.`, passages);
  else
    answerText.add(
      `${plan.name} may be offered in ${countyText(county)}: a source leaves open which area is its own.`,
      passages,
    );
}

/**
 * Whether it is unknown if a plan without an offer is offered in a county: it is a group of plans, states no area on the
 * day, or states one that cannot be compared with the county.
 */
function isOfferUnknown(
  request: AnswerRequest,
  county: CountyPlace,
  plan: Plan,
  offers: readonly PlanOffer[],
): boolean {
  const areas = areaIndexOf(request.graph);
  const day = request.day ?? request.today;
  const isThisPlan = (each: Plan): boolean => each === plan;
  return (
    plan.level !== 'PLAN' ||
    plan.contains.length > 0 ||
    areas.withoutArea(day, isThisPlan) > 0 ||
    areas.notComparable(county, day, offers, isThisPlan) > 0
  );
}
