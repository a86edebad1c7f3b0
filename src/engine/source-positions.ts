/**
 * docs/semantics.md#section-5-positions: what each source says by itself; once more with a shorter wording in place of
 * the fuller one it restates; and, of a source whose rule holds on another day, what it says on that day.
 */
import type { Passage, Rule, Source } from '../graph/entries.ts';
import { union } from '../graph/links.ts';
import { AUTHORITIES } from '../model/words.ts';
import { conclude, coverageRequirements, pathways, type Conclusion } from './outcomes.ts';
import { decidingRules } from './deciding-rules.ts';
import { allInapplicable, rulesInReach } from './derive.ts';
import type { Position } from './determination.ts';
import type { Question } from './question.ts';
import { sourceFilter } from './applicable-rules.ts';
import { factsTogether, requirements } from './requirements.ts';
import { summary } from './summary.ts';

/** One source heard alone, perhaps on another day, or with a shorter wording in place of the fuller. */
export interface SourceView {
  readonly question: Question;
  readonly wording: Rule | undefined;
  /** The day it was asked of, where not the day of the question. */
  readonly asOf: string | null;
  readonly conclusion: Conclusion;
}
/** A position with the voices that take it. */
export interface SourcePosition extends Position {
  readonly views: readonly SourceView[];
}

/** The rules that decide what a voice says. */
export function rulesBehind({ conclusion }: SourceView): Rule[] {
  return [...decidingRules(conclusion)].flatMap((index) => conclusion.derivation.applicable[index]?.rule ?? []);
}

/** A day on which a rule held, or will, that does not hold on the day asked; its source's own day where that is one. */
function dayOf({ from, until }: Rule, source: Source): string | null {
  const holds = (day: string): boolean => (from === null || from <= day) && (until === null || day < until);
  return [source.publishedOn, from].find((day) => day !== null && holds(day)) ?? null;
}

function viewsOf(conclusion: Conclusion): SourceView[] {
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
  const restating = rules.flatMap((wording) =>
    heard(wording)
      .filter((source) => wording.restates?.cites.some((cited) => cited.source === source))
      .slice(0, 1)
      .map((source) => alone(source, { wording })),
  );
  const ended = allInapplicable(conclusion.derivation)
    .filter(({ reason }) => reason === 'OTHER_TIME')
    .flatMap(({ rule }) =>
      heard(rule).flatMap((source) => {
        const asOf = dayOf(rule, source);
        return asOf === null ? [] : [alone(source, { asOf })];
      }),
    );
  return [...sources.map((source) => alone(source)), ...restating, ...ended];
}

function alike({ conclusion, asOf }: SourceView): string {
  const { sets } = pathways(conclusion);
  return JSON.stringify([
    asOf,
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
  ]);
}

/** What each source says by itself; equal status, outcomes and pathways stand together, NOT_STATED is left out. */
export function sourcePositions(conclusion: Conclusion): SourcePosition[] {
  const groups = new Map<string, SourceView[]>();
  for (const view of viewsOf(conclusion)) {
    if (view.conclusion.status === 'NOT_STATED') continue;
    const key = alike(view);
    groups.set(key, [...(groups.get(key) ?? []), view]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [SourceView];
    const terms = coverageRequirements(first.conclusion);
    return {
      sources: [...new Set(group.flatMap(({ question }) => question.accordingTo ?? []))],
      says: summary(first.conclusion, requirements(first.conclusion, terms), terms),
      status: first.conclusion.status,
      asOf: first.asOf,
      cites: union(group.map(citedBy)),
      views: group,
    };
  });
}
function citedBy(view: SourceView): Passage[] {
  const isIncluded = sourceFilter(view.question);
  return union(rulesBehind(view).map(({ cites }) => cites.filter(isIncluded)));
}
