import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { DECLINE_REASONS, PAYMENT_STATUSES } from '../../../contracts/settlement-payments.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency } from '../../../kit/staff/guard.ts';
import type { SettlementContext } from '../context.ts';
import { ENTER_REFERENCE_REFUSALS, enterReference } from '../payments/enter-reference.ts';
import { DisputeShape } from './dispute-shape.ts';
import { paymentFilters } from './filters.ts';
import { listPayments, PAYMENT_HISTORY_REFUSALS, readPaymentHistory } from './payments.ts';

const tags = ['staff: payments'];
const security = [{ session: [] }];
const Text = Type.String();
const TextOrNull = Type.Union([Text, Type.Null()]);

const payment = {
  payment_id: Id,
  payer_party: Text,
  order_id: Id,
  payee: Text,
  status: Type.Enum([...PAYMENT_STATUSES]),
  decline_reason: Type.Union([Type.Enum([...DECLINE_REASONS]), Type.Null()]),
  acquirer: Text,
  acquirer_reference: TextOrNull,
  approval_number: TextOrNull,
  amount_minor: AmountMinor,
  captured_minor: AmountMinorOrZero,
  refunded_minor: AmountMinorOrZero,
  currency: Currency,
  created_at: Timestamp,
};
const PaymentHistoryShape = closed({
  ...payment,
  /** The acquirer's own name of it was lost in a restore, and nobody has entered it yet. */
  reference_lost: Type.Boolean(),
  events: Type.Array(
    closed({
      event_id: Id,
      kind: Text,
      status_after: Text,
      amount_minor: Type.Union([AmountMinor, Type.Null()]),
      reason: TextOrNull,
      at: Timestamp,
    }),
  ),
  requests: Type.Array(
    closed({
      request_id: Id,
      kind: Type.Enum(['capture', 'void', 'refund']),
      state: Type.Enum(['open', 'done', 'refused']),
      amount_minor: AmountMinor,
      reason: TextOrNull,
      refused_because: TextOrNull,
      due_at: Type.Union([Timestamp, Type.Null()], { description: 'When the acquirer is asked again' }),
      created_at: Timestamp,
    }),
  ),
  entries: Type.Array(
    closed({
      transfer_id: Id,
      kind: Text,
      code: Text,
      debit: Text,
      credit: Text,
      amount_minor: AmountMinor,
      at: Timestamp,
    }),
  ),
  disputes: Type.Array(DisputeShape),
});

/** For a scope of staff. */
export function paymentRoutes(app: App, context: SettlementContext, staffRoles: readonly string[]): void {
  const { db } = context;
  app.get(
    '/v1/staff/payments',
    {
      config: { staffRoles, serviceScope: 'payments' },
      schema: {
        tags,
        summary: 'List payments by order, state or day (Korean time), newest first',
        security,
        querystring: closed({
          ...paymentFilters,
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: { 200: closed({ payments: Type.Array(closed(payment)) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ payments: await listPayments(db, request.query) })),
  );

  app.get(
    '/v1/staff/payments/:payment_id',
    {
      config: { staffRoles, serviceScope: 'payments' },
      schema: {
        tags,
        summary: 'Get a payment with its history, requests to the acquirer, ledger entries and disputes',
        security,
        params: closed({ payment_id: Id }),
        response: { 200: PaymentHistoryShape },
        refusals: PAYMENT_HISTORY_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await readPaymentHistory(db, request.params.payment_id)),
  );

  app.post(
    '/v1/staff/payments/:payment_id/acquirer-reference',
    {
      config: { staffRoles: ['treasurer'] },
      schema: {
        tags,
        summary: 'Enter what the acquirer calls a payment, where a restore has lost it',
        security,
        params: closed({ payment_id: Id }),
        body: closed({ acquirer_reference: Type.String({ pattern: '^[\\x21-\\x7e]{1,200}$' }) }),
        response: { 200: closed({ acquirer_reference: Text }) },
        refusals: withIdempotencyKey(ENTER_REFERENCE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { payment_id } = request.params;
      const { acquirer_reference } = request.body;
      return sendAnswer(
        reply,
        await idempotentProcess(staffIdempotency(context, request, 200), () =>
          enterReference(context, payment_id, acquirer_reference),
        ),
      );
    },
  );
}
