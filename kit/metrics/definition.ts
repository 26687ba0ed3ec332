/**
 * A metric, defined once: what is at `/metrics`, its line in docs/production/metrics.md, and what alarms are raised by follow
 * from it.
 */
export type Metric = {
  readonly name: string;
  readonly kind: 'gauge' | 'counter' | 'histogram';
  /** A sentence. */
  readonly help: string;
  readonly labels: readonly string[];
  /**
   * What it is about. Every process of a server reads the same of the `server`, from its database, so of several values the
   * greatest counts. What is told of a `process` is its own, and they are added up.
   */
  readonly of: 'server' | 'process';
};

/** What a server's database says, whichever process is asked. */
export function serverGauge(name: string, help: string, labels: readonly string[] = []): Metric {
  return { name, kind: 'gauge', help, labels, of: 'server' };
}

/** What a process knows of itself. */
export function processGauge(name: string, help: string, labels: readonly string[] = []): Metric {
  return { name, kind: 'gauge', help, labels, of: 'process' };
}

/** What a process has counted since it started. */
export function counter(name: string, help: string, labels: readonly string[] = []): Metric {
  return { name, kind: 'counter', help, labels, of: 'process' };
}

/** A value of a metric, under its labels. */
export type Sample = readonly [
  metric: Metric,
  value: number | bigint,
  labels?: Readonly<Record<string, string>>,
];

/** An age in seconds; 0 for what is not there, or lies ahead. */
export function ageSeconds(since: Date | null | undefined, now: Date): number {
  return since == null ? 0 : Math.max(0, (now.getTime() - since.getTime()) / 1_000);
}
