import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { SEND_UNLOCK_CODE_REFUSALS } from '../../../contracts/shop-certificates.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { countedTransaction, idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { BEGIN_CHECKOUT_REFUSALS, beginCheckout } from '../checkout/checkout.ts';
import { CONFIRM_CHECKOUT_REFUSALS, confirmCheckout, guessCode } from '../checkout/confirm-checkout.ts';
import type { ShopContext } from '../context.ts';
import { keyedFingerprint, requireWebShop } from '../http/guards.ts';
import { Code, Locale, OpenedCertificateShape, Phone, Pin } from '../http/shapes.ts';
import { readOnlineStore } from '../stores/stores.ts';
import { requestUnlockCode, UNLOCK_BY_CODE_REFUSALS, unlock } from './unlock.ts';
import { VERIFY_REFUSALS, verify } from './verify.ts';

/** What a person does with phone number and PIN away from a store. */
export function publicRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

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
      const verified = await verify(context, request.body, { terminal_id: null, key: `web:${request.ip}` });
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
        body: closed({ phone: Phone, locale: Locale }),
        response: { 202: closed({ expires_in_minutes: Type.Integer() }) },
        refusals: SEND_UNLOCK_CODE_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await requestUnlockCode(context, request.body, request.ip), 202),
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
    async (request, reply) => sendResult(request, reply, await unlock(context, request.body, request.ip)),
  );

  const webShop = { preHandler: requireWebShop(context) };
  const security = [{ session: [] }];

  app.post(
    '/v1/checkouts',
    {
      ...webShop,
      schema: {
        tags: ['web shop'],
        summary:
          'Start an online payment from one or more certificates: the value is held and a code is sent to the phone',
        security,
        body: closed({
          phone: Phone,
          pin: Pin,
          amount_minor: AmountMinor,
          currency: Currency,
          order_reference: Type.String({ minLength: 1, maxLength: 64 }),
          part_allowed: Type.Optional(
            Type.Boolean({
              description: 'Whether the certificates may cover only part of the amount.',
            }),
          ),
          locale: Locale,
        }),
        response: {
          201: closed({
            checkout_id: Id,
            expires_at: Timestamp,
            amount_minor: AmountMinor,
            left_over_minor: AmountMinorOrZero,
            currency: Currency,
            parts: Type.Array(
              closed({ hold_id: Id, certificate_id: Id, last4: Type.String(), amount_minor: AmountMinor }),
            ),
          }),
        },
        refusals: withIdempotencyKey(BEGIN_CHECKOUT_REFUSALS),
      },
    },
    async (request, reply) => {
      const fingerprint = keyedFingerprint(context, request);
      const idempotency = { db, clock, request, scope: 'web_shop', status: 201, fingerprint };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, (checkoutId) =>
          beginCheckout(context, checkoutId, request.body, request.ip),
        ),
      );
    },
  );

  app.post(
    '/v1/checkouts/:checkout_id/confirmation',
    {
      ...webShop,
      schema: {
        tags: ['web shop'],
        summary: 'Confirm with the code from the phone; captures the hold',
        security,
        params: closed({ checkout_id: Id }),
        body: closed({ code: Code }),
        response: {
          200: closed({
            checkout_id: Id,
            amount_minor: AmountMinor,
            currency: Currency,
            parts: Type.Array(
              closed({
                hold_id: Id,
                redemption_id: Id,
                certificate_id: Id,
                amount_minor: AmountMinor,
                balance_minor: AmountMinorOrZero,
              }),
            ),
          }),
        },
        refusals: withIdempotencyKey(CONFIRM_CHECKOUT_REFUSALS),
      },
    },
    async (request, reply) => {
      const fingerprint = keyedFingerprint(context, request);
      const idempotency = { db, clock, request, scope: 'web_shop', status: 200, fingerprint };
      const { checkout_id } = request.params;
      const place = await readOnlineStore(context);
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          async () => done(await guessCode(context, checkout_id, request.body.code)),
          (tx, _id, guess) => confirmCheckout(context, tx, place, checkout_id, guess),
        ),
      );
    },
  );
}
