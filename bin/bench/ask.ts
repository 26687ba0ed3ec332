import { randomUUID } from 'node:crypto';
import { Unexpected } from '../walkthrough/doors.ts';

type Body = Record<string, unknown>;

let strangers = 0;

/** An address of its own: the servers of the bench believe what a proxy on this machine reports. */
export function anAddress(): string {
  strangers += 1;
  return `10.${8 + (strangers >> 16)}.${(strangers >> 8) & 255}.${strangers & 255}`;
}

/** Asks and expects to be served. */
export async function ask(
  method: string,
  url: string,
  { token, body, from }: { token?: string; body?: unknown; from?: string } = {},
): Promise<Body> {
  const response = await fetch(url, {
    method,
    headers: {
      ...(method === 'GET' ? {} : { 'idempotency-key': randomUUID() }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(from === undefined ? {} : { 'x-forwarded-for': from }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Unexpected(`${method} ${url}: ${response.status} ${text}`);
  return text === '' ? {} : JSON.parse(text);
}

/** Does it for all, so many at a time, and returns what came of it in their order. */
export async function forAll<Of, Made>(
  all: readonly Of[],
  atOnce: number,
  work: (one: Of, index: number) => Promise<Made>,
): Promise<Made[]> {
  const made = new Array<Made>(all.length);
  const rest = all.entries();
  const worker = async () => {
    for (const [index, one] of rest) made[index] = await work(one, index);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return made;
}
