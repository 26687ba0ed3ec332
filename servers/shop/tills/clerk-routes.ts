import type { FastifyRequest } from 'fastify';
import Type from 'typebox';
import { closed, Id } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { CodeTyped, PersonNameTyped, PhoneTyped, PinTyped } from '../../../kit/typed/shapes.ts';
import { BADGE_DIGITS } from '../clerks/clerks.ts';
import { SIGN_IN_REFUSALS, signIn, signOut } from '../clerks/sign-in.ts';
import type { ShopContext } from '../context.ts';
import { By, CodeSent, Locale } from '../http/shapes.ts';
import {
  ASK_CLERK_CODE_REFUSALS,
  askClerkCode,
  DOCUMENT_KINDS,
  OPEN_BY_CLERK_REFUSALS,
  openByClerk,
} from '../opening/open-by-clerk.ts';
import { VerificationShape } from '../opening/shapes.ts';
import { clerkOf, tillOf } from './guard.ts';

const security = [{ session: [] }];
const tags = ['clerks at a terminal'];

/** A clerk signs in at a terminal, on top of the terminal's own session, and opens certificates whose PIN nobody knows. */
export function clerkRoutes(app: App, context: ShopContext): void {
  sessionRoutes(app, context);
  openingRoutes(app, context);
}

function sessionRoutes(app: App, context: ShopContext): void {
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
            pin: PinTyped,
            new_pin: Type.Optional(PinTyped),
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

function openingRoutes(app: App, context: ShopContext): void {
  const asClerk = { byClerk: true } as const;

  app.post(
    '/v1/terminal/opening-codes',
    {
      config: asClerk,
      schema: {
        tags,
        summary: 'Tell the holder’s phone a code to say to the clerk',
        security,
        body: closed({ phone: PhoneTyped, locale: Locale, by: By }),
        response: { 202: CodeSent },
        refusals: ASK_CLERK_CODE_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await askClerkCode(context, request.body, placeOf(request)), 202),
  );

  app.post(
    '/v1/terminal/openings',
    {
      config: asClerk,
      schema: {
        tags,
        summary: 'Open a phone’s certificates without their PIN, by the holder’s code or document',
        description:
          'It is recorded with the clerk’s name, and the holder is told. A document’s number is not asked for.',
        security,
        body: Type.Union([
          closed({ phone: PhoneTyped, code: CodeTyped }),
          closed({ phone: PhoneTyped, document: Type.Enum([...DOCUMENT_KINDS]), name: PersonNameTyped }),
        ]),
        response: { 201: VerificationShape },
        refusals: OPEN_BY_CLERK_REFUSALS,
      },
    },
    async (request, reply) => {
      const { phone, ...by } = request.body;
      const opening = { phone, by, till: placeOf(request) };
      return sendResult(request, reply, await openByClerk(context, opening), 201);
    },
  );
}

function placeOf(request: FastifyRequest) {
  return { ...tillOf(request), clerk_id: clerkOf(request) };
}
