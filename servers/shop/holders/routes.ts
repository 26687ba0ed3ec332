import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { GIFT_STATES, HOLDER_ACTIONS } from '../../../kit/gift-state.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { bearerToken } from '../../../kit/http/session-token.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import { EXTEND_CERTIFICATE_REFUSALS, extendCertificate } from '../certificates/extend-certificate.ts';
import type { ShopContext } from '../context.ts';
import { PhoneCode, StoreDetails, StoreInEnglish, StoreMap } from '../http/shapes.ts';
import { rememberDevice } from '../opening/known-devices.ts';
import { afarCaller } from '../opening/routes.ts';
import { listPlaces } from '../stores/stores.ts';
import { handOverRoutes } from './hand-over-routes.ts';
import {
  LIST_HELD_REFUSALS,
  READ_HELD_REFUSALS,
  readHeld,
  readHeldNumber,
  readWallet,
} from './held-certificates.ts';
import { holderIdempotency } from './idempotency.ts';
import { OPEN_HOLDER_SESSION_REFUSALS, openHolderSession } from './open-session.ts';

const tags = ['holder'];
const security = [{ session: [] }];
const params = closed({ certificate_id: Id });
const PATH = '/v1/holder/certificates';

const held = {
  certificate_id: Id,
  buyer_name: Type.String(),
  amount_minor: AmountMinor,
  balance_minor: AmountMinorOrZero,
  currency: Currency,
  last4: Type.String(),
  expires_at: Timestamp,
  state: Type.Enum([...GIFT_STATES]),
  actions: Type.Array(Type.Enum([...HOLDER_ACTIONS])),
  extendable_to: Type.Union([Timestamp, Type.Null()]),
};
const Stores = Type.Array(
  closed({
    store_id: Id,
    name_ko: Type.String(),
    name_en: Type.String(),
    ...StoreDetails,
    ...StoreInEnglish,
    ...StoreMap,
  }),
);
const Entry = closed({
  kind: Type.Enum([
    'registered',
    'redeemed',
    'reversed',
    'refunded',
    'expired',
    'extended',
    'handed_over',
    'opened_by_clerk',
    'frozen',
    'unfrozen',
    'locked',
    'unlocked',
  ]),
  delta_minor: Type.Integer(),
  after_minor: AmountMinorOrZero,
  store: Type.Union([closed({ name_ko: Type.String(), name_en: Type.String() }), Type.Null()]),
  at: Timestamp,
});

/** The holder's API away from a store. Browsers and proxies must cache none of its responses. */
export async function holderRoutes(app: App, context: ShopContext): Promise<void> {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
  });
  // Operations look the session up; without a token a request is refused before it is read.
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.schema?.security !== undefined) bearerToken(request);
  });
  sessionRoutes(app, context);
  certificateRoutes(app, context);
  handOverRoutes(app, context);
}

function sessionRoutes(app: App, context: ShopContext): void {
  app.post(
    '/v1/holder-sessions',
    {
      schema: {
        tags,
        summary:
          'Log in with phone number and PIN, and a code where `code_required` asked for one; the session lasts a few minutes',
        body: closed({ phone: PhoneTyped, pin: PinTyped, ...PhoneCode }),
        response: {
          201: closed({
            session_token: Type.String(),
            expires_at: Timestamp,
            certificates: Type.Array(closed(held)),
          }),
        },
        refusals: OPEN_HOLDER_SESSION_REFUSALS,
      },
    },
    async (request, reply) => {
      const opened = await openHolderSession(context, request.body, afarCaller(context, request));
      if (opened.ok) rememberDevice(context, reply, request.body.phone);
      return sendResult(request, reply, opened, 201);
    },
  );

  app.get(
    PATH,
    {
      schema: {
        tags,
        summary: 'List the certificates of the session with their sum, and where they can be used',
        security,
        response: {
          200: closed({
            certificates: Type.Array(closed(held)),
            /** What can be spent now. */
            totals: Type.Array(closed({ amount_minor: AmountMinorOrZero, currency: Currency })),
            /** How many more of the phone's certificates have a balance, but another PIN. */
            under_other_pins: Type.Integer({ minimum: 0 }),
            stores: Stores,
          }),
        },
        refusals: LIST_HELD_REFUSALS,
      },
    },
    async (request, reply) => {
      const found = await readWallet(context, bearerToken(request));
      const stores = await listPlaces(context);
      return sendResult(request, reply, found.ok ? done({ ...found.value, stores }) : found);
    },
  );
}

function certificateRoutes(app: App, context: ShopContext): void {
  app.get(
    `${PATH}/:certificate_id`,
    {
      schema: {
        tags,
        summary: 'Get a certificate with its history, newest first',
        security,
        params,
        response: { 200: closed({ ...held, entries: Type.Array(Entry) }) },
        refusals: READ_HELD_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await readHeld(context, bearerToken(request), request.params.certificate_id),
      ),
  );

  app.get(
    `${PATH}/:certificate_id/number`,
    {
      schema: {
        tags,
        summary:
          'Get the full number, which the barcode (Code 128) and QR code contain; request it only to show it',
        security,
        params,
        response: { 200: closed({ certificate_number: Type.String() }) },
        refusals: READ_HELD_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await readHeldNumber(context, bearerToken(request), request.params.certificate_id),
      ),
  );

  app.post(
    `${PATH}/:certificate_id/extensions`,
    {
      schema: {
        tags,
        summary: 'Extend a certificate by three months, up to five years from purchase',
        security,
        params,
        response: {
          201: closed({ extension_id: Id, certificate_id: Id, expires_at: Timestamp }),
        },
        refusals: withIdempotencyKey(EXTEND_CERTIFICATE_REFUSALS),
      },
    },
    async (request, reply) =>
      sendAnswer(
        reply,
        await idempotentTransaction(
          holderIdempotency(context, request, { token: bearerToken(request), status: 201 }),
          (tx, extensionId) =>
            extendCertificate(context, tx, bearerToken(request), extensionId, request.params.certificate_id),
        ),
      ),
  );
}
