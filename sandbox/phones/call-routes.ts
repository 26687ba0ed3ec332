import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed } from '../../contracts/common.ts';
import { Dial, PhoneCallView, SANDBOX_VOICE_PATHS } from '../../contracts/sandbox-voice.ts';
import { sendResult } from '../../kit/http/answer.ts';
import type { App } from '../../kit/http/app.ts';
import { ProblemError } from '../../kit/http/problem.ts';
import { bearerToken } from '../../kit/http/session-token.ts';
import { done, refuse } from '../../kit/result.ts';
import { tokenDigest } from '../../kit/tokens.ts';
import type { PhoneCalls } from './phone-calls.ts';
import { e164, PhoneNumber } from './shapes.ts';

const Params = closed({ number: PhoneNumber });

/**
 * The phones' calls, for a page that rings, speaks and has keys. The page polls `GET …/call`, speaks the captions of the
 * newest turn_no, reports when it has (`…/call/spoken`), and presses keys. `POST …/call` calls the service from an idle
 * phone; a ringing phone answers or declines; DELETE hangs up.
 */
export function callRoutes(app: App, calls: PhoneCalls, secret: string): void {
  const tags = ['calls'];
  const view = (number: string) => calls.view(number) ?? { state: 'idle' as const, captions: [] };
  const response = { 200: PhoneCallView };
  const refusals = ['wrong_state'] as const;
  const changed = async (number: string, isDone: boolean | Promise<boolean>) => {
    return (await isDone) ? done(view(number)) : refuse('wrong_state');
  };

  app.get(
    '/v1/phones/:number/call',
    { schema: { tags, summary: 'Get the state of a call on a phone', params: Params, response } },
    async ({ params }) => view(e164(params.number)),
  );

  app.post(
    '/v1/phones/:number/call',
    { schema: { tags, summary: 'Call the service from a phone', params: Params, response, refusals } },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await changed(e164(request.params.number), calls.call(e164(request.params.number))),
      ),
  );

  app.post(
    '/v1/phones/:number/call/answer',
    { schema: { tags, summary: 'Answer a call', params: Params, response, refusals } },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await changed(e164(request.params.number), calls.answer(e164(request.params.number))),
      ),
  );

  app.post(
    '/v1/phones/:number/call/decline',
    { schema: { tags, summary: 'Decline a call', params: Params, response, refusals } },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await changed(e164(request.params.number), calls.decline(e164(request.params.number))),
      ),
  );

  app.post(
    '/v1/phones/:number/call/keys',
    {
      schema: {
        tags,
        summary: 'Press keys',
        params: Params,
        body: closed({ keys: Type.String({ pattern: '^[0-9*#]{1,40}$' }) }),
        response,
        refusals,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await changed(
          e164(request.params.number),
          calls.press(e164(request.params.number), request.body.keys),
        ),
      ),
  );

  app.post(
    '/v1/phones/:number/call/spoken',
    {
      schema: {
        tags,
        summary: 'Report that a turn has been spoken',
        params: Params,
        body: closed({ turn_no: Type.Integer({ minimum: 1 }) }),
        response,
        refusals,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await changed(
          e164(request.params.number),
          calls.spoken(e164(request.params.number), request.body.turn_no),
        ),
      ),
  );

  app.delete(
    '/v1/phones/:number/call',
    { schema: { tags, summary: 'Hang up', params: Params, response, refusals } },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await changed(e164(request.params.number), calls.hangUp(e164(request.params.number))),
      ),
  );

  app.post(
    SANDBOX_VOICE_PATHS.dials,
    {
      preHandler: requireSecret(secret),
      schema: {
        tags,
        summary: 'Ring a phone for the service, which gets the outcome',
        security: [{ session: [] }],
        body: Dial,
        response: { 202: closed({ call_id: Type.String() }) },
      },
    },
    async ({ body }, reply) => {
      calls.ring(body);
      return reply.code(202).send({ call_id: body.call_id });
    },
  );
}

function requireSecret(secret: string) {
  const expected = tokenDigest(secret);
  return async (request: FastifyRequest): Promise<void> => {
    if (!timingSafeEqual(tokenDigest(bearerToken(request)), expected))
      throw new ProblemError('unauthenticated');
  };
}
