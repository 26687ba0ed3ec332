import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { WORDED_KINDS, WORDING_PARTS } from '../../../kit/wordings/kinds.ts';
import {
  listWordings,
  WordingDraft,
  WordingLocale,
  WordingText,
  WordingVersion,
  wordedMessages,
} from '../../../kit/wordings/shapes.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { PUBLISH_FOR_SHOP_REFUSALS, publishForShop } from './publish-for-shop.ts';
import { countTest, queueTest, SEND_TEST_REFUSALS } from './send-test.ts';

const Kind = Type.Enum([...WORDED_KINDS]);
const ShopId = Type.String({
  pattern: '^[a-z0-9-]{1,64}$',
  description: 'For the gifts of one shop; without it, for those of all.',
});

/** How messages are worded: what there is, publishing words of one's own, and a message to see how they look. */
export function staffWordingRoutes(app: App, context: ManagementContext): void {
  listRoute(app, context);
  publishRoute(app, context);
  testRoute(app, context);
}

const about = { tags: ['staff'], security: [{ session: [] }] };
const writing = { staffRoles: ['operator'], recentProof: true };

function listRoute(app: App, context: ManagementContext): void {
  app.get(
    '/v1/staff/wordings',
    {
      config: { staffRoles: STAFF_ROLES, audited: audited('look_at_wordings', 'wordings', () => 'all') },
      schema: {
        ...about,
        summary: 'List how messages are worded in a language, for all shops or for one',
        querystring: closed({ locale: WordingLocale, shop_id: Type.Optional(ShopId) }),
        response: { 200: wordedMessages(WORDED_KINDS, WORDING_PARTS) },
      },
    },
    async (request, reply) => {
      const { locale, shop_id } = request.query;
      const found = await listWordings(context, { locale, shop_id }, WORDED_KINDS, WORDING_PARTS);
      return sendResult(request, reply, done(found));
    },
  );
}

function publishRoute(app: App, context: ManagementContext): void {
  app.post(
    '/v1/staff/wordings',
    {
      config: {
        ...writing,
        audited: audited('publish_wordings', 'wordings', ({ body }) => Object(body).kind),
      },
      schema: {
        ...about,
        summary: 'Publish words of one’s own for a message, or go back to the standard ones',
        body: closed({
          kind: Kind,
          locale: WordingLocale,
          shop_id: Type.Optional(ShopId),
          texts: Type.Object(
            {
              sms: WordingDraft('sms'),
              mail_subject: WordingDraft('mail_subject'),
              mail_text: WordingDraft('mail_text'),
            },
            { additionalProperties: false, minProperties: 1 },
          ),
        }),
        response: { 201: closed({ versions: Type.Record(Type.String(), WordingVersion) }) },
        refusals: withIdempotencyKey(PUBLISH_FOR_SHOP_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { kind, locale, shop_id, texts: drafts } = request.body;
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          publishForShop(context, tx, staff_id, { kind, locale, shop_id, drafts }),
        ),
      );
    },
  );
}

function testRoute(app: App, context: ManagementContext): void {
  app.post(
    '/v1/staff/wordings/tests',
    {
      config: {
        ...writing,
        audited: audited('send_test_message', 'wordings', ({ body }) => Object(body).kind),
      },
      schema: {
        ...about,
        summary: 'Send a message with these texts, and with examples in place of what it tells',
        body: closed({
          kind: Kind,
          locale: WordingLocale,
          channel: Type.Enum(['sms', 'email']),
          address: Type.String({
            maxLength: 508,
            description: 'A mobile number in any common form, or an address.',
          }),
          texts: closed({
            sms: WordingText('sms'),
            mail_subject: WordingText('mail_subject'),
            mail_text: WordingText('mail_text'),
          }),
        }),
        response: { 202: closed({ queued: Type.Literal(true) }) },
        refusals: withIdempotencyKey(SEND_TEST_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      return sendAnswer(
        reply,
        await idempotentProcess(staffIdempotency(context, request, 202), async () => {
          const to = await countTest(context, staff_id, request.body);
          return to.ok ? queueTest(context, to.value, request.body) : to;
        }),
      );
    },
  );
}
