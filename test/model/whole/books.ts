import { expect } from 'vitest';
import { sql } from '../../../kit/db/sql.ts';
import { conservation as managementBooks } from '../../../servers/management/books/conservation.ts';
import { readBooks as settlementBooks } from '../../../servers/settlement/books/read-books.ts';
import { conservation as shopBooks } from '../../../servers/shop/books/conservation.ts';
import { expectedOfManagement, expectedOfSettlement, expectedOfShop, sumOf } from './model.ts';
import type { World } from './world.ts';

/** All books, in the model's terms, and whether each conserves by its own account. */
async function readAll({ running }: World) {
  const { management, settlement, shop } = running;
  const [[ofManagement], ofSettlement, [ofShop]] = await Promise.all([
    managementBooks(management.context.db),
    settlementBooks(settlement.context.db),
    shopBooks(shop.context.db),
  ]);
  const payee = ofSettlement.payees.find(({ payee }) => payee === 'shop:haneul');
  return {
    holds: {
      management: ofManagement?.holds ?? true,
      settlement: ofSettlement.holds,
      shop: ofShop?.differences ?? [],
    },
    management: {
      issued: Number(ofManagement?.issued_minor ?? 0),
      refunded: Number(ofManagement?.refunded_minor ?? 0),
      redeemed: Number(ofManagement?.redeemed_minor ?? 0),
      expired: Number(ofManagement?.expired_minor ?? 0),
      outstanding: Number(ofManagement?.outstanding_minor ?? 0),
    },
    settlement: {
      captured: payee?.captured_minor ?? 0,
      refunded: payee?.refunded_minor ?? 0,
      paidOut: payee?.paid_out_minor ?? 0,
      commission: payee?.commission_minor ?? 0,
      inTrust: payee?.in_trust_minor ?? 0,
    },
    shop: {
      issued: ofShop?.issued_minor ?? 0,
      outstanding: ofShop?.outstanding_minor ?? 0,
      refunded: ofShop?.refunded_minor ?? 0,
      redeemed: ofShop?.redeemed_minor ?? 0,
      expired: ofShop?.expired_minor ?? 0,
      held: ofShop?.held_minor ?? 0,
    },
  };
}

/**
 * After each verb, each book conserves by itself and is what the model expects. Between the books, settlement captures money
 * before management books it and before the shop issues value, and refunds run the other way.
 */
export async function checkBooks(world: World): Promise<void> {
  const { model } = world;
  const { holds, ...books } = await readAll(world);
  expect(holds).toEqual({ management: true, settlement: true, shop: [] });
  const { management, settlement, shop } = books;
  expect(settlement.captured).toBeGreaterThanOrEqual(management.issued);
  expect(management.issued).toBeGreaterThanOrEqual(shop.issued);
  expect(shop.refunded).toBeGreaterThanOrEqual(settlement.refunded);
  expect(settlement.refunded).toBeGreaterThanOrEqual(management.refunded);
  // Money in trust always covers what may still have to be refunded, with what shops owe for uses that were reversed after they
  // were paid out: a lost dispute has that refunded before the next payout is less by it.
  const unaccepted = model.gifts.filter(({ certificate }) => certificate.state === 'registered');
  const owed = sumOf(Object.values(model.unpaid), (unpaid) => Math.max(0, -unpaid));
  expect(settlement.inTrust + owed).toBeGreaterThanOrEqual(sumOf(unaccepted, ({ amount }) => amount));
  expect(books).toEqual({
    management: expectedOfManagement(model),
    settlement: expectedOfSettlement(model),
    shop: expectedOfShop(model),
  });
}

/** The carrier and the shop have recorded each look-up of a name that the buyer caused, and no others. */
export async function checkLookUps({ running, model }: World): Promise<void> {
  const [carrier, shop] = await Promise.all([
    sql<{ n: bigint }>`select count(*) as n from lookups where api = 'kyc-fill-in'`.execute(
      running.carrier.context.db,
    ),
    sql<{ n: bigint }>`select count(*) as n from member_lookups`.execute(running.shop.context.db),
  ]);
  expect({ carrier: Number(carrier.rows[0]?.n), shop: Number(shop.rows[0]?.n) }).toEqual(model.lookUps);
}
