import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { SECOND_MS } from '../../../kit/clock.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import { cookieOf, readCookie, setCookie } from '../../../kit/http/cookies.ts';
import { issueSession } from '../../../kit/http/session-token.ts';
import type { ManagementContext } from '../context.ts';
import { memberCookie } from '../http/guards.ts';
import { Locale, MemberNumber } from '../http/shapes.ts';
import { browserName } from './browser-name.ts';
import { PLACES_KEPT_MS } from './forgotten.ts';
import { newDevice, type Place } from './known-places.ts';
import type { MemberSession } from './open-session.ts';
import { StoredPaymentMethodShape } from './payment-methods/routes.ts';

export const Session = closed({
  session_token: Type.Optional(Type.String()),
  expires_at: Timestamp,
  member: closed({ member_id: Id, member_number: MemberNumber, name: Type.String(), locale: Locale }),
  payment_methods: Type.Array(StoredPaymentMethodShape),
});

const DEVICE_LENGTH_MAX = 100;

/**
 * Where a request comes from. A browser without a cookie gets a value for one, which is set only if it logs in: a stranger's
 * browser is never known.
 */
export function placeOf(context: ManagementContext, request: FastifyRequest): Place & { device: string } {
  const known = readCookie(request, deviceCookie(context));
  return {
    address: clientAddress(request),
    device: known !== undefined && known.length <= DEVICE_LENGTH_MAX ? known : newDevice(context),
    browser: browserName(request.headers['user-agent']),
  };
}

/** Returns a new session as the caller asked for it; a browser keeps it, and that it was here, in cookies. */
export function enter(
  context: ManagementContext,
  reply: FastifyReply,
  session: MemberSession,
  { place, use_cookie }: { place: Place; use_cookie: boolean | undefined },
) {
  if (use_cookie === true && place.device !== undefined)
    setCookie(reply, deviceCookie(context), place.device, {
      path: '/v1',
      max_age_s: PLACES_KEPT_MS / SECOND_MS,
    });
  return issueSession(reply, session, { cookie: memberCookie(context), now: context.clock(), use_cookie });
}

function deviceCookie({ publicUrl }: ManagementContext) {
  return cookieOf('buyer-device', publicUrl);
}
