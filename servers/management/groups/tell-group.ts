import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import type { ManagementContext } from '../context.ts';
import { queueMessage } from '../messages/queue-message.ts';
import { isReachable, reachesOf } from '../messages/reach.ts';
import { readBuyer } from '../orders/buyer.ts';
import { shopOf } from '../shops/shops.ts';
import type { GroupRow } from './groups.ts';

/** Notifies the buyer of a group once about its payment; each gift is reported by itself. */
export async function tellGroupBuyer(
  context: ManagementContext,
  tx: Tx,
  group: GroupRow,
  kind: 'buyer.several_complete' | 'buyer.purchase_failed' | 'buyer.card_declined',
): Promise<void> {
  if (context.isDoneAgain) return;
  const buyer = await readBuyer(tx, group);
  if (!isReachable(buyer)) return;
  const { locale } = buyer;
  const shop = await shopOf(tx, group);
  const people = await sql<{ n: bigint }>`
    select count(*) as n from orders where group_id = ${group.group_id} and confirmed_at is not null`.execute(
    tx,
  );
  const minor = group.confirmed_minor > 0n ? group.confirmed_minor : group.amount_minor;
  await queueMessage(context, tx, {
    kind,
    vars: {
      shop_name: locale === 'ko' ? shop.name_ko : shop.name_en,
      amount: { amount_minor: minorToJson(minor), currency: group.currency },
      people: Number(people.rows[0]?.n ?? 0n),
    },
    to: reachesOf(buyer),
    locale,
    subject_id: group.group_id,
  });
}
