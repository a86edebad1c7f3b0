/**
 * Finds positions that disagree (docs/semantics.md#section-5-disagreements): on some open facts one says covered or maybe
 * covered and the other not covered; or one restates the other with less; or a source of another day says something else.
 * Disagreements are always derived from the data and never stored.
 */
import type { Rule } from '../graph/entries.ts';
import { subjectText } from '../graph/sentences.ts';
import type { DisagreementKind } from '../model/words.ts';
import { derive, rulesInView, ruleSetOf } from './derive.ts';
import type { Disagreement, Position } from './determination.ts';
import { FALSE, makeBdd, OverBudget } from './bdd.ts';
import { background, makeBooleanVariables } from './boolean-variables.ts';
import { pathwaysTo } from './prime-implicants.ts';
import { rulesBehind, type SourcePosition, type SourceView } from './source-positions.ts';
import type { Question } from './question.ts';
import { factsTogether } from './facts.ts';

/** The limits of the search for the facts on which two positions differ. */
const BUDGET = { nodes: 100_000, sets: 20_000 } as const;

/** Every pair of positions that disagree, whichever of them the answer follows. */
export function disagreements(question: Question, positions: readonly SourcePosition[]): Disagreement[] {
  return positions.flatMap((a, first) => positions.slice(first + 1).flatMap((b) => part(question, a, b) ?? []));
}

function part(question: Question, a: SourcePosition, b: SourcePosition): Disagreement | null {
  const [one] = a.views;
  const [other] = b.views;
  if (!one || !other) return null;
  const refined = restates(a, b) || restates(b, a);
  const vintage = a.asOf !== b.asOf || editions(a, b);
  const partsOn = refined || vintage || !joined(one, other) ? whereTheyPart(question, one, other) : null;
  if (!refined && partsOn === null && !(a.asOf !== b.asOf && samePublisher(a, b) && sameMatter(one, other)))
    return null;
  const rules = [...new Set([...rulesBehind(one), ...rulesBehind(other)])];
  const kind = kindOf({ refined, vintage }, one, other);
  return {
    key: keyOf(question, kind, [a, b]),
    title: `Does ${question.plan.name} cover ${subjectText(question.subject)}?`,
    kind,
    about: [question.plan, question.subject, ...(question.territory ? [question.territory] : [])],
    positions: [a, b].map(({ sources, says, status, asOf, cites }): Position => ({
      sources,
      says,
      status,
      asOf,
      cites,
    })),
    partsOn: partsOn ?? [],
    reading:
      rules.find(({ reading, exceptTo }) => reading !== null && exceptTo.some((target) => rules.includes(target)))
        ?.reading ?? null,
    rules,
  };
}

const samePublisher = (a: SourcePosition, b: SourcePosition): boolean =>
  a.sources.some(({ publisher }) => publisher !== null && b.sources.some((other) => other.publisher === publisher));
/** Whether both have a rule of the same plan on the same subject. */
function sameMatter(a: SourceView, b: SourceView): boolean {
  const others = rulesBehind(b);
  return rulesBehind(a).some(({ plan, subject }) =>
    others.some((rule) => rule.plan === plan && rule.subject === subject),
  );
}
/** Whether the two are publications of one publisher on different days. */
function editions(a: SourcePosition, b: SourcePosition): boolean {
  const days = ({ sources }: SourcePosition): Set<string | null> =>
    new Set(sources.map(({ publishedOn }) => publishedOn));
  return samePublisher(a, b) && !days(a).has(null) && [...days(b)].every((day) => day !== null && !days(a).has(day));
}

/** Whether a rule behind `shorter` restates a rule behind `fuller`. */
function restates(fuller: SourcePosition, shorter: SourcePosition): boolean {
  const said = new Set(fuller.views.flatMap(rulesBehind));
  const again = (rule: Rule): boolean => rule.restates.some((each) => said.has(each) || again(each));
  return shorter.views.flatMap(rulesBehind).some((rule) => !said.has(rule) && again(rule));
}

/** A key of the question and the two positions, from which the disagreement can be found again. */
function keyOf(
  { plan, subject, territory }: Question,
  kind: DisagreementKind,
  sides: readonly SourcePosition[],
): string {
  const side = ({ sources, views, asOf }: SourcePosition): string => {
    const wordings = views.every(({ wording }) => wording) ? views.map(({ wording }) => wording?.slug ?? '') : [];
    return [...sources.map(({ slug }) => slug), ...wordings, ...(asOf === null ? [] : [asOf])].sort().join('+');
  };
  return [kind, plan.slug, subject.slug, territory?.code ?? 'home', ...sides.map(side)].join(' ');
}

function kindOf(
  { refined, vintage }: { refined: boolean; vintage: boolean },
  a: SourceView,
  b: SourceView,
): DisagreementKind {
  if (refined) return 'REFINEMENT';
  if (vintage) return 'VINTAGE';
  const subjects = (view: SourceView): Set<string> => new Set(rulesBehind(view).map(({ subject }) => subject.slug));
  const [ofA, ofB] = [subjects(a), subjects(b)];
  return [...ofA].some((slug) => ofB.has(slug)) ? 'CONTRADICTION' : 'SCOPE';
}

/** Whether an unambiguous exception links their rules: then one limits the other and they do not disagree. */
function joined(a: SourceView, b: SourceView): boolean {
  const rules = ({ conclusion }: SourceView): Rule[] => conclusion.derivation.applicable.map(({ rule }) => rule);
  const joins = (some: readonly Rule[], others: readonly Rule[]): boolean =>
    some.some(({ exceptTo, reading }) => reading === null && exceptTo.some((target) => others.includes(target)));
  return joins(rules(a), rules(b)) || joins(rules(b), rules(a));
}

/** A smallest set of facts on which one says covered and the other not; empty if they always differ, null if they never do. */
function whereTheyPart(question: Question, a: SourceView, b: SourceView): Disagreement['partsOn'] | null {
  const wholes = [a, b].map((view) => ({ view, whole: ruleSetOf(view.question, question.plan, view.wording) }));
  const vocabulary = makeBooleanVariables(
    question,
    wholes.flatMap(({ whole }) => [...rulesInView(whole)]),
  );
  const diagram = makeBdd(BUDGET.nodes);
  const { and, or } = diagram;
  try {
    const [ofA, ofB] = wholes.map(({ view, whole }) => {
      const { outcomes } = derive(view.question, whole, vocabulary, diagram);
      return {
        covered: or(outcomes.get('COVERED') ?? FALSE, outcomes.get('MAY_BE_COVERED') ?? FALSE),
        refused: outcomes.get('NOT_COVERED') ?? FALSE,
      };
    });
    if (!ofA || !ofB) return null;
    let goal = or(and(ofA.covered, ofB.refused), and(ofB.covered, ofA.refused));
    let allowed = background(vocabulary, diagram);
    for (const [index, value] of vocabulary.given)
      [goal, allowed] = [diagram.settle(goal, index, value), diagram.settle(allowed, index, value)];
    if (and(goal, allowed) === FALSE) return null;
    const [smallest = []] = pathwaysTo(goal, allowed, vocabulary, diagram, BUDGET.sets).sort(
      (x, y) => x.length - y.length,
    );
    return factsTogether(smallest, vocabulary);
  } catch (error) {
    if (error instanceof OverBudget) return [];
    throw error;
  }
}
