import type { FastifyRequest } from 'fastify';
import { spokenOf } from '../format/locale.ts';
import type { Result } from '../result.ts';
import { currentTraceId } from '../trace.ts';
import { type Locale, words } from '../words/index.ts';
import type { GuardRefusal } from './guard-refusals.ts';
import { type ProblemCode, STATUSES } from './statuses.ts';

/** RFC 9457, with a stable `code` to branch on and the `trace_id` to ask support about. */
export type ProblemDocument = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  trace_id: string;
  [extra: string]: unknown;
};

/** An answer ready to be sent. It is stored under an idempotency key, and repeated byte for byte. */
export type StoredAnswer = { status: number; content_type: string; body: string };

declare const REFUSED: unique symbol;

/** An answer that may be one of the refusals `Code`; the compiler checks them against the route's declaration. */
export type Answer<Code extends ProblemCode = ProblemCode> = StoredAnswer & { readonly [REFUSED]?: Code };

/** A refusal thrown by hooks, parsers and guards, which can't return one. */
export class ProblemError extends Error {
  readonly code: GuardRefusal;
  readonly extra: Readonly<Record<string, unknown>>;
  constructor(code: GuardRefusal, extra: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.extra = extra;
  }
}

/** The language that the caller prefers; Korean if it accepts none of ours. */
export function localeOf(request: FastifyRequest): Locale {
  const wanted = (request.headers['accept-language'] ?? '').split(',').map((range) => {
    const [tag = '', weight] = range.split(';');
    return { tag, weight: Number(/q=([\d.]+)/.exec(weight ?? '')?.[1] ?? 1) };
  });
  const best = wanted.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return spokenOf(best.map(({ tag }) => tag));
}

export function problemDocument(
  code: ProblemCode,
  locale: Locale,
  extra: Readonly<Record<string, unknown>> = {},
): ProblemDocument {
  const { title, detail } = words(locale).problem(code, extra);
  const status = STATUSES[code];
  return {
    type: `urn:seonmul:problem:${code}`,
    title,
    status,
    code,
    detail,
    trace_id: currentTraceId(),
    ...extra,
  };
}

/** The code of another server's problem document. */
export function problemCodeOf(json: unknown): string | undefined {
  return typeof json === 'object' && json !== null && 'code' in json && typeof json.code === 'string'
    ? json.code
    : undefined;
}

/** A result as an answer: its value with `status`, or its refusal as a problem. */
export function answerOf<T, Code extends ProblemCode>(
  request: FastifyRequest,
  result: Result<T, Code>,
  status: number,
): Answer<Code> {
  if (result.ok) {
    return { status, content_type: 'application/json; charset=utf-8', body: JSON.stringify(result.value) };
  }
  const document = problemDocument(result.code, localeOf(request), result.extra);
  return {
    status: document.status,
    content_type: 'application/problem+json; charset=utf-8',
    body: JSON.stringify(document),
  };
}
