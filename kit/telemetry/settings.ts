import { ConfigError, oneOf, text, url } from '../config.ts';

/**
 * Where traces, metrics and logs are sent, by OpenTelemetry's own variables. Its packages read these and the others of
 * OpenTelemetry's specification; what is here is checked at the start and told by `--help`.
 */
export const TELEMETRY_SETTINGS = {
  otelEndpoint: url(
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'collector that traces, metrics and logs are sent to over OTLP/HTTP, such as http://127.0.0.1:4318; without it nothing is sent',
    ['http:', 'https:'],
    '',
  ),
  otelProtocol: oneOf(
    'OTEL_EXPORTER_OTLP_PROTOCOL',
    'how they are written',
    ['http/protobuf', 'http/json'],
    'http/protobuf',
  ),
  otelHeaders: text(
    'OTEL_EXPORTER_OTLP_HEADERS',
    'headers for the collector, such as authorization=Bearer%20token',
    '',
  ),
  otelServiceName: text(
    'OTEL_SERVICE_NAME',
    'name of this server there; without it seonmul-management and so on',
    '',
  ),
  otelResourceAttributes: text(
    'OTEL_RESOURCE_ATTRIBUTES',
    'what else is said of this server, such as deployment.environment.name=production',
    '',
  ),
  otelTracesSampler: oneOf(
    'OTEL_TRACES_SAMPLER',
    'which traces are sent',
    [
      'always_on',
      'always_off',
      'traceidratio',
      'parentbased_always_on',
      'parentbased_always_off',
      'parentbased_traceidratio',
    ],
    'parentbased_always_on',
  ),
  otelTracesSamplerArg: text(
    'OTEL_TRACES_SAMPLER_ARG',
    'the ratio for samplers that have one, from 0 to 1',
    '',
  ),
  otelTraces: oneOf('OTEL_TRACES_EXPORTER', 'whether traces are sent', ['otlp', 'none'], 'otlp'),
  otelMetrics: oneOf('OTEL_METRICS_EXPORTER', 'whether metrics are sent', ['otlp', 'none'], 'otlp'),
  otelLogs: oneOf('OTEL_LOGS_EXPORTER', 'whether logs are sent', ['otlp', 'none'], 'otlp'),
  otelDisabled: oneOf('OTEL_SDK_DISABLED', 'true: nothing is sent', ['true', 'false'], 'false'),
};

/** Throws a ConfigError for a ratio that is none. */
export function requireSamplerArg(arg: string): void {
  if (arg !== '' && !(Number(arg) >= 0 && Number(arg) <= 1))
    throw new ConfigError('OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1.');
}
