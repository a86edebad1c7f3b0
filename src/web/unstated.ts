/** The pairs of plan and service of which the graph says nothing, found block by block with the matrix of the API. */
import { useEffect, useState } from 'preact/hooks';
import { ask } from './api.ts';
import { useAttempts } from './attempts.ts';
import { useToday } from './day.ts';
import { PlansAndServicesDocument, type NotStatedReason } from './generated/graphql.ts';

export interface OpenCell {
  readonly plan: string;
  readonly service: string;
  readonly reason: NotStatedReason | null;
}
interface Found {
  readonly cells: readonly OpenCell[];
  readonly looked: number;
  readonly total: number;
  /** True where only a part was looked at. */
  readonly isPartial: boolean;
}

/** Pairs asked at once, and looked at in all: a larger graph is narrowed in the table instead. */
const block = 500;
const mostLookedAt = 10_000;

export function useUnstated(
  among: {
    readonly plans: readonly { readonly slug: string }[];
    readonly services: readonly { readonly slug: string }[];
  } | null,
): Found {
  const [found, setFound] = useState<Found>({ cells: [], looked: 0, total: 0, isPartial: false });
  const day = useToday();
  const attempts = useAttempts();
  const size = among === null ? 0 : among.plans.length * among.services.length;
  useEffect(() => {
    if (among === null || size === 0) return;
    const stop = new AbortController();
    const { plans, services } = among;
    const step = Math.max(1, Math.floor(block / services.length));
    void (async () => {
      const cells: OpenCell[] = [];
      let looked = 0;
      for (let from = 0; from < plans.length && looked < mostLookedAt; from += step) {
        const asked = plans.slice(from, from + step).map(({ slug }) => slug);
        const { data } = await ask(
          PlansAndServicesDocument,
          { plans: asked, of: services.map(({ slug }) => ({ service: slug })) },
          stop.signal,
        );
        for (const { plan, cells: row } of data?.coverageMatrix?.rows ?? []) {
          row.forEach(({ status, notStated }, index) => {
            if (status === 'NOT_STATED')
              cells.push({ plan: plan.slug, service: services[index]?.slug ?? '', reason: notStated });
          });
        }
        looked += asked.length * services.length;
        setFound({ cells: [...cells], looked, total: size, isPartial: looked >= mostLookedAt && looked < size });
      }
    })().catch(() => undefined);
    return () => {
      stop.abort();
    };
  }, [among === null, size, day, attempts]);
  return found;
}
