import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JWK } from 'jose';
import type { Clock } from '../../kit/clock.ts';
import { readSettings } from '../../kit/config.ts';
import { openDatabase } from '../../kit/db/pool.ts';
import { LOCAL_NETWORK } from '../../kit/http/network.ts';
import { createLogger } from '../../kit/log.ts';
import { RestoreGate } from '../../kit/restore/restore-gate.ts';
import { generateSealingKeyPair } from '../../kit/sealed-pin.ts';
import { loadSecrets } from '../../kit/secrets.ts';
import { storePartyKeys } from '../../kit/signing/keys.ts';
import { SETTINGS } from '../../servers/shop/config.ts';
import { createShopContext, type ShopContext } from '../../servers/shop/context.ts';
import type { TestDatabase } from '../harness/database.ts';
import { aParty, type TestParty } from './parties.ts';

export const WEB_SHOP_KEY = 'webshop_key-of-the-test';

/** A shop server's context with keys of its own, and the public key that seals PINs for it. */
export async function testShopContext(
  database: TestDatabase,
  clock: Clock,
  peers: readonly TestParty[],
): Promise<{ context: ShopContext; sealing: JWK; removeFiles: () => void }> {
  const dir = mkdtempSync(join(tmpdir(), 'seonmul-shop-'));
  const file = (name: string, content: unknown) => {
    const path = join(dir, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const ring = () => ({ current: 'v1', keys: { v1: randomBytes(32).toString('base64') } });
  const sealing = await generateSealingKeyPair('seal-1');
  const secretsFile = file('secrets.json', {
    pin_hmac: ring(),
    number_encryption: ring(),
    text_encryption: ring(),
    token_pepper: ring(),
  });
  const settings = readSettings(SETTINGS, {
    PORT: '0',
    PUBLIC_URL: 'http://shop.example',
    DATABASE_URL: database.url,
    SIGNING_KEY_FILE: 'unused',
    PARTIES_FILE: 'unused',
    SECRETS_FILE: secretsFile,
    SEALING_KEYS_FILE: file('sealing.json', [sealing.privateJwk]),
    WEB_SHOP_KEY_FILE: file('web-shop-key', WEB_SHOP_KEY),
    STAFF_SECOND_FACTOR: 'optional',
    BRAND_KO: '하늘상점',
    BRAND_EN: 'Haneul Store',
    CASH_MAX: '1000000',
    TEXT_PROVIDERS_FILE: 'unused',
  });
  const secrets = loadSecrets(secretsFile);
  const opened = openDatabase(database.url, { applicationName: 'shop-test' });
  const parties = peers.map(({ entry }) => entry);
  await storePartyKeys(opened.db, parties, clock());
  const context = createShopContext({
    ...opened,
    settings,
    publicUrl: settings.publicUrl,
    network: LOCAL_NETWORK,
    clock,
    random: randomBytes,
    log: createLogger('shop-test', 'fatal'),
    signingKey: aParty('shop:haneul', 'h1').key,
    parties,
    secrets,
    restoreGate: new RestoreGate(),
  });
  const removeFiles = () => rmSync(dir, { recursive: true });
  return { context, sealing: sealing.publicJwk, removeFiles };
}
