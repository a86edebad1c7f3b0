/** Loads and keeps the cells of the table for the plans in view; rows that scroll past quickly are not loaded. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { SubjectName } from './address.ts';
import { ask, dataGeneration, type Problem } from './api.ts';
import { subjectInput } from './asking.ts';
import { useAttempts } from './attempts.ts';
import { useToday } from './day.ts';
import { PlansAndServicesDocument, type PlansAndServicesQuery } from './generated/graphql.ts';
import { orUnreadable } from './response.ts';

export type Cell = NonNullable<PlansAndServicesQuery['coverageMatrix']>['rows'][number]['cells'][number];

export interface Cells {
  /** The cells of a plan, in the order of the columns; undefined until they are loaded. */
  readonly of: (plan: string) => readonly Cell[] | undefined;
  /** Sets the plans that are in view. */
  readonly want: (plans: readonly string[]) => void;
  /** Why no more cells are loaded, until the visitor asks again. */
  readonly problems: readonly Problem[];
}

/** How long a row must stay in view before it is loaded, in milliseconds; and the most pairs in one request. */
const pause = 60;
const mostAtOnce = 500;

/** The cells of the plans in view, for these columns. */
export function useCells(columns: readonly SubjectName[]): Cells {
  const day = useToday();
  const attempts = useAttempts();
  const key = [day, dataGeneration(), ...columns.map(({ kind, slug }) => `${kind}/${slug}`)].join();
  const known = useRef<{ key: string; rows: Map<string, readonly Cell[]> }>({ key, rows: new Map() });
  if (known.current.key !== key) known.current = { key, rows: new Map() };
  const [, redraw] = useState(0);
  const wanted = useRef<readonly string[]>([]);
  const busy = useRef(false);
  const attempt = `${key} ${String(attempts)}`;
  const [failure, setFailure] = useState<{ readonly attempt: string; readonly problems: readonly Problem[] } | null>(
    null,
  );
  const problems = failure?.attempt === attempt ? failure.problems : [];

  const read = async (): Promise<void> => {
    const of = known.current;
    const plans = wanted.current
      .filter((slug) => !of.rows.has(slug))
      .slice(0, Math.max(1, Math.floor(mostAtOnce / Math.max(1, columns.length))));
    if (busy.current || problems.length > 0 || plans.length === 0 || columns.length === 0) return;
    busy.current = true;
    const response = await ask(PlansAndServicesDocument, { plans, of: columns.map(subjectInput) });
    busy.current = false;
    const rows = response.data?.coverageMatrix?.rows;
    if (rows === undefined) {
      setFailure({ attempt, problems: orUnreadable(response.problems) });
      return;
    }
    for (const { plan, cells } of rows) of.rows.set(plan.slug, cells);
    redraw((count) => count + 1);
  };
  useEffect(() => {
    const timer = setTimeout(() => {
      void read();
    }, pause);
    return () => {
      clearTimeout(timer);
    };
  });
  return {
    of: (plan) => known.current.rows.get(plan),
    want: (plans) => {
      wanted.current = plans;
    },
    problems,
  };
}
