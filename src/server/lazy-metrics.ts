/**
 * Metrics that begin once there is something to count or to show, or when they are told to: a start and its first answer wait
 * for nothing that neither of them needs. Whatever is told before is told them then, in its order.
 */
import type { Metrics } from '../http/metrics.ts';

export interface LazyMetrics extends Pick<Metrics, 'observer' | 'reloaded' | 'followed' | 'close'> {
  readonly load: () => Promise<Metrics>;
  /** Where nobody asks for them; what goes wrong, whoever asks is told. */
  readonly start: () => void;
}

/** `logLinesDropped` counts the lines of the log that could not be written. */
export function createLazyMetrics(logLinesDropped: () => number): LazyMetrics {
  let metrics: Metrics | null = null;
  let beginning: Promise<Metrics> | undefined;
  const early: ((metrics: Metrics) => void)[] = [];
  const made = async (): Promise<Metrics> => {
    const { createMetrics } = await import('../http/metrics.ts');
    metrics = createMetrics(logLinesDropped);
    for (const tell of early.splice(0)) tell(metrics);
    return metrics;
  };
  const begun = (): Promise<Metrics> => (beginning ??= made());
  const begin = (): void => {
    begun().catch(() => undefined);
  };
  const told = (tell: (metrics: Metrics) => void): void => {
    if (metrics === null) early.push(tell);
    else tell(metrics);
  };
  return {
    load: begun,
    start: begin,
    observer: {
      answered: (observed) => {
        if (metrics !== null) {
          metrics.observer.answered(observed);
          return;
        }
        early.push(({ observer }) => {
          observer.answered(observed);
        });
        begin();
      },
    },
    reloaded: (reloaded) => {
      told((all) => {
        all.reloaded(reloaded);
      });
    },
    followed: (followed) => {
      told((all) => {
        all.followed(followed);
      });
    },
    close: () => {
      metrics?.close();
    },
  };
}
