import {
  NOTICE_BATCH_BYTES_MAX,
  NOTICE_BATCH_REFUSALS,
  NOTICE_BATCHES_PATH,
  NoticeAcknowledgement,
  NoticeBatch,
} from '../../../contracts/notices.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { receiveBatch } from '../../../kit/notices/inbox.ts';
import { batchRefusals } from '../../../kit/notices/refusals.ts';
import { answerUnknownPaths, peerOf, peerSigning } from '../../../kit/signing/fastify.ts';
import type { ManagementContext } from '../context.ts';
import { takeNotice } from './take-notice.ts';

/** What shops tell of their certificates: signed, in numbered batches (Receipt 8 and 10). */
export async function peerRoutes(app: App, context: ManagementContext): Promise<void> {
  peerSigning(app, context);
  answerUnknownPaths(app);
  const { db, clock } = context;
  const refused = batchRefusals(app.metrics, context.log);

  app.post(
    NOTICE_BATCHES_PATH,
    {
      bodyLimit: NOTICE_BATCH_BYTES_MAX,
      config: { callers: ['shop'] },
      schema: {
        tags: ['shops'],
        summary: 'Take a batch of notices',
        security: [{ signature: [] }],
        body: NoticeBatch,
        response: { 200: NoticeAcknowledgement },
        refusals: NOTICE_BATCH_REFUSALS,
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const taken = await receiveBatch(db, party, request.body, evidence, clock(), (tx, notice) =>
        takeNotice(context, tx, party, notice),
      );
      const { batch_no } = request.body;
      if (!taken.ok) refused({ party, batch_no, problem: taken.code, more: taken.extra });
      return sendResult(request, reply, taken);
    },
  );
}
