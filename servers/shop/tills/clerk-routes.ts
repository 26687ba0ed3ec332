import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { BADGE_DIGITS } from '../clerks/clerks.ts';
import { SIGN_IN_REFUSALS, signIn, signOut } from '../clerks/sign-in.ts';
import type { ShopContext } from '../context.ts';
import { Pin } from '../http/shapes.ts';
import { tillOf } from './guard.ts';

const security = [{ session: [] }];
const tags = ['clerks at a terminal'];

/** A clerk signs in at a terminal, on top of the terminal's own session. */
export function clerkSessionRoutes(app: App, context: ShopContext): void {
  app.post(
    '/v1/terminal/clerk-sessions',
    {
      schema: {
        tags,
        summary: 'Sign a clerk in by number and PIN or by badge, in place of whoever was signed in',
        description: 'With a first PIN, or to change their own, clerks send a `new_pin` as well.',
        security,
        body: Type.Union([
          closed({
            clerk_number: Type.Integer({ minimum: 1, maximum: 999_999_999 }),
            pin: Pin,
            new_pin: Type.Optional(Pin),
          }),
          closed({ badge: Type.String({ pattern: `^[0-9]{${BADGE_DIGITS}}$` }) }),
        ]),
        response: {
          201: closed({
            clerk: closed({ clerk_id: Id, clerk_number: Type.Integer(), name: Type.String() }),
            idle_minutes: Type.Integer({
              description: 'They are signed out when they have done nothing for so long.',
            }),
          }),
        },
        refusals: SIGN_IN_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await signIn(context, tillOf(request), request.body), 201),
  );

  app.delete(
    '/v1/terminal/clerk-sessions/current',
    {
      schema: {
        tags,
        summary: 'Sign the clerk out',
        security,
        response: { 200: closed({ ended: Type.Boolean() }) },
      },
    },
    async (request, reply) => sendResult(request, reply, await signOut(context, tillOf(request))),
  );
}
