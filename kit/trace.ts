import { type Context, context, propagation, ROOT_CONTEXT, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { BasicTracerProvider } from '@opentelemetry/sdk-trace-base';

context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());
trace.setGlobalTracerProvider(new BasicTracerProvider());

const tracer = trace.getTracer('seonmul');
const NO_TRACE = '0'.repeat(32);

/** The context of an incoming request: the caller's trace if it sent one (W3C traceparent), else a new one. */
export function incomingContext(traceparent: string | string[] | undefined, name: string): Context {
  const carrier = typeof traceparent === 'string' ? { traceparent } : {};
  const parent = propagation.extract(ROOT_CONTEXT, carrier);
  return trace.setSpan(parent, tracer.startSpan(name, {}, parent));
}

/** Runs `work` in a trace: the stored one that it continues, or a new one. */
export function inTrace<T>(traceparent: string | null, name: string, work: () => T): T {
  return context.with(incomingContext(traceparent ?? undefined, name), work);
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
