import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction, keyedFingerprint, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { ProposedAccount } from '../../../kit/sealed-account.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import type { ShopContext } from '../context.ts';
import {
  CONFIRM_PROPOSAL_REFUSALS,
  confirmProposal,
  ENTER_PROPOSAL_REFUSALS,
  enterProposal,
  listProposals,
  PROPOSAL_STANDINGS,
  WITHDRAW_PROPOSAL_REFUSALS,
  withdrawProposal,
} from './account-proposals.ts';

const tags = ['office: bank account'];
const security = [{ session: [] }];
const params = closed({ proposal_id: Id });
const TextOrNull = Type.Union([Type.String(), Type.Null()]);
const Shown = closed({
  proposal_id: Id,
  currency: Currency,
  bank_code: TextOrNull,
  last4: Type.String(),
  holder: TextOrNull,
  state: Type.Enum([...PROPOSAL_STANDINGS]),
  since: Timestamp,
  reason: TextOrNull,
  entered_by: Type.String(),
  entered_at: Timestamp,
  expires_at: Timestamp,
  confirmed_by: TextOrNull,
  is_own: Type.Boolean({ description: 'Whether whoever asks has entered it, and so can’t confirm it.' }),
});

/** The bank account that the shop wants to be paid to: one owner enters it, another confirms it. Auditors look. */
export function officeAccountProposalRoutes(app: App, context: ShopContext): void {
  /** A plain hash of the body would give the account's number away to whoever tries them all. */
  const sealedIdempotency = (request: FastifyRequest, status: number) => ({
    ...staffIdempotency(context, request, status),
    fingerprint: keyedFingerprint(request, context.secrets.keyRing('token_pepper')),
  });

  app.get(
    '/v1/office/account-proposals',
    {
      config: { staffRoles: ['owner', 'auditor'] },
      schema: {
        tags,
        summary: 'List the bank accounts that the shop asked to be paid to, with what became of each',
        security,
        response: { 200: closed({ proposals: Type.Array(Shown) }) },
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendResult(
        request,
        reply,
        done({ proposals: await listProposals(context.db, context, staff_id) }),
      );
    },
  );

  app.post(
    '/v1/office/account-proposals',
    {
      config: { staffRoles: ['owner'], recentProof: true },
      schema: {
        tags,
        summary: 'Enter the bank account that the shop wants to be paid to; another owner has to confirm it',
        security,
        body: closed({ currency: Currency, ...ProposedAccount.properties }),
        response: { 201: params },
        refusals: withIdempotencyKey(ENTER_PROPOSAL_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(sealedIdempotency(request, 201), (tx, proposal_id) =>
          enterProposal(context, tx, { staff_id, proposal_id }, request.body),
        ),
      );
    },
  );

  app.post(
    '/v1/office/account-proposals/:proposal_id/confirmations',
    {
      config: { staffRoles: ['owner'], recentProof: true },
      schema: {
        tags,
        summary: 'Confirm a bank account that another owner entered; settlement is asked to pay to it',
        security,
        params,
        response: { 201: params },
        refusals: withIdempotencyKey(CONFIRM_PROPOSAL_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          confirmProposal(context, tx, staff_id, request.params.proposal_id),
        ),
      );
    },
  );

  app.post(
    '/v1/office/account-proposals/:proposal_id/withdrawal',
    {
      config: { staffRoles: ['owner'] },
      schema: {
        tags,
        summary: 'Withdraw a bank account that nobody has confirmed yet',
        security,
        params,
        response: { 200: params },
        refusals: withIdempotencyKey(WITHDRAW_PROPOSAL_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), (tx) =>
          withdrawProposal(context, tx, staff_id, request.params.proposal_id),
        ),
      );
    },
  );
}
