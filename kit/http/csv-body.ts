import { csvText } from '../csv-text.ts';
import type { App } from './app.ts';
import { isStorableText } from './body.ts';
import { ProblemError } from './problem.ts';

/** Lets the routes of this scope, and no others, accept `text/csv` in the encodings of spreadsheets. Their body is the text. */
export function acceptCsv(app: App): void {
  app.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (request, bytes, done) => {
    request.rawBody = Buffer.from(bytes);
    const text = csvText(request.rawBody);
    if (text !== undefined && isStorableText(text)) return done(null, text);
    done(new ProblemError('encoding_invalid'));
  });
}
