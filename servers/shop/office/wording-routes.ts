import Type from 'typebox';
import { closed } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { countedTransaction, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { PhoneTyped } from '../../../kit/typed/shapes.ts';
import { SHOP_WORDED_KINDS, WORDING_MAX } from '../../../kit/wordings/kinds.ts';
import { PUBLISH_WORDINGS_REFUSALS, publishWordings } from '../../../kit/wordings/publish-wordings.ts';
import {
  listWordings,
  WordingDraft,
  WordingLocale,
  WordingVersion,
  wordedMessages,
} from '../../../kit/wordings/shapes.ts';
import type { ShopContext } from '../context.ts';
import { countTest, SEND_TEST_TEXT_REFUSALS, sendTest } from '../messages/send-test.ts';

/** The shop sends texts, and no mail. */
const PARTS = ['sms'] as const;
const common = { tags: ['office: messages'], security: [{ session: [] }] };
const writing = { staffRoles: ['owner'], recentProof: true };
const which = { kind: Type.Enum([...SHOP_WORDED_KINDS]), locale: WordingLocale };

/** How the shop's texts to holders are worded: what there is, publishing words of one's own, and a text to see how they look. */
export function officeWordingRoutes(app: App, context: ShopContext): void {
  app.get(
    '/v1/office/wordings',
    {
      config: { staffRoles: ['owner', 'clerk', 'auditor'] },
      schema: {
        ...common,
        summary: 'List how the texts to holders are worded in a language',
        querystring: closed({ locale: WordingLocale }),
        response: { 200: wordedMessages(SHOP_WORDED_KINDS, PARTS) },
      },
    },
    async (request, reply) => {
      const { locale } = request.query;
      const found = await listWordings(context, { locale, shop_id: undefined }, SHOP_WORDED_KINDS, PARTS);
      return sendResult(request, reply, done(found));
    },
  );

  app.post(
    '/v1/office/wordings',
    {
      config: writing,
      schema: {
        ...common,
        summary: 'Publish words of one’s own for a text, or go back to the standard ones',
        body: closed({
          ...which,
          texts: Type.Object({ sms: WordingDraft('sms') }, { additionalProperties: false, minProperties: 1 }),
        }),
        response: { 201: closed({ versions: Type.Record(Type.String(), WordingVersion) }) },
        refusals: withIdempotencyKey(PUBLISH_WORDINGS_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { kind, locale, texts: drafts } = request.body;
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          publishWordings(context, tx, staff_id, { shop_id: undefined, kind, locale, drafts }),
        ),
      );
    },
  );

  app.post(
    '/v1/office/wordings/tests',
    {
      config: writing,
      schema: {
        ...common,
        summary: 'Send a text that is not published yet, with examples in place of what it tells',
        body: closed({
          ...which,
          phone: PhoneTyped,
          text: Type.String({ minLength: 1, maxLength: WORDING_MAX.sms, pattern: '\\S' }),
        }),
        response: { 202: closed({ queued: Type.Literal(true) }) },
        refusals: withIdempotencyKey(SEND_TEST_TEXT_REFUSALS),
      },
    },
    async (request, reply) => {
      const { staff_id } = staffOf(request);
      const { phone, ...text } = request.body;
      return sendAnswer(
        reply,
        await countedTransaction(
          staffIdempotency(context, request, 202),
          () => countTest(context, staff_id, phone),
          (tx, _id, to) => sendTest(context, tx, to, text),
        ),
      );
    },
  );
}
