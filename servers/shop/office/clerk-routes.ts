import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency } from '../../../kit/staff/guard.ts';
import { PersonNameTyped } from '../../../kit/typed/shapes.ts';
import {
  ADD_CLERK_REFUSALS,
  addClerk,
  CHANGE_CLERK_REFUSALS,
  endClerk,
  listClerks,
  newBadge,
  newFirstPin,
} from '../clerks/clerks.ts';
import type { ShopContext } from '../context.ts';
import { DOCUMENT_KINDS } from '../opening/open-by-clerk.ts';
import { listClerkOpenings } from './clerk-openings.ts';

const security = [{ session: [] }];
const tags = ['office: clerks'];
const owner = { staffRoles: ['owner'] } as const;
const params = closed({ clerk_id: Id });
const ClerkShape = closed({ clerk_id: Id, clerk_number: Type.Integer(), name: Type.String() });

export const ClerkOpeningShape = closed({
  opening_id: Id,
  clerk_name: Type.String(),
  store_name_ko: Type.String(),
  store_name_en: Type.String(),
  terminal_name: Type.String(),
  proof: Type.Enum(['code', ...DOCUMENT_KINDS]),
  phone: Type.String(),
  certificate_ids: Type.Array(Id),
  at: Timestamp,
});

/** The clerks who sign in at the tills. */
export function officeClerkRoutes(app: App, context: ShopContext): void {
  clerkRoutes(app, context);
  clerkKeyRoutes(app, context);
  clerkOpeningRoute(app, context);
}

function clerkRoutes(app: App, context: ShopContext): void {
  app.get(
    '/v1/office/clerks',
    {
      config: { staffRoles: ['owner', 'clerk', 'auditor'] },
      schema: {
        tags,
        summary: 'List clerks',
        security,
        response: {
          200: closed({
            clerks: Type.Array(
              closed({
                ...ClerkShape.properties,
                pin: Type.Enum(['own', 'first', 'none']),
                badge_made_at: Type.Union([Timestamp, Type.Null()]),
                last_signed_in_at: Type.Union([Timestamp, Type.Null()]),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => sendResult(request, reply, done({ clerks: await listClerks(context) })),
  );

  app.post(
    '/v1/office/clerks',
    {
      config: owner,
      schema: {
        tags,
        summary: 'Add a clerk, who gets the next number',
        security,
        body: closed({ name: PersonNameTyped }),
        response: { 201: ClerkShape },
        refusals: withIdempotencyKey(ADD_CLERK_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = staffIdempotency(context, request, 201);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx, clerk_id) =>
          addClerk(context, tx, { clerk_id, ...request.body }),
        ),
      );
    },
  );

  app.post(
    '/v1/office/clerks/:clerk_id/departure',
    {
      config: owner,
      schema: {
        tags,
        summary: 'Remove a clerk and sign them out',
        security,
        params,
        response: { 200: closed({ clerk_id: Id, left_at: Timestamp }) },
        refusals: withIdempotencyKey(CHANGE_CLERK_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = staffIdempotency(context, request, 200);
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) => endClerk(context, tx, request.params.clerk_id)),
      );
    },
  );
}

function clerkOpeningRoute(app: App, context: ShopContext): void {
  app.get(
    '/v1/office/clerk-openings',
    {
      config: { staffRoles: ['owner', 'clerk', 'auditor'] },
      schema: {
        tags,
        summary: 'List certificates that clerks opened without their PIN, newest first',
        security,
        querystring: closed({ before: Type.Optional(Id), limit: Limit }),
        response: { 200: closed({ openings: Type.Array(ClerkOpeningShape) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ openings: await listClerkOpenings(context, {}, request.query) })),
  );
}

/** What a clerk signs in with is in one response, and never stored with it. */
function clerkKeyRoutes(app: App, context: ShopContext): void {
  app.post(
    '/v1/office/clerks/:clerk_id/first-pins',
    {
      config: owner,
      schema: {
        tags,
        summary: 'Make a first PIN, in place of the clerk’s PIN, with which they choose their own at a till',
        security,
        params,
        response: { 201: closed({ first_pin: Type.String(), expires_at: Timestamp }) },
        refusals: CHANGE_CLERK_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await newFirstPin(context, request.params.clerk_id), 201),
  );

  app.post(
    '/v1/office/clerks/:clerk_id/badges',
    {
      config: owner,
      schema: {
        tags,
        summary: 'Make a badge, to be printed as a QR code, in place of the last one',
        security,
        params,
        response: { 201: closed({ badge: Type.String() }) },
        refusals: CHANGE_CLERK_REFUSALS,
      },
    },
    async (request, reply) =>
      sendResult(request, reply, await newBadge(context, request.params.clerk_id), 201),
  );
}
