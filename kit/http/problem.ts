import type { FastifyRequest } from 'fastify';
import type { Refusal } from '../result.ts';
import { currentTraceId } from '../trace.ts';
import { type Locale, words } from '../words/index.ts';
import { type ProblemCode, statusOf } from './statuses.ts';

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

/** An answer ready to be sent, stored under an idempotency key and sent again byte for byte. */
export type Answer = { status: number; content_type: string; body: string };

/** A refusal thrown where no operation can return it: in hooks, parsers and guards. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly extra: Readonly<Record<string, unknown>>;
  constructor(code: ProblemCode, extra: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.name = 'ProblemError';
    this.code = code;
    this.extra = extra;
  }
}

/** The language that the caller asks for; Korean when it asks for none that we have. */
export function localeOf(request: FastifyRequest): Locale {
  const wanted = (request.headers['accept-language'] ?? '').toLowerCase();
  const english = wanted.search(/\ben\b/);
  const korean = wanted.search(/\bko\b/);
  return english !== -1 && (korean === -1 || english < korean) ? 'en' : 'ko';
}

export function problemDocument(
  code: ProblemCode,
  locale: Locale,
  extra: Readonly<Record<string, unknown>> = {},
): ProblemDocument {
  const { title, detail } = words(locale).problem(code, extra);
  const status = statusOf(code);
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

/** The code of a problem document that another server answered. */
export function problemCodeOf(json: unknown): string | undefined {
  return typeof json === 'object' && json !== null && 'code' in json && typeof json.code === 'string'
    ? json.code
    : undefined;
}

export function problemAnswer(request: FastifyRequest, refusal: Refusal): Answer {
  // An operation's code without a status is a mistake of ours; statusOf throws and the caller sees a 500.
  const code = refusal.code as ProblemCode;
  const document = problemDocument(code, localeOf(request), refusal.extra);
  return {
    status: document.status,
    content_type: 'application/problem+json; charset=utf-8',
    body: JSON.stringify(document),
  };
}
