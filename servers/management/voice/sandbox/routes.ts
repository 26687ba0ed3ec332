import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../../contracts/common.ts';
import {
  CallInput,
  DialResult,
  OpenCall,
  SANDBOX_VOICE_PATHS,
  Turn,
} from '../../../../contracts/sandbox-voice.ts';
import type { App } from '../../../../kit/http/app.ts';
import { ProblemError } from '../../../../kit/http/problem.ts';
import { bearerToken } from '../../../../kit/http/session-token.ts';
import { tokenDigest } from '../../../../kit/tokens.ts';
import type { ManagementContext } from '../../context.ts';
import { endCall, handleInput, openInbound, UnknownCall } from '../calls.ts';
import { reportOutcome } from '../outbound.ts';
import type { SpokenTurn } from '../turn.ts';

const CallParams = closed({ call_id: Id });

/** The API for the demo's phones, only where the system has them. Inputs may be PINs, so they are never logged. */
export function sandboxVoiceRoutes(app: App, context: ManagementContext): void {
  const secret = context.settings.sandboxVoiceSecret;
  if (secret === '') return;
  const guarded = { onRequest: requireSecret(secret) };
  const about = { tags: ['phone line of the demo'], security: [{ session: [] }] };
  const calls = SANDBOX_VOICE_PATHS.calls;

  app.post(
    calls,
    {
      ...guarded,
      schema: {
        ...about,
        summary: 'Start a call; repeating it returns the current turn',
        body: OpenCall,
        response: { 200: Turn },
      },
    },
    async ({ body }) => shown(await openInbound(context, { line: 'sandbox', ...body })),
  );

  app.post(
    `${calls}/:call_id/inputs`,
    {
      ...guarded,
      schema: {
        ...about,
        summary: 'Submit the keys pressed in a turn; a past turn returns the current one',
        params: CallParams,
        body: CallInput,
        response: { 200: Turn },
        refusals: ['not_found'],
      },
    },
    async ({ params, body }) => {
      const { turn_no, ...input } = body;
      try {
        return shown(await handleInput(context, { call_id: params.call_id, turn_no }, input));
      } catch (error) {
        if (error instanceof UnknownCall) throw new ProblemError('not_found');
        throw error;
      }
    },
  );

  app.post(
    `${calls}/:call_id/outcome`,
    {
      ...guarded,
      schema: {
        ...about,
        summary: 'Report the outcome of calling a phone; the first report stands',
        params: CallParams,
        body: DialResult,
        response: { 200: Turn, 204: Type.Null() },
      },
    },
    async ({ params, body }, reply) => {
      const turn = await reportOutcome(context, params.call_id, body.outcome);
      return turn === null ? reply.code(204).send(null) : shown(turn);
    },
  );

  app.post(
    `${calls}/:call_id/end`,
    {
      ...guarded,
      schema: {
        ...about,
        summary: 'Report that either side has hung up',
        params: CallParams,
        response: { 204: Type.Null() },
      },
    },
    async ({ params }, reply) => {
      await endCall(context, params.call_id);
      return reply.code(204).send(null);
    },
  );
}

function shown(turn: SpokenTurn): Turn {
  return { ...turn, say: [...turn.say] };
}

function requireSecret(secret: string) {
  const expected = tokenDigest(secret);
  return async (request: FastifyRequest): Promise<void> => {
    if (!timingSafeEqual(tokenDigest(bearerToken(request)), expected))
      throw new ProblemError('unauthenticated');
  };
}
