import Type from 'typebox';
import { sendAnswer, sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { closed, Id, Timestamp } from '../http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../idempotency.ts';
import { done } from '../result.ts';
import { PersonNameTyped } from '../typed/shapes.ts';
import type { StaffContext, StaffRules } from './context.ts';
import { staffIdempotency, staffOf } from './guard.ts';
import {
  ADD_SERVICE_ACCOUNT_REFUSALS,
  addServiceAccount,
  listServiceAccounts,
  NEW_SERVICE_TOKEN_REFUSALS,
  newServiceToken,
} from './service-accounts.ts';
import { LoginTyped, SECURITY } from './shapes.ts';

const TOKEN_DAYS_MAX = 366;
const tags = ['staff: service accounts'];

/** Accounts for programs. For a scope that `requireStaff` guards. */
export function serviceRoutes(app: App, context: StaffContext, rules: StaffRules): void {
  const { prefix, adminRole, scopes } = rules;
  const path = `${prefix}/service-accounts`;
  const manages = { staffRoles: [adminRole], recentProof: true };
  const granted = {
    login: Type.String(),
    name: Type.String(),
    scopes: Type.Array(Type.Enum([...scopes])),
    addresses: Type.Array(Type.String(), { description: 'Where it may call from; empty: from anywhere.' }),
  };

  app.get(
    path,
    {
      config: { staffRoles: [adminRole, 'auditor'] },
      schema: {
        tags,
        summary: 'List service accounts, and what they may be permitted',
        security: SECURITY,
        response: {
          200: closed({
            scopes: Type.Array(Type.String()),
            service_accounts: Type.Array(
              closed({
                staff_id: Id,
                ...granted,
                made_by: Type.String(),
                created_at: Timestamp,
                token_expires_at: Type.Optional(Timestamp),
                last_used_at: Type.Optional(Timestamp),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => {
      const service_accounts = await listServiceAccounts(context);
      return sendResult(request, reply, done({ scopes: [...scopes], service_accounts }));
    },
  );

  app.post(
    path,
    {
      config: manages,
      schema: {
        tags,
        summary: 'Add a service account, as yet without a token',
        security: SECURITY,
        body: closed({
          login: LoginTyped,
          name: PersonNameTyped,
          scopes: Type.Array(Type.Enum([...scopes]), { minItems: 1, maxItems: 50 }),
          addresses: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 50 }),
        }),
        response: { 201: closed({ staff_id: Id }) },
        refusals: withIdempotencyKey(ADD_SERVICE_ACCOUNT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id: made_by } = staffOf(request);
      const idempotency = staffIdempotency(context, request, 201);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, staff_id) =>
          addServiceAccount(context, tx, { ...request.body, staff_id, made_by }),
        ),
      );
    },
  );

  app.post(
    `${path}/:staff_id/tokens`,
    {
      config: manages,
      schema: {
        tags,
        summary: 'Create a token, replacing the last one; it is shown once',
        security: SECURITY,
        params: closed({ staff_id: Id }),
        body: closed({ days: Type.Integer({ minimum: 1, maximum: TOKEN_DAYS_MAX }) }),
        response: { 201: closed({ token: Type.String(), expires_at: Timestamp }) },
        refusals: NEW_SERVICE_TOKEN_REFUSALS,
      },
    },
    async (request, reply) => {
      const { staff_id: madeBy } = staffOf(request);
      const about = { staffId: request.params.staff_id, madeBy, days: request.body.days };
      return sendResult(request, reply, await newServiceToken(context, about), 201);
    },
  );
}
