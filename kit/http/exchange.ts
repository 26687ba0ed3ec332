import {
  type ClientRequest,
  type IncomingMessage,
  Agent as PlainAgent,
  request as plainRequest,
} from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';

type Headers = Record<string, string>;
export type Sent = { method: string; url: string; headers: Headers; body: Buffer | undefined };
/** The other side had closed the kept connection that the request was sent on: it did not answer, and most likely never saw it. */
export class StaleConnection extends Error {}

export type Received = { status: number; headers: Headers; body: Buffer };

/** Connections are kept open, since opening one takes longer than what is asked over it. */
const KEPT = { keepAlive: true };
const PLAIN = new PlainAgent(KEPT);
const TLS = new TlsAgent(KEPT);

const CLOSED = new Set(['ECONNRESET', 'EPIPE']);

/**
 * Sends a request and receives all of its response, within the time; undefined if that has more than `bytesMax` bytes.
 * Follows no redirections. Throws what Node throws, a `TimeoutError`, and a `StaleConnection`, after which it may be
 * sent again on a `connection` of its own. Not by `fetch`, which takes more than twice the processor time.
 */
export function exchange(
  sent: Sent,
  timeout_ms: number,
  bytesMax: number,
  connection: 'kept' | 'own' = 'kept',
): Promise<Received | undefined> {
  return new Promise((resolve, reject) => {
    const { method, url, headers, body } = sent;
    const isTls = url.startsWith('https:');
    const length = body === undefined ? {} : { 'content-length': String(body.length) };
    const agent = connection === 'kept' && (isTls ? TLS : PLAIN);
    const options = { method, headers: { ...headers, ...length }, agent };
    const request: ClientRequest = isTls ? tlsRequest(url, options) : plainRequest(url, options);
    const timer = setTimeout(() => {
      request.destroy();
      reject(new DOMException('The response took too long.', 'TimeoutError'));
    }, timeout_ms);
    request.on('close', () => clearTimeout(timer));
    request.on('error', (error: NodeJS.ErrnoException) => {
      const isStale = request.reusedSocket && CLOSED.has(error.code ?? '');
      reject(isStale ? new StaleConnection(error.message, { cause: error }) : error);
    });
    request.on('response', (response) => {
      readBounded(response, bytesMax).then((read) => {
        if (read === undefined) request.destroy();
        resolve(read && { status: response.statusCode ?? 0, headers: headersOf(response), body: read });
      }, reject);
    });
    request.end(body);
  });
}

async function readBounded(response: IncomingMessage, bytesMax: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > bytesMax) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function headersOf(response: IncomingMessage): Headers {
  return Object.fromEntries(
    Object.entries(response.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]),
  );
}
