import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../../contracts/common.ts';
import type { App } from '../../../../kit/http/app.ts';
import { ProblemError } from '../../../../kit/http/problem.ts';
import { tokenDigest } from '../../../../kit/tokens.ts';
import type { ManagementContext } from '../../context.ts';
import { callIdOf, endCall, handleInput, openInbound, UnknownCall } from '../calls.ts';
import type { SpokenTurn } from '../turn.ts';
import { type Hook, inputOf, verbsOf } from './verbs.ts';

const CALLS = '/v1/voice/jambonz/calls';
const USER = 'seonmul';
const TurnParams = closed({ call_id: Id, turn_no: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
/** The fields we read; jambonz sends many more, and may add others. */
const NewCall = Type.Object({
  call_sid: Type.String({ minLength: 1, maxLength: 64 }),
  from: Type.Optional(Type.String()),
});
const Gathered = Type.Object({ reason: Type.Optional(Type.String()), digits: Type.Optional(Type.String()) });
const Status = Type.Object({ call_sid: Type.String(), call_status: Type.String() });
const ENDED = new Set(['completed', 'failed', 'busy', 'no-answer']);

/** The webhooks of a jambonz application. They carry the user name and password configured there. */
export function jambonzRoutes(app: App, context: ManagementContext): void {
  const { jambonzPassword, voiceOperator } = context.settings;
  if (jambonzPassword === '') return;
  const guarded = { onRequest: requirePassword(jambonzPassword) };
  const tags = ['jambonz'];
  const response = { 200: Type.Unknown(), 204: Type.Null() };
  const refusals = ['unauthenticated'] as const;
  const ofCall = [...refusals, 'not_found'] as const;

  function speak(reply: FastifyReply, turn: SpokenTurn) {
    const url = `${context.publicUrl}${CALLS}/${turn.call_id}/turns/${turn.turn_no}`;
    const hook: Hook = { url, method: 'POST', basicAuth: { username: USER, password: jambonzPassword } };
    return reply.send(verbsOf(turn, hook, voiceOperator));
  }

  app.post(
    CALLS,
    { ...guarded, schema: { tags, summary: 'Receive an incoming call', body: NewCall, response, refusals } },
    async ({ body }, reply) => {
      const { call_sid: external_id, from = null } = body;
      return speak(reply, await openInbound(context, { line: 'jambonz', external_id, from }));
    },
  );

  app.post(
    `${CALLS}/:call_id/turns/:turn_no`,
    {
      ...guarded,
      schema: {
        tags,
        summary: 'Submit the keys pressed in a turn',
        params: TurnParams,
        body: Gathered,
        response,
        refusals: ofCall,
      },
    },
    async ({ params, body }, reply) => {
      try {
        return speak(reply, await handleInput(context, params, inputOf(body)));
      } catch (error) {
        if (error instanceof UnknownCall) throw new ProblemError('not_found');
        throw error;
      }
    },
  );

  app.post(
    '/v1/voice/jambonz/status',
    {
      ...guarded,
      schema: { tags, summary: 'Receive a call status update', body: Status, response, refusals },
    },
    async ({ body }, reply) => {
      const callId = ENDED.has(body.call_status)
        ? await callIdOf(context, 'jambonz', body.call_sid)
        : undefined;
      if (callId !== undefined) await endCall(context, callId);
      return reply.code(204).send(null);
    },
  );
}

function requirePassword(password: string) {
  const expected = tokenDigest(`Basic ${Buffer.from(`${USER}:${password}`).toString('base64')}`);
  return async ({ headers }: FastifyRequest): Promise<void> => {
    if (!timingSafeEqual(tokenDigest(headers.authorization ?? ''), expected))
      throw new ProblemError('unauthenticated');
  };
}
