import { randomUUID } from 'node:crypto';
import type { Clock } from '../../kit/clock.ts';
import type { App } from '../../kit/http/app.ts';
import type { SigningKey } from '../../kit/signing/index.ts';
import { signRequest } from '../../kit/signing/request.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Said = { status: number; text: string; body: Record<string, unknown> };
/** One way in to a server's routes: as who the token says, with a key of its own unless the test names one. */
export type Door = (
  method: Method,
  url: string,
  body?: object,
  key?: string,
  headers?: Record<string, string>,
) => Promise<Said>;

export function aDoor(app: App, token?: string): Door {
  return async (method, url, body, key = randomUUID(), more = {}) => {
    const reply = await app.inject({
      method,
      url,
      headers: {
        ...more,
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

/** The way in of another server, whose every request is signed anew, a retry's too. */
export function aSignedDoor(app: App, signer: SigningKey, at: { publicUrl: string; clock: Clock }): Door {
  return async (method, url, body, key = randomUUID()) => {
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const headers = await signRequest(signer, {
      method,
      url: `${at.publicUrl}${url}`,
      headers: {
        ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
        ...(method === 'GET' ? {} : { 'idempotency-key': key }),
      },
      body: payload,
      clock: at.clock,
    });
    const reply = await app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    return {
      status: reply.statusCode,
      text: reply.body,
      body: reply.body === '' ? {} : reply.json<Record<string, unknown>>(),
    };
  };
}
