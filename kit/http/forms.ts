import type { App } from './app.ts';
import { isStorableText } from './body.ts';
import { ProblemError } from './problem.ts';
import { isSameOrigin } from './same-origin.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Lets an app's routes accept the forms of its own pages: `application/x-www-form-urlencoded` with each field once, sent
 * from a page of `publicUrl`. Call it within `app.register`, so that no API route accepts forms.
 */
export function acceptForms(app: App, publicUrl: string): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    (request, bytes, done) => {
      const raw = Buffer.from(bytes);
      request.rawBody = raw;
      const fields = fieldsOf(raw);
      if (fields === undefined) return done(new ProblemError('encoding_invalid'));
      done(null, fields);
    },
  );
  const origin = new URL(publicUrl).origin;
  app.addHook('onRequest', async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isSameOrigin(request, origin))
      throw new ProblemError('forbidden');
  });
}

function fieldsOf(raw: Buffer): Record<string, string> | undefined {
  let text: string;
  try {
    // Browsers send percent-encoded ASCII; the text itself is checked after decoding.
    text = utf8.decode(raw);
    decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
  const pairs = [...new URLSearchParams(text)];
  const fields = Object.fromEntries(pairs);
  return Object.keys(fields).length === pairs.length && isStorableText(fields) ? fields : undefined;
}
