/** Why no source says: docs/semantics.md#section-5-not-stated. */
import { derive, isCoverage, type Derivation } from './derivation.ts';
import { isSubset } from './place.ts';
import type { Question } from './question.ts';
import { chainsHere, makeRuleReader, type Rule } from './rules.ts';

export type Reason =
  | 'ROUTE_CLOSED'
  | 'OTHER_DAYS'
  | 'SOURCES_LEFT_OUT_BY_ASKER'
  | 'PLACE_NOT_ADDRESSED'
  | 'NO_SOURCE_READ_FOR_PLAN'
  | 'SOURCES_SILENT'
  | 'OUTSIDE_WHAT_IS_CLAIMED';

/** The first reason that applies. Rules that ask say nothing of coverage, so they are passed over. */
export function notStated(derivation: Derivation): Reason {
  const { question } = derivation;
  const rules = rulesInReach(question);
  const fits = rules.map((rule) => ({ rule, ...fitOf(question, rule) }));
  if (isRouteClosed(derivation)) return 'ROUTE_CLOSED';
  if (fits.some(({ place, source, day }) => place && source && !day)) return 'OTHER_DAYS';
  if (fits.some(({ place, source }) => place && !source)) return 'SOURCES_LEFT_OUT_BY_ASKER';
  const isAddressed = ({ rule }: { rule: Rule }): boolean =>
    rule.subject === question.ask.subject || isAbroad(question);
  if (fits.some((fit) => !fit.place && isAddressed(fit))) return 'PLACE_NOT_ADDRESSED';
  return silence(question);
}

/** Of the plan's own, of those whose rules it takes over whole, and grants of those whose grants it takes over. */
function rulesInReach(question: Question): Rule[] {
  const { data, ask, plans } = question;
  const read = makeRuleReader(question);
  const subjects = question.subjectChain(ask.subject);
  const givers = plans.grantsTaken(ask.plan).map(({ giver }) => giver);
  return [...plans.chain(ask.plan)]
    .flatMap((plan) => Object.keys(data.plans[plan]?.rules ?? {}).map((key) => read(`${plan}/${key}`)))
    .filter(({ effect, subject }) => effect !== 'asks' && subjects.has(subject))
    .filter(
      ({ plan, effect }) => plans.takenWhole(ask.plan).has(plan) || (effect === 'covered' && givers.includes(plan)),
    );
}

function fitOf(question: Question, rule: Rule): { place: boolean; source: boolean; day: boolean } {
  return { place: chainsHere(question, rule).length > 0, source: rule.voices.length > 0, day: rule.isInForce };
}

function isAbroad({ ask, places }: Question): boolean {
  return ask.territory !== null && !isSubset(places.within(ask.territory), places.homeOf(ask.plan));
}

/** With nothing given there is a way to be covered. */
function isRouteClosed({ question: { data, ask } }: Derivation): boolean {
  const open = derive(data, { ...ask, met: [], unmet: [], counts: {} });
  return open !== null && isCoverage(open.best);
}

/** Nothing is claimed in full in generated sets; the claims of a data set name plans and subjects. */
function silence({ data, ask, plans, subjectChain }: Question): Reason {
  const chain = [...plans.chain(ask.plan)];
  if (chain.every((plan) => Object.keys(data.plans[plan]?.rules ?? {}).length === 0)) return 'NO_SOURCE_READ_FOR_PLAN';
  const isClaimed = data.dataSets.some(({ completeness = [] }) =>
    completeness.some(
      (claim) =>
        claim.plans.some((plan) => plans.larger(ask.plan).has(plan)) &&
        claim.subjects.some((subject) => subjectChain(ask.subject).has(subject)),
    ),
  );
  return isClaimed ? 'SOURCES_SILENT' : 'OUTSIDE_WHAT_IS_CLAIMED';
}
