/** Writes first drafts of data files, as YAML. A value that no flag gives is a text that begins with TODO. */
import { posix, relative, sep } from 'node:path';

/** The flags of `covergraph new source`; keys and values are those of a source's file. */
export interface SourceFlags {
  readonly name?: string | undefined;
  readonly publisher?: string | undefined;
  readonly authority?: string | undefined;
  readonly edition?: string | undefined;
  readonly publishedOn?: string | undefined;
  readonly checkedOn?: string | undefined;
  readonly url?: string | undefined;
  readonly licence?: string | undefined;
  /** The key of the first passage; `at` and `says` describe that passage. */
  readonly passage?: string | undefined;
  readonly at?: string | undefined;
  readonly says?: string | undefined;
}

/** The flags of `covergraph new plan`. */
export interface PlanFlags {
  readonly name?: string | undefined;
  readonly level?: string | undefined;
  readonly within?: string | undefined;
  readonly cites?: readonly string[] | undefined;
  readonly covered?: string | undefined;
  readonly excluded?: string | undefined;
  readonly when?: readonly string[] | undefined;
}

/** The first line of a data file, which gives editors the path from the file to the JSON Schema of its kind. */
export function schemaLine(file: string, schemaFolder: string, kind: 'plan' | 'source'): string {
  const path = relative(posix.dirname(file.split(sep).join('/')), schemaFolder)
    .split(sep)
    .join('/');
  return `# yaml-language-server: $schema=${path}/${kind}.schema.json`;
}

/** The text of a source's file. `today` is a day as in 2026-11-23. */
export function sourceDraft(flags: SourceFlags, today: string): string {
  const { name, publisher, authority, edition, publishedOn, checkedOn = today, url, licence } = flags;
  const { passage = 'p1', at, says } = flags;
  return lines(
    `name: ${given(name, 'the title, as the publisher writes it')}`,
    `publisher: ${given(publisher, 'who publishes it')}`,
    `authority: ${given(authority, 'what kind of source it is, such as plan-document or agency-page')}`,
    edition === undefined ? null : `edition: ${scalar(edition)}`,
    publishedOn === undefined ? null : `publishedOn: ${scalar(publishedOn)}`,
    `checkedOn: ${scalar(checkedOn)}`,
    url === undefined ? null : `url: ${scalar(url)}`,
    `licence: ${given(licence, 'under which terms it may be used, such as ALL-RIGHTS-RESERVED or CC-BY-4.0')}`,
    '# One passage for each thing that the source states and that a rule will cite.',
    'passages:',
    `  ${scalar(passage)}:`,
    `    at: ${given(at, 'where the passage is: the heading, the section or the page')}`,
    `    says: ${given(says, 'what it says, in your own words, with every hedge')}`,
  );
}

/** The text of a plan's file, with one rule and its cases. `today` is the day of the cases, as in 2026-11-23. */
export function planDraft(flags: PlanFlags, today: string): string {
  const { name, level, within, covered, excluded, when = [] } = flags;
  const effect = excluded === undefined ? 'covered' : 'excluded';
  const subject = given(covered ?? excluded, 'the slug of a service, technique or billing code');
  const cites = flags.cites?.map(scalar) ?? ['"TODO: the source and the passage, as in medicare-massage-article#s35"'];
  const rule = `${covered ?? excluded ?? 'first-rule'}-${effect}`;
  return lines(
    `name: ${given(name, 'the name of the plan, as its documents write it')}`,
    level === undefined ? null : `level: ${scalar(level)}`,
    within === undefined ? null : `within: ${scalar(within)}`,
    'rules:',
    `  ${scalar(rule)}:`,
    `    ${effect}: ${subject}`,
    when.length === 0 ? null : `    when: ${conditionsOf(when)}`,
    `    cites: [${cites.join(', ')}]`,
    '# What the sources should give. Check each case against them; every rule needs a case that it decides.',
    'cases:',
    ...casesOf({ effect, subject, when, isAlone: within === undefined, today }),
  );
}

interface FirstRule {
  readonly effect: 'covered' | 'excluded';
  readonly subject: string;
  readonly when: readonly string[];
  /** Whether the plan takes no rules from another plan. */
  readonly isAlone: boolean;
  readonly today: string;
}

/** A case in which the rule applies, a case in which nothing is known, and for each condition a case in which it is not met. */
function casesOf({ effect, subject, when, isAlone, today }: FirstRule): string[] {
  const [status, best] = effect === 'covered' ? ['COVERED', 'COVERED'] : ['NOT_COVERED', 'NOT_STATED'];
  const caseOf = (name: string, facts: string, outcome: string): string =>
    `  ${scalar(name)}: { of: ${subject}, ${facts}on: ${today}, status: ${outcome} }`;
  const outcome = effect === 'covered' ? 'it is covered' : 'it is not covered';
  if (when.length === 0) return [caseOf(outcome, '', status)];
  const deciding = caseOf(`${outcome} on its conditions`, `met: [${when.map(scalar).join(', ')}], `, status);
  // The rules of the plan that it is within are not known here, so the curator has to write the other cases.
  if (!isAlone) return [deciding];
  return [
    deciding,
    caseOf('it turns on its conditions', '', `CONDITIONAL, best: ${best}`),
    ...when.map((each) => caseOf(`without ${each} nothing is said`, `unmet: [${scalar(each)}], `, 'NOT_STATED')),
  ];
}

function conditionsOf(when: readonly string[]): string {
  const [first = '', ...more] = when.map(scalar);
  return more.length === 0 ? first : `{ all: [${[first, ...more].join(', ')}] }`;
}

/** The value of a flag as YAML; without a value, a TODO that says what to fill in. */
function given(value: string | undefined, hint: string): string {
  return value === undefined ? JSON.stringify(`TODO: ${hint}`) : scalar(value);
}

/** A text as a YAML value, in quotes unless YAML reads the plain text as the same text. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z0-9](?:[\w .()'/:#-]*[\w.)])?$/.test(text) && !/: | #/.test(text);
  const isOther = /^(?:true|false|yes|no|on|off|null)$/i.test(text) || /^[\d.]+(?:e\d+)?$/i.test(text);
  return isPlain && !isOther ? text : JSON.stringify(text);
}

const lines = (...all: (string | null)[]): string => `${all.filter((line) => line !== null).join('\n')}\n`;
