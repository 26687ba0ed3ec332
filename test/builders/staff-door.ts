import type { App } from '../../kit/http/app.ts';
import { newId } from '../../kit/ids.ts';

export type StaffReply = { status: number; body: Record<string, unknown> };

type Sent = { token?: string; body?: unknown; csv?: string | Buffer; key?: string; address?: string };

/** Sends requests to an app as its staff would, each with a key of its own unless one is given. */
export function staffDoor(app: App) {
  return async (method: 'GET' | 'POST' | 'DELETE', url: string, sent: Sent = {}): Promise<StaffReply> => {
    const { token, body, csv, key = newId(), address = '127.0.0.1' } = sent;
    const payload = csv ?? (body === undefined ? undefined : JSON.stringify(body));
    const response = await app.inject({
      method,
      url,
      remoteAddress: address,
      headers: {
        ...(method === 'POST' ? { 'idempotency-key': key } : {}),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(payload === undefined
          ? {}
          : { 'content-type': csv === undefined ? 'application/json' : 'text/csv' }),
      },
      ...(payload === undefined ? {} : { payload }),
    });
    return { status: response.statusCode, body: response.body === '' ? {} : response.json() };
  };
}
