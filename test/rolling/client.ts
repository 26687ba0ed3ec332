import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

/** What came of one request, with every attempt at it, as a client outside the system wrote it down. */
export type Entry = {
  what: string;
  /** `200`, `503 service_unavailable`, `ECONNRESET` and the like. */
  attempts: string[];
  outcome: 'done' | 'refused' | 'unknown';
  status: number;
  body: Record<string, unknown>;
};

export type Asked = {
  what: string;
  method: 'GET' | 'POST' | 'PUT';
  url: string;
  token?: string;
  body?: unknown;
};

/** What may be asked again, by the rule for clients (docs/production/clients.md). */
const AGAIN = new Set([502, 503, 504]);
const AGAIN_CODES = new Set(['request_in_progress']);
const WAIT_MS_FIRST = 100;
const WAIT_MS_MAX = 2_000;
const ATTEMPTS_MAX = 40;
const ANSWER_MS_MAX = 120_000;

/** Sends requests as a client does that follows the rule: again, with the same key, until it knows what became of it. */
export class Client {
  readonly record: Entry[] = [];

  /** Asks for something that must be done in the end; throws if it is refused, or stays unknown. */
  async ask(asked: Asked): Promise<Entry> {
    const entry = await this.#untilKnown(asked);
    const { what, attempts, outcome, body } = entry;
    if (outcome === 'done') return entry;
    throw new Error(`${what}: ${outcome} after ${attempts.join(', ')}: ${JSON.stringify(body)}`);
  }

  async #untilKnown({ what, method, url, token, body }: Asked): Promise<Entry> {
    const entry: Entry = { what, attempts: [], outcome: 'unknown', status: 0, body: {} };
    this.record.push(entry);
    const headers = {
      'accept-language': 'en',
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    };
    const sent = { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      const answer = await once(url, sent);
      entry.attempts.push(answer.said);
      if (answer.final !== undefined) {
        Object.assign(entry, answer.final);
        return entry;
      }
      await pause(answer.retry_after_ms ?? Math.min(WAIT_MS_FIRST * 2 ** (attempt - 1), WAIT_MS_MAX));
    }
    return entry;
  }

  /** What a client must do so and may expect: an answer that it may not ask again after, an error, half a response. */
  get faults(): string[] {
    return this.record.flatMap(({ what, attempts, outcome }) =>
      outcome === 'done' && !attempts.some((said) => /^cut|^500/.test(said))
        ? []
        : [`${what}: ${attempts.join(', ')}`],
    );
  }

  /** How often each thing happened that was asked again after. */
  get retries(): Record<string, number> {
    const all = this.record.flatMap(({ attempts }) => attempts.slice(0, -1));
    return Object.fromEntries(
      [...Map.groupBy(all, (said) => said)].map(([said, times]) => [said, times.length]),
    );
  }
}

type Answer = {
  said: string;
  retry_after_ms?: number;
  final?: Pick<Entry, 'outcome' | 'status' | 'body'>;
};

async function once(url: string, sent: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(url, { ...sent, signal: AbortSignal.timeout(ANSWER_MS_MAX) });
  } catch (error) {
    return { said: reasonOf(error) };
  }
  const { status } = response;
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    return { said: `cut off after ${status} (${reasonOf(error)})` };
  }
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const body: Record<string, unknown> = isJson && text !== '' ? JSON.parse(text) : {};
  if (response.ok) return { said: String(status), final: { outcome: 'done', status, body } };
  const code = String(body.code ?? '');
  const said = code === '' ? String(status) : `${status} ${code}`;
  const after = response.headers.get('retry-after');
  if (AGAIN.has(status) || AGAIN_CODES.has(code) || (status === 429 && after !== null))
    return { said, ...(after === null ? {} : { retry_after_ms: Number(after) * 1_000 }) };
  return { said, final: { outcome: 'refused', status, body } };
}

function reasonOf(error: unknown): string {
  const { cause, name } = error as { cause?: { code?: string }; name?: string };
  return cause?.code ?? name ?? 'error';
}
