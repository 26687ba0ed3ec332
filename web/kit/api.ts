import createClient, { type Client } from 'openapi-fetch';

/**
 * A client of the server that the page came from, typed by that server's own schemas (`web/api`). Answers are in the
 * language of the page. Its session is the cookie, which the browser sends; to another server (`baseUrl`) it sends none.
 */
export function apiOf<Paths extends object>(baseUrl = ''): Client<Paths> {
  const client = createClient<Paths>({ baseUrl, credentials: 'same-origin' });
  client.use({
    onRequest({ request }) {
      request.headers.set('accept-language', document.documentElement.lang || 'ko');
      return request;
    },
  });
  return client;
}
