import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { clientAddress } from '../../../kit/http/client-address.ts';
import { countedTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { CodeTyped } from '../../../kit/typed/shapes.ts';
import type { ShopContext } from '../context.ts';
import {
  MAKE_CHALLENGE_REFUSALS,
  makeChallenge,
  OPEN_TERMINAL_SESSION_REFUSALS,
  openTerminalSession,
} from './open-session.ts';
import { countEnrolment, ENROL_TERMINAL_REFUSALS, enrolTerminal } from './terminals.ts';

/** A device enrols as a terminal and logs in. */
export function terminalSessionRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;
  const tags = ['terminal sessions'];

  app.post(
    '/v1/terminals/enrolments',
    {
      schema: {
        tags,
        summary: 'Enrol a device with a one-time code',
        body: closed({
          code: CodeTyped,
          public_jwk: Type.Union([
            closed({
              kty: Type.Literal('EC'),
              crv: Type.Literal('P-256'),
              x: Type.String({ maxLength: 64 }),
              y: Type.String({ maxLength: 64 }),
            }),
            closed({
              kty: Type.Literal('OKP'),
              crv: Type.Literal('Ed25519'),
              x: Type.String({ maxLength: 64 }),
            }),
          ]),
        }),
        response: { 201: closed({ terminal_id: Id }) },
        refusals: withIdempotencyKey(ENROL_TERMINAL_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = { db, clock, request, scope: 'enrolment', status: 201 };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => countEnrolment(context, request.body.code, clientAddress(request)),
          (tx, _id, code) => enrolTerminal(context, tx, { ...request.body, code }),
        ),
      );
    },
  );

  app.post(
    '/v1/terminals/:terminal_id/challenges',
    {
      schema: {
        tags,
        summary: 'Get the challenge a device signs',
        params: closed({ terminal_id: Id }),
        response: { 201: closed({ challenge: Type.String() }) },
        refusals: MAKE_CHALLENGE_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        await makeChallenge(context, request.params.terminal_id, clientAddress(request)),
        201,
      ),
  );

  app.post(
    '/v1/terminal-sessions',
    {
      schema: {
        tags,
        summary: 'Log in with the device’s signature over `seonmul-terminal:<challenge>`',
        body: closed({
          terminal_id: Id,
          challenge: Type.String({ maxLength: 64 }),
          signature: Type.String({ maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' }),
        }),
        response: {
          201: closed({ session_token: Type.String(), expires_at: Timestamp, store_name: Type.String() }),
        },
        refusals: OPEN_TERMINAL_SESSION_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await openTerminalSession(context, request.body), 201),
  );
}
