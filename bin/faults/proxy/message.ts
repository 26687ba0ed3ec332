import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Random } from './weather.ts';

/** A request as it arrived, whole. */
export type Sent = { method: string; url: string; rawHeaders: string[]; body: Buffer };
/** A response as it arrived, whole. */
export type Answer = { status: number; rawHeaders: string[]; body: Buffer };
/** A message that was sent and answered, to be sent again later; signed ones may be taken once, in all that time. */
export type Past = { edge: string; message: Sent; answer: Answer; isTaken: boolean };

export function pastOf(edge: string, message: Sent, answer: Answer): Past {
  return { edge, message, answer, isTaken: isTaken(answer) };
}

/** What the server did not refuse for its signature, nor was in no state to look at. */
export const isTaken = ({ status }: Answer): boolean => status < 500 && status !== 401;

/** The headers of one connection only, and how a body's end is told, which is told anew. */
const OF_CONNECTION = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);
const ANSWER_MS_MAX = 90_000;

export async function readMessage(incoming: IncomingMessage): Promise<Sent> {
  const { method = 'GET', url = '/', rawHeaders } = incoming;
  return { method, url, rawHeaders, body: await buffer(incoming) };
}

export function headerOf(
  { rawHeaders }: { rawHeaders: readonly string[] },
  name: string,
): string | undefined {
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (rawHeaders[i]?.toLowerCase() === name) return rawHeaders[i + 1];
  return undefined;
}

/** The party that signed it, or `client`. */
export function senderOf(message: Sent): string {
  const keyid = /keyid="([a-z]+)/.exec(headerOf(message, 'signature-input') ?? '')?.[1];
  return keyid ?? 'client';
}

/** Sends it over a connection of its own, and waits for all of the answer. */
export function forward(port: number, { method, url, rawHeaders, body }: Sent): Promise<Answer> {
  return new Promise((answered, failed) => {
    const headers = [
      ...withoutConnection(rawHeaders),
      ...(body.length > 0 || method !== 'GET' ? ['content-length', String(body.length)] : []),
      ...['connection', 'close'],
    ];
    const sent = request({
      host: '127.0.0.1',
      port,
      method,
      path: url,
      headers,
      setHost: false,
      agent: false,
    });
    sent.setTimeout(ANSWER_MS_MAX, () => sent.destroy(new Error('no answer')));
    sent.on('error', failed);
    sent.on('response', (response) => {
      buffer(response).then(
        (read) => answered({ status: response.statusCode ?? 0, rawHeaders: response.rawHeaders, body: read }),
        failed,
      );
    });
    sent.end(body);
  });
}

export function withoutConnection(rawHeaders: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const [name = '', value = ''] = [rawHeaders[i], rawHeaders[i + 1]];
    if (!OF_CONNECTION.has(name.toLowerCase())) kept.push(name, value);
  }
  return kept;
}

/** One bit of the body, or of the signature where there is no body, is another one. */
export function withFlippedBit<M extends { rawHeaders: string[]; body: Buffer }>(
  message: M,
  random: Random,
): M {
  const { body, rawHeaders } = message;
  if (body.length > 0) {
    const flipped = Buffer.from(body);
    const at = random.upTo(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random.upTo(8));
    return { ...message, body: flipped };
  }
  const at = rawHeaders.findIndex((name, i) => i % 2 === 0 && name.toLowerCase() === 'signature') + 1;
  if (at === 0) return message;
  const value = rawHeaders[at] ?? '';
  // Within the base64 of the signature, of which each letter stands for six bits.
  const start = value.indexOf(':') + 1;
  const place = start + random.upTo(Math.max(1, value.lastIndexOf(':') - start - 3));
  const letter = value[place] === 'A' ? 'B' : 'A';
  return {
    ...message,
    rawHeaders: rawHeaders.with(at, value.slice(0, place) + letter + value.slice(place + 1)),
  };
}
