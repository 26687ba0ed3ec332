import type { FastifyRequest } from 'fastify';
import type { App } from './app.ts';

declare module 'fastify' {
  interface FastifyRequest {
    textBody?: string;
  }
}

/** For webhooks: keeps the body as it came, since signatures cover it. It may hold a PIN, so nothing logs it. */
export function keepTextBody(app: App): void {
  app.decorateRequest('textBody');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (request: FastifyRequest, text, done) => {
    request.textBody = String(text);
    done(null, undefined);
  });
}
