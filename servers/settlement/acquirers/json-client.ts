import { SECOND_MS } from '../../../kit/clock.ts';
import { exchange } from '../../../kit/http/exchange.ts';

const TIMEOUT_MS = 10 * SECOND_MS;
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

/** Whether a request was carried out. */
export function isDone({ status }: JsonAnswer): boolean {
  return status >= 200 && status < 300;
}
