import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import { readSettings } from '../config.ts';
import type { App } from '../http/app.ts';
import { startJobs } from '../jobs.ts';
import { createLogger, type Logger } from '../log.ts';
import { LOG_INS_FAILED } from '../log-ins-failed.ts';
import { count } from '../metrics/count.ts';
import { currentTraceId } from '../trace.ts';
import type { Telemetry } from './port.ts';
import { TELEMETRY_SETTINGS } from './settings.ts';
import { openTelemetry } from './telemetry.ts';

type Received = { path: string; type: string; headers: IncomingMessage['headers']; body: Buffer };

const PIN = '739258';
const PHONE = '+821012345678';
const WAIT = { timeout: 60_000, interval: 50 };

/** A collector that keeps what it is sent. */
let received: Received[];
/** Whether it answers at all. */
let answers: boolean;
let collector: Server;
let endpoint: string;
let telemetry: Telemetry | undefined;
let app: App | undefined;

beforeEach(async () => {
  received = [];
  answers = true;
  collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (!answers) return;
      const raw = Buffer.concat(chunks);
      const body = request.headers['content-encoding'] === 'gzip' ? gunzipSync(raw) : raw;
      const { url: path = '', headers } = request;
      received.push({ path, headers, type: headers['content-type'] ?? '', body });
      response.setHeader('content-type', headers['content-type'] ?? '');
      response.end(headers['content-type'] === 'application/json' ? '{}' : '');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await app?.close();
  await telemetry?.stop();
  [app, telemetry] = [undefined, undefined];
  vi.unstubAllEnvs();
  collector.closeAllConnections();
  await new Promise((resolve) => collector.close(resolve));
});

/** A server whose owner has set these variables. */
async function serve(env: Record<string, string>): Promise<{ app: App; log: Logger }> {
  const all = {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_BSP_SCHEDULE_DELAY: '20',
    OTEL_METRIC_EXPORT_INTERVAL: '100',
    OTEL_EXPORTER_OTLP_TIMEOUT: '500',
    ...env,
  };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  telemetry = await openTelemetry(readSettings(TELEMETRY_SETTINGS, process.env), {
    role: 'shop',
    party: 'shop:haneul',
  });
  const log = createLogger('shop', 'info', telemetry?.logs);
  const served = await anApp({ log });
  app = served;
  served.post('/v1/phones/:phone/openings', async (request) => {
    log.info({ pin: PIN, phone: PHONE, attempt: 1 }, 'somebody opens');
    count(LOG_INS_FAILED, { who: 'member' });
    return { trace_id: currentTraceId(), asked: Object.keys(Object(request.body)) };
  });
  served.get('/v1/broken', async () => {
    throw new Error('a planted fault');
  });
  telemetry?.begin(served.metrics, log);
  return { app: served, log };
}

async function open(served: App): Promise<string> {
  const url = `/v1/phones/${encodeURIComponent(PHONE)}/openings?pin=${PIN}`;
  return (await served.inject({ method: 'POST', url, payload: { pin: PIN, phone: PHONE } })).json().trace_id;
}

const sent = (path: string) => received.filter((each) => each.path === path);
const textOf = (path: string) =>
  sent(path)
    .map(({ body }) => body.toString())
    .join('\n');

test('traces, metrics and logs arrive, under the names and attributes that the variables say', async () => {
  const served = await serve({
    OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20collector-token',
    OTEL_SERVICE_NAME: 'brand-shop',
    OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=production',
  });
  const traceId = await open(served.app);
  await served.app.inject('/v1/broken');
  await vi.waitFor(() => {
    expect(textOf('/v1/traces')).toContain(traceId);
    expect(textOf('/v1/traces')).toContain('"GET /v1/broken"');
    expect(textOf('/v1/logs')).toContain('somebody opens');
    expect(textOf('/v1/metrics')).toContain('seonmul_log_ins_failed_total');
  }, WAIT);
  for (const { headers, type } of received) {
    expect(headers.authorization).toBe('Bearer collector-token');
    expect(type).toBe('application/json');
  }
  const spans = sent('/v1/traces').flatMap(({ body }) =>
    JSON.parse(body.toString()).resourceSpans.flatMap(
      (each: { resource: unknown; scopeSpans: { spans: object[] }[] }) =>
        each.scopeSpans.flatMap(({ spans: of }) => of.map((span) => ({ ...span, resource: each.resource }))),
    ),
  );
  const opening = spans.find(({ name }) => name === 'POST /v1/phones/:phone/openings');
  expect(JSON.stringify(opening.resource)).toContain('brand-shop');
  expect(JSON.stringify(opening.resource)).toContain('deployment.environment.name');
  expect(JSON.stringify(opening.resource)).toContain('shop:haneul');
  expect(opening.attributes).toContainEqual({ key: 'http.response.status_code', value: { intValue: 200 } });
  const broken = spans.find(({ name }) => name === 'GET /v1/broken');
  expect(broken.status.code).toBe(2);
  const lines = JSON.parse(sent('/v1/logs')[0]?.body.toString() ?? '').resourceLogs[0].scopeLogs[0]
    .logRecords;
  const line = lines.find(
    ({ body }: { body: { stringValue: string } }) => body.stringValue === 'somebody opens',
  );
  expect(line).toMatchObject({ traceId, severityText: 'INFO' });
});

