import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { clientAddress } from '../../../../kit/http/client-address.ts';
import { PROOF_REFUSALS } from '../../../../kit/http/guard-refusals.ts';
import { UseCookie } from '../../../../kit/http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../../kit/idempotency.ts';
import {
  CreationOptions,
  NewPasskeyShape,
  PasskeyShape,
  RequestOptions,
  USED_PASSKEY,
} from '../../../../kit/passkeys/shapes.ts';
import { done } from '../../../../kit/result.ts';
import type { ManagementContext } from '../../context.ts';
import { memberOf, requireMember, requireRecentProof, webOnly } from '../../http/guards.ts';
import { enter, placeOf, Session } from '../place-of-request.ts';
import {
  BEGIN_PASSKEY_LOG_IN_REFUSALS,
  beginPasskeyLogIn,
  logInByPasskey,
  PASSKEY_LOG_IN_REFUSALS,
} from './log-in-by-passkey.ts';
import {
  ADD_PASSKEY_REFUSALS,
  addPasskey,
  beginPasskey,
  listPasskeys,
  REMOVE_PASSKEY_REFUSALS,
  removePasskey,
} from './passkeys.ts';

const MINE = '/v1/members/me/passkeys';

/** Passkeys: another way to log in, on the web. */
export function passkeyRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const onRequest = [requireMember(context), webOnly];
  const tags = ['members'];
  const mine = { tags, security: [{ session: [] }] };
  const idempotency = (request: FastifyRequest) => ({
    ...{ db, clock, request, status: 201 },
    scope: `member:${memberOf(request).member_id}`,
  });

  app.get(
    MINE,
    {
      onRequest,
      schema: {
        ...mine,
        summary: 'List my passkeys',
        response: { 200: closed({ passkeys: Type.Array(PasskeyShape) }) },
      },
    },
    async (request, reply) => {
      const passkeys = await listPasskeys(db, memberOf(request).member_id);
      return sendResult(request, reply, done({ passkeys }));
    },
  );

  app.post(
    `${MINE}/challenges`,
    {
      onRequest: [...onRequest, requireRecentProof(context)],
      schema: {
        ...mine,
        summary: 'Get the options a browser creates a passkey from',
        response: { 201: CreationOptions },
        refusals: withIdempotencyKey(PROOF_REFUSALS),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency(request), (tx) => beginPasskey(context, tx, member_id)),
      );
    },
  );

  app.post(
    MINE,
    {
      onRequest: [...onRequest, requireRecentProof(context)],
      schema: {
        ...mine,
        summary: 'Register the passkey the browser created',
        body: NewPasskeyShape,
        response: { 201: PasskeyShape },
        refusals: withIdempotencyKey([...PROOF_REFUSALS, ...ADD_PASSKEY_REFUSALS]),
      },
    },
    async (request, reply) => {
      const { member_id } = memberOf(request);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency(request), (tx, passkeyId) =>
          addPasskey(context, tx, { passkeyId, memberId: member_id }, request.body),
        ),
      );
    },
  );

  app.delete(
    `${MINE}/:passkey_id`,
    {
      onRequest,
      schema: {
        ...mine,
        summary: 'Remove a passkey',
        params: closed({ passkey_id: Id }),
        response: { 204: Type.Null() },
        refusals: REMOVE_PASSKEY_REFUSALS,
      },
    },
    async (request, reply) => {
      const removed = await removePasskey(context, memberOf(request).member_id, request.params.passkey_id);
      return removed.ok ? reply.code(204).send(null) : sendResult(request, reply, removed);
    },
  );

  app.post(
    '/v1/passkey-challenges',
    {
      schema: {
        tags,
        summary: 'Get the challenge a device signs to log in',
        response: { 201: RequestOptions },
        refusals: BEGIN_PASSKEY_LOG_IN_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await beginPasskeyLogIn(context, clientAddress(request)), 201),
  );

  app.post(
    '/v1/passkey-sessions',
    {
      schema: {
        tags,
        summary: 'Log in with a passkey',
        body: closed({ ...USED_PASSKEY, use_cookie: UseCookie }),
        response: { 201: Session },
        refusals: PASSKEY_LOG_IN_REFUSALS,
      },
    },
    async (request, reply) => {
      const { use_cookie, ...used } = request.body;
      const place = placeOf(context, request);
      const entered = await logInByPasskey(context, used, place);
      if (!entered.ok) return sendResult(request, reply, entered);
      return sendResult(
        request,
        reply,
        done(enter(context, reply, entered.value, { place, use_cookie })),
        201,
      );
    },
  );
}
