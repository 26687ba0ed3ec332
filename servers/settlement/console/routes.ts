import Type from 'typebox';
import { AmountMinorOrZero, Currency, closed, Id } from '../../../contracts/common.ts';
import { staffBusinessRoutes } from '../../../kit/business/staff-routes.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { restoreRoutes } from '../../../kit/restore/restore-routes.ts';
import { done } from '../../../kit/result.ts';
import type { StaffRules } from '../../../kit/staff/context.ts';
import { staffRoutes as staffDoor } from '../../../kit/staff/routes.ts';
import { readBooks } from '../books/read-books.ts';
import type { SettlementContext } from '../context.ts';
import { listDisputes } from '../disputes/list-disputes.ts';
import { accountRoutes } from './account-routes.ts';
import { attentionRoutes } from './attention-routes.ts';
import { bankFileRoutes } from './bank-file-routes.ts';
import { DisputeShape, DisputeState } from './dispute-shape.ts';
import { exportRoutes } from './export-routes.ts';
import { paymentRoutes } from './payment-routes.ts';
import { payoutRoutes } from './payout-routes.ts';
import { proposalRoutes } from './proposal-routes.ts';
import { providerRoutes } from './provider-routes.ts';
import { reconciliationRoutes } from './reconciliation-routes.ts';
import { statementRoutes } from './statement-routes.ts';
import { trendRoutes } from './trend-routes.ts';

export const STAFF_RULES: StaffRules = {
  prefix: '/v1/staff',
  roles: ['treasurer', 'auditor'],
  adminRole: 'treasurer',
  secondFactorRoles: ['treasurer'],
  scopes: ['payments', 'books', 'bank_files'],
};
const anyStaff = { staffRoles: STAFF_RULES.roles };
const security = [{ session: [] }];
const Text = Type.String();

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

/**
 * The console of settlement's staff. Money moves on signed requests alone; staff say to which account, let large payouts go or
 * refuse them, and carry files to banks and back.
 */
export function staffRoutes(app: App, context: SettlementContext): Promise<void> {
  return staffDoor(app, context, STAFF_RULES, (guarded) => {
    attentionRoutes(guarded, context, STAFF_RULES.roles);
    trendRoutes(guarded, context, STAFF_RULES.roles);
    staffBusinessRoutes(guarded, context, STAFF_RULES);
    paymentRoutes(guarded, context, STAFF_RULES.roles);
    disputeRoutes(guarded, context);
    bookRoutes(guarded, context);
    statementRoutes(guarded, context, STAFF_RULES.roles);
    payoutRoutes(guarded, context, STAFF_RULES.roles);
    exportRoutes(guarded, context, STAFF_RULES.roles);
    providerRoutes(guarded, context, STAFF_RULES.roles);
    accountRoutes(guarded, context, STAFF_RULES.roles);
    proposalRoutes(guarded, context, STAFF_RULES.roles);
    bankFileRoutes(guarded, context, STAFF_RULES.roles);
    reconciliationRoutes(guarded, context);
    restoreRoutes(guarded, context, {
      ...{ prefix: STAFF_RULES.prefix, tag: 'staff: books', scope: 'books' },
      ...{ see: STAFF_RULES.roles, acknowledge: ['treasurer'] },
    });
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
