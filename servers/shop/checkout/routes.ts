import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { countedTransaction, idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { CodeTyped, PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import type { ShopContext } from '../context.ts';
import { keyedFingerprint } from '../http/keyed-fingerprint.ts';
import { By, CodeSent, Locale, PhoneCode, SentBy } from '../http/shapes.ts';
import { ASK_CODE_REFUSALS, askCode } from '../opening/ask-code.ts';
import { readOnlineStore } from '../stores/stores.ts';
import { BEGIN_CHECKOUT_REFUSALS, beginCheckout } from './checkout.ts';
import { CONFIRM_CHECKOUT_REFUSALS, confirmCheckout, guessCheckoutCode } from './confirm-checkout.ts';
import { CustomerHeader, customerOf, requireWebShop } from './guard.ts';

/** The brand's web shop takes payment by certificates. */
export function checkoutRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;
  const webShop = { onRequest: requireWebShop(context) };
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
        headers: CustomerHeader,
        body: closed({
          phone: PhoneTyped,
          pin: PinTyped,
          ...PhoneCode,
          amount_minor: AmountMinor,
          currency: Currency,
          order_reference: Type.String({ minLength: 1, maxLength: 64 }),
          part_allowed: Type.Optional(
            Type.Boolean({
              description: 'Whether the certificates may cover only part of the amount.',
            }),
          ),
          locale: Locale,
          by: By,
        }),
        response: {
          201: closed({
            checkout_id: Id,
            expires_at: Timestamp,
            sent_by: SentBy,
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
          beginCheckout(context, checkoutId, request.body, { own: customerOf(context, request.headers) }),
        ),
      );
    },
  );

  app.post(
    '/v1/checkout-codes',
    {
      ...webShop,
      schema: {
        tags: ['web shop'],
        summary:
          'Send the code that `code_required` asks for to the customer’s phone; the response is the same if it has no certificate',
        security,
        headers: CustomerHeader,
        body: closed({ phone: PhoneTyped, locale: Locale, by: By }),
        response: { 202: CodeSent },
        refusals: ASK_CODE_REFUSALS,
      },
    },
    async (request, reply) => {
      const [, address] = customerOf(context, request.headers);
      return sendResult(request, reply, await askCode(context, 'opening', request.body, { address }), 202);
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
        body: closed({ code: CodeTyped }),
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
          () => guessCheckoutCode(context, checkout_id, request.body.code),
          (tx, _id, guess) => confirmCheckout(context, tx, place, checkout_id, guess),
        ),
      );
    },
  );
}
