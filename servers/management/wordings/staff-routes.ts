import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentProcess, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { exampleVars } from '../../../kit/wordings/examples.ts';
import { WORDED_KINDS, WORDING_MAX, WORDING_PARTS } from '../../../kit/wordings/kinds.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { Locale } from '../http/shapes.ts';
import { keyOf, standardText, variablesOf } from './check-wording.ts';
import { PUBLISH_WORDINGS_REFUSALS, publishWordings, readWordings } from './publish-wordings.ts';
import { countTest, queueTest, SEND_TEST_REFUSALS } from './send-test.ts';

const Kind = Type.Enum([...WORDED_KINDS]);
const Part = Type.Enum([...WORDING_PARTS]);
const ShopId = Type.String({
  pattern: '^[a-z0-9-]{1,64}$',
  description: 'For the gifts of one shop; without it, for those of all.',
});
const Version = Type.Integer({ minimum: 0, maximum: 2_147_483_646 });
const textOf = (part: keyof typeof WORDING_MAX) =>
  Type.String({
    minLength: 1,
    maxLength: WORDING_MAX[part],
    // A subject is one line.
    pattern: part === 'mail_subject' ? '^[^\\u0000-\\u001f]*\\S[^\\u0000-\\u001f]*$' : '\\S',
  });
const draft = (part: keyof typeof WORDING_MAX) =>
  Type.Optional(
    closed({
      after: Version,
      wording: Type.Union([textOf(part), Type.Null()], {
        description: 'Null goes back to the standard text.',
      }),
    }),
  );

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
        querystring: closed({ locale: Locale, shop_id: Type.Optional(ShopId) }),
        response: {
          200: closed({
            messages: Type.Array(
              closed({
                kind: Kind,
                variables: Type.Array(Type.String(), {
                  description: 'What may stand between double braces in its texts.',
                }),
                examples: Type.Record(Type.String(), Type.Unknown(), {
                  description: 'A value for each variable, to show a text with.',
                }),
                texts: Type.Array(
                  closed({
                    part: Part,
                    standard: Type.String(),
                    version: Version,
                    wording: Type.Union([Type.String(), Type.Null()]),
                  }),
                ),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => {
      const { locale, shop_id } = request.query;
      const own = await readWordings(context.db, { locale, shop_id });
      const messages = WORDED_KINDS.map((kind) => {
        const variables = variablesOf(kind, locale);
        const texts = WORDING_PARTS.map((part) => {
          const key = keyOf(kind, part);
          const { version, wording } = own.get(key) ?? { version: 0, wording: null };
          return { part, standard: standardText(key, locale), version, wording };
        });
        return { kind, variables, examples: exampleVars(variables, locale, context.clock()), texts };
      });
      return sendResult(request, reply, done({ messages }));
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
          locale: Locale,
          shop_id: Type.Optional(ShopId),
          texts: Type.Object(
            { sms: draft('sms'), mail_subject: draft('mail_subject'), mail_text: draft('mail_text') },
            { additionalProperties: false, minProperties: 1 },
          ),
        }),
        response: { 201: closed({ versions: Type.Record(Type.String(), Version) }) },
        refusals: withIdempotencyKey(PUBLISH_WORDINGS_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { kind, locale, shop_id, texts: drafts } = request.body;
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          publishWordings(context, tx, staff_id, { kind, locale, shop_id, drafts }),
        ),
      );
    },
  );
}

function testRoute(app: App, context: ManagementContext): void {
  const text = (part: keyof typeof WORDING_MAX) => Type.Optional(textOf(part));
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
          locale: Locale,
          channel: Type.Enum(['sms', 'email']),
          address: Type.String({
            maxLength: 508,
            description: 'A mobile number in any common form, or an address.',
          }),
          texts: closed({
            sms: text('sms'),
            mail_subject: text('mail_subject'),
            mail_text: text('mail_text'),
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