test('neither PINs nor phone numbers are in anything that is sent', async () => {
  const served = await serve({ OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' });
  await open(served.app);
  await vi.waitFor(() => {
    for (const path of ['/v1/traces', '/v1/logs', '/v1/metrics']) expect(sent(path)).not.toEqual([]);
    expect(textOf('/v1/logs')).toContain('[masked]');
  }, WAIT);
  const everything = received.map(({ body }) => body.toString()).join('\n');
  expect(everything).not.toContain(PIN);
  expect(everything).not.toContain(PHONE.slice(1));
});

test('protocol buffers are the default', async () => {
  const served = await serve({});
  await open(served.app);
  await vi.waitFor(() => {
    for (const path of ['/v1/traces', '/v1/logs', '/v1/metrics'])
      expect(sent(path)[0]?.type).toBe('application/x-protobuf');
  }, WAIT);
  expect(textOf('/v1/metrics')).toContain('http_request_duration_seconds');
  expect(textOf('/v1/traces')).toContain('seonmul-shop');
});

test('each signal can be left out, and traces sampled', async () => {
  const served = await serve({
    OTEL_METRICS_EXPORTER: 'none',
    OTEL_LOGS_EXPORTER: 'otlp',
    OTEL_TRACES_SAMPLER: 'always_off',
  });
  const traceId = await open(served.app);
  expect(traceId).toMatch(/^[0-9a-f]{32}$/);
  await vi.waitFor(() => expect(sent('/v1/logs')).not.toEqual([]), WAIT);
  await telemetry?.stop();
  expect(sent('/v1/traces')).toEqual([]);
  expect(sent('/v1/metrics')).toEqual([]);
});

test.each([
  ['OTEL_SDK_DISABLED', { OTEL_SDK_DISABLED: 'true' }],
  ['no endpoint', { OTEL_EXPORTER_OTLP_ENDPOINT: '' }],
])('nothing is sent with %s, and there are trace ids all the same', async (_what, env) => {
  const served = await serve(env);
  expect(telemetry).toBeUndefined();
  expect(await open(served.app)).toMatch(/^[0-9a-f]{32}$/);
  expect(received).toEqual([]);
});

test('a ratio that is none is refused at the start', async () => {
  await expect(serve({ OTEL_TRACES_SAMPLER_ARG: '2' })).rejects.toThrow('OTEL_TRACES_SAMPLER_ARG');
});

test('rounds of jobs that did something are sent, those that found nothing are not', async () => {
  const served = await serve({ OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json' });
  let left = 1;
  const jobs = startJobs(
    [
      { name: 'busy', every_ms: 10, round: async () => (left-- > 0 ? 1 : 0) },
      { name: 'idle', every_ms: 10, round: async () => 0 },
    ],
    served.log,
  );
  await vi.waitFor(() => expect(textOf('/v1/traces')).toContain('job busy'), WAIT);
  await jobs.stop();
  await telemetry?.stop();
  expect(textOf('/v1/traces')).not.toContain('job idle');
});

test('a collector that never answers, or is away, holds up nothing', async () => {
  answers = false;
  const served = await serve({});
  for (let i = 0; i < 20; i++) expect(await open(served.app)).toMatch(/^[0-9a-f]{32}$/);
  const metrics = await served.app.metrics.metrics();
  expect(metrics).toContain('http_request_duration_seconds_count');
  collector.closeAllConnections();
  await new Promise((resolve) => collector.close(resolve));
  for (let i = 0; i < 20; i++) expect(await open(served.app)).toMatch(/^[0-9a-f]{32}$/);
  const failed = 'seonmul_telemetry_exports_total{signal="logs",outcome="failed"}';
  await vi.waitFor(async () => expect(await served.app.metrics.metrics()).toContain(failed), WAIT);
  // However much is left to send, the process ends.
  await telemetry?.stop();
  collector = createServer();
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
});
