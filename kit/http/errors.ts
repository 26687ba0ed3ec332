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

const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'validation_failed',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'body_not_json',
  FST_ERR_BAD_URL: 'not_found',
};

/** Turns everything thrown into a problem document. Unknown errors become a 500 without details. */
export function renderErrors(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const { code, extra } = problemOf(error);
    if (code === 'internal_error' || isDatabaseUnavailable(error)) logUnexpected(request, error);
    return sendProblem(request, reply, code, extra);
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, noRouteCode(app, request), {}));
  // Text in paths and queries reaches SQL just as text in bodies does, so the same rule applies.
  app.addHook('preValidation', (request, _reply, done) => {
    const isStorable = isStorableText(request.params) && isStorableText(request.query);
    done(isStorable ? undefined : new ProblemError('encoding_invalid'));
  });
}

/** Why a request has no route: the path is unknown, or known with another method. */
export function noRouteCode(app: App, request: FastifyRequest): RefusalOf<typeof NO_ROUTE_REFUSALS> {
  const url = request.url.split('?')[0] ?? '';
  const known = ALL_METHODS.some((method) => {
    const found: { params: object } | null =
      method === request.method ? null : app.findRoute({ method, url });
    // A wildcard matches paths that don't exist.
    return found !== null && !Object.hasOwn(found.params, '*');
  });
  return known ? 'method_not_allowed' : 'not_found';
}

/** For errors before routing, such as a path that is not UTF-8. */
export function renderFrameworkError(
  error: FastifyError,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { code, extra } = problemOf(error);
  return sendProblem(request, reply, code, extra);
}

const ALL_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** The problem to answer for a thrown error. */
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
  // Another request holds the lock for longer than we wait: nothing was done, and a retry is right.
  if (sqlstateOf(error) === LOCK_NOT_AVAILABLE)
    return { code: 'request_in_progress', extra: { retry_after_s: 1 } };
  // If the connection broke at the commit, the outcome is unknown; a retry with the same key finds out.
  if (isDatabaseUnavailable(error)) return { code: 'service_unavailable', extra: { retry_after_s: 5 } };
  const known = FASTIFY_CODES[error.code];
  if (known) return { code: known, extra: {} };
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return { code: 'validation_failed', extra: {} };
  }
  return { code: 'internal_error', extra: {} };
}

export function logUnexpected(request: FastifyRequest, error: FastifyError): void {
  if (hasLeft(request)) return;
  request.log.error({ err: withoutValues(error) }, 'unexpected error');
}

/** Whether the client hung up before its request had arrived: its doing, which is logged as such and is no error. */
function hasLeft({ raw }: FastifyRequest): boolean {
  return raw.destroyed && !raw.complete;
}

/** PostgreSQL puts the row's values, which may be personal, into `detail`, so only names are logged. */
function withoutValues(error: FastifyError): Record<string, unknown> {
  return {
    name: error.name,
    message: sqlstateOf(error) ? `SQLSTATE ${sqlstateOf(error)}: ${error.message}` : error.message,
    stack: error.stack,
    ...('constraint' in error ? { constraint: error.constraint } : {}),
  };
}

/** Whether the client is still sending a body of a size that no route takes; a smaller one is read to its end and dropped. */
function isMoreToCome({ raw, routeOptions }: FastifyRequest): boolean {
  const { 'content-length': length = '0', 'transfer-encoding': encoding } = raw.headers;
  return !raw.complete && (encoding !== undefined || Number(length) > routeOptions.bodyLimit);
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  code: ProblemCode,
  extra: Readonly<Record<string, unknown>>,
): FastifyReply {
  const document = problemDocument(code, localeOf(request), extra);
  if (typeof extra.retry_after_s === 'number') reply.header('retry-after', String(extra.retry_after_s));
  if (isMoreToCome(request)) reply.header('connection', 'close');
  return reply
    .code(document.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((payload: unknown) => String(payload))
    .send(JSON.stringify(document));
}
