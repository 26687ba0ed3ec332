import { openSync, writeSync } from 'node:fs';
import type { Entry, Kind, Outcome } from './record.ts';

/** Whoever waits longer hangs: more than a server may wait for a connection, an answer and another server. */
const ANSWER_MS_MAX = 60_000;
const AGAIN_MS = 500;

export type Asked = {
  kind: Kind;
  key: string;
  method?: 'POST' | 'PUT';
  url: string;
  token?: string;
  body?: unknown;
  subject?: string;
  /** The state in which it is done. In any other a server has begun it, and goes on by itself. */
  doneIn?: string;
};

type Answer = { outcome: Outcome; why: string; body: Record<string, unknown>; isClear: boolean };

/** Asks servers, and keeps a record of each request in a file, written before anything is made of its answer. */
export class Requests {
  readonly #file: number;
  /** Set when no more is to be begun. */
  isEnding = false;

  constructor(file: string) {
    this.#file = openSync(file, 'a');
  }

  /**
   * One request, of which nobody knows what became if there is no clear answer. `patiently` asks again with the same key until
   * there is one, or the end.
   */
  async ask(asked: Asked, patiently: boolean): Promise<Answer> {
    for (;;) {
      const answer = await this.#once(asked);
      if (answer.isClear || !patiently || this.isEnding) return answer;
      await new Promise((done) => setTimeout(done, AGAIN_MS));
    }
  }

  async #once({ kind, key, subject, ...request }: Asked): Promise<Answer> {
    const begun = Date.now();
    const answer = await send(key, request);
    const ended = Date.now();
    const entry: Entry = {
      ...{ kind, key, outcome: answer.outcome, why: answer.why, begun, ended },
      ...(subject === undefined ? {} : { subject }),
      ...(ended - begun >= ANSWER_MS_MAX ? { hung: true } : {}),
    };
    writeSync(this.#file, `${JSON.stringify(entry)}\n`);
    return answer;
  }
}

/** Reads something, for the player alone; undefined if there is no answer. */
export async function look(url: string): Promise<Record<string, unknown> | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(ANSWER_MS_MAX) });
    return response.ok ? ((await response.json()) as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

async function send(
  key: string,
  { method = 'POST', url, token, body, doneIn }: Omit<Asked, 'kind' | 'key' | 'subject'>,
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        'idempotency-key': key,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    const given = parsed(await response.text());
    const outcome = outcomeOf(response.status, given.code);
    const isUnderWay = outcome === 'done' && doneIn !== undefined && given.state !== doneIn;
    const what = isUnderWay ? given.state : given.code;
    return {
      outcome: isUnderWay ? 'unknown' : outcome,
      why: `${response.status}${typeof what === 'string' ? ` ${what}` : ''}`,
      body: given,
      isClear: outcome !== 'unknown',
    };
  } catch (error) {
    return { outcome: 'unknown', why: reasonOf(error), body: {}, isClear: false };
  }
}

/** A server that fails, or that is at this very request already, says nothing about what becomes of it. */
function outcomeOf(status: number, code: unknown): Outcome {
  if (status < 300) return 'done';
  return status >= 500 || code === 'request_in_progress' ? 'unknown' : 'refused';
}

function parsed(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function reasonOf(error: unknown): string {
  const { cause } = Object(error) as { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? (error instanceof Error ? error.name : String(error));
}
