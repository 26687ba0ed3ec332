import { SECOND_MS } from '../../../kit/clock.ts';
import { exchange } from '../../../kit/http/exchange.ts';
import type { LogIn } from './port.ts';

const TIMEOUT_MS = 10 * SECOND_MS;
/** A payment that there never was. */
export const NO_PAYMENT = 'seonmul-check';
const ANSWER_BYTES_MAX = 4 * 1024 * 1024;

export type JsonAnswer = { status: number; body: unknown };

/**
 * A client of a provider's interface in JSON. An answer that didn't arrive, or can't be read, is undefined, whatever the reason:
 * nobody knows what became of the request.
 */
export function jsonClient({ url, headers }: { url: string; headers: Record<string, string> }) {
  return async function ask(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: object,
    more: Record<string, string> = {},
  ): Promise<JsonAnswer | undefined> {
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    const sent = {
      ...{ method, url: `${url}${path}`, headers: { ...headers, ...type, ...more } },
      body: body && Buffer.from(JSON.stringify(body)),
    };
    try {
      const answer = await exchange(sent, TIMEOUT_MS, ANSWER_BYTES_MAX);
      return answer && { status: answer.status, body: JSON.parse(answer.body.toString()) };
    } catch {
      return undefined;
    }
  };
}

/** Whether a provider lets us in, by the answer to a request for what it can't have. */
export function logInBy(answer: JsonAnswer | undefined): LogIn {
  if (answer === undefined || answer.status >= 500 || answer.status === 429) return { kind: 'unknown' };
  return { kind: answer.status === 401 || answer.status === 403 ? 'refused' : 'done' };
}

/** Whether a request was carried out. */
export function isDone({ status }: JsonAnswer): boolean {
  return status >= 200 && status < 300;
}
