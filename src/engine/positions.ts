/**
 * Semantics, section 5, last paragraph: what each source says by itself, a shorter wording in place of the fuller one it
 * restates once more, and where two of these part.
 */
import type { Rule, Source } from '../graph/entries.ts';
import { AUTHORITIES, type DisagreementKind } from '../model/words.ts';
import { conclude, coverageRequirements, pathways, type Conclusion } from './conclude.ts';
import { derive, rulesInView, wholeReach } from './derive.ts';
import type { Disagreement, Position } from './determination.ts';
import { FALSE, makeDiagram, OverBudget, type Diagram } from './diagram.ts';
import { background, makeVocabulary } from './facts.ts';
import { pathwaysTo } from './implicants.ts';
import type { Question } from './question.ts';
import { hearing } from './reach.ts';
import { factsTogether, requirements, union } from './requirements.ts';
import { decidingSpeakers } from './deciding.ts';
import { subjectText } from './sentences.ts';
import { summary } from './summary.ts';

/** One source heard alone, or a shorter wording heard in place of the fuller. */
interface Voice {
  readonly question: Question;
  readonly wording: Rule | undefined;
  readonly conclusion: Conclusion;
}
export interface Stand extends Position {
  readonly voices: readonly Voice[];
}

/** Every rule in reach, spoken or not, of the plan and of those whose grants it takes. */
function rulesInReach(conclusion: Conclusion): Rule[] {
  const { speakers, silent } = conclusion.derivation;
  return [...new Set([...speakers.map(({ rule }) => rule), ...silent.map(({ rule }) => rule)])];
}

function voices(conclusion: Conclusion): Voice[] {
  const { question } = conclusion;
  const hears = hearing(question);
  const rules = rulesInReach(conclusion);
  const sources = [...new Set(rules.flatMap(({ cites }) => cites.filter(hears).map(({ source }) => source)))]
    .sort((a, b) => AUTHORITIES.indexOf(a.authority) - AUTHORITIES.indexOf(b.authority) || (a.slug < b.slug ? -1 : 1));
  const alone = (source: Source, wording?: Rule): Voice => {
    const narrowed = { ...question, accordingTo: [source], minimumAuthority: null };
    return { question: narrowed, wording, conclusion: conclude(narrowed, wording) };
  };
  return [
    ...sources.map((source) => alone(source)),
    ...rules.filter(({ restates }) => restates !== null).flatMap((rule) => rule.cites.filter(hears)
      .filter(({ source }) => rule.restates?.cites.some((cited) => cited.source === source)).slice(0, 1).map(({ source }) => alone(source, rule))),
  ];
}

function alike(conclusion: Conclusion): string {
  const { sets } = pathways(conclusion);
  return JSON.stringify([conclusion.status, conclusion.possibleOutcomes, sets.map((set) => factsTogether(set, conclusion.vocabulary).map(({ text }) => text))]);
}

/** What each source says by itself; equal status, outcomes and pathways stand together, NOT_STATED is left out. */
export function stands(conclusion: Conclusion): Stand[] {
  const groups = new Map<string, Voice[]>();
  for (const voice of voices(conclusion)) {
    if (voice.conclusion.status === 'NOT_STATED') continue;
    const key = alike(voice.conclusion);
    groups.set(key, [...groups.get(key) ?? [], voice]);
  }
  return [...groups.values()].map((group) => {
    const [first] = group as [Voice];
    const terms = coverageRequirements(first.conclusion);
    return {
      sources: [...new Set(group.flatMap(({ question }) => question.accordingTo ?? []))],
      says: summary(first.conclusion, requirements(first.conclusion, terms), terms),
      status: first.conclusion.status,
      asOf: null,
      cites: union(group.map((voice) => citedBy(voice))),
      voices: group,
    };
  });
}
function citedBy({ question, conclusion }: Voice) {
  const hears = hearing(question);
  return union([...decidingSpeakers(conclusion)].map((index) => conclusion.derivation.speakers[index]?.rule.cites.filter(hears) ?? []));
}

