import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

export type Reply = { status: number; body: Record<string, unknown> };

type Caller = { token?: string; patience_ms?: number; address?: string };

/**
 * How one person reaches a server over HTTP: its address and, once logged in, a token. For as long as its patience lasts (ms)
 * it asks again, with the same key, while a server says that it can't serve it now (503).
 */
export class Door {
  readonly #base: string;
  readonly #caller: Caller;

  constructor(base: string, caller: Caller = {}) {
    this.#base = base;
    this.#caller = caller;
  }

  with(token: string): Door {
    return new Door(this.#base, { ...this.#caller, token });
  }

  /** From another address than everybody else's here, for limits by address. */
  from(address: string): Door {
    return new Door(this.#base, { ...this.#caller, address });
  }

  get(path: string): Promise<Reply> {
    return this.call('GET', path);
  }

  post(path: string, body?: unknown, key: string = randomUUID()): Promise<Reply> {
    return this.call('POST', path, body, key);
  }

  put(path: string, body: unknown): Promise<Reply> {
    return this.call('PUT', path, body, randomUUID());
  }

  async call(method: string, path: string, body?: unknown, key?: string): Promise<Reply> {
    const deadline = Date.now() + (this.#caller.patience_ms ?? 0);
    for (;;) {
      const reply = await this.#ask(method, path, body, key);
      if (reply.status !== 503 || Date.now() >= deadline) return reply;
      await pause(1_000);
    }
  }

  async #ask(method: string, path: string, body?: unknown, key?: string): Promise<Reply> {
    const { token, address } = this.#caller;
    const response = await fetch(path.startsWith('http') ? path : `${this.#base}${path}`, {
      method,
      headers: {
        'accept-language': 'ko',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
        ...(address === undefined ? {} : { 'x-forwarded-for': address }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : JSON.parse(text) };
  }
}

export class Unexpected extends Error {}

/** Only bounds a wait that will never end: a busy machine may take any time. */
const WAIT_MS_MAX = 120_000;

/** Waits until `look` finds something: what goes through a queue takes a moment. */
export async function eventually<T>(
  what: string,
  look: () => Promise<T | undefined>,
  ms = WAIT_MS_MAX,
): Promise<T> {
  const deadline = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Unexpected(`timed out waiting for: ${what}`);
    await pause(100);
  }
}

/** Fails the walk-through when an answer is not the expected one. */
export function expectAnswer(
  what: string,
  reply: Reply,
  status: number,
  members: Record<string, unknown> = {},
): Reply {
  const differs = Object.entries(members).find(
    ([name, value]) => JSON.stringify(reply.body[name]) !== JSON.stringify(value),
  );
  if (reply.status !== status || differs !== undefined) {
    const wanted = `${status} ${JSON.stringify(members)}`;
    throw new Unexpected(`${what}: expected ${wanted}, got ${reply.status} ${JSON.stringify(reply.body)}`);
  }
  return reply;
}

export function textOf(body: Record<string, unknown>, name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw new Unexpected(`${name} is missing in ${JSON.stringify(body)}`);
  return value;
}
