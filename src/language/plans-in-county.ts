/** Answers about where plans are offered: which are in a county, and what each says of a service; what no source says is counted. */
import type { Determination } from '../engine/determination.ts';
import { areasOf, type CountyAsked, type Offer } from '../graph/areas.ts';
import type { Passage, Plan } from '../graph/entries.ts';
import { list } from '../graph/sentences.ts';
import { printCostShare } from '../model/amounts.ts';
import { countyText } from './county-text.ts';
import { type AnswerDraft, type AnswerRequest, determineFor, passagesBehind } from './answer-helpers.ts';
import { HEADINGS, isWithin, MOST_LISTED } from './list-answers.ts';
import { offersOperation } from './graphql-operations.ts';

const plansOf = (count: number): string => `${count.toLocaleString('en')} ${count === 1 ? 'plan' : 'plans'}`;

/** What it costs and asks for once covered, where its sources say. */
function termsOf({ costs, requirements, status }: Determination): string {
  if (status === 'NOT_COVERED' || status === 'NOT_STATED') return '';
  const said = [
    ...costs.map(printCostShare),
    ...requirements
      .filter(({ role }) => role === 'ONCE_COVERED')
      .map(
        ({ text, strength }) =>
          `${text}${strength === 'REQUIRED' ? ' required' : strength === 'MAY_BE_REQUIRED' ? ' may be required' : " by the plan's own rules"}`,
      ),
  ];
  return said.length === 0 ? '' : ` (${said.join('; ')})`;
}

/** Which plans are offered in the county; each with what it says of the service, where one is named. */
export function answerPlansInCounty(asked: AnswerRequest, county: CountyAsked): AnswerDraft | null {
  const [outer, ...others] = asked.plans;
  const [subject, ...more] = asked.subjects;
  if (others.length > 0 || more.length > 0) return null;
  const day = asked.on ?? asked.today;
  const passes = (plan: Plan): boolean => outer === undefined || plan === outer || isWithin(plan, outer);
  const index = areasOf(asked.graph);
  const { offers, changesOn } = index.offeredIn(county, day);
  const [here, perhaps] = [true, false].map((isCertain) =>
    offers.filter((offer) => offer.isCertain === isCertain && passes(offer.plan)),
  ) as [Offer[], Offer[]];
  const [shown, unshown] = [here.slice(0, MOST_LISTED), Math.max(0, here.length - MOST_LISTED)];
  const { writing } = asked;
  const whose = outer === undefined ? '' : ` of ${outer.name}`;
  writing.say(
    here.length === 0
      ? `No source in the graph says that a plan${whose} is offered in ${countyText(county)} on ${day}.`
      : `On ${day} sources say of ${plansOf(here.length)}${whose} that ${here.length === 1 ? 'it is' : 'they are'} offered in ${countyText(county)}${subject === undefined ? ':' : `. What they say of ${subject.phrase}:`}`,
  );
  const determinations = subject === undefined ? [] : shown.map(({ plan }) => determineFor(asked, plan, subject));
  const area = (plan: Plan): readonly Passage[] =>
    shown.find((offer) => offer.plan === plan)?.areas[0]?.cites.slice(0, 1) ?? [];
  const nameOf = (plan: Plan): string =>
    `${plan.name}${shown.find((offer) => offer.plan === plan)?.isWhole === true ? '' : ', in part of it'}`;
  if (subject === undefined) for (const { plan } of shown) writing.say(`- ${nameOf(plan)}`, area(plan));
  for (const [status, heading] of HEADINGS) {
    const some = determinations.filter((answer) => answer.status === status);
    if (some.length > 0)
      writing.say(
        `${heading}: ${list(
          some.map(
            (answer) =>
              `${nameOf(answer.plan)}${termsOf(answer)}${writing.numbered([...area(answer.plan), ...(status === 'NOT_STATED' ? [] : passagesBehind(answer).slice(0, 1))])}`,
          ),
          'and',
        )}.`,
      );
  }
  if (unshown > 0)
    writing.say(
      `${plansOf(unshown)} more ${unshown === 1 ? 'is' : 'are'} offered there; the operation gives them all.`,
    );
  sayUnknown(asked, day, {
    perhaps: perhaps.length,
    unstated: index.withoutArea(day, passes),
    otherwise: index.notComparable(county, day, offers, passes),
  });
  if (changesOn !== null && here.length === 0)
    writing.say(`From ${changesOn} that is otherwise: name the year to ask about it.`);
  return {
    determinations,
    concepts: shown.map(({ plan }) => plan),
    operation: offersOperation(asked, county, subject, outer),
  };
}

/** Unknown is not no: plans that may be offered there, and are not listed. */
function sayUnknown(
  { writing }: AnswerRequest,
  day: string,
  { perhaps, unstated, otherwise }: { perhaps: number; unstated: number; otherwise: number },
): void {
  const said = [
    ...(perhaps > 0 ? [`of ${plansOf(perhaps)} a source leaves open in which area`] : []),
    ...(otherwise > 0 ? [`of ${plansOf(otherwise)} it is stated in other codes or names`] : []),
    ...(unstated > 0 ? [`of ${plansOf(unstated)} no source says where on ${day}`] : []),
  ];
  if (said.length > 0) writing.say(`Not known, and not a no: ${said.join('; ')}.`);
}

/** Beside an answer on plans that the question names: whether each is offered in the county. */
export function sayWhetherOffered({ graph, plans, on, today, writing }: AnswerRequest, county: CountyAsked): void {
  const day = on ?? today;
  const { offers } = areasOf(graph).offeredIn(county, day);
  for (const plan of plans) {
    const offer = offers.find((each) => each.plan === plan);
    const isOpen =
      plan.level !== 'PLAN' ||
      areasOf(graph).withoutArea(day, (each) => each === plan) > 0 ||
      areasOf(graph).notComparable(county, day, offers, (each) => each === plan) > 0 ||
      plan.contains.length > 0;
    if (offer?.isCertain === true)
      writing.say(
        `${plan.name} is offered in ${offer.isWhole ? '' : 'part of '}${countyText(county)}.`,
        offer.areas.flatMap(({ cites }) => cites),
      );
    else if (offer)
      writing.say(
        `${plan.name} may be offered in ${countyText(county)}: a source leaves open which area is its own.`,
        offer.areas.flatMap(({ cites }) => cites),
      );
    else
      writing.say(
        isOpen
          ? `Whether ${plan.name} is offered in ${countyText(county)} no source in the graph says for ${day}.`
          : `${plan.name} is not offered in ${countyText(county)}: its service area leaves that out.`,
        isOpen ? [] : plan.serviceAreas.flatMap(({ cites }) => cites),
      );
  }
}
