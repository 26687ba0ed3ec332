import { Counter } from 'prom-client';
import {
  NOTICE_BATCH_BYTES_MAX,
  NOTICE_BATCHES_PATH,
  NoticeAcknowledgement,
  NoticeBatch,
} from '../../../../contracts/notices.ts';
import { sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { RECEIVE_BATCH_REFUSALS, receiveBatch } from '../../../../kit/notices/inbox.ts';
import { refusedBatchReporter } from '../../../../kit/notices/refused-batches.ts';
import { peerOf } from '../../../../kit/signing/fastify.ts';
import type { ManagementContext } from '../../context.ts';
import type { Doubt } from './check-notice.ts';
import { takeNotice } from './take-notice.ts';

/** What shops report about their certificates: signed, in numbered batches (Receipt 8 and 10). */
export function noticeBatchRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const refused = refusedBatchReporter(app.metrics, context.log);
  const doubtful = new Counter({
    name: 'doubtful_notices_total',
    help: "Notices of shops that did not agree with management's books, by reason.",
    labelNames: ['sender', 'reason'],
    registers: [app.metrics],
  });

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
        response: { 200: NoticeAcknowledgement },
        refusals: RECEIVE_BATCH_REFUSALS,
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const { batch_no } = request.body;
      const reasons: Doubt[] = [];
      const taken = await receiveBatch(db, party, request.body, evidence, clock(), async (tx, notice) => {
        const doubt = await takeNotice(context, tx, party, notice);
        if (doubt !== null) reasons.push(doubt);
      });
      if (!taken.ok) refused({ party, batch_no, problem: taken.code, more: taken.extra });
      else for (const reason of reasons) doubtful.inc({ sender: party, reason });
      return sendResult(request, reply, taken);
    },
  );
}
