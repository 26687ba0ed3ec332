import type { FastifyError } from 'fastify';
import type { ErrorInfo } from '../../../contracts/carrier-camara.ts';
import type { App } from '../../../kit/http/app.ts';
import { logUnexpected, problemOf } from '../../../kit/http/errors.ts';

export class CamaraError extends Error {
  readonly info: ErrorInfo;
  constructor(status: number, code: string, message: string) {
    super(code);
    this.info = { status, code, message };
  }
}

/** Sends the errors of this scope in CAMARA's format instead of ours. */
export function sendCamaraErrors(app: App): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const info = error instanceof CamaraError ? error.info : infoOf(error);
    if (info.status >= 500) logUnexpected(request, error);
    return reply.code(info.status).send(info);
  });
}

function infoOf(error: FastifyError): ErrorInfo {
  if (problemOf(error).code === 'service_unavailable')
    return { status: 503, code: 'UNAVAILABLE', message: 'Service unavailable.' };
  const isInvalid = error.code === 'validation_failed' || error.name === 'ProblemError';
  const status = error.statusCode ?? (isInvalid ? 400 : 500);
  return status >= 500
    ? { status: 500, code: 'INTERNAL', message: 'Unexpected error.' }
    : {
        status: 400,
        code: 'INVALID_ARGUMENT',
        message: 'The request does not match the schema of the API.',
      };
}
