import { type Attributes, type HrTime, ValueType } from '@opentelemetry/api';
import { emptyResource } from '@opentelemetry/resources';
import {
  AggregationTemporality,
  type DataPoint,
  DataPointType,
  type MetricData,
  type MetricProducer,
} from '@opentelemetry/sdk-metrics';
import type { MetricObjectWithValues, MetricValue, Registry } from 'prom-client';

type Value = MetricValue<string> & { metricName?: string };
type Found = MetricObjectWithValues<Value>;

const startTime = hrTime(Date.now() - performance.now());

/** What is at `/metrics`, under the same names, for OpenTelemetry. */
export function registryProducer(registry: Registry, scope: string): MetricProducer {
  return {
    async collect() {
      const endTime = hrTime(Date.now());
      const found = (await registry.getMetricsAsJSON()) as unknown as Found[];
      const metrics = found.flatMap((metric) => dataOf(metric, endTime) ?? []);
      return {
        resourceMetrics: { resource: emptyResource(), scopeMetrics: [{ scope: { name: scope }, metrics }] },
        errors: [],
      };
    },
  };
}

function dataOf({ name, help, type, values }: Found, endTime: HrTime): MetricData | undefined {
  const descriptor = { name, description: help, unit: unitOf(name), valueType: ValueType.DOUBLE };
  const common = { descriptor, aggregationTemporality: AggregationTemporality.CUMULATIVE } as const;
  const points = () =>
    values.map(({ labels, value }) => ({ startTime, endTime, attributes: attributesOf(labels), value }));
  switch (String(type)) {
    case 'gauge':
      return { ...common, dataPointType: DataPointType.GAUGE, dataPoints: points() };
    case 'counter':
      return { ...common, dataPointType: DataPointType.SUM, isMonotonic: true, dataPoints: points() };
    case 'histogram':
      return { ...common, dataPointType: DataPointType.HISTOGRAM, dataPoints: histograms(values, endTime) };
    default:
      return undefined;
  }
}

type HistogramPoint = DataPoint<{
  buckets: { boundaries: number[]; counts: number[] };
  sum: number;
  count: number;
}>;

/** Prometheus counts up to each boundary; OpenTelemetry between them. */
function histograms(values: readonly Value[], endTime: HrTime): HistogramPoint[] {
  const byLabels = Map.groupBy(values, ({ labels: { le: _le, ...labels } }) => JSON.stringify(labels));
  return [...byLabels.values()].map((of) => {
    const upTo = of
      .filter(({ labels }) => labels.le !== undefined)
      .map(
        ({ labels, value }) =>
          [labels.le === '+Inf' ? Number.POSITIVE_INFINITY : Number(labels.le), value] as const,
      )
      .sort(([a], [b]) => a - b);
    const named = (end: string) => of.find(({ metricName }) => metricName?.endsWith(end))?.value ?? 0;
    const { le: _le, ...labels } = of[0]?.labels ?? {};
    return {
      ...{ startTime, endTime, attributes: attributesOf(labels) },
      value: {
        buckets: {
          boundaries: upTo.map(([boundary]) => boundary).filter(Number.isFinite),
          counts: upTo.map(([, value], at) => value - (upTo[at - 1]?.[1] ?? 0)),
        },
        sum: named('_sum'),
        count: named('_count'),
      },
    };
  });
}

function attributesOf(labels: Readonly<Record<string, string | number | undefined>>): Attributes {
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, String(value)]));
}

function unitOf(name: string): string {
  if (/_seconds(_total)?$/.test(name)) return 's';
  return /_bytes(_total)?$/.test(name) ? 'By' : '1';
}

function hrTime(ms: number): HrTime {
  const seconds = Math.floor(ms / 1_000);
  return [seconds, Math.round((ms - seconds * 1_000) * 1e6)];
}
