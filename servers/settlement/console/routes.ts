import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import {
  DECLINE_REASONS,
  PAYMENT_STATUSES,
  STATEMENT_REFUSALS,
  Statement,
} from '../../../contracts/settlement-payments.ts';
import { koreanDay } from '../../../kit/clock.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Day, Limit } from '../../../kit/http/shapes.ts';
import { done } from '../../../kit/result.ts';
import type { StaffRules } from '../../../kit/staff/context.ts';
import { staffRoutes as staffDoor } from '../../../kit/staff/routes.ts';
import { readBooks } from '../books/read-books.ts';
import { readStatement } from '../books/statement.ts';
import type { SettlementContext } from '../context.ts';
import { listPayouts } from '../payouts/list.ts';
import { listPayments, PAYMENT_HISTORY_REFUSALS, readPaymentHistory } from './payments.ts';

export const STAFF_RULES: StaffRules = {
  prefix: '/v1/staff',
  roles: ['treasurer', 'auditor'],
  adminRole: 'treasurer',
  secondFactorRoles: ['treasurer'],
  scopes: ['payments', 'books'],
};
const anyStaff = { staffRoles: STAFF_RULES.roles };
const security = [{ session: [] }];
const Text = Type.String();
const OrNull = { text: Type.Union([Text, Type.Null()]), amount: Type.Union([AmountMinor, Type.Null()]) };
const Payee = Type.String({ minLength: 1, maxLength: 64 });

const payment = {
  payment_id: Id,
  payer_party: Text,
  order_id: Id,
  payee: Text,
  status: Type.Enum([...PAYMENT_STATUSES]),
  decline_reason: Type.Union([Type.Enum([...DECLINE_REASONS]), Type.Null()]),
  amount_minor: AmountMinor,
  captured_minor: AmountMinorOrZero,
  refunded_minor: AmountMinorOrZero,
  currency: Currency,
  created_at: Timestamp,
};
const PaymentHistoryShape = closed({
  ...payment,
  events: Type.Array(
    closed({
      event_id: Id,
      kind: Text,
      status_after: Text,
      amount_minor: OrNull.amount,
      reason: OrNull.text,
      at: Timestamp,
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
});
const PayoutShape = closed({
  payout_id: Id,
  payer_party: Text,
  payee: Text,
  gross_minor: AmountMinor,
  commission_minor: AmountMinorOrZero,
  net_minor: AmountMinorOrZero,
  currency: Currency,
  paid_at: Timestamp,
});
const sides = { debits_minor: AmountMinorOrZero, credits_minor: AmountMinorOrZero };
const BooksShape = closed({
  accounts: Type.Array(
    closed({ code: Text, subject_id: Text, currency: Currency, ...sides, agrees: Type.Boolean() }),
  ),
  totals: Type.Array(closed({ currency: Currency, ...sides })),
  payees: Type.Array(
    closed({
      payee: Text,
      currency: Currency,
      captured_minor: AmountMinorOrZero,
      refunded_minor: AmountMinorOrZero,
      paid_out_minor: AmountMinorOrZero,
      commission_minor: AmountMinorOrZero,
      in_trust_minor: AmountMinorOrZero,
      holds: Type.Boolean(),
    }),
  ),
  holds: Type.Boolean({ description: 'Whether the books balance.' }),
});

/** The console of settlement's staff. It only reads: money moves on signed requests alone. */
export function staffRoutes(app: App, context: SettlementContext): Promise<void> {
  return staffDoor(app, context, STAFF_RULES, (guarded) => {
    paymentRoutes(guarded, context);
    bookRoutes(guarded, context);
  });
}

function paymentRoutes(app: App, { db }: SettlementContext): void {
  const tags = ['staff: payments'];

  app.get(
    '/v1/staff/payments',
    {
      config: { ...anyStaff, serviceScope: 'payments' },
      schema: {
        tags,
        summary: 'List payments by order, state or day (Korean time), newest first',
        security,
        querystring: closed({
          order_id: Type.Optional(Id),
          status: Type.Optional(Type.Enum([...PAYMENT_STATUSES])),
          day: Type.Optional(Day),
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
      config: { ...anyStaff, serviceScope: 'payments' },
      schema: {
        tags,
        summary: 'Get a payment with its history and ledger entries',
        security,
        params: closed({ payment_id: Id }),
        response: { 200: PaymentHistoryShape },
        refusals: PAYMENT_HISTORY_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await readPaymentHistory(db, request.params.payment_id)),
  );
}

function bookRoutes(app: App, { db }: SettlementContext): void {
  const tags = ['staff: books'];

  app.get(
    '/v1/staff/statements',
    {
      config: { ...anyStaff, serviceScope: 'books' },
      schema: {
        tags,
        summary: 'Get the statement of a payee for a day (Korean time)',
        security,
        querystring: closed({ payee: Payee, day: Day }),
        response: { 200: Statement },
        refusals: STATEMENT_REFUSALS,
      },
    },
    async (request, reply) => {
      const { payee, day } = request.query;
      const { from, until } = koreanDay(day);
      return sendResult(
        request,
        reply,
        await readStatement(db, payee, from.toISOString(), until.toISOString()),
      );
    },
  );

  app.get(
    '/v1/staff/payouts',
    {
      config: { ...anyStaff, serviceScope: 'books' },
      schema: {
        tags,
        summary: 'List payouts to shops, newest first',
        security,
        querystring: closed({
          payee: Type.Optional(Payee),
          day: Type.Optional(Day),
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: { 200: closed({ payouts: Type.Array(PayoutShape) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ payouts: await listPayouts(db, request.query) })),
  );

  app.get(
    '/v1/staff/books',
    {
      config: { ...anyStaff, serviceScope: 'books' },
      schema: {
        tags,
        summary: 'Get the trial balance, and whether captured = refunded + paid out + commission + in trust',
        security,
        response: { 200: BooksShape },
      },
    },
    async (request, reply) => sendResult(request, reply, done(await readBooks(db))),
  );
}
