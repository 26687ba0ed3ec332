import { Counter, Gauge, type Registry } from 'prom-client';
import type { Metric } from './definition.ts';

/** What is counted where no app is at hand: at limits, locks, jobs. One of each in a process, shown by every app of it. */
const made = new Map<Metric, Counter | Gauge>();

/** Defines a metric of this process, to be counted by `count` or set by `note`, wherever in the code. */
export function ofThisProcess(metric: Metric): Metric {
  const { name, help, labels } = metric;
  const settings = { name, help, labelNames: [...labels], registers: [] };
  made.set(metric, metric.kind === 'counter' ? new Counter(settings) : new Gauge(settings));
  return metric;
}

export function count(metric: Metric, labels: Readonly<Record<string, string>> = {}, by = 1): void {
  made.get(metric)?.inc({ ...labels }, by);
}

export function note(metric: Metric, labels: Readonly<Record<string, string>>, value: number): void {
  const gauge = made.get(metric);
  if (gauge instanceof Gauge) gauge.set({ ...labels }, value);
}

/** Shows in a registry what this process has counted. */
export function showCounts(registry: Registry): void {
  for (const metric of made.values()) registry.registerMetric(metric);
}