/** Where two positions part: on some facts still open one says covered, at least perhaps, and the other not covered. */
export function disagreements(question: Question, positions: readonly Stand[]): Disagreement[] {
  const found: Disagreement[] = [];
  positions.forEach((a, first) => {
    for (const b of positions.slice(first + 1)) {
      const parted = part(question, a, b);
      if (parted) found.push(parted);
    }
  });
  return found;
}

function part(question: Question, a: Stand, b: Stand): Disagreement | null {
  const [one] = a.voices;
  const [other] = b.voices;
  if (!one || !other) return null;
  // A wording that changes nothing stands with the fuller one, and then there is nothing to refine.
  const shorter = ({ voices: alike }: Stand): boolean => alike.every(({ wording }) => wording);
  const refined = shorter(a) !== shorter(b)
    && a.sources.some((source) => b.sources.includes(source));
  const partsOn = refined || !joined(one, other) ? whereTheyPart(question, one, other) : null;
  if (!refined && partsOn === null) return null;
  const kind: DisagreementKind = refined ? 'REFINEMENT' : 'CONTRADICTION';
  const rules = [one, other].flatMap(({ conclusion }) => [...decidingSpeakers(conclusion)].flatMap((index) => conclusion.derivation.speakers[index]?.rule ?? []));
  const slugs = [...new Set(rules.map(({ slug }) => slug))].sort();
  const strip = ({ sources, says, status, asOf, cites }: Stand): Position => ({ sources, says, status, asOf, cites });
  return {
    key: `${kind.toLowerCase()} ${slugs.join(' ')}`,
    title: `Does ${question.plan.name} cover ${subjectText(question.subject)}?`,
    kind,
    about: [question.plan, question.subject],
    positions: [strip(a), strip(b)],
    partsOn: partsOn ?? [],
    reading: rules.find(({ reading, exceptTo }) => reading !== null && exceptTo.some((target) => rules.includes(target)))?.reading ?? null,
  };
}

/** Whether an exception that needed no reading joins them: then the one limits the other, and they do not disagree. */
function joined(a: Voice, b: Voice): boolean {
  const rules = ({ conclusion }: Voice): Rule[] => conclusion.derivation.speakers.map(({ rule }) => rule);
  const joins = (some: readonly Rule[], others: readonly Rule[]): boolean =>
    some.some(({ exceptTo, reading }) => reading === null && exceptTo.some((target) => others.includes(target)));
  return joins(rules(a), rules(b)) || joins(rules(b), rules(a));
}

/** The fewest facts on which one says covered and the other not; empty where they part on every case, null where on none. */
function whereTheyPart(question: Question, a: Voice, b: Voice): Disagreement['partsOn'] | null {
  const wholes = [a, b].map((voice) => wholeReach(voice.question, question.plan, voice.wording));
  const vocabulary = makeVocabulary(question, wholes.flatMap((whole) => [...rulesInView(whole)].map(({ when }) => when)));
  const diagram: Diagram = makeDiagram(200_000);
  const { and, or } = diagram;
  try {
    const [ofA, ofB] = [a, b].map((voice, index) => {
      const whole = wholes[index];
      return whole ? derive(voice.question, whole, vocabulary, diagram).outcomes : new Map<string, number>();
    });
    const covered = (outcomes: ReadonlyMap<string, number> | undefined): number => or(outcomes?.get('COVERED') ?? FALSE, outcomes?.get('MAY_BE_COVERED') ?? FALSE);
    const refused = (outcomes: ReadonlyMap<string, number> | undefined): number => outcomes?.get('NOT_COVERED') ?? FALSE;
    let goal = or(and(covered(ofA), refused(ofB)), and(covered(ofB), refused(ofA)));
    let allowed = background(vocabulary, diagram);
    for (const [index, value] of vocabulary.given) [goal, allowed] = [diagram.settle(goal, index, value), diagram.settle(allowed, index, value)];
    if (and(goal, allowed) === FALSE) return null;
    const [smallest = []] = pathwaysTo(goal, allowed, vocabulary, diagram, 20_000).sort((x, y) => x.length - y.length);
    return factsTogether(smallest, vocabulary);
  } catch (error) {
    if (error instanceof OverBudget) return [];
    throw error;
  }
}
