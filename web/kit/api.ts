import createClient, { type Client } from 'openapi-fetch';
import { fetchAgain } from './again.ts';

/**
 * A client for the server that served the page, typed by that server's own schemas (`web/api`). Answers are in the page's
 * language. The session is a cookie, which is not sent to another server (`baseUrl`).
 */
export function apiOf<Paths extends object>(
  baseUrl = '',
  send: (request: Request) => Promise<Response> = (request) => fetchAgain(request),
): Client<Paths> {
  const client = createClient<Paths>({ baseUrl, credentials: 'same-origin', fetch: send });
  client.use({
    onRequest({ request }) {
      request.headers.set('accept-language', document.documentElement.lang || 'ko');
      return request;
    },
  });
  return client;
}
