import Type from 'typebox';
import { inTransaction } from '../db/transaction.ts';
import { sendAnswer, sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { closed, Id } from '../http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../idempotency.ts';
import { CreationOptions, NewPasskeyShape, PasskeyShape } from '../passkeys/shapes.ts';
import { done } from '../result.ts';
import {
  beginAuthenticator,
  CONFIRM_AUTHENTICATOR_REFUSALS,
  confirmAuthenticator,
  removeAuthenticator,
} from './authenticators.ts';
import { newRecoveryCodes } from './codes.ts';
import type { StaffContext, StaffRules } from './context.ts';
import { needsFactor, REMOVE_FACTOR_REFUSALS } from './factors.ts';
import { staffIdempotency, staffOf } from './guard.ts';
import {
  ADD_STAFF_PASSKEY_REFUSALS,
  addPasskey,
  beginPasskey,
  listPasskeys,
  removePasskey,
} from './passkeys.ts';
import { FactorCodeTyped, SECURITY, OWN_ACCOUNT_TAGS as tags } from './shapes.ts';

const RecoveryCodes = Type.Array(Type.String(), { description: 'Shown once.' });
const Removed = closed({ removed: Type.Literal(true) });

/** The second factors of one's own account. For a scope that `requireStaff` guards. */
export function ownFactorRoutes(app: App, context: StaffContext, rules: StaffRules): void {
  authenticatorRoutes(app, context, rules);
  passkeyRoutes(app, context, rules);
}

function authenticatorRoutes(app: App, context: StaffContext, rules: StaffRules): void {
  const { prefix, roles } = rules;
  const enrols = { staffRoles: roles, stagesBefore: ['enrolment'], recentProof: true } as const;
  const path = `${prefix}/me/authenticators`;

  app.post(
    path,
    {
      config: enrols,
      schema: {
        tags,
        summary: 'Get a secret for an authenticator app; it is shown once',
        security: SECURITY,
        response: {
          201: closed({
            authenticator_id: Id,
            secret: Type.String(),
            uri: Type.String(),
            qr_svg: Type.String(),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await beginAuthenticator(context, staffOf(request).staff_id), 201),
  );

  app.post(
    `${path}/:authenticator_id/confirmation`,
    {
      config: enrols,
      schema: {
        tags,
        summary: 'Enter a code of the new app: from now on it is the second factor',
        security: SECURITY,
        params: closed({ authenticator_id: Id }),
        body: closed({ code: FactorCodeTyped }),
        response: { 200: closed({ recovery_codes: RecoveryCodes }) },
        refusals: CONFIRM_AUTHENTICATOR_REFUSALS,
      },
    },
    async (request, reply) => {
      const { authenticator_id } = request.params;
      const { staff_id } = staffOf(request);
      const confirmed = await confirmAuthenticator(context, staff_id, authenticator_id, request.body.code);
      return sendResult(request, reply, confirmed);
    },
  );

  app.delete(
    path,
    {
      config: { staffRoles: roles, recentProof: true },
      schema: {
        tags,
        summary: 'Remove the authenticator app',
        security: SECURITY,
        response: { 200: Removed },
        refusals: REMOVE_FACTOR_REFUSALS,
      },
    },
    async (request, reply) => {
      const { staff_id, role } = staffOf(request);
      const isNeeded = needsFactor(context, rules, role);
      const remove = inTransaction(context.db, (tx) => removeAuthenticator(context, tx, staff_id, isNeeded));
      return sendResult(request, reply, await remove);
    },
  );

  app.post(
    `${prefix}/me/recovery-codes`,
    {
      config: { staffRoles: roles, recentProof: true },
      schema: {
        tags,
        summary: 'Get new recovery codes in place of the old ones; they are shown once',
        security: SECURITY,
        response: { 201: closed({ recovery_codes: RecoveryCodes }) },
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const recovery_codes = await inTransaction(context.db, (tx) => newRecoveryCodes(context, tx, staff_id));
      return sendResult(request, reply, done({ recovery_codes }), 201);
    },
  );
}

function passkeyRoutes(app: App, context: StaffContext, rules: StaffRules): void {
  const { prefix, roles } = rules;
  const enrols = { staffRoles: roles, stagesBefore: ['enrolment'], recentProof: true } as const;
  const path = `${prefix}/me/passkeys`;

  app.get(
    path,
    {
      config: { staffRoles: roles },
      schema: {
        tags,
        summary: 'List my passkeys',
        security: SECURITY,
        response: { 200: closed({ passkeys: Type.Array(PasskeyShape) }) },
      },
    },
    async (request, reply) => {
      const passkeys = await listPasskeys(context, staffOf(request).staff_id);
      return sendResult(request, reply, done({ passkeys }));
    },
  );

  app.post(
    `${path}/challenges`,
    {
      config: enrols,
      schema: {
        tags,
        summary: 'Get the options a browser creates a passkey from',
        security: SECURITY,
        response: { 201: CreationOptions },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await beginPasskey(context, staffOf(request).staff_id), 201),
  );

  app.post(
    path,
    {
      config: enrols,
      schema: {
        tags,
        summary: 'Register the passkey the browser created',
        security: SECURITY,
        body: NewPasskeyShape,
        response: { 201: PasskeyShape },
        refusals: withIdempotencyKey(ADD_STAFF_PASSKEY_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id: staffId } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx, passkeyId) =>
          addPasskey(context, tx, { passkeyId, staffId }, request.body),
        ),
      );
    },
  );

  app.delete(
    `${path}/:passkey_id`,
    {
      config: { staffRoles: roles, recentProof: true },
      schema: {
        tags,
        summary: 'Remove a passkey',
        security: SECURITY,
        params: closed({ passkey_id: Id }),
        response: { 200: Removed },
        refusals: REMOVE_FACTOR_REFUSALS,
      },
    },
    async (request, reply) => {
      const { staff_id: staffId, role } = staffOf(request);
      const isNeeded = needsFactor(context, rules, role);
      const { passkey_id: passkeyId } = request.params;
      const remove = inTransaction(context.db, (tx) =>
        removePasskey(context, tx, { staffId, passkeyId, isNeeded }),
      );
      return sendResult(request, reply, await remove);
    },
  );
}
