/**
 * Counters and histograms that are batched: an event adds to a number, and prom-client gets the sums when the metrics are read.
 * prom-client itself looks a series up by its labels at each event, which costs more than an answer from the response cache.
 */
import { Counter, Histogram } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

/** How often something happened since the last time that the metrics were read. */
export interface PendingCount {
  readonly labels: Labels;
  pending: number;
}

/** A counter that takes over its tallies whenever it is asked. */
export function batchedCounter(
  configuration: ConstructorParameters<typeof Counter>[0],
  tallies: () => Iterable<PendingCount>,
): Counter {
  return new Counter({
    ...configuration,
    collect() {
      for (const tally of tallies()) {
        if (tally.pending > 0) this.inc(tally.labels, tally.pending);
        tally.pending = 0;
      }
    },
  });
}

export interface HistogramSeries {
  /** So many times the same value. */
  readonly observe: (value: number, times: number) => void;
}

export class BatchedHistogram extends Histogram {
  readonly #name: string;
  readonly #help: string;
  readonly #bounds: readonly number[];
  readonly #series: { readonly labels: Labels; readonly counts: number[]; sum: number; count: number }[] = [];

  constructor(configuration: ConstructorParameters<typeof Histogram>[0], bounds: readonly number[]) {
    super({ ...configuration, buckets: [...bounds] });
    [this.#name, this.#help, this.#bounds] = [configuration.name, configuration.help, bounds];
  }

  /** A new series; ask once for each set of labels. */
  series(labels: Labels): HistogramSeries {
    const [bounds, own] = [this.#bounds, { labels, counts: this.#bounds.map(() => 0), sum: 0, count: 0 }];
    this.#series.push(own);
    return {
      observe: (value, times) => {
        own.sum += value * times;
        own.count += times;
        for (let at = 0; at < bounds.length; at += 1) {
          if (value > (bounds[at] ?? Infinity)) continue;
          own.counts[at] = (own.counts[at] ?? 0) + times;
          return;
        }
      },
    };
  }

  /** What prom-client's own histogram is asked by the registry, and by `get`, for its series. Buckets hold all that is not above their bound. */
  getForPromString(): Promise<object> {
    const name = this.#name;
    const values = this.#series.flatMap(({ labels: sharedLabels, counts, sum, count }) => {
      const bucket = (le: number | string, value: number) => ({
        metricName: `${name}_bucket`,
        labels: { le },
        sharedLabels,
        value,
      });
      let upTo = 0;
      return [
        ...this.#bounds.map((bound, at) => bucket(bound, (upTo += counts[at] ?? 0))),
        bucket('+Inf', count),
        { metricName: `${name}_sum`, labels: {}, sharedLabels, value: sum },
        { metricName: `${name}_count`, labels: {}, sharedLabels, value: count },
      ];
    });
    return Promise.resolve({ name, help: this.#help, type: 'histogram', aggregator: 'sum', values });
  }
}
