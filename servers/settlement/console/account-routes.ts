import Type from 'typebox';
import { Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { ACCOUNT_STATES } from '../../../contracts/settlement-accounts.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import type { SettlementContext } from '../context.ts';
import {
  CONFIRM_ACCOUNT_REFUSALS,
  confirmAccount,
  REFUSE_ACCOUNT_REFUSALS,
  refuseAccount,
} from '../payee-accounts/decide-account.ts';
import { ENTER_ACCOUNT_REFUSALS, enterAccount } from '../payee-accounts/enter-account.ts';
import { listAccounts } from '../payee-accounts/list-accounts.ts';
import { Payee, Reason, TextOrNull, TREASURER } from './shapes.ts';

const tags = ['staff: payouts'];
const security = [{ session: [] }];
const params = closed({ account_id: Id });
const TimeOrNull = Type.Union([Timestamp, Type.Null()]);
const AccountState = Type.Enum([...ACCOUNT_STATES]);

const shown = {
  account_id: Id,
  payee: Type.String(),
  currency: Currency,
  kind: Type.Enum(['iban', 'kr']),
  bank_code: TextOrNull,
  last4: Type.String(),
  state: AccountState,
  entered_by: Type.String(),
};
const Written = Type.Union([
  closed({ iban: Type.String({ minLength: 5, maxLength: 60 }) }),
  closed({
    bank_code: Type.String({ minLength: 1, maxLength: 10 }),
    number: Type.String({ minLength: 1, maxLength: 40 }),
  }),
]);

/** The bank accounts that payees are paid to. One person enters an account, another confirms it. For a scope of staff. */
export function accountRoutes(app: App, context: SettlementContext, staffRoles: readonly string[]): void {
  const { db } = context;

  app.get(
    '/v1/staff/payee-accounts',
    {
      config: { staffRoles },
      schema: {
        tags,
        summary: 'List bank accounts of payees with their history, newest first',
        security,
        querystring: closed({
          payee: Type.Optional(Payee),
          state: Type.Optional(AccountState),
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: {
          200: closed({
            accounts: Type.Array(
              closed({
                ...shown,
                holder: Type.String(),
                entered_at: Timestamp,
                decided_by: TextOrNull,
                decided_at: TimeOrNull,
                ended_at: TimeOrNull,
                reason: TextOrNull,
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ accounts: await listAccounts(db, context, request.query) })),
  );

  app.post(
    '/v1/staff/payee-accounts',
    {
      config: { ...TREASURER, recentProof: true },
      schema: {
        tags,
        summary: 'Enter the bank account of a payee: an IBAN, or the code of a Korean bank and the number',
        security,
        body: closed({
          payee: Payee,
          currency: Currency,
          account: Written,
          holder: Type.String({ minLength: 1, maxLength: 200 }),
        }),
        response: { 201: closed(shown) },
        refusals: withIdempotencyKey(ENTER_ACCOUNT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          enterAccount(context, tx, staff_id, request.body),
        ),
      );
    },
  );

  app.post(
    '/v1/staff/payee-accounts/:account_id/confirmations',
    {
      config: { ...TREASURER, recentProof: true },
      schema: {
        tags,
        summary: 'Confirm an account that somebody else entered; payouts go there from now on',
        security,
        params,
        response: { 201: closed(shown) },
        refusals: withIdempotencyKey(CONFIRM_ACCOUNT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          confirmAccount(context, tx, staff_id, request.params.account_id),
        ),
      );
    },
  );

  app.post(
    '/v1/staff/payee-accounts/:account_id/refusals',
    {
      config: { ...TREASURER, recentProof: true },
      schema: {
        tags,
        summary: 'Refuse an account that waits to be confirmed',
        security,
        params,
        body: closed({ reason: Reason }),
        response: { 201: closed(shown) },
        refusals: withIdempotencyKey(REFUSE_ACCOUNT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const about = { account_id: request.params.account_id, reason: request.body.reason };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          refuseAccount(context, tx, staff_id, about),
        ),
      );
    },
  );
}
