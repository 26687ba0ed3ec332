import Type from 'typebox';
import {
  AmountMinor,
  AmountMinorOrZero,
  Currency,
  closed,
  Id,
  Timestamp,
} from '../../../contracts/common.ts';
import { STATEMENT_REFUSALS, Statement } from '../../../contracts/settlement-payments.ts';
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
import { listDisputes } from '../disputes/list-disputes.ts';
import { listPayouts } from '../payouts/list.ts';
import { attentionRoutes } from './attention-routes.ts';
import { DisputeShape, DisputeState } from './dispute-shape.ts';
import { paymentRoutes } from './payment-routes.ts';
import { reconciliationRoutes } from './reconciliation-routes.ts';

const RULES: StaffRules = {
  prefix: '/v1/staff',
  roles: ['treasurer', 'auditor'],
  adminRole: 'treasurer',
  secondFactorRoles: ['treasurer'],
  scopes: ['payments', 'books'],
};
const anyStaff = { staffRoles: RULES.roles };
const security = [{ session: [] }];
const Text = Type.String();
const Payee = Type.String({ minLength: 1, maxLength: 64 });

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

/** The console of settlement's staff. Nothing here moves money: that takes a signed request. */
export function staffRoutes(app: App, context: SettlementContext): Promise<void> {
  return staffDoor(app, context, RULES, (guarded) => {
    attentionRoutes(guarded, context, RULES.roles);
    paymentRoutes(guarded, context, RULES.roles);
    disputeRoutes(guarded, context);
    bookRoutes(guarded, context);
    reconciliationRoutes(guarded, context);
  });
}

function disputeRoutes(app: App, { db }: SettlementContext): void {
  app.get(
    '/v1/staff/disputes',
    {
      config: { ...anyStaff, serviceScope: 'payments' },
      schema: {
        tags: ['staff: payments'],
        summary: 'List disputes about payments, newest first',
        security,
        querystring: closed({
          state: Type.Optional(DisputeState),
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: { 200: closed({ disputes: Type.Array(DisputeShape) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ disputes: await listDisputes(db, request.query) })),
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
