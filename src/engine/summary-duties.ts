/** Writes what must be done or paid once something is covered, and what single sources state besides. */
import type { Condition } from '../graph/entries.ts';
import { alternativesText, dutyText, list, sentence } from '../graph/sentences.ts';
import { printCostShare } from '../model/amounts.ts';
import type { RequirementStrength } from '../model/words.ts';
import type { CostTold, Requirement } from './determination.ts';
import type { TermsClause } from './summary-terms.ts';

type Strength = Exclude<RequirementStrength, 'NOT_REQUIRED'>;
const STRENGTHS: readonly Strength[] = ['REQUIRED', 'PLAN_RULES_APPLY', 'MAY_BE_REQUIRED'];

const isCostSharing = ({ anyOf }: Requirement): boolean =>
  anyOf.every(({ condition }) => condition.topic === 'COST_SHARING');
const conditionsOf = (requirements: readonly Requirement[]): Condition[] =>
  requirements.flatMap(({ anyOf }) => anyOf.map(({ condition }) => condition));
const dutyName = ({ anyOf }: Requirement): string =>
  list(
    anyOf.map(({ condition }) => dutyText(condition)),
    'or',
  );

/** "prior authorization and referral"; what only holds in some cases is followed by "(depending on ...)". */
function namesOf(requirements: readonly Requirement[]): string {
  const named = requirements.map((each) => `${dutyName(each)}${dependenceText(each)}`);
  return list(named, 'and');
}
const dependenceText = ({ dependsOn }: Requirement): string =>
  dependsOn.length === 0 ? '' : ` (depending on ${list(dependsOn, 'and')})`;

/** What is needed once covered: what is known not to be met first, then by strength. */
export function onceCoveredClauses(requirements: readonly Requirement[], hasTerms: boolean): TermsClause[] {
  const due = requirements.filter(({ role, state }) => role === 'ONCE_COVERED' && state !== 'MET');
  const unmet = due.filter(({ state }) => state === 'UNMET');
  const open = due.filter(({ state }) => state === 'UNKNOWN');
  return [
    ...STRENGTHS.flatMap((strength) => dutyClauses(unmet, strength, UNMET_TEXT[strength])),
    ...STRENGTHS.flatMap((strength) => dutyClauses(open, strength, (hasTerms ? ALSO_TEXT : DUTY_TEXT)[strength])),
  ];
}

const UNMET_TEXT: Readonly<Record<Strength, string>> = {
  REQUIRED: 'You do not have what is required',
  PLAN_RULES_APPLY: "You do not have this, and the plan's own rules apply",
  MAY_BE_REQUIRED: 'You do not have what may be required',
};
const DUTY_TEXT: Readonly<Record<Strength, string>> = {
  REQUIRED: 'You need',
  PLAN_RULES_APPLY: 'The plan has its own rules on',
  MAY_BE_REQUIRED: 'You may need',
};
const ALSO_TEXT: Readonly<Record<Strength, string>> = {
  REQUIRED: 'You also need',
  PLAN_RULES_APPLY: 'The plan has its own rules on',
  MAY_BE_REQUIRED: 'You may also need',
};
const SHARE_TEXT: Readonly<Record<Strength, string>> = {
  REQUIRED: 'you pay a share of the cost',
  PLAN_RULES_APPLY: 'the plan decides what share of the cost you pay',
  MAY_BE_REQUIRED: 'you may have to pay a share of the cost',
};

/** One sentence on the duties of a strength, and one on cost sharing. */
function dutyClauses(requirements: readonly Requirement[], strength: Strength, text: string): TermsClause[] {
  const some = requirements.filter((each) => each.strength === strength);
  const duties = some.filter((each) => !isCostSharing(each));
  const shares = some.filter(isCostSharing);
  return [
    ...(duties.length === 0 ? [] : [{ text: `${text}: ${namesOf(duties)}.`, conditions: conditionsOf(duties) }]),
    ...shares.map((share) => ({
      text: sentence(`${SHARE_TEXT[strength]}${dependenceText(share)}`),
      conditions: conditionsOf([share]),
    })),
  ];
}

const STATED_TEXT: Readonly<Record<Strength, readonly [one: string, many: string]>> = {
  REQUIRED: ['requires', 'require'],
  PLAN_RULES_APPLY: ["leaves to the plan's own rules", "leave to the plan's own rules"],
  MAY_BE_REQUIRED: ['says that you may need', 'say that you may need'],
};

/** What sources state by themselves and is not met: one sentence for each source and strength. */
export function alsoStatedClauses(requirements: readonly Requirement[]): TermsClause[] {
  const stated = requirements.filter(({ role, state }) => role === 'ALSO_STATED' && state !== 'MET');
  const bySources = new Map<string, Requirement[]>();
  for (const each of stated) {
    const sources = sourcesOf(each).join('|');
    bySources.set(sources, [...(bySources.get(sources) ?? []), each]);
  }
  return [...bySources.values()].flatMap((entries) =>
    STRENGTHS.flatMap((strength) => {
      const some = entries.filter((each) => each.strength === strength);
      const [first] = some;
      if (first === undefined) return [];
      const sources = sourcesOf(first);
      const verb = STATED_TEXT[strength][sources.length === 1 ? 0 : 1];
      const named = list(some.map(statedName), 'and');
      const text = `${list(sources.map(quotedTitle), 'and')} also ${verb}: ${named}`;
      return [{ text: sentence(text), conditions: conditionsOf(some) }];
    }),
  );
}

const sourcesOf = ({ cites }: Requirement): string[] => [...new Set(cites.map(({ source }) => source.name))];

/** The name of a source; in quotation marks if it is a question. */
const quotedTitle = (name: string): string => (name.endsWith('?') ? `"${name}"` : name);

const statedName = (requirement: Requirement): string =>
  `${requirement.text}${dependenceText(requirement)}${requirement.state === 'UNMET' ? ' (you do not have it)' : ''}`;

const MOST_COSTS = 3;

/** What the person pays, three costs at most. */
export function costClauses(costs: readonly CostTold[]): TermsClause[] {
  const stated = costs.filter(({ kind }) => kind !== 'NOT_STATED');
  const texts = [...new Set(stated.map((cost) => `${printCostShare(cost)}${termsText(cost)}`))];
  if (texts.length === 0) return [];
  const shown = texts.slice(0, MOST_COSTS).map((text) => ({ text: `You pay: ${text}.`, conditions: [] }));
  return texts.length > MOST_COSTS ? [...shown, { text: 'There are other prices too.', conditions: [] }] : shown;
}

/** The terms of a cost or a limit: ", if referred and in network"; empty if it has none. */
export const termsText = ({ terms }: Pick<CostTold, 'terms'>): string =>
  terms.length === 0
    ? ''
    : `, if ${list(
        terms.map((facts) => alternativesText(facts.map(({ text }) => text))),
        'and',
      )}`;
