import { DiagLogLevel, diag } from '@opentelemetry/api';
import { type ExportResult, ExportResultCode } from '@opentelemetry/core';
import { OTLPLogExporter as LogsAsJson } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPLogExporter as LogsAsProtobuf } from '@opentelemetry/exporter-logs-otlp-proto';
import { OTLPMetricExporter as MetricsAsJson } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPMetricExporter as MetricsAsProtobuf } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter as TracesAsJson } from '@opentelemetry/exporter-trace-otlp-http';
import { OTLPTraceExporter as TracesAsProtobuf } from '@opentelemetry/exporter-trace-otlp-proto';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
  serviceInstanceIdDetector,
} from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { SettingValues } from '../config.ts';
import type { Logger } from '../log.ts';
import { count } from '../metrics/count.ts';
import { recordSpans } from '../trace.ts';
import { TELEMETRY_EXPORTS } from './exports.ts';
import { logStream } from './log-stream.ts';
import type { Telemetry } from './port.ts';
import { registryProducer } from './registry-producer.ts';
import type { TELEMETRY_SETTINGS } from './settings.ts';

const SCOPE = 'seonmul';
const STOP_MS_MAX = 2_000;
/** A collector that is away for hours is complained of once a minute. */
const COMPLAIN_EVERY_MS = 60_000;
const COMPLAINT_LENGTH_MAX = 200;
const METRICS_EVERY_MS = 60_000;

/**
 * Sends traces, metrics and logs over OTLP, by OpenTelemetry's packages, which read the variables. What is to be sent waits
 * in queues of a fixed size; what doesn't fit, or isn't taken in time, is dropped and nobody waits for it.
 */
export function openOtlp(
  settings: SettingValues<typeof TELEMETRY_SETTINGS>,
  { role, party }: { role: string; party: string },
): Telemetry {
  const isJson = settings.otelProtocol === 'http/json';
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': `seonmul-${role}`, 'seonmul.party': party }))
    .merge(detectResources({ detectors: [serviceInstanceIdDetector, envDetector] }));
  const ends: (() => Promise<void>)[] = [];

  if (settings.otelTraces === 'otlp') {
    const exporter = counted('traces', isJson ? new TracesAsJson() : new TracesAsProtobuf());
    const traces = new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(exporter)] });
    recordSpans(traces.getTracer(SCOPE));
    ends.push(() => traces.shutdown());
  }

  const logs = settings.otelLogs === 'otlp' ? openLogs() : undefined;

  function openLogs() {
    const exporter = counted('logs', isJson ? new LogsAsJson() : new LogsAsProtobuf());
    const provider = new LoggerProvider({
      resource,
      processors: [new BatchLogRecordProcessor({ exporter })],
    });
    ends.push(() => provider.shutdown());
    return logStream(provider.getLogger(SCOPE));
  }

  return {
    ...(logs === undefined ? {} : { logs }),
    begin(registry, log) {
      complainTo(log);
      if (settings.otelMetrics !== 'otlp') return;
      const exporter = counted('metrics', isJson ? new MetricsAsJson() : new MetricsAsProtobuf());
      const interval = Number(process.env.OTEL_METRIC_EXPORT_INTERVAL) || METRICS_EVERY_MS;
      const reader = new PeriodicExportingMetricReader({
        exporter,
        exportIntervalMillis: interval,
        exportTimeoutMillis: Math.min(interval, Number(process.env.OTEL_METRIC_EXPORT_TIMEOUT) || 30_000),
        metricProducers: [registryProducer(registry, SCOPE)],
      });
      const metrics = new MeterProvider({ resource, readers: [reader] });
      ends.push(() => metrics.shutdown());
    },
    async stop() {
      recordSpans(undefined);
      let late: NodeJS.Timeout | undefined;
      const timeout = new Promise<void>((resolve) => {
        late = setTimeout(resolve, STOP_MS_MAX);
      });
      await Promise.race([Promise.allSettled(ends.map((end) => end())), timeout]);
      clearTimeout(late);
      diag.disable();
    },
  };
}

type Exporter<Items> = { export(items: Items, done: (result: ExportResult) => void): void };

function counted<Items, Of extends Exporter<Items>>(signal: string, exporter: Of & Exporter<Items>): Of {
  const hand = exporter.export.bind(exporter);
  exporter.export = (items, done) =>
    hand(items, (result) => {
      count(TELEMETRY_EXPORTS, {
        signal,
        outcome: result.code === ExportResultCode.SUCCESS ? 'taken' : 'failed',
      });
      done(result);
    });
  return exporter;
}

function complainTo(log: Logger): void {
  let complainedAt = Number.NEGATIVE_INFINITY;
  const complain = (message: string) => {
    const now = performance.now();
    if (now - complainedAt < COMPLAIN_EVERY_MS) return;
    complainedAt = now;
    // The packages write an error as JSON, its stack first.
    const problem = /"message":"([^"]*)"/.exec(message)?.[1] ?? message;
    log.warn({ problem: problem.slice(0, COMPLAINT_LENGTH_MAX) }, 'telemetry could not be sent');
  };
  const quiet = () => {};
  diag.setLogger(
    { error: complain, warn: complain, info: quiet, debug: quiet, verbose: quiet },
    { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true },
  );
}
