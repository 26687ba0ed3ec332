import { randomUUID } from 'node:crypto';
import type { App } from '../../kit/http/app.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Said = { status: number; text: string; body: Record<string, unknown> };
/** One way in to a server's routes: as who the token says, with a key of its own unless the test names one. */
export type Door = (method: Method, url: string, body?: object, key?: string) => Promise<Said>;

export function aDoor(app: App, token?: string): Door {
  return async (method, url, body, key = randomUUID()) => {
    const reply = await app.inject({
      method,
      url,
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { payload: body }),
    });
    return {
      status: reply.statusCode,
      text: reply.body,
      body: reply.body === '' ? {} : reply.json<Record<string, unknown>>(),
    };
  };
}
