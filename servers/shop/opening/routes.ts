import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { SEND_UNLOCK_CODE_REFUSALS } from '../../../contracts/shop-certificates.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import { done } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { By, Code, CodeSent, Locale, Phone, Pin } from '../http/shapes.ts';
import { OpenedCertificateShape } from './shapes.ts';
import { requestUnlockCode, UNLOCK_BY_CODE_REFUSALS, unlock } from './unlock.ts';
import { VERIFY_REFUSALS, verify } from './verify.ts';

/** Balances and unlocking by phone number and PIN, away from a store. */
export function openingRoutes(app: App, context: ShopContext): void {
  app.post(
    '/v1/balances',
    {
      schema: {
        tags: ['recipient'],
        summary: 'Get balances by phone number and PIN',
        body: closed({ phone: Phone, pin: Pin }),
        response: { 200: closed({ certificates: Type.Array(OpenedCertificateShape) }) },
        refusals: VERIFY_REFUSALS,
      },
    },
    async (request, reply) => {
      const verified = await verify(context, request.body, {
        terminal_id: null,
        key: `web:${clientAddress(request)}`,
      });
      return sendResult(
        request,
        reply,
        verified.ok ? done({ certificates: verified.value.certificates }) : verified,
      );
    },
  );

  app.post(
    '/v1/unlock-codes',
    {
      schema: {
        tags: ['recipient'],
        summary: 'Send a code to the phone; the response is the same if it has no certificate',
        body: closed({ phone: Phone, locale: Locale, by: By }),
        response: { 202: CodeSent },
        refusals: SEND_UNLOCK_CODE_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await requestUnlockCode(context, request.body, clientAddress(request)), 202),
  );

  app.post(
    '/v1/unlocks',
    {
      schema: {
        tags: ['recipient'],
        summary: 'Unlock with the code, optionally choosing a new PIN',
        body: closed({ phone: Phone, code: Code, new_pin: Type.Optional(Pin) }),
        response: { 200: closed({ unlocked: Type.Integer() }) },
        refusals: UNLOCK_BY_CODE_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await unlock(context, request.body, clientAddress(request))),
  );
}
