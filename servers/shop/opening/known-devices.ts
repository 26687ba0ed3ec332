import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Cookie, cookieOf, readCookie, setCookie } from '../../../kit/http/cookies.ts';
import { keyedDigest, keyedDigests } from '../../../kit/keyed-digest.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import type { ShopContext } from '../context.ts';

const YEAR_S = 31_536_000;

/**
 * A browser that opened a phone's certificates keeps a signed cookie, and has attempts of its own from then on: strangers
 * who guess at the phone can't use those up. It opens nothing by itself. (OWASP calls them device cookies.)
 */
export function rememberDevice(context: ShopContext, reply: FastifyReply, phone: string): void {
  const parsed = parsePhone(phone);
  if (!parsed.ok) return;
  const device = `${randomUUID()}.${context.clock().getTime()}`;
  const mac = keyedDigest(ringOf(context), label(parsed.e164), device).digest.toString('base64url');
  setCookie(reply, cookie(context), `${device}.${mac}`, { path: '/', max_age_s: YEAR_S });
}

export function deviceToken(context: ShopContext, request: FastifyRequest): string | undefined {
  return readCookie(request, cookie(context));
}

/** The device's id if its cookie was made here for this phone, and since its PIN was last replaced. */
export function deviceOf(
  context: ShopContext,
  phone: string,
  token: string | undefined,
  pins: readonly { pin_replaced_at: Date | null }[],
): string | undefined {
  const [nonce = '', known_ms = '', mac = ''] = token?.split('.') ?? [];
  const given = Buffer.from(mac, 'base64url');
  const isOurs = keyedDigests(ringOf(context), label(phone), `${nonce}.${known_ms}`).some((digest) =>
    digest.equals(given),
  );
  const isOld = pins.some(({ pin_replaced_at }) => (pin_replaced_at?.getTime() ?? 0) > Number(known_ms));
  return isOurs && !isOld ? nonce : undefined;
}

function label(phone: string): string {
  return `known_device:${phone}`;
}

function ringOf({ secrets }: ShopContext) {
  return secrets.keyRing('token_pepper');
}

function cookie({ publicUrl }: ShopContext): Cookie {
  return cookieOf('known', publicUrl);
}
