/** First drafts of data files, as text. What no flag gives is left to the curator as a text that begins with TODO. */
import { posix, relative, sep } from 'node:path';

/** What the flags of `covergraph new source` give; keys and values as in a source's file. */
export interface SourceFlags {
  readonly name?: string | undefined;
  readonly publisher?: string | undefined;
  readonly authority?: string | undefined;
  readonly edition?: string | undefined;
  readonly publishedOn?: string | undefined;
  readonly checkedOn?: string | undefined;
  readonly url?: string | undefined;
  readonly licence?: string | undefined;
  /** The key of the first passage, and what is known of it. */
  readonly passage?: string | undefined;
  readonly at?: string | undefined;
  readonly says?: string | undefined;
}

/** What the flags of `covergraph new plan` give. */
export interface PlanFlags {
  readonly name?: string | undefined;
  readonly level?: string | undefined;
  readonly within?: string | undefined;
  readonly cites?: readonly string[] | undefined;
  readonly covered?: string | undefined;
  readonly excluded?: string | undefined;
  readonly when?: readonly string[] | undefined;
}

/** Where the JSON Schema of a kind is, seen from a file, as editors expect it in the first line of the file. */
export function schemaLine(file: string, schemaFolder: string, kind: 'plan' | 'source'): string {
  const way = relative(posix.dirname(file.split(sep).join('/')), schemaFolder)
    .split(sep)
    .join('/');
  return `# yaml-language-server: $schema=${way}/${kind}.schema.json`;
}

/** `today` is an ISO day. */
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

/** `today` is an ISO day, for the cases. */
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
  /** Whether no rule of another plan speaks of the same. */
  readonly isAlone: boolean;
  readonly today: string;
}

/** A case that the rule decides; and for each of its conditions one in which it fails, and one in which nothing is known. */
function casesOf({ effect, subject, when, isAlone, today }: FirstRule): string[] {
  const [status, best] = effect === 'covered' ? ['COVERED', 'COVERED'] : ['NOT_COVERED', 'NOT_STATED'];
  const caseOf = (name: string, facts: string, outcome: string): string =>
    `  ${scalar(name)}: { of: ${subject}, ${facts}on: ${today}, status: ${outcome} }`;
  const outcome = effect === 'covered' ? 'it is covered' : 'it is not covered';
  if (when.length === 0) return [caseOf(outcome, '', status)];
  const deciding = caseOf(`${outcome} on its conditions`, `met: [${when.map(scalar).join(', ')}], `, status);
  // What a plan says that it is within is not known here, so these cases are left to the curator then.
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

/** The value of a flag; without one, what is to be filled in. */
function given(value: string | undefined, wanted: string): string {
  return value === undefined ? JSON.stringify(`TODO: ${wanted}`) : scalar(value);
}

/** A text as a YAML value, in quotes where it could be read as anything else. */
function scalar(text: string): string {
  const isPlain = /^[A-Za-z0-9](?:[\w .()'/:#-]*[\w.)])?$/.test(text) && !/: | #/.test(text);
  const isOther = /^(?:true|false|yes|no|on|off|null)$/i.test(text) || /^[\d.]+(?:e\d+)?$/i.test(text);
  return isPlain && !isOther ? text : JSON.stringify(text);
}

const lines = (...all: (string | null)[]): string => `${all.filter((line) => line !== null).join('\n')}\n`;
