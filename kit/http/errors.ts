import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { LOCK_NOT_AVAILABLE, sqlstateOf } from '../db/sqlstate.ts';
import { isDatabaseUnavailable } from '../db/unavailable.ts';
import type { RefusalOf } from '../result.ts';
import type { App } from './app.ts';
import { isStorableText } from './body.ts';
import type { NO_ROUTE_REFUSALS } from './guard-refusals.ts';
import { localeOf, ProblemError, problemDocument } from './problem.ts';
import type { ProblemCode } from './statuses.ts';
import { invalidMembers } from './validation.ts';

const OF_FASTIFY: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'validation_failed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body_not_json',
  FST_ERR_BAD_URL: 'not_found',
};

/** Turns everything that is thrown into a problem document. What it doesn't know is a 500 without details. */
export function renderErrors(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, extra } = problemOf(error);
    if (code === 'internal_error' || isDatabaseUnavailable(error)) logUnexpected(request, error);
    return sendProblem(request, reply, code, extra);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, noRouteCode(app, request), {}));
  // Text in paths and queries reaches SQL as text in bodies does, so it meets the same rule.
  app.addHook('preValidation', async (request) => {
    if (!isStorableText(request.params) || !isStorableText(request.query)) {
      throw new ProblemError('encoding_invalid');
    }
  });
}

/** Why a request has no route: nothing is there, or something that is asked by another method. */
export function noRouteCode(app: App, request: FastifyRequest): RefusalOf<typeof NO_ROUTE_REFUSALS> {
  const url = request.url.split('?')[0] ?? '';
  const known = ALL_METHODS.some((method) => {
    const found: { params: object } | null =
      method === request.method ? null : app.findRoute({ method, url });
    // What a wildcard takes is no proof that something is there.
    return found !== null && !Object.hasOwn(found.params, '*');
  });
  return known ? 'method_not_allowed' : 'not_found';
}

/** What Fastify refuses before there is a route, such as a path that is not UTF-8. */
export function renderFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { code, extra } = problemOf(error);
  return sendProblem(request, reply, code, extra);
}

const ALL_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** What a thrown error is to whoever asked. */
export function problemOf(error: FastifyError): {
  code: ProblemCode;
  extra: Readonly<Record<string, unknown>>;
} {
  if (error instanceof ProblemError) return { code: error.code, extra: error.extra };
  if (error.validation) {
    return {
      code: 'validation_failed',
      extra: { in: error.validationContext, errors: invalidMembers(error.validation) },
    };
  }
  // Another request holds the row for longer than we wait: nothing was done, and trying again is right.
  if (sqlstateOf(error) === LOCK_NOT_AVAILABLE)
    return { code: 'request_in_progress', extra: { retry_after_s: 1 } };
  // Whether it was done is open when the connection broke at the commit: the same key finds out.
  if (isDatabaseUnavailable(error)) return { code: 'service_unavailable', extra: { retry_after_s: 5 } };
  const known = OF_FASTIFY[error.code];
  if (known) return { code: known, extra: {} };
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return { code: 'validation_failed', extra: {} };
  }
  return { code: 'internal_error', extra: {} };
}

export function logUnexpected(request: FastifyRequest, error: FastifyError): void {
  request.log.error({ err: withoutValues(error) }, 'unexpected error');
}

/** PostgreSQL repeats the row's values in `detail`; they may be personal, so only its names are kept. */
function withoutValues(error: FastifyError): Record<string, unknown> {
  return {
    name: error.name,
    message: sqlstateOf(error) ? `SQLSTATE ${sqlstateOf(error)}: ${error.message}` : error.message,
    stack: error.stack,
    ...('constraint' in error ? { constraint: error.constraint } : {}),
  };
}

function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  extra: Readonly<Record<string, unknown>>,
): FastifyReply {
  const document = problemDocument(code, localeOf(request), extra);
  if (typeof extra.retry_after_s === 'number') reply.header('retry-after', String(extra.retry_after_s));
  return reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => String(payload))
    .send(JSON.stringify(document));
}
