/** Prints the problems of a data set, grouped by the law that they break. */
import { ENGINE_CONSTRAINTS } from '../engine/constraints.ts';
import { CONSTRAINTS } from '../graph/constraints.ts';
import { FILE_CONSTRAINTS } from './file-constraints.ts';
import { printProblem, type LocatedProblem } from './located-problem.ts';
import { UnsoundData } from '../errors.ts';

/** The most problems that are printed without `--all`. */
export const MOST_PRINTED = 50;

/**
 * The text of each law by its name, in the order of the report: files, then names, then rules, because earlier problems
 * often cause later ones.
 */
const LAW_TEXTS: ReadonlyMap<string, string> = new Map([
  ...[...FILE_CONSTRAINTS, ...CONSTRAINTS].map(({ name, says }) => [name, says] as const),
  ...Object.entries(ENGINE_CONSTRAINTS),
]);

/** The error for data that breaks a law. Its message lists the problems. */
export function unsound(problems: readonly LocatedProblem[]): UnsoundData {
  return new UnsoundData((most) => problemReport(problems, most), MOST_PRINTED);
}

/**
 * The lines of the report. Each broken law has a heading with its text and the number of its problems, followed by the
 * problems. At most `most` problems are printed, but always the first of each law; the rest is counted under its law.
 */
export function problemReport(problems: readonly LocatedProblem[], most: number): string[] {
  const groups = byLaw(problems);
  const lines: string[] = [];
  let left = Math.max(0, most - groups.length);
  for (const [law, found] of groups) {
    const printed = found.slice(0, 1 + left);
    left -= printed.length - 1;
    lines.push(`${law} (${count(found.length)}): ${LAW_TEXTS.get(law) ?? 'A law of the data.'}`);
    lines.push(...printed.map(printProblem));
    if (printed.length < found.length) lines.push(`... and ${String(found.length - printed.length)} more of ${law}.`);
    lines.push('');
  }
  const isWhole = problems.length <= Math.max(most, groups.length);
  const hint = isWhole ? '' : ' covergraph check --all prints every one.';
  return [...lines, `${count(problems.length, 'One')} in the data.${hint}`];
}

/** The problems by law, in the order of `LAW_TEXTS`; within a law, in the order in which they were found. */
function byLaw(problems: readonly LocatedProblem[]): [law: string, problems: LocatedProblem[]][] {
  const groups = new Map<string, LocatedProblem[]>([...LAW_TEXTS.keys()].map((law) => [law, []]));
  for (const problem of problems) {
    const group = groups.get(problem.law) ?? [];
    group.push(problem);
    groups.set(problem.law, group);
  }
  return [...groups].filter(([, found]) => found.length > 0);
}

function count(number: number, one = '1'): string {
  return number === 1 ? `${one} problem` : `${String(number)} problems`;
}
