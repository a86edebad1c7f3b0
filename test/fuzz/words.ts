/** Material of arguments, keys and questions: names in the graph, and texts that often break programs. */
import { allDisagreements } from '../../src/engine/disagreement-index.ts';
import { graph, TODAY } from '../helpers/curated-data.ts';
import type { Choices } from './choices.ts';

type Some<Value> = readonly [Value, ...Value[]];

function some<Value>(values: Iterable<Value>): Some<Value> {
  const [first, ...others] = values;
  if (first === undefined) throw new Error('There is none to choose from.');
  return [first, ...others];
}

export const names = {
  plan: some(graph.plans.keys()),
  service: some(graph.services.keys()),
  technique: some(graph.techniques.keys()),
  condition: some(graph.conditions.keys()),
  source: some(graph.sources.keys()),
  rule: some(graph.rules.keys()),
  territory: some(graph.territories.keys()),
  code: some([...graph.billingCodes.values()].map(({ code }) => code)),
} as const;
export type Named = keyof typeof names;

const spoken = {
  plan: some([...graph.plans.values()].flatMap(({ name, alternateNames }) => [name, ...alternateNames])),
  service: some([...graph.services.values()].map(({ name }) => name)),
  technique: some([...graph.techniques.values()].map(({ name }) => name)),
  condition: some([...graph.conditions.values()].map(({ name }) => name)),
  territory: some([...graph.territories.values()].map(({ name }) => name)),
  code: names.code,
};

/** Texts that are known to break programs. */
export const hostile: Some<string> = [
  '',
  ' ',
  '\u0000',
  '\uD800',
  '\u202E',
  '\uFEFF',
  '🩺'.repeat(20),
  'e\u0301'.repeat(30),
  'İIıi',
  'ß',
  '\r\n',
  '\t',
  '%00',
  '%',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'null',
  'true',
  '0',
  '-1',
  '1e999',
  '97124',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '${7*7}',
  '{{7*7}}',
  '"',
  '\\',
  '\\u',
  '`',
  '#',
  '}',
  '{',
  '[',
  '("',
  '...',
  '@',
  '$',
  '!',
  '=',
  ':',
  '|',
  '&',
  'a'.repeat(1_001),
  '9'.repeat(400),
  '/'.repeat(60),
  '-'.repeat(200),
  'ａｂｃ',
  '٣',
  '½',
  '\u2028',
];

const days: Some<string> = [
  '2026-11-24',
  '2027-01-01',
  '2024-02-29',
  '2023-02-29',
  '0000-00-00',
  '9999-12-31',
  '1899-12-31',
  '2026-11-24T00:00:00Z',
  '2026-13-01',
  '-271821-04-20',
  '10000-01-01',
  '2026-1-1',
  '',
  'today',
  '+002026-11-24',
];
export const day = (choices: Choices): string => choices.pick(days);

export const integers: Some<number> = [
  1, 0, 2, 5, 20, 99, 100, 101, -1, 2_147_483_647, 2_147_483_648, -2_147_483_649, 1e21, 0.5, 12,
];

const kinds = {
  Plan: 'plan',
  Service: 'service',
  Technique: 'technique',
  Territory: 'territory',
  CoverageCondition: 'condition',
  CoverageRule: 'rule',
  SourceDocument: 'source',
  BillingCode: 'code',
} as const;
const types: Some<keyof typeof kinds> = [
  'Plan',
  'Service',
  'Technique',
  'Territory',
  'CoverageCondition',
  'CoverageRule',
  'SourceDocument',
  'BillingCode',
];
const disagreements = some(allDisagreements(graph, TODAY).map(({ key }) => key));

/** Makes a global id of the graph, or something similar. */
export function id(choices: Choices): string {
  const type = choices.pick(types);
  const key = choices.chance(15) ? mangled(choices, choices.pick(disagreements)) : name(choices, kinds[type]);
  const text = choices.pick<() => string>([
    () => `${type}:${key}`,
    () => `SourceDisagreement:${choices.pick(disagreements)}`,
    () => `SourceDisagreement:${key}`,
    () => `${choices.pick(['Determination', 'CoverageCase', 'Query', 'Citation', ''])}:${key}`,
    () => key,
  ])();
  return coded(choices, text, 'base64');
}

