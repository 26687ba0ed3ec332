import {
  type Attributes,
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  TraceFlags,
  type Tracer,
  trace,
} from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { RandomIdGenerator } from '@opentelemetry/sdk-trace-base';

context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());

const ids = new RandomIdGenerator();
const NO_TRACE = '0'.repeat(32);
/** What records spans, in a process that sends them somewhere (kit/telemetry/). */
let tracer: Tracer | undefined;

export function recordSpans(by: Tracer | undefined): void {
  tracer = by;
}

/**
 * Something that takes time, as a span of a trace. Its attributes are names and numbers of ours, such as routes and statuses;
 * nothing that people or other servers wrote, so neither PINs nor phone numbers.
 */
export type Spanned = {
  name: string;
  kind: 'server' | 'client' | 'internal';
  attributes?: Attributes;
};

export type OpenSpan = {
  /** What happens within it runs in this context. */
  context: Context;
  /** Without it, nobody hears of the span. */
  end(attributes?: Attributes, isFailed?: boolean): void;
};

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL };

/** Opens a span in the trace that `traceparent` names (W3C), or in a new one. Only ids are made where nobody is sent spans. */
export function openSpan(traceparent: string | string[] | undefined, spanned: Spanned): OpenSpan {
  if (tracer === undefined) return { context: incomingContext(traceparent), end() {} };
  const { name, kind, attributes = {} } = spanned;
  const parent = contextOf(traceparent);
  const span = tracer.startSpan(name, { kind: KINDS[kind], attributes }, parent);
  return {
    context: trace.setSpan(parent, span),
    end(more = {}, isFailed = false) {
      // A request that is aborted may end twice.
      if (!span.isRecording()) return;
      span.setAttributes(more);
      if (isFailed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
  };
}

function contextOf(traceparent: string | string[] | undefined): Context {
  return typeof traceparent === 'string' ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;
}

/** The context of an incoming request: the caller's trace if it sent one, else a new one. */
function incomingContext(traceparent: string | string[] | undefined): Context {
  const parent = contextOf(traceparent);
  const { traceId = ids.generateTraceId(), traceFlags = TraceFlags.SAMPLED } =
    trace.getSpanContext(parent) ?? {};
  return trace.setSpanContext(parent, { traceId, spanId: ids.generateSpanId(), traceFlags });
}

/** Runs `work` in a trace that was stored, to continue it. */
export function inTrace<T>(traceparent: string, work: () => T): T {
  return context.with(tracer === undefined ? incomingContext(traceparent) : contextOf(traceparent), work);
}

/** The header that carries the current trace to another server, or to a row that resumes it later. */
export function currentTraceparent(): string {
  return traceparentOf(context.active());
}

export function traceparentOf(of: Context): string {
  const carrier: { traceparent?: string } = {};
  propagation.inject(of, carrier);
  return carrier.traceparent ?? `00-${NO_TRACE}-${'0'.repeat(16)}-00`;
}

export function currentTraceId(): string {
  return trace.getSpanContext(context.active())?.traceId ?? NO_TRACE;
}

export { context as traceContext };
