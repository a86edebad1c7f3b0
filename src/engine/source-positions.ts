/**
 * What each source says on its own (docs/semantics.md#section-5-positions): once as it is, once more with a shorter rule in
 * place of the fuller one that it restates, and, if a rule of it is in force on another day, what it says on that day.
 */
import type { Passage, Rule, Source } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import { sentence } from '../graph/sentences.ts';
import { printCostShare, printLimit } from '../model/amounts.ts';
import { AUTHORITIES } from '../model/words.ts';
import { conclude, coverageRequirements, pathways, type Conclusion } from './outcomes.ts';
import { decidingRules } from './deciding-rules.ts';
import { allInapplicable, rulesInReach, type Derivation } from './derive.ts';
import type { LimitTold, Position, TermsTold } from './determination.ts';
import type { Question } from './question.ts';
import { sourceFilter } from './applicable-rules.ts';
import { factsTogether } from './facts.ts';
import { requirements } from './requirements.ts';
import { costsTold, limitsTold } from './routes-told.ts';
import { termsText } from './summary-duties.ts';
import { summaryClauses } from './summary.ts';

/** The answer from one source alone, possibly on another day or with a shorter rule in place of the fuller one. */
export interface SourceView {
  readonly question: Question;
  readonly wording: Rule | undefined;
  /** The day of this answer, if it is not the day of the question; else null. */
  readonly asOf: string | null;
  readonly conclusion: Conclusion;
}
/** A position with the single-source answers behind it. */
export interface SourcePosition extends Position {
  readonly views: readonly SourceView[];
}

/** Terms as text, in an order that does not depend on that of the rules. */
const termsKey = (terms: TermsTold): string =>
  JSON.stringify(
    terms
      .map((facts) =>
        facts
          .map(({ text }) => text)
          .sort()
          .join(' | '),
      )
      .sort(),
  );

/** The rules that decide a single-source answer. */
export function rulesBehind({ conclusion }: SourceView): Rule[] {
  return [...decidingRules(conclusion)].flatMap((index) => conclusion.derivation.applicable[index]?.rule ?? []);
}

/** A day on which the rule is in force: the day on which its source was published if possible, else its first day; else null. */
function dayOf({ from, until }: Rule, source: Source): string | null {
  const holds = (day: string): boolean => (from === null || from <= day) && (until === null || day < until);
  return [source.publishedOn, from].find((day) => day !== null && holds(day)) ?? null;
}

/** Every answer from one source alone that the positions of an answer are made of, highest authority first. */
export function viewsOf(conclusion: Conclusion): SourceView[] {
  const { question } = conclusion;
  const isIncluded = sourceFilter(question);
  const rules = [...rulesInReach(conclusion.derivation)];
  const heard = (rule: Rule): Source[] => [...new Set(rule.cites.filter(isIncluded).map(({ source }) => source))];
  const sources = [...new Set(rules.flatMap(heard))].sort(
    (a, b) => AUTHORITIES.indexOf(a.authority) - AUTHORITIES.indexOf(b.authority) || (a.slug < b.slug ? -1 : 1),
  );
  const alone = (
    source: Source,
    { wording, asOf = null }: { wording?: Rule; asOf?: string | null } = {},
  ): SourceView => {
    const narrowed = { ...question, accordingTo: [source], minimumAuthority: null, on: asOf ?? question.on };
    return { question: narrowed, wording, asOf, conclusion: conclude(narrowed, wording) };
  };
  const whole = sources.map((source) => alone(source));
  const shorter = whole.flatMap((view) =>
    restatedIn(view).flatMap((wording) =>
      (view.question.accordingTo ?? []).map((source) => alone(source, { wording })),
    ),
  );
  const ended = allInapplicable(conclusion.derivation)
    .filter(({ reason }) => reason === 'OTHER_TIME')
    .flatMap(({ rule }) =>
      heard(rule).flatMap((source) => {
        const asOf = dayOf(rule, source);
        return asOf === null ? [] : [alone(source, { asOf })];
      }),
    );
  return [...whole, ...shorter, ...ended];
}

/** The rules that would apply if no rule restated another. */
export const speaking = (derivation: Derivation): Rule[] => [
  ...derivation.applicable.map(({ rule }) => rule),
  ...derivation.inapplicable.filter(({ reason }) => reason === 'RESTATED').map(({ rule }) => rule),
  ...[...derivation.from.values()].flatMap(speaking),
];
/** The rules of a source that restate, directly or indirectly, a fuller rule of the same source. */
function restatedIn({ conclusion }: SourceView): Rule[] {
  const spoken = new Set(speaking(conclusion.derivation));
  const restatesSpoken = ({ restates }: Rule): boolean =>
    restates.some((fuller) => spoken.has(fuller) || restatesSpoken(fuller));
  return [...spoken].filter(restatesSpoken);
}

const limitKey = (limit: LimitTold): string =>
  [printLimit(limit), ...limit.combinedWith.map(({ slug }) => slug).sort(), termsKey(limit.terms)].join(' ');
const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

/** Equal for views of one day that say the same. */
const alike = (view: SourceView): string => `${view.asOf ?? ''} ${termsOfView(view)}`;

/** Equal for views that say the same: status, outcomes, pathways, requirements, limits and costs. */
export function termsOfView({ conclusion }: SourceView): string {
  const { sets } = pathways(conclusion);
  return JSON.stringify([
    conclusion.status,
    conclusion.possibleOutcomes,
    sets
      .map((set) =>
        factsTogether(set, conclusion.vocabulary)
          .map(({ text }) => text)
          .sort()
          .join(' & '),
      )
      .sort(),
    requirements(conclusion)
      .map(({ role, anyOf, strength, dependsOn }) =>
        JSON.stringify([role, anyOf.map(({ text }) => text).sort(), strength, [...dependsOn].sort()]),
      )
      .sort(),
    distinct(limitsTold(conclusion).map(limitKey)),
    distinct(costsTold(conclusion).map((cost) => `${printCostShare(cost)} ${termsKey(cost.terms)}`)),
  ]);
}

/** What each source says on its own, without NOT_STATED. Sources that say the same form one position. */
export function sourcePositions(conclusion: Conclusion): SourcePosition[] {
  const groups = new Map<string, SourceView[]>();
  for (const view of viewsOf(conclusion)) {
    if (view.conclusion.status === 'NOT_STATED') continue;
    const key = alike(view);
    groups.set(key, [...(groups.get(key) ?? []), view]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [SourceView];
    return {
      sources: [...new Set(group.flatMap(({ question }) => question.accordingTo ?? []))],
      says: saysOf(first),
      status: first.conclusion.status,
      asOf: first.asOf,
      cites: union(group.map(citedBy)),
      views: group,
    };
  });
}

/** The view in words, with its limits, which the summary does not name. */
export function saysOf({ conclusion }: SourceView): string {
  const terms = coverageRequirements(conclusion);
  const clauses = summaryClauses(conclusion, {
    requirements: requirements(conclusion, terms),
    complete: terms.complete,
    costs: () => costsTold(conclusion),
    withRelated: false,
  });
  const limits = limitsTold(conclusion).map((limit) => sentence(`limit: ${printLimit(limit)}${termsText(limit)}`));
  return [...clauses.map(({ text }) => text), ...new Set(limits)].join(' ');
}
/** The passages that the view rests on. */
export function citedBy(view: SourceView): Passage[] {
  const isIncluded = sourceFilter(view.question);
  return union(rulesBehind(view).map(({ cites }) => cites.filter(isIncluded)));
}
