import { type Context, context, propagation, ROOT_CONTEXT, TraceFlags, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { RandomIdGenerator } from '@opentelemetry/sdk-trace-base';

context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());

const ids = new RandomIdGenerator();
const NO_TRACE = '0'.repeat(32);

/**
 * The context of an incoming request: the caller's trace if it sent one (W3C traceparent), else a new one. Only the ids are
 * made, which logs, facts and calls carry; nobody is sent spans, so none is recorded.
 */
export function incomingContext(traceparent: string | string[] | undefined): Context {
  const parent =
    typeof traceparent === 'string' ? propagation.extract(ROOT_CONTEXT, { traceparent }) : ROOT_CONTEXT;
  const { traceId = ids.generateTraceId(), traceFlags = TraceFlags.SAMPLED } =
    trace.getSpanContext(parent) ?? {};
  return trace.setSpanContext(parent, { traceId, spanId: ids.generateSpanId(), traceFlags });
}

/** Runs `work` in a trace: the stored one that it continues, or a new one. */
export function inTrace<T>(traceparent: string | null, work: () => T): T {
  return context.with(incomingContext(traceparent ?? undefined), work);
}

/** The header that carries the current trace to another server, or to a row that resumes it later. */
export function currentTraceparent(): string {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent ?? `00-${NO_TRACE}-${'0'.repeat(16)}-00`;
}

export function currentTraceId(): string {
  return trace.getSpanContext(context.active())?.traceId ?? NO_TRACE;
}

export { context as traceContext };
