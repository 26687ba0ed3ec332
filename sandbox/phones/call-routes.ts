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

const tags = ['calls'];
const response = { 200: PhoneCallView };
const refusals = ['wrong_state'] as const;

/**
 * The phones' calls, for a page that rings, speaks and has keys. The page polls `GET …/call`, speaks the captions of the
 * newest turn_no, reports when it has (`…/call/spoken`), and presses keys. `POST …/call` calls the service from an idle
 * phone; a ringing phone answers or declines; DELETE hangs up.
 */
export function callRoutes(app: App, calls: PhoneCalls, secret: string): void {
  app.get(
    '/v1/phones/:number/call',
    { schema: { tags, summary: 'Get the state of a call on a phone', params: Params, response } },
    async ({ params }) => viewOf(calls, e164(params.number)),
  );
  const action = (method: 'POST' | 'DELETE', path: string, summary: string, act: Action) =>
    app.route({
      method,
      url: `/v1/phones/:number/call${path}`,
      schema: { tags, summary, params: Params, response, refusals },
      handler: async (request, reply) => {
        const number = e164(request.params.number);
        return sendResult(request, reply, resultOf(calls, number, await act(number)));
      },
    });
  action('POST', '', 'Call the service from a phone', (number) => calls.call(number));
  action('POST', '/answer', 'Answer a call', (number) => calls.answer(number));
  action('POST', '/decline', 'Decline a call', (number) => calls.decline(number));
  action('DELETE', '', 'Hang up', (number) => calls.hangUp(number));
  talkRoutes(app, calls);
  dialRoute(app, calls, secret);
}

type Action = (number: string) => boolean | Promise<boolean>;

function talkRoutes(app: App, calls: PhoneCalls): void {
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
    async (request, reply) => {
      const number = e164(request.params.number);
      return sendResult(request, reply, resultOf(calls, number, calls.press(number, request.body.keys)));
    },
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
    async (request, reply) => {
      const number = e164(request.params.number);
      return sendResult(request, reply, resultOf(calls, number, calls.spoken(number, request.body.turn_no)));
    },
  );
}

/** For management, which authenticates with the shared secret. */
function dialRoute(app: App, calls: PhoneCalls, secret: string): void {
  app.post(
    SANDBOX_VOICE_PATHS.dials,
    {
      onRequest: requireSecret(secret),
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

function viewOf(calls: PhoneCalls, number: string) {
  return calls.view(number) ?? { state: 'idle' as const, captions: [] };
}

function resultOf(calls: PhoneCalls, number: string, isDone: boolean) {
  return isDone ? done(viewOf(calls, number)) : refuse('wrong_state');
}

function requireSecret(secret: string) {
  const expected = tokenDigest(secret);
  return async (request: FastifyRequest): Promise<void> => {
    if (!timingSafeEqual(tokenDigest(bearerToken(request)), expected))
      throw new ProblemError('unauthenticated');
  };
}
