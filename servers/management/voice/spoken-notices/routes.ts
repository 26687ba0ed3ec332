import {
  SPOKEN_NOTICES_PATH,
  SpokenNotice,
  SpokenNoticeTaken,
  TAKE_SPOKEN_NOTICE_REFUSALS,
} from '../../../../contracts/spoken-notices.ts';
import { sendAnswer } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { countedTransaction, withIdempotencyKey } from '../../../../kit/idempotency.ts';
import { peerOf } from '../../../../kit/signing/fastify.ts';
import type { ManagementContext } from '../../context.ts';
import { countSpokenNotice, takeSpokenNotice } from './take-spoken-notice.ts';

/** Shops have codes and news said by phone to people whose number takes no texts, or who asked for a call. */
export function spokenNoticeRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;

  app.post(
    SPOKEN_NOTICES_PATH,
    {
      config: { callers: ['shop'] },
      schema: {
        tags: ['shops'],
        summary: 'Have a code or news said by phone',
        security: [{ signature: [] }],
        body: SpokenNotice,
        response: { 202: SpokenNoticeTaken },
        refusals: withIdempotencyKey(TAKE_SPOKEN_NOTICE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { party } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 202 };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => countSpokenNotice(context, request.body),
          (tx, _id, code) => takeSpokenNotice(context, tx, party, request.body, code),
        ),
      );
    },
  );
}
