import {
  AskHeldBatches,
  HeldBatches,
  NamedEpoch,
  NOTICE_BATCH_BYTES_MAX,
  NOTICE_BATCHES_PATH,
  NoticeAcknowledgement,
  ReceivedNoticeBatch,
} from '../../../../contracts/notices.ts';
import { sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { readHeldBatches } from '../../../../kit/notices/held-batches.ts';
import { RECEIVE_BATCH_REFUSALS, receiveBatch } from '../../../../kit/notices/inbox.ts';
import { refusedBatchReporter } from '../../../../kit/notices/refused-batches.ts';
import { epochNamed } from '../../../../kit/notices/sender-epochs.ts';
import { done } from '../../../../kit/result.ts';
import { peerOf } from '../../../../kit/signing/fastify.ts';
import type { ManagementContext } from '../../context.ts';

/**
 * What shops report about their certificates: signed, in numbered batches (Receipt 8 and 10). A batch is only stored here; the
 * job `apply_notices` applies it.
 */
export function noticeBatchRoutes(app: App, context: ManagementContext): void {
  const { db, clock } = context;
  const refused = refusedBatchReporter(app.metrics, context.log);

  app.get(
    NOTICE_BATCHES_PATH,
    {
      config: { callers: ['shop'] },
      schema: {
        tags: ['shops'],
        summary: 'Get what is held of the caller’s own batches, as it signed them',
        security: [{ signature: [] }],
        querystring: AskHeldBatches,
        response: { 200: HeldBatches },
      },
    },
    async (request, reply) => {
      const held = await readHeldBatches(db, peerOf(request).party, request.query.after);
      return sendResult(request, reply, done(held));
    },
  );

  app.post(
    NOTICE_BATCHES_PATH,
    {
      bodyLimit: NOTICE_BATCH_BYTES_MAX,
      config: { callers: ['shop'], takesAnyJson: true },
      schema: {
        tags: ['shops'],
        summary: 'Receive a batch of notices',
        security: [{ signature: [] }],
        querystring: NamedEpoch,
        body: ReceivedNoticeBatch,
        response: { 200: NoticeAcknowledgement },
        refusals: RECEIVE_BATCH_REFUSALS,
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const { batch_no } = request.body;
      const told = { epoch: epochNamed(request.query), evidence };
      const taken = await receiveBatch(db, party, request.body, told, clock());
      if (!taken.ok) {
        refused({ party, batch_no, problem: taken.code, more: taken.extra });
        return sendResult(request, reply, taken);
      }
      context.batchStored.ring();
      for (const broken of taken.value.broken)
        context.log.error({ party, batch_no: String(broken) }, 'a batch does not go on where its sender was');
      return sendResult(request, reply, done(taken.value.acknowledgement));
    },
  );
}
