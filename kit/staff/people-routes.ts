import Type from 'typebox';
import { sendAnswer, sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { clientAddress } from '../http/client-address.ts';
import { closed, Id, Timestamp } from '../http/shapes.ts';
import { idempotentTransaction, keyedFingerprint, withIdempotencyKey } from '../idempotency.ts';
import { done } from '../result.ts';
import { PersonNameTyped } from '../typed/shapes.ts';
import type { StaffContext, StaffRules } from './context.ts';
import { staffIdempotency, staffOf } from './guard.ts';
import { checkNewStaff } from './password.ts';
import {
  CHOOSE_PASSWORD_REFUSALS,
  chooseNewPassword,
  RESET_STAFF_REFUSALS,
  resetPassword,
  resetSecondFactor,
} from './resets.ts';
import { LoginTyped, Password, SECURITY, staffShape } from './shapes.ts';
import { ADD_STAFF_REFUSALS, addStaff, END_STAFF_REFUSALS, endStaff, listStaff } from './staff.ts';

const tags = ['staff'];
const Person = closed({ staff_id: Id });

/** By the link of a reset, for which nobody needs a session. */
export function newPasswordRoute(app: App, context: StaffContext, { prefix }: StaffRules): void {
  app.post(
    `${prefix}/new-passwords`,
    {
      schema: {
        tags,
        summary: 'Choose a new password by the link of a reset',
        body: closed({ token: Type.String({ minLength: 1, maxLength: 100 }), password: Password }),
        response: { 200: closed({ login: Type.String() }) },
        refusals: CHOOSE_PASSWORD_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await chooseNewPassword(context, request.body, clientAddress(request))),
  );
}

/** Managing people. For a scope that `requireStaff` guards. */
export function peopleRoutes(app: App, context: StaffContext, rules: StaffRules): void {
  const { prefix, roles, adminRole } = rules;
  const { secrets } = context;
  const manages = { staffRoles: [adminRole], recentProof: true };
  const StaffShape = staffShape(rules);

  app.get(
    `${prefix}/staff`,
    {
      config: { staffRoles: [adminRole, 'auditor'] },
      schema: {
        tags,
        summary: 'List staff',
        security: SECURITY,
        response: { 200: closed({ staff: Type.Array(StaffShape) }) },
      },
    },
    async (request, reply) => sendResult(request, reply, done({ staff: await listStaff(context) })),
  );

  app.post(
    `${prefix}/staff`,
    {
      config: manages,
      schema: {
        tags,
        summary: 'Add a staff member',
        security: SECURITY,
        body: closed({
          login: LoginTyped,
          name: PersonNameTyped,
          role: Type.Enum([...roles]),
          password: Password,
        }),
        response: { 201: StaffShape },
        refusals: withIdempotencyKey(ADD_STAFF_REFUSALS),
      },
    },
    async (request, reply) => {
      const { password, ...staff } = request.body;
      const checked = await checkNewStaff({ ...staff, password });
      const fingerprint = keyedFingerprint(request, secrets.keyRing('token_pepper'));
      const idempotency = { ...staffIdempotency(context, request, 201), fingerprint };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, async (tx, staff_id) =>
          checked.ok ? addStaff(context, tx, { ...staff, ...checked.value, staff_id }) : checked,
        ),
      );
    },
  );

  app.post(
    `${prefix}/staff/:staff_id/departure`,
    {
      config: manages,
      schema: {
        tags,
        summary: 'Remove a staff member or a service account',
        security: SECURITY,
        params: Person,
        response: { 200: closed({ staff_id: Id, left_at: Timestamp }) },
        refusals: withIdempotencyKey(END_STAFF_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = staffIdempotency(context, request, 200);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => endStaff(context, tx, request.params.staff_id)),
      );
    },
  );

  app.post(
    `${prefix}/staff/:staff_id/password-resets`,
    {
      config: manages,
      schema: {
        tags,
        summary: 'Take away a password; the token, shown once, lets its owner choose a new one',
        security: SECURITY,
        params: Person,
        response: { 201: closed({ token: Type.String(), expires_at: Timestamp }) },
        refusals: RESET_STAFF_REFUSALS,
      },
    },
    async (request, reply) => {
      const people = { staffId: request.params.staff_id, madeBy: staffOf(request).staff_id };
      return sendResult(request, reply, await resetPassword(context, people), 201);
    },
  );

  app.post(
    `${prefix}/staff/:staff_id/second-factor-resets`,
    {
      config: manages,
      schema: {
        tags,
        summary: 'Take away a second factor that its owner has lost',
        security: SECURITY,
        params: Person,
        response: { 201: Person },
        refusals: withIdempotencyKey(RESET_STAFF_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id: madeBy } = staffOf(request);
      const idempotency = staffIdempotency(context, request, 201);
      const people = { staffId: request.params.staff_id, madeBy };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => resetSecondFactor(context, tx, people)),
      );
    },
  );
}