/** Makes a cursor of a list, or something similar. */
export const cursor = (choices: Choices): string =>
  coded(
    choices,
    !choices.chance(20)
      ? `at ${choices.pick(names[choices.pick<Named>(['plan', 'service', 'technique', 'condition', 'source', 'territory', 'rule'])])}`
      : `at ${choices.pick(disagreements)}`,
    'base64url',
  );

function coded(choices: Choices, text: string, encoding: BufferEncoding): string {
  const plain = Buffer.from(text).toString(
    !choices.chance(10) ? encoding : choices.pick(['hex', 'latin1', 'utf8', 'base64', 'base64url']),
  );
  return choices.chance(10) ? mangled(choices, plain) : plain;
}

/** Makes a name of that kind, sometimes a wrong one. */
export function name(choices: Choices, of: Named): string {
  const right = choices.pick(names[of]);
  return choices.chance(12) ? mangled(choices, right) : choices.chance(4) ? choices.pick(hostile) : right;
}

/** Returns the text damaged in one way: for example with a part removed, repeated, moved or inserted. */
export function mangled(choices: Choices, text: string): string {
  const from = choices.below(Math.max(1, Math.min(text.length, 65_000)));
  const to = from + choices.below(12);
  return choices.pick<() => string>([
    () => text.slice(0, from) + text.slice(to),
    () => text.slice(0, from) + choices.pick(hostile) + text.slice(from),
    () => text.slice(0, to) + text.slice(from),
    () => text.toUpperCase(),
    () => text.slice(0, from),
    () => text.slice(from) + text.slice(0, from),
    () => text.slice(0, from) + String.fromCharCode(choices.below(65_536)) + text.slice(to),
    () => text.slice(0, from) + text.slice(from, to).repeat(30) + text.slice(to),
  ])();
}

const frames: Some<string> = [
  'what does {plan} require for {service}',
  'does {plan} cover {service}?',
  'which plans cover {service} in {territory}',
  'is {technique} the same as {technique}',
  'I have {condition}; does {plan} pay for {service}',
  'how do {plan} and {plan} differ on {service}',
  'when can {plan} cover {code}',
  'what is {code}',
  'who says that {plan} covers {service}',
  'why does {plan} leave out {service}',
  'what if I am not {condition}',
  'how many {service} visits under {plan}',
  'what does {plan} cover abroad',
  'what do the sources disagree about on {service}',
  'how much does {service} cost with {plan} in {territory}',
  'list {service} and {technique} of {plan}',
  'what will change for {plan} in 2027',
];
const small: Some<string> = [
  'constructor',
  '__proto__',
  "what'toString",
  'hasOwnProperty',
  'not',
  'and',
  'or',
  'unless',
  'without',
  'only',
  'if',
  'the',
  'is',
  'are',
  'which',
  'what',
  'who',
  'when',
  'after',
  '12',
  'visits',
  '$50',
  'never',
  'all',
  'none of',
  'except',
  ',',
  ';',
  '?',
  '.',
  '—',
  'covered',
  'pay for',
  'under',
  'with',
  'my',
  'doctor',
];
const filled = (choices: Choices, frame: string): string =>
  frame.replace(/\{(\w+)\}/g, (_, of: keyof typeof spoken) => choices.pick(spoken[of]));

/** Makes a question in English: a plain one, one with a mistake, or words in any order. */
export function question(choices: Choices): string {
  const plain = filled(choices, choices.pick(frames));
  if (choices.chance(25))
    return Array.from({ length: 1 + choices.below(40) }, () =>
      choices.chance(50)
        ? filled(choices, choices.pick(['{plan}', '{service}', '{condition}', '{territory}', '{technique}']))
        : choices.pick(small),
    ).join(' ');
  if (choices.chance(25)) return mangled(choices, plain);
  return choices.chance(15) ? `${plain} ${filled(choices, choices.pick(frames))}` : plain;
}
