/**
 * The constraints ("laws") on the data, as one table. Constraints that need the engine are in engine/constraints.ts, and
 * those on files in the store. Each has a folder in `test/bad-data/` with the smallest data that breaks it.
 */
import type { DataDocuments } from '../model/shapes.ts';
import { areaFaults } from './area-constraints.ts';
import { reversed, uncited, unusedConditions, unusedPassages } from './claim-constraints.ts';
import { countBounds, impossibleConditions } from './condition-constraints.ts';
import { cycleProblems } from './cycle-constraint.ts';
import type { Graph } from './entries.ts';
import { duplicateNames, duplicateSlugs } from './name-constraints.ts';
import type { Problem } from './problems.ts';
import { repeatedConditions } from './requirement-laws.ts';
import { exceptions, restatements } from './rule-constraints.ts';

/** What a constraint is checked on: the documents, the graph as far as it could be joined, and the names not found. */
export interface ConstraintInput {
  readonly documents: DataDocuments;
  readonly graph: Graph;
  readonly unresolved: readonly Problem[];
}

/** One constraint on the data. */
export interface Constraint {
  readonly name: string;
  /** The constraint in one sentence. */
  readonly says: string;
  /** What must have succeeded before it can be checked without false problems: reading every file, or finding every name. */
  readonly needs: 'nothing' | 'every file' | 'every name';
  /** Whether answers can be derived from data that breaks it, so that the engine's constraints are checked too. */
  readonly reasoning: 'goes on' | 'stops';
  readonly check: (examined: ConstraintInput) => readonly Problem[];
}

/** Every constraint that needs no engine, in the order in which problems are reported. */
export const CONSTRAINTS: readonly Constraint[] = [
  {
    name: 'unknown-name',
    says: 'Every name of an entry, rule or passage belongs to one in the data.',
    needs: 'every file',
    reasoning: 'stops',
    check: ({ unresolved }) => unresolved,
  },
  {
    name: 'duplicate-slug',
    says: 'Services, techniques and billing codes have no slug in common.',
    needs: 'nothing',
    reasoning: 'stops',
    check: ({ documents }) => duplicateSlugs(documents),
  },
  {
    name: 'duplicate-name',
    says: 'A name or alternate name belongs to one entry of its kind; places are apart.',
    needs: 'nothing',
    reasoning: 'goes on',
    check: ({ documents }) => duplicateNames(documents),
  },
  {
    name: 'cycle',
    says: 'What is broader, what is implied, what rules are taken from and what they except to lead to no circle.',
    needs: 'nothing',
    reasoning: 'stops',
    check: ({ graph }) => cycleProblems(graph),
  },
  {
    name: 'reversed',
    says: 'Of two days or lines the first comes first.',
    needs: 'nothing',
    reasoning: 'goes on',
    check: ({ documents }) => reversed(documents),
  },
  {
    name: 'nothing-cited',
    says: 'Every plan, service, technique and billing code is cited, by itself or by its rules and links.',
    needs: 'every name',
    reasoning: 'goes on',
    check: ({ graph }) => uncited(graph),
  },
  {
    name: 'exception',
    says: "An exception has its target's subject and the opposite effect, in a plan that the target reaches; a secondary one to a better source says how it is read.",
    needs: 'every name',
    reasoning: 'stops',
    check: ({ graph }) => exceptions(graph),
  },
  {
    name: 'restatement',
    says: 'A rule restates one of the same effect and of its subject or a narrower one, where both can be in view.',
    needs: 'every name',
    reasoning: 'stops',
    check: ({ graph }) => restatements(graph),
  },
  {
    name: 'unused-condition',
    says: 'Every condition is used by a rule or tied to another condition.',
    needs: 'every name',
    reasoning: 'goes on',
    check: ({ graph }) => unusedConditions(graph),
  },
  {
    name: 'unused-passage',
    says: 'Every passage is cited, or says why it is not.',
    needs: 'every name',
    reasoning: 'goes on',
    check: ({ graph, documents }) => unusedPassages(graph, documents),
  },
  {
    name: 'count-bound',
    says: 'Bounds stand where something is counted, there only, and some number lies between them.',
    needs: 'every name',
    reasoning: 'stops',
    check: ({ graph }) => countBounds(graph),
  },
  {
    name: 'repeated-condition',
    says: 'No condition is both in `when` and in `requires` of one rule.',
    needs: 'every name',
    reasoning: 'goes on',
    check: ({ graph }) => repeatedConditions(graph),
  },
  {
    name: 'service-area',
    says: 'A service area lies in states of the United States and names each county once; a FIPS code is of its state.',
    needs: 'nothing',
    reasoning: 'goes on',
    check: ({ documents }) => areaFaults(documents),
  },
  {
    name: 'impossible-condition',
    says: 'No condition implies two that exclude each other.',
    needs: 'nothing',
    reasoning: 'stops',
    check: ({ graph }) => impossibleConditions(graph),
  },
];

/** The problems of a data set, by constraint. If some names are unknown, constraints that need every name are skipped. */
export function checkConstraints(examined: ConstraintInput): Problem[] {
  const isJoined = examined.unresolved.length === 0;
  return CONSTRAINTS.flatMap(({ needs, check }) => (needs === 'every name' && !isJoined ? [] : check(examined)));
}
