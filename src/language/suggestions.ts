/** What can be asked instead of a question that was not understood: each suggestion is a question that is. */
import { areasOf } from '../graph/areas.ts';
import { closest } from '../graph/closest.ts';
import type { Entry, Graph, Plan, Subject } from '../graph/entries.ts';
import { interpret, type Interpretation } from './interpret.ts';
import { search } from './search.ts';

const MOST = 3;
const LONGEST_READ = 300;

/** Nearest first: the question with a known name in the place of the unknown one, then others on what it does name. */
export function suggestions(graph: Graph, question: string, asked: Interpretation, today: string): string[] {
  const isUnderstood = (each: string): boolean => {
    const { intent, notUnderstood, ambiguous, plans, subjects, places } = interpret(graph, each, today);
    return (
      intent !== null &&
      notUnderstood.length === 0 &&
      ambiguous.length === 0 &&
      (plans.length > 0
        ? subjects.length + places.length > 0 ||
          intent === 'DESCRIBE' ||
          intent === 'OPTIONS' ||
          intent === 'ELIGIBILITY'
        : subjects.length > 0)
    );
  };
  const found = new Set<string>();
  const candidates =
    question.length <= LONGEST_READ ? [...readings(question, asked), ...replacements(graph, question, asked)] : [];
  for (const each of [...candidates, ...nearby(graph, asked)]) {
    if (found.size >= MOST) break;
    if (each !== question && !found.has(each) && isUnderstood(each)) found.add(each);
  }
  return [...found];
}

/** An ambiguous name told apart: "the state of Georgia". */
function readings(question: string, { ambiguous }: Interpretation): string[] {
  return ambiguous.flatMap(({ text, entries, isCounty }) =>
    text === ''
      ? []
      : entries.map((entry) => question.replace(text, isCounty === true ? `${text}, ${entry.name}` : toldApart(entry))),
  );
}
const toldApart = (entry: Entry): string =>
  entry.kind === 'TERRITORY'
    ? `${entry.partOf.length > 0 ? 'the state of' : 'the country of'} ${entry.name}`
    : entry.name;

/** A name of the graph that is like the unknown one, in its place; and the question without the unknown words. */
function replacements(graph: Graph, question: string, { notUnderstood, plans, subjects }: Interpretation): string[] {
  const [name, ...others] = notUnderstood;
  if (name === undefined || others.length > 0) return [];
  const county = / (?:county|parish)$/i.exec(name);
  if (county)
    return [
      ...closest(name.slice(0, county.index), areasOf(graph).countyNames()).map((near) =>
        question.replace(name, `${near}${county[0]}`),
      ),
      ...['in', 'near', 'for', 'from'].map((before) => question.replace(` ${before} ${name}`, '')),
    ];
  const kinds =
    plans.length === 0
      ? (['PLAN'] as const)
      : subjects.length === 0
        ? (['SERVICE', 'TECHNIQUE', 'BILLING_CODE'] as const)
        : (['PLAN', 'SERVICE', 'TECHNIQUE'] as const);
  const alike = search(graph, name, kinds)
    .slice(0, 2)
    .map((entry) => question.replace(name, 'phrase' in entry ? entry.phrase : entry.name));
  if (plans.length === 0 || subjects.length === 0) return alike;
  return [
    ...alike,
    question
      .replace(name, '')
      .replace(/\s+/g, ' ')
      .replace(/ (?:for|with|from|by|in|of|the|a|my)?\s*([?.!]?)$/, '$1')
      .trim(),
  ];
}

/** Questions on the plan, or on the subject, that was understood; else on what the graph knows most of. */
function* nearby(graph: Graph, { plans, subjects }: Interpretation): Iterable<string> {
  const [plan] = plans;
  const [subject] = subjects;
  if (plan && subject) yield `Does ${plan.name} cover ${subject.phrase}?`;
  if (subject) {
    yield `Which plans cover ${subject.phrase}?`;
    yield `What is ${subject.phrase}?`;
  }
  if (plan) {
    for (const each of ruled(plan)) yield `Does ${plan.name} cover ${each.phrase}?`;
    yield `What does ${plan.name} cover?`;
    yield `What is ${plan.name}?`;
  }
  for (const known of [...graph.plans.values()].sort((a, b) => b.rules.length - a.rules.length))
    for (const each of ruled(known).slice(0, 1)) yield `What does ${known.name} require for ${each.phrase}?`;
}

/** What a plan has rules of its own on, the subject of most of them first. */
function ruled({ rules }: Plan): Subject[] {
  const counted = new Map<Subject, number>();
  for (const { subject } of rules) counted.set(subject, (counted.get(subject) ?? 0) + 1);
  return [...counted].sort(([, a], [, b]) => b - a).map(([subject]) => subject);
}
