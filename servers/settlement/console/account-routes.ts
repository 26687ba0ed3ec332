import Type from 'typebox';
import { Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { ACCOUNT_STATES } from '../../../contracts/settlement-accounts.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentTransaction, keyedFingerprint, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { BankAccountTyped } from '../../../kit/typed/bank-account.ts';
import type { SettlementContext } from '../context.ts';
import {
  CONFIRM_ACCOUNT_REFUSALS,
  confirmAccount,
  REFUSE_ACCOUNT_REFUSALS,
  refuseAccount,
} from '../payee-accounts/decide-account.ts';
import { ENTER_ACCOUNT_REFUSALS, enterAccount } from '../payee-accounts/enter-account.ts';
import { listAccounts } from '../payee-accounts/list-accounts.ts';
import { Payee, PayeeAccountShape, Reason, TextOrNull, TREASURER } from './shapes.ts';

const tags = ['staff: payouts'];
const security = [{ session: [] }];
const params = closed({ account_id: Id });
const TimeOrNull = Type.Union([Timestamp, Type.Null()]);
const AccountState = Type.Enum([...ACCOUNT_STATES]);

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
                ...PayeeAccountShape.properties,
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
          account: BankAccountTyped,
          holder: Type.String({ minLength: 1, maxLength: 200 }),
        }),
        response: { 201: PayeeAccountShape },
        refusals: withIdempotencyKey(ENTER_ACCOUNT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      // A plain hash of the body would give the number away to whoever tries them all.
      const fingerprint = keyedFingerprint(request, context.secrets.keyRing('token_pepper'));
      return sendAnswer(
        reply,
        await idempotentTransaction({ ...staffIdempotency(context, request, 201), fingerprint }, (tx) =>
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
        response: { 201: PayeeAccountShape },
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
        response: { 201: PayeeAccountShape },
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
