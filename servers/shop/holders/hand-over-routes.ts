import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import { bearerToken } from '../../../kit/http/session-token.ts';
import { countedTransaction, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { CodeTyped, PersonNameTyped, PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import type { ShopContext } from '../context.ts';
import { keyedFingerprint } from '../http/keyed-fingerprint.ts';
import { By, Locale, SentBy } from '../http/shapes.ts';
import { ACCEPT_HAND_OVER_REFUSALS, acceptHandOver, guessHandOverCode } from './accept-hand-over.ts';
import { CONFIRM_HAND_OVER_REFUSALS, confirmHandOver, guessHolderCode } from './confirm-hand-over.ts';
import {
  BEGIN_HAND_OVER_REFUSALS,
  beginHandOver,
  countHandOver,
  WITHDRAW_HAND_OVER_REFUSALS,
  withdrawHandOver,
} from './hand-over.ts';
import { holderIdempotency } from './idempotency.ts';

const tags = ['holder'];
const security = [{ session: [] }];
const params = closed({ certificate_id: Id });
const HandOverShape = closed({
  hand_over_id: Id,
  certificate_id: Id,
  expires_at: Timestamp,
  sent_by: SentBy,
});
const PATH = '/v1/holder/certificates/:certificate_id/hand-overs';

/** Handing a certificate over to another phone, and accepting it there. */
export function handOverRoutes(app: App, context: ShopContext): void {
  offerRoutes(app, context);
  acceptanceRoute(app, context);
}

function offerRoutes(app: App, context: ShopContext): void {
  app.post(
    PATH,
    {
      schema: {
        tags,
        summary:
          'Begin to hand a certificate over to another phone; a code is told to its holder’s own phone',
        security,
        params,
        body: closed({ phone: PhoneTyped, locale: Locale, by: By }),
        response: { 201: HandOverShape },
        refusals: withIdempotencyKey(BEGIN_HAND_OVER_REFUSALS),
      },
    },
    async (request, reply) => {
      const input = { ...request.body, ...request.params };
      return sendAnswer(
        reply,
        await countedTransaction(
          holderIdempotency(context, request, { token: bearerToken(request), status: 201 }),
          () => countHandOver(context, bearerToken(request), input),
          (tx, handOverId) => beginHandOver(context, tx, bearerToken(request), handOverId, input),
        ),
      );
    },
  );

  app.post(
    `${PATH}/confirmation`,
    {
      schema: {
        tags,
        summary:
          'Go on with a hand-over by the code that its holder was told; the other phone is told a code of its own',
        security,
        params,
        body: closed({ code: CodeTyped, locale: Locale, by: By }),
        response: { 200: HandOverShape },
        refusals: withIdempotencyKey(CONFIRM_HAND_OVER_REFUSALS),
      },
    },
    async (request, reply) => {
      const token = bearerToken(request);
      const input = { ...request.body, ...request.params };
      return sendAnswer(
        reply,
        await countedTransaction(
          holderIdempotency(context, request, { token, status: 200 }),
          () => guessHolderCode(context, token, input),
          (tx, _id, proven) => confirmHandOver(context, tx, token, input, proven),
        ),
      );
    },
  );

  app.post(
    `${PATH}/withdrawal`,
    {
      schema: {
        tags,
        summary: 'Cancel a hand-over before it is accepted',
        security,
        params,
        response: { 200: closed({ withdrawn: Type.Boolean() }) },
        refusals: withIdempotencyKey(WITHDRAW_HAND_OVER_REFUSALS),
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await idempotentTransaction(
          holderIdempotency(context, request, { token: bearerToken(request), status: 200 }),
          (tx) => withdrawHandOver(context, tx, bearerToken(request), request.params.certificate_id),
        ),
      ),
  );
}

function acceptanceRoute(app: App, context: ShopContext): void {
  app.post(
    '/v1/hand-overs/acceptance',
    {
      schema: {
        tags,
        summary: 'Accept a hand-over with the code sent to this phone, and choose a PIN',
        body: closed({ phone: PhoneTyped, code: CodeTyped, name: PersonNameTyped, new_pin: PinTyped }),
        response: {
          200: closed({
            certificates: Type.Array(
              closed({
                certificate_id: Id,
                last4: Type.String(),
                balance_minor: AmountMinorOrZero,
                currency: Currency,
                expires_at: Timestamp,
              }),
            ),
          }),
        },
        refusals: withIdempotencyKey(ACCEPT_HAND_OVER_REFUSALS),
      },
    },
    async (request, reply) => {
      const { db, clock } = context;
      const fingerprint = keyedFingerprint(context, request);
      const idempotency = { db, clock, request, scope: 'hand_over', status: 200, fingerprint };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => guessHandOverCode(context, request.body, clientAddress(request)),
          (tx, _id, proven) => acceptHandOver(context, tx, request.body, proven),
        ),
      );
    },
  );
}
