/** Finds the pairs of plan and service that no source states anything about, with `coverageMatrix`, block by block. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, type Problem } from './api.ts';
import { useAttempts } from './attempts.ts';
import { useToday } from './day.ts';
import { PlansAndServicesDocument, type NotStatedReason } from './generated/graphql.ts';
import { orUnreadable, unreadable } from './response.ts';

export interface OpenCell {
  readonly plan: string;
  readonly service: string;
  readonly reason: NotStatedReason | null;
}
interface UnstatedPairs {
  /** The pairs without a stated answer, among those checked so far. */
  readonly cells: readonly OpenCell[];
  /** How many pairs the server has answered. */
  readonly checked: number;
  /** How many pairs there are. */
  readonly total: number;
  /** True if the search ended at `maxChecked` pairs and there are more. */
  readonly isPartial: boolean;
  /** Why the search ended early; empty if it did not. */
  readonly problems: readonly Problem[];
}

/** Pairs in one request, and pairs checked in all; for a larger graph the table of plans has filters. */
const block = 500;
const maxChecked = 10_000;

const nothingChecked: UnstatedPairs = { cells: [], checked: 0, total: 0, isPartial: false, problems: [] };

/** Null, or no plans or services: nothing is asked. Asks again after `askAgain` and on a new day. */
export function useUnstated(
  among: {
    readonly plans: readonly { readonly slug: string }[];
    readonly services: readonly { readonly slug: string }[];
  } | null,
): UnstatedPairs {
  const [result, setResult] = useState(nothingChecked);
  const day = useToday();
  const lastDay = useRef(day);
  const attempts = useAttempts();
  const size = among === null ? 0 : among.plans.length * among.services.length;
  useEffect(() => {
    if (among === null || size === 0) return;
    const stop = new AbortController();
    const isSameDay = lastDay.current === day;
    lastDay.current = day;
    setResult((last) => (isSameDay ? { ...last, problems: [] } : nothingChecked));
    const { plans, services } = among;
    const step = Math.max(1, Math.floor(block / services.length));
    void (async () => {
      const cells: OpenCell[] = [];
      let checked = 0;
      for (let from = 0; from < plans.length && checked < maxChecked; from += step) {
        const slugs = plans.slice(from, from + step).map(({ slug }) => slug);
        const { data, problems } = await ask(
          PlansAndServicesDocument,
          { plans: slugs, of: services.map(({ slug }) => ({ service: slug })) },
          stop.signal,
        );
        const rows = data?.coverageMatrix?.rows;
        if (rows === undefined) {
          setResult({ cells: [...cells], checked, total: size, isPartial: false, problems: orUnreadable(problems) });
          return;
        }
        for (const { plan, cells: row } of rows) {
          row.forEach(({ status, notStated }, index) => {
            if (status === 'NOT_STATED')
              cells.push({ plan: plan.slug, service: services[index]?.slug ?? '', reason: notStated });
          });
        }
        checked += slugs.length * services.length;
        const isPartial = checked >= maxChecked && checked < size;
        setResult({ cells: [...cells], checked, total: size, isPartial, problems: [] });
      }
    })().catch(() => {
      if (!stop.signal.aborted) setResult((last) => ({ ...last, problems: [unreadable] }));
    });
    return () => {
      stop.abort();
    };
  }, [among === null, size, day, attempts]);
  return result;
}
