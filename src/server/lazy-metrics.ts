/**
 * Metrics that are created after the server starts, so that neither the start nor the first answer waits for the metrics
 * library to load. Observations made before that are queued and replayed, in order, when the metrics are created.
 */
import type { CountedElsewhere, Metrics } from '../http/metrics.ts';

/** Metrics that may not have been created yet. */
export interface LazyMetrics extends Pick<Metrics, 'observer' | 'reloaded' | 'followed' | 'close'> {
  /** Creates the metrics if needed and resolves to them. Rejects when the library cannot be loaded. */
  readonly load: () => Promise<Metrics>;
  /** Begins to create the metrics in the background. An error is reported by the next `load`. */
  readonly start: () => void;
}

/** Metrics of a server without an admin token, which has no `/metrics`: nothing is counted, and no library is loaded. */
export const uncollectedMetrics: LazyMetrics = {
  load: () => Promise.reject(new Error('Metrics are collected only if there is an admin token.')),
  start: () => undefined,
  observer: { answered: () => undefined },
  reloaded: () => undefined,
  followed: () => undefined,
  close: () => undefined,
};

export function createLazyMetrics(elsewhere: CountedElsewhere): LazyMetrics {
  let metrics: Metrics | null = null;
  let loading: Promise<Metrics> | undefined;
  const queue: ((metrics: Metrics) => void)[] = [];
  const create = async (): Promise<Metrics> => {
    const { createMetrics } = await import('../http/metrics.ts');
    metrics = createMetrics(elsewhere);
    for (const replay of queue.splice(0)) replay(metrics);
    return metrics;
  };
  const load = (): Promise<Metrics> => {
    loading ??= create();
    return loading;
  };
  const start = (): void => {
    load().catch(() => undefined);
  };
  const record = (update: (metrics: Metrics) => void): void => {
    if (metrics === null) queue.push(update);
    else update(metrics);
  };
  return {
    load,
    start,
    observer: {
      answered: (observed) => {
        if (metrics !== null) {
          metrics.observer.answered(observed);
          return;
        }
        queue.push(({ observer }) => {
          observer.answered(observed);
        });
        start();
      },
    },
    reloaded: (result) => {
      record((metrics) => {
        metrics.reloaded(result);
      });
    },
    followed: (status) => {
      record((metrics) => {
        metrics.followed(status);
      });
    },
    close: () => {
      metrics?.close();
    },
  };
}
