import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { CERTIFICATE_STATES } from '../../../contracts/shop-certificates.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { NoteShape } from '../../../kit/staff/notes.ts';
import type { ShopContext } from '../context.ts';
import { allowEmptyBody } from '../http/shapes.ts';
import { listRedemptions } from '../redeem/list-redemptions.ts';
import { REVERSE_REFUSALS, reverse } from '../redeem/reverse.ts';
import { RedemptionShape, ReversalShape, ReverseRedemption } from '../redeem/shapes.ts';
import { READ_HISTORY_REFUSALS, readHistory, searchCertificates } from './certificates.ts';
import { ClerkOpeningShape } from './clerk-routes.ts';
import { certificateFilters, checkPhoneSearch, redemptionFilters, withoutSearch } from './filters.ts';

const security = [{ session: [] }];

const certificate = {
  certificate_id: Id,
  state: Type.Enum([...CERTIFICATE_STATES]),
  amount_minor: AmountMinor,
  balance_minor: AmountMinorOrZero,
  held_minor: AmountMinorOrZero,
  currency: Currency,
  buyer_name: Type.String(),
  recipient_name: Type.String(),
  phone: Type.Union([Type.String(), Type.Null()]),
  last4: Type.Union([Type.String(), Type.Null()]),
  locked: Type.Boolean({ description: 'Whether its PIN alone opens it nowhere but at a till.' }),
  locked_since: Type.Union([Timestamp, Type.Null()]),
  print_count: Type.Integer(),
  registered_at: Timestamp,
  expires_at: Timestamp,
};

const HistoryShape = closed({
  ...certificate,
  entries: Type.Array(
    closed({
      entry_no: Type.Integer(),
      kind: Type.String(),
      delta_minor: Type.Integer(),
      after_minor: AmountMinorOrZero,
      at: Timestamp,
    }),
  ),
  uses: Type.Array(RedemptionShape),
  reversals: Type.Array(
    closed({
      reversal_id: Id,
      redemption_id: Id,
      amount_minor: AmountMinor,
      by_name: Type.Union([Type.String(), Type.Null()]),
      in_office: Type.Boolean(),
      at: Timestamp,
    }),
  ),
  openings: Type.Array(ClerkOpeningShape),
  issues: Type.Array(closed({ issue_id: Id, print_no: Type.Integer(), at: Timestamp })),
  notes: Type.Array(NoteShape),
});

/** Certificates and redemptions as staff see them, with names and numbers masked. */
export function officeCertificateRoutes(app: App, context: ShopContext): void {
  const tags = ['office: certificates'];
  const everybody = { staffRoles: ['owner', 'clerk', 'auditor'] } as const;

  app.get(
    '/v1/office/certificates',
    {
      config: { ...everybody, audited: withoutSearch },
      schema: {
        tags,
        summary:
          'List certificates by last four digits, phone number, state, store of redemption or day, newest first',
        security,
        querystring: closed({
          ...certificateFilters,
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: { 200: closed({ certificates: Type.Array(closed(certificate)) }) },
      },
    },
    async (request, reply) => {
      checkPhoneSearch(request);
      const certificates = await searchCertificates(context, request.query, request.query);
      return sendResult(request, reply, done({ certificates }));
    },
  );

  app.get(
    '/v1/office/certificates/:certificate_id',
    {
      config: everybody,
      schema: {
        tags,
        summary: 'Get a certificate with its history',
        security,
        params: closed({ certificate_id: Id }),
        response: { 200: HistoryShape },
        refusals: READ_HISTORY_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await readHistory(context, request.params.certificate_id)),
  );

  app.get(
    '/v1/office/redemptions',
    {
      config: everybody,
      schema: {
        tags,
        summary: 'List redemptions by store, last four digits or day, newest first',
        security,
        querystring: closed({ ...redemptionFilters, before: Type.Optional(Id), limit: Limit }),
        response: { 200: closed({ redemptions: Type.Array(RedemptionShape) }) },
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        done({ redemptions: await listRedemptions(context, request.query, request.query) }),
      ),
  );

  app.post(
    '/v1/office/redemptions/:redemption_id/reversal',
    {
      config: { staffRoles: ['owner', 'clerk'] },
      preValidation: allowEmptyBody,
      schema: {
        tags,
        summary: 'Reverse a redemption, in full or in part, wherever it was made',
        security,
        params: closed({ redemption_id: Id }),
        body: ReverseRedemption,
        response: { 201: ReversalShape },
        refusals: withIdempotencyKey(REVERSE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { redemption_id } = request.params;
      const idempotency = staffIdempotency(context, request, 201);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          reverse(context, tx, { staff_id }, { redemption_id, ...request.body }),
        ),
      );
    },
  );
}
