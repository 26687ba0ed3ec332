import type { Clock } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { WordedKind, WordingPart } from '../../../kit/wordings/kinds.ts';
import {
  type Drafts,
  type For,
  PUBLISH_WORDINGS_REFUSALS,
  publishWordings,
} from '../../../kit/wordings/publish-wordings.ts';

export const PUBLISH_FOR_SHOP_REFUSALS = refusals('shop_not_found', ...PUBLISH_WORDINGS_REFUSALS);

/** Publishes new versions of a message's texts, all or none, for a shop there is, or for all. */
export async function publishForShop(
  context: { clock: Clock },
  tx: Tx,
  staffId: string,
  asked: For & { kind: WordedKind; drafts: Drafts },
): Promise<
  Result<{ versions: Partial<Record<WordingPart, number>> }, RefusalOf<typeof PUBLISH_FOR_SHOP_REFUSALS>>
> {
  if (asked.shop_id !== undefined) {
    const shop = await sql`select 1 from shops where shop_id = ${asked.shop_id}`.execute(tx);
    if (shop.rows.length === 0) return refuse('shop_not_found');
  }
  return publishWordings(context, tx, staffId, asked);
}
