import type { App } from './app.ts';
import { isStorableText } from './body.ts';
import { ProblemError } from './problem.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Lets the routes of this scope, and no others, accept `text/csv` in UTF-8. Their body is the text. */
export function acceptCsv(app: App): void {
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (request, bytes, done) => {
    request.rawBody = Buffer.from(bytes);
    try {
      const text = utf8.decode(request.rawBody);
      if (isStorableText(text)) return done(null, text);
    } catch {
      // Not UTF-8: refused as below.
    }
    done(new ProblemError('encoding_invalid'));
  });
}
