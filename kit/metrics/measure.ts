import { Counter, Gauge, type Registry } from 'prom-client';
import { boundReading } from '../db/bounds.ts';
import type { Db, Tx } from '../db/transaction.ts';
import { type Metric, processGauge, type Sample } from './definition.ts';

/** How long all that is read for one look at the metrics may take, with the wait for a connection. */
const LOOK_MS_MAX = 5_000;

export const METRICS_UNREAD = processGauge(
  'seonmul_metrics_unread',
  '1 while a metric could not be read from the database, by metric: it has no value then.',
  ['metric'],
);

/** Makes the gauge of a definition, filled by `collect` whenever it is looked at. */
export function gaugeOf(registry: Registry, { name, help, labels }: Metric, collect?: () => Promise<void>) {
  return new Gauge({
    ...{ name, help, labelNames: [...labels], registers: [registry] },
    ...(collect === undefined ? {} : { collect }),
  });
}

/**
 * Metrics that are read from the database when somebody looks at them. Looking holds up nothing: of one process a single
 * statement runs at a time, for two seconds at most, in a transaction that changes nothing and waits for no lock; what is not
 * read within five seconds has no value, and `METRICS_UNREAD` says so.
 */
export function measure(
  registry: Registry,
  { db }: { db: Db },
  metrics: readonly Metric[],
  read: (tx: Tx) => Promise<readonly Sample[]>,
): void {
  const reader = readerOf(registry);
  const [first] = metrics;
  let running: Promise<void> | undefined;
  const gauges = new Map(metrics.map((metric) => [metric, gaugeOf(registry, metric, () => refresh())]));

  function refresh(): Promise<void> {
    running ??= fill().finally(() => {
      running = undefined;
    });
    return running;
  }

  async function fill(): Promise<void> {
    const samples = await reader.read(() =>
      db.transaction(
        async (tx) => {
          await boundReading(tx);
          return read(tx);
        },
        'read only',
        'gives_way',
      ),
    );
    for (const [metric, gauge] of gauges) empty(metric, gauge);
    for (const [metric, value, labels = {}] of samples ?? []) gauges.get(metric)?.set(labels, Number(value));
    reader.unread.set({ metric: first?.name ?? '' }, samples === undefined ? 1 : 0);
  }
}

/** Makes the counter of a definition. */
export function counterOf(registry: Registry, { name, help, labels }: Metric): Counter {
  return new Counter({ name, help, labelNames: [...labels], registers: [registry] });
}

/** Nothing is not 0, which a gauge without labels is reset to. */
function empty({ labels }: Metric, gauge: Gauge): void {
  gauge.reset();
  if (labels.length === 0) gauge.remove();
}

/** What is read for one registry, one after the other. */
class Reader {
  readonly unread: Gauge;
  #last: Promise<unknown> = Promise.resolve();

  constructor(registry: Registry) {
    this.unread = gaugeOf(registry, METRICS_UNREAD, async () => {
      // Whoever looks has everything read at once, this first: it is told last.
      await Promise.resolve();
      await withinLook(this.#last);
    });
  }

  /** Undefined if it fails, or is not read in time. What is late is not begun, and what has begun keeps the others waiting. */
  async read<T>(work: () => Promise<T>): Promise<T | undefined> {
    const until = performance.now() + LOOK_MS_MAX;
    const turn = this.#last
      .then(() => (performance.now() < until ? work() : undefined))
      .catch(() => undefined);
    this.#last = turn;
    return withinLook(turn);
  }
}

function withinLook<T>(turn: Promise<T>): Promise<T | undefined> {
  let late: NodeJS.Timeout | undefined;
  const timeout = new Promise<undefined>((resolve) => {
    late = setTimeout(() => resolve(undefined), LOOK_MS_MAX);
  });
  return Promise.race([turn, timeout]).finally(() => clearTimeout(late));
}

const readers = new WeakMap<Registry, Reader>();

function readerOf(registry: Registry): Reader {
  const reader = readers.get(registry) ?? new Reader(registry);
  readers.set(registry, reader);
  return reader;
}
