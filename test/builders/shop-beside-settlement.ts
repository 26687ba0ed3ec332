import type { App } from '../../kit/http/app.ts';
import { storePartyKeys } from '../../kit/signing/keys.ts';
import { createSettlementApp } from '../../servers/settlement/app.ts';
import { endAccounts } from '../../servers/settlement/restore/end-accounts.ts';
import { createShopApp } from '../../servers/shop/app.ts';
import { testDatabase } from '../harness/database.ts';
import { freePort } from '../harness/free-port.ts';
import { aParty } from './parties.ts';
import { aSettlement, PAYEE } from './settlement.ts';
import { testShopContext } from './shop-context.ts';
import { staffDoor } from './staff-door.ts';

/** A shop and its settlement, each on a database of its own, that talk over HTTP and sign what they say. One clock. */
export async function aShopBesideSettlement() {
  const settlement = await aSettlement();
  const { time } = settlement.base;
  // Signatures cover the address, so the port is chosen before it listens.
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}`;
  const { signingKey } = settlement.context;
  const validity = { valid_from: '2026-01-01T00:00:00Z' };
  const at = aParty(signingKey.party, signingKey.keyid, { base_url: publicUrl });
  const keys = [{ keyid: signingKey.keyid, public_jwk: signingKey.publicJwk, ...validity }];
  const database = await testDatabase('shop');
  const shopPort = await freePort();
  const made = await testShopContext(database, () => time.now, [
    { ...at, key: signingKey, entry: { ...at.entry, keys } },
  ]);
  const shop = { ...made, context: { ...made.context, publicUrl: `http://127.0.0.1:${shopPort}` } };
  const own = shop.context.signingKey;
  const party = {
    ...{ party: PAYEE, role: 'shop', base_url: shop.context.publicUrl },
    keys: [{ keyid: own.keyid, public_jwk: own.publicJwk, ...validity }],
  };
  await storePartyKeys(settlement.context.db, [party], time.now);
  const context = { ...settlement.context, publicUrl, parties: [...settlement.context.parties, party] };
  const settlementApp: App = await createSettlementApp(context);
  await settlementApp.listen({ host: '127.0.0.1', port });
  const shopApp = await createShopApp(shop.context);
  await shopApp.listen({ host: '127.0.0.1', port: shopPort });
  return {
    time,
    shop: { context: shop.context, send: staffDoor(shopApp) },
    settlement: {
      context: { ...context, ownerUrl: settlement.base.ownerUrl },
      send: staffDoor(settlementApp),
      /** What settlement does about the shop's accounts after a restore. */
      endAccounts: () => endAccounts(context, party),
    },
    async close() {
      await settlementApp.close();
      await shopApp.close();
      await shop.context.close();
      await database.drop();
      shop.removeFiles();
      await settlement.base.drop();
    },
  };
}
