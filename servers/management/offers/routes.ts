import Type from 'typebox';
import { AmountMinor, Currency, closed, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import {
  countedTransaction,
  idempotentProcess,
  idempotentTransaction,
  keyedFingerprint,
  withIdempotencyKey,
} from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import { CodeTyped, MessageTyped, PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import type { ManagementContext } from '../context.ts';
import { Locale } from '../http/shapes.ts';
import { ACCEPT_OFFER_REFUSALS, acceptGift } from './accept-offer.ts';
import { chooseOfferLocale, FIND_OFFER_REFUSALS, findOffer, sameRecipient } from './offers.ts';
import { REFUSE_OFFER_REFUSALS, refuseOffer } from './refuse-offer.ts';
import {
  countAcceptanceCode,
  SEND_ACCEPTANCE_CODE_REFUSALS,
  sendAcceptanceCode,
} from './send-acceptance-code.ts';
import { showOffer } from './show-offer.ts';

const OfferParams = closed({ token: Type.String({ pattern: '^offer_[A-Za-z0-9_-]{20,80}$' }) });

const OfferShape = closed({
  state: Type.Enum(['waiting', 'being_accepted', 'accepted', 'refused', 'expired', 'cancelled']),
  locale: Locale,
  sender_name: Type.String(),
  shop: closed({ name_ko: Type.String(), name_en: Type.String() }),
  amount_minor: AmountMinor,
  currency: Currency,
  message: Type.Optional(Type.String()),
  card_design: Type.Optional(Type.String()),
  answer_by: Type.Optional(Timestamp),
  pin_digits: closed({ minimum: Type.Integer(), maximum: Type.Integer(), usual: Type.Integer() }),
  needs_phone: Type.Boolean(),
  name_to_confirm: Type.Optional(Type.String()),
  acceptance_problem: Type.Optional(Type.String()),
  frozen: Type.Optional(Type.Literal(true)),
  certificate_url: Type.Optional(Type.String()),
  valid_until: Type.Optional(Timestamp),
  may_have_pin: Type.Optional(Type.Literal(true)),
});

/** What the recipient does through the link in the message, without logging in (Receipt 1–3). */
export function offerRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const tags = ['offers'];

  app.get(
    '/v1/offers/:token',
    {
      schema: {
        tags,
        summary: 'Get a gift offer',
        params: OfferParams,
        response: { 200: OfferShape },
        refusals: FIND_OFFER_REFUSALS,
      },
    },
    async (request, reply) => {
      const offer = await findOffer(context.db, request.params.token);
      return sendResult(request, reply, offer.ok ? done(await showOffer(context, offer.value)) : offer);
    },
  );

  app.put(
    '/v1/offers/:token/locale',
    {
      schema: {
        tags,
        summary: 'Choose the language of messages; remembered for this phone or address',
        params: OfferParams,
        body: closed({ locale: Locale }),
        response: { 200: OfferShape },
        refusals: withIdempotencyKey(FIND_OFFER_REFUSALS),
      },
    },
    async (request, reply) => {
      const { token } = request.params;
      const idempotency = { db, clock, request, scope: scopeOf(token), status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          chooseOfferLocale(context, tx, token, request.body.locale),
        ),
      );
    },
  );

  app.post(
    '/v1/offers/:token/phone-codes',
    {
      schema: {
        tags,
        summary: 'Send a code to the phone number that a gift sent by email will be opened with',
        params: OfferParams,
        body: closed({
          phone: PhoneTyped,
          by: Type.Optional(
            Type.Enum(['text', 'call'], {
              description: 'How the code is told; a number that takes no texts is always called.',
            }),
          ),
        }),
        response: {
          202: closed({ sent_by: Type.Enum(['text', 'call']), expires_in_minutes: Type.Integer() }),
        },
        refusals: withIdempotencyKey(SEND_ACCEPTANCE_CODE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { token } = request.params;
      const idempotency = { db, clock, request, scope: scopeOf(token), status: 202 };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => countAcceptanceCode(context, token, request.body),
          (tx, _id, counted) => sendAcceptanceCode(context, tx, counted),
        ),
      );
    },
  );

  app.post(
    '/v1/offers/:token/acceptance',
    {
      schema: {
        tags,
        summary: 'Accept a gift and choose a PIN',
        params: OfferParams,
        body: closed({
          pin: PinTyped,
          own_pin: Type.Optional(
            Type.Boolean({
              description:
                'No new PIN: the one that opens what this number has at the shop already (`may_have_pin`). The shop compares it.',
            }),
          ),
          phone: Type.Optional(PhoneTyped),
          code: Type.Optional(CodeTyped),
          name_confirmed: Type.Optional(
            Type.Boolean({ description: 'The name in `name_to_confirm` is that of whoever accepts.' }),
          ),
        }),
        response: { 200: OfferShape },
        refusals: withIdempotencyKey(ACCEPT_OFFER_REFUSALS),
      },
    },
    async (request, reply) => {
      const { token } = request.params;
      // The body has the PIN in it, so its fingerprint is keyed.
      const fingerprint = keyedFingerprint(request, context.secrets.keyRing('token_pepper'));
      const idempotency = { db, clock, request, scope: scopeOf(token), status: 200, fingerprint };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, async (callId) => {
          const offer = await findOffer(context.db, token);
          return offer.ok
            ? acceptGift(
                context,
                offer.value,
                { ...request.body, isFor: sameRecipient(offer.value.order) },
                callId,
              )
            : offer;
        }),
      );
    },
  );

  app.post(
    '/v1/offers/:token/refusal',
    {
      schema: {
        tags,
        summary: 'Refuse a gift; the sender is refunded',
        params: OfferParams,
        body: closed({
          word: Type.Optional(MessageTyped),
        }),
        response: { 200: OfferShape },
        refusals: withIdempotencyKey(REFUSE_OFFER_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = { db, clock, request, scope: scopeOf(request.params.token), status: 200 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, async () => {
          const offer = await findOffer(context.db, request.params.token);
          return offer.ok
            ? refuseOffer(
                context,
                offer.value.order.order_id,
                request.body.word,
                sameRecipient(offer.value.order),
              )
            : offer;
        }),
      );
    },
  );
}

/** Recipients choose their keys independently, so each link has its own scope. */
export function scopeOf(token: string): string {
  return `offer:${tokenDigest(token).toString('base64url')}`;
}
