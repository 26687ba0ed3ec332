import { randomUUID } from 'node:crypto';
import { NOTICE_BATCHES_PATH } from '../../contracts/notices.ts';
import { sql } from '../../kit/db/sql.ts';
import { inTransaction } from '../../kit/db/transaction.ts';
import type { App } from '../../kit/http/app.ts';
import { newId } from '../../kit/ids.ts';
import type { IncomingNotice, StoredNotice } from '../../kit/notices/stored-notices.ts';
import { acceptOffer } from '../../servers/management/offers/accept-offer.ts';
import { takeNotices } from '../../servers/management/orders/uses/take-notices.ts';
import { applyNotices } from './apply-notices.ts';
import { aSignedDoor } from './door.ts';
import { anOffer, doneOf } from './gifts.ts';
import type { TestManagement } from './management.ts';

export type Use = {
  order_id: string;
  redemption_id: string;
  amount_minor: number;
  balance_minor: number;
  entry_no: number;
  handed_over?: boolean;
  kind?: 'certificate_redeemed' | 'redemption_reversed';
};

/** The shop's notice of a redemption, or of its reversal. */
function noticeOfUse({ context }: TestManagement, { kind = 'certificate_redeemed', ...use }: Use) {
  return {
    notice_id: newId(),
    kind,
    occurred_at: context.clock().toISOString(),
    trace_id: randomUUID().replaceAll('-', ''),
    content: {
      ...use,
      certificate_id: use.order_id,
      currency: 'KRW',
      store_id: newId(),
      store_name: '하늘상점 종로점',
      ...(kind === 'certificate_redeemed' ? { channel: 'store' } : { reversal_id: newId() }),
    },
  };
}

/** A notice as if it had been read from a stored batch; some other signed message stands for that. */
export async function asStored({ context }: TestManagement, notice: IncomingNotice): Promise<StoredNotice> {
  const signed = await sql<{ message_id: string }>`select message_id from signed_messages limit 1`.execute(
    context.db,
  );
  const evidence_id = signed.rows[0]?.message_id ?? newId();
  return { ...notice, batch_no: 1n, evidence_id, received_at: new Date(notice.occurred_at) };
}

/** Books a use as if its notice had arrived. */
export async function bookUse(management: TestManagement, use: Use): Promise<void> {
  const { context } = management;
  const notice = await asStored(management, noticeOfUse(management, use));
  await inTransaction(context.db, (tx) => takeNotices(context, tx, 'shop:haneul', [notice]));
}

/** An accepted gift of which 20,000 won were used, as the shop reported in signed batch `batch_no`. */
export async function aUsedGift(
  management: TestManagement,
  app: App,
  { pin, batch_no }: { pin: string; batch_no: number },
): Promise<{ orderId: string; notice_id: string; trace_id: string }> {
  const orderId = await anOffer(management);
  doneOf(await acceptOffer(management.context, orderId, { pin }));
  const use = { redemption_id: newId(), amount_minor: 20_000, balance_minor: 30_000, entry_no: 2 };
  const notice = noticeOfUse(management, { order_id: orderId, ...use });
  const shop = aSignedDoor(app, management.shop.key, management.context);
  const { status, text } = await shop('POST', NOTICE_BATCHES_PATH, { batch_no, notices: [notice] });
  if (status !== 200) throw new Error(`The notice was answered with ${status}: ${text}`);
  await applyNotices(management);
  const { notice_id, trace_id } = notice;
  return { orderId, notice_id, trace_id };
}
