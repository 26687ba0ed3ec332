import { readFileSync } from 'node:fs';
import type { ServerRole } from '../../bin/stack/roles.ts';
import { systemClock } from '../../kit/clock.ts';
import { loadSigningKey, type SigningKey } from '../../kit/signing/index.ts';
import { signRequest } from '../../kit/signing/request.ts';
import type { System } from '../system/system.ts';
import type { WireRequest } from './requests.ts';

export type Answer = { status: number; type: string; body: string };

/** Sends a generated request, signed or with one of the tokens, according to its `caller`. */
export async function send(
  base: string,
  request: WireRequest,
  tokens: readonly (string | undefined)[],
  key: SigningKey,
): Promise<Answer> {
  const { route, url, body } = request;
  let headers = { ...request.headers };
  if (route.signed && request.caller !== 0) {
    const signed = body === undefined ? undefined : body;
    headers = await signRequest(key, {
      method: route.method,
      url: `${base}${url}`,
      headers,
      body: signed,
      clock: systemClock,
    }).catch(() => headers);
  } else {
    const token = tokens[request.caller % tokens.length];
    if (token !== undefined) headers.authorization = `Bearer ${token}`;
  }
  try {
    const response = await fetch(`${base}${url}`, {
      method: route.method,
      headers,
      ...(body === undefined || route.method === 'GET' ? {} : { body: new Uint8Array(body) }),
    });
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      body: await response.text(),
    };
  } catch (error) {
    // fetch refuses to send headers that HTTP forbids; then there is no answer.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    if (cause instanceof TypeError) return { status: 0, type: '', body: '' };
    throw error;
  }
}

/** The signing key of a caller that the server permits. */
export function signingKeyFor({ stack }: System, role: ServerRole): SigningKey {
  const caller = role === 'management' ? 'shop' : 'management';
  return loadSigningKey(stack.files.file(`${caller}.signing.json`));
}

export function webShopKeyOf({ stack }: System): string {
  return readFileSync(stack.files.file('shop.web-shop-key.txt'), 'utf8').trim();
}
