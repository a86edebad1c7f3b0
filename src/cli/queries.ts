/** The operation that each command executes, and how its answer is printed. */
import { type Context, schema } from '../schema/index.ts';
import { printPublicSchema } from '../schema/sdl.ts';
import { comparisonText, coverageText, matrixText } from './format-answer.ts';
import { questionText } from './format-ask.ts';
import { type CaseFlags, caseVariables, entriesNamed, subjectNamed, unknown } from './query-variables.ts';
import { entriesText, ruleText } from './format-entry.ts';
import {
  AskInTerminalDocument,
  CompareDocument,
  CoverageDocument,
  MatrixDocument,
  RulesDocument,
} from './generated/graphql.ts';
import type { TextLayout } from './text-layout.ts';
import { ask } from './execute.ts';

/** The result of a command, to print as JSON or as text. */
export interface CommandResult {
  /** `data` of the API's response. */
  readonly data: object;
  /** The lines of the text, laid out for a terminal. */
  readonly text: (page: TextLayout) => string[];
}

/** The public schema in GraphQL's schema language. */
export const publicSchema = (): string => printPublicSchema(schema);

/** The answer to a question, and its operation, from which the next question can take what it leaves out. */
interface AnswerToQuestion extends CommandResult {
  readonly operation: string | null;
}

/**
 * Answers a question in plain English; if it is not understood, the answer says what can be asked.
 * @param previous the operation of the answer before, at a prompt; null if there is none
 */
export function question(context: Context, words: string, previous: string | null = null): AnswerToQuestion {
  const data = ask(AskInTerminalDocument, { question: words, previous }, context);
  return { data, text: (page) => questionText(page, data.ask), operation: data.ask.operation };
}

/** Answers whether a plan covers a subject. Throws a CliError for unknown names, as do the functions below. */
export function coverage(context: Context, plan: string, subject: string, facts: CaseFlags): CommandResult {
  const data = ask(CoverageDocument, { plan, of: subjectNamed(subject, context), ...caseVariables(facts) }, context);
  return { data, text: (page) => coverageText(page, data.coverage) };
}

/** Compares plans on one subject. */
export function compare(context: Context, plans: string[], subject: string, facts: CaseFlags): CommandResult {
  const data = ask(CompareDocument, { plans, of: subjectNamed(subject, context), ...caseVariables(facts) }, context);
  return { data, text: (page) => comparisonText(page, data.comparePlans) };
}

/** Answers for every pair of plan and subject. The items of both lists may hold several names, with commas. */
export function matrix(context: Context, plans: string[], subjects: string[], facts: CaseFlags): CommandResult {
  const of = subjects.flatMap((list) => list.split(',')).map((subject) => subjectNamed(subject, context));
  const data = ask(
    MatrixDocument,
    { plans: plans.flatMap((list) => list.split(',')), of, ...caseVariables(facts) },
    context,
  );
  return { data, text: (page) => matrixText(page, data.coverageMatrix) };
}

/** Every entry with this name; a name with a slash is the name of a rule. */
export function show(context: Context, name: string): CommandResult {
  if (name.includes('/')) return rule(context, name);
  const data = entriesNamed(name, context);
  return { data, text: (page) => entriesText(page, data) };
}

function rule(context: Context, name: string): CommandResult {
  const plan = name.slice(0, name.indexOf('/'));
  const near: { kind: string; slug: string; name: string }[] = [];
  for (let after: string | null = null, more = true; more;) {
    const {
      plan: { rules, ...own },
    }: ReturnType<typeof page> = page(plan, after, context);
    const found = rules.nodes.find(({ slug }) => slug === name);
    if (found) return { data: { rule: { plan: own, ...found } }, text: (shown) => ruleText(shown, own, found) };
    near.push(...rules.nodes.map(({ slug, subject }) => ({ kind: 'RULE', slug, name: subject.name })));
    [after, more] = [rules.pageInfo.endCursor, rules.pageInfo.hasNextPage];
  }
  throw unknown('No rule', 'UNKNOWN_ENTRY', name, [{ message: '', extensions: { suggestions: near } }]);
}

const page = (plan: string, after: string | null, context: Context) => ask(RulesDocument, { plan, after }, context);
