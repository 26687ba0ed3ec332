import { type IncomingHttpHeaders, request } from 'node:http';

export type Announced = { status: number; headers: IncomingHttpHeaders; code: unknown };

/** Bytes of a body, unless the headers say otherwise. */
const BYTES = '60000';

/**
 * Sends the headers of a request with a body and waits for the answer before it sends the body. So there is an answer
 * only if the server needs no byte of it.
 */
export function announceBody(
  url: string,
  { method, headers }: { method: string; headers: Readonly<Record<string, string>> },
): Promise<Announced> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(headers['transfer-encoding'] === undefined ? { 'content-length': BYTES } : {}),
        connection: 'keep-alive',
        ...headers,
      },
      timeout: 20_000,
    });
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${url}: the server waits for the body`)));
    sent.on('error', reject);
    sent.on('response', async (response) => {
      let text = '';
      for await (const chunk of response) text += chunk;
      const json = JSON.parse(text || '{}');
      resolve({ status: response.statusCode ?? 0, headers: response.headers, code: json.code });
      sent.destroy();
    });
    sent.flushHeaders();
  });
}
