import type { FastifyRequest } from 'fastify';
import { hasUniqueMembers } from '../json.ts';
import type { App } from './app.ts';
import { ProblemError } from './problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Parses JSON and keeps the raw bytes in `request.rawBody`, because a signature covers the bytes that were sent. Bytes
 * that are not UTF-8 are refused.
 */
export function keepRawBody(app: App): void {
  const parseBody = jsonParser(app);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) =>
    parseBody(request, Buffer.from(bytes), done),
  );
}

/**
 * For apps that authenticate the caller before they report a broken body: keeps the raw bytes of any body, and its
 * problem, if any, in `request.bodyProblem`, to be thrown after authentication. A route with `config.takesAnyJson` gets even
 * JSON with repeated members or text that can't be stored: it is not looked for them.
 */
export function keepBodyProblems(app: App): void {
  const parseBody = jsonParser(app);
  app.decorateRequest('bodyProblem');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) =>
    parseBody(request, Buffer.from(bytes), (problem, parsed) => {
      if (problem !== null) request.bodyProblem = problem;
      done(null, parsed);
    }),
  );
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, bytes, done) => {
    request.rawBody = Buffer.from(bytes);
    request.bodyProblem = new ProblemError('unsupported_media_type');
    done(null, undefined);
  });
}

type Parsed = (problem: ProblemError | null, parsed?: unknown) => void;

function jsonParser(app: App): (request: FastifyRequest, raw: Buffer, done: Parsed) => void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  return (request, raw, done) => {
    request.rawBody = raw;
    // An empty body is fine, even with a content type of application/json.
    if (raw.length === 0) return done(null, undefined);
    let text: string;
    try {
      text = utf8.decode(raw);
    } catch {
      return done(new ProblemError('encoding_invalid'));
    }
    parseJson(request, text, (error, parsed) => {
      if (error) return done(new ProblemError('body_not_json'));
      if (request.routeOptions.config.takesAnyJson === true) return done(null, parsed);
      if (!hasUniqueMembers(text, parsed)) return done(new ProblemError('json_member_repeated'), parsed);
      if (!isStorableText(parsed)) return done(new ProblemError('encoding_invalid'), parsed);
      done(null, parsed);
    });
  };
}

/**
 * Whether every string inside can be stored and signed as UTF-8: without NUL, which PostgreSQL's text can't hold, and
 * without lone surrogates.
 */
export function isStorableText(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\u0000') && value.isWellFormed();
  if (Array.isArray(value)) return value.every(isStorableText);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).every(([name, member]) => isStorableText(name) && isStorableText(member));
  }
  return true;
}
