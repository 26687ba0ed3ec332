import { Problem } from '../../../contracts/common.ts';
import {
  NOTICE_BATCH_BYTES_MAX,
  NOTICE_BATCHES_PATH,
  NoticeAcknowledgement,
  NoticeBatch,
} from '../../../contracts/notices.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentTransaction } from '../../../kit/idempotency.ts';
import { receiveBatch } from '../../../kit/notices/inbox.ts';
import { answerUnknownPaths, peerOf, peerSigning } from '../../../kit/signing/fastify.ts';
import type { ManagementContext } from '../context.ts';
import { takeNotice } from './take-notice.ts';

/** What shops tell of their certificates: signed, in numbered batches (Receipt 8 and 10). */
export async function peerRoutes(app: App, context: ManagementContext): Promise<void> {
  peerSigning(app, context);
  answerUnknownPaths(app);
  const { db, clock } = context;

  app.post(
    NOTICE_BATCHES_PATH,
    {
      bodyLimit: NOTICE_BATCH_BYTES_MAX,
      config: { callers: ['shop'] },
      schema: {
        tags: ['shops'],
        summary: 'Receive a batch of notices',
        security: [{ signature: [] }],
        body: NoticeBatch,
        response: { 200: NoticeAcknowledgement, '4xx': Problem },
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentTransaction(idempotency, (tx) =>
          receiveBatch(tx, party, request.body, evidence, clock(), (notice) =>
            takeNotice(context, tx, party, notice),
          ),
        ),
      );
    },
  );
}
