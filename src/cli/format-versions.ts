/** Formats what the commands on published versions print; src/store/postgres does their work. */
import { answersOf, differences } from '../engine/answer-diff.ts';
import { plansAffectedBy, questionsOf } from '../engine/answer-questions.ts';
import type { Graph } from '../graph/entries.ts';
import type { Pruned } from '../store/postgres/prune.ts';
import type { Published } from '../store/postgres/publish-version.ts';
import type { EntryChange, Version } from '../store/postgres/versions.ts';
import { answerLines } from './format-answer-changes.ts';

const count = (number: number, one: string): string =>
  `${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`;
const entries = (number: number): string => `${number.toLocaleString('en')} ${number === 1 ? 'entry' : 'entries'}`;
const short = (digest: string): string => digest.slice(0, 12);

/** What `publish` prints. */
export function publishedLines(published: Published): string[] {
  const { mended } = published;
  const line = publishedLine(published);
  if (mended === 0) return [line];
  return [line, `${count(mended, 'row')} of earlier versions had been damaged in the database and were written again.`];
}

function publishedLine({ number, digest, outcome, entries: all, newEntries, mended, before }: Published): string {
  const named = `Version ${String(number)} (${short(digest)})`;
  const instead = before === null ? '' : ` in place of version ${String(before)}`;
  if (outcome === 'SAME')
    return `${named} is current and holds the same: ${mended === 0 ? 'nothing was published' : 'no new version was published'}.`;
  if (outcome === 'REPOINTED') return `${named} holds the same, and is current again${instead}.`;
  return `${named} is published and current${instead}: ${entries(all)}, ${newEntries.toLocaleString('en')} of them new.`;
}

/** What `rollback` prints. */
export function rollbackLines({ before, now }: { before: number | null; now: number }): string[] {
  if (before === null) return [`Version ${String(now)} is current.`];
  return [
    before === now
      ? `Version ${String(now)} is current already.`
      : `Version ${String(now)} is current in place of version ${String(before)}, which stays published.`,
  ];
}

/** What `prune` prints: a line for each version that is or would be removed, and what stays. */
export function prunedLines({ isDryRun, removed, entries: all, current, keptForRollback, kept }: Pruned): string[] {
  const stays = `${count(kept, 'version')} ${isDryRun ? 'would stay' : 'left'}; version ${String(current)} is current.`;
  const rollback = keptForRollback.map(
    (number) => `Version ${String(number)} stays, because a rollback leads to it; --include-rollback removes it too.`,
  );
  if (removed.length === 0) return [`There is nothing to remove: ${stays}`, ...rollback];
  const title = `${isDryRun ? 'Would remove' : 'Removed'} ${count(removed.length, 'version')}, and ${entries(all)} that no other version has:`;
  const lines = removed.map(({ number, digest, publishedAt, note }) => versionLine(number, digest, publishedAt, note));
  return [title, ...lines, stays, ...rollback, ...(isDryRun ? ['Nothing was removed, because of --dry-run.'] : [])];
}

const versionLine = (number: number, digest: string, at: string, note: string | null): string =>
  [' ', String(number).padStart(4), short(digest), at.slice(0, 19).replace('T', ' '), note ?? ''].join('  ').trimEnd();

/** What `migrate` prints. `newer` are the steps that a newer release applied, which this release does not change. */
export function migratedLines(applied: readonly string[], newer: readonly string[]): string[] {
  const steps = `Applied: ${applied.join(', ')}.`;
  if (newer.length > 0)
    return [
      ...(applied.length === 0 ? [] : [steps]),
      `The tables are those of a newer program (${newer.join(', ')}), and were left as they are. This one can serve from them; publish with the newer one.`,
    ];
  return [applied.length === 0 ? 'The tables are up to date already.' : steps];
}

/** What `versions` prints: a line for each version, with a star for the current one. */
export function versionLines({
  versions,
  current,
}: {
  versions: readonly Version[];
  current: number | null;
}): string[] {
  if (versions.length === 0) return ['Nothing has been published yet. To publish, run: covergraph publish'];
  const lines = versions.map(({ number, digest, published_at: at, plans, rules, sources, note }) =>
    [
      number === current ? '*' : ' ',
      String(number).padStart(4),
      short(digest),
      at.slice(0, 19).replace('T', ' '),
      `${count(plans, 'plan')}, ${count(rules, 'rule')}, ${count(sources, 'source')}`,
      note ?? '',
    ].join('  '),
  );
  if (versions.some(({ number }) => number === current)) return lines;
  const named = current === null ? 'does not name one' : `names version ${String(current)}, which it does not have`;
  return [...lines, `No version is current: the database ${named}. To choose one, run: covergraph rollback --to N`];
}

/** The most entries that are listed by name. */
const mostListed = 100;
/** The most pairs of plan and subject that are asked of both versions; one takes about a millisecond. */
const mostPairs = 25_000;

/** Two versions and how they differ. */
export interface Compared {
  readonly before: { readonly number: number; readonly graph: Graph };
  readonly after: { readonly number: number; readonly graph: Graph };
  readonly changes: readonly EntryChange[];
  /** The day of the care for the answers, as in 2026-11-23. */
  readonly on: string;
}

/** What `diff` prints: the entries that differ, then the answers that differ. */
export function differenceLines({ before, after, changes, on }: Compared): string[] {
  const differ = `${entries(changes.length)} of the data ${changes.length === 1 ? 'differs' : 'differ'}`;
  const title = `Version ${String(before.number)} to ${String(after.number)}: ${differ}.`;
  const listed = changes
    .slice(0, mostListed)
    .map(({ kind, slug, change }) => `  ${change.toLowerCase().padEnd(8)} ${kind}/${slug}`);
  const more = changes.length > mostListed ? [`  and ${String(changes.length - mostListed)} more`] : [];
  if (changes.length === 0) return [title];
  return [title, ...listed, ...more, '', ...answersThatDiffer(before.graph, after.graph, changes, on)];
}

function answersThatDiffer(before: Graph, after: Graph, changes: readonly EntryChange[], on: string): string[] {
  const graphs = [before, after];
  const arePlansOnly = changes.every(({ kind }) => kind === 'plans');
  const dependent = arePlansOnly
    ? plansAffectedBy(new Set(changes.map(({ slug }) => slug)), graphs)
    : new Set(graphs.flatMap(({ plans }) => [...plans.keys()]));
  const asked = new Set([...dependent].slice(0, Math.max(1, Math.floor(mostPairs / Math.max(1, after.subjects.size)))));
  const skipped = dependent.size - asked.size;
  const questions = questionsOf(graphs, on, asked);
  const found = differences(answersOf(before, questions), answersOf(after, questions));
  return [
    ...answerLines(found, questions.length),
    ...(skipped === 0
      ? []
      : [
          `${count(asked.size, 'plan')} asked; ${skipped.toLocaleString('en')} more depend on the changes and were not asked.`,
        ]),
  ];
}
