import type { JWK } from 'jose';
import type { Pool } from 'pg';
import { ConfigError, readSettingFile } from '../../kit/config.ts';
import { readEcKeys } from '../../kit/ec-keys.ts';
import { type Limiter, limiter } from '../../kit/limits.ts';
import type { ServerBase } from '../../kit/server.ts';
import { staffLimits } from '../../kit/staff/staff.ts';
import type { SETTINGS } from './config.ts';

export type ShopBase = ServerBase<typeof SETTINGS>;

/** What every operation of the shop server gets. */
export type ShopContext = ShopBase & {
  /** Private keys by kid; the newest is the one that is told to management. */
  sealingKeys: ReadonlyMap<string, JWK>;
  webShopKey: string;
  limits: ShopLimits;
};

export type ShopLimits = ReturnType<typeof shopLimits>;

/** After so many wrong PINs a certificate is locked. */
export const FAILURES_MAX = 5;

/** Independent limits on guessing: one number or terminal tried often, one address, one PIN over many numbers. */
function shopLimits(pool: Pool, secrets: ShopBase['secrets']) {
  const ring = secrets.keyRing('token_pepper');
  const make = (name: string, points: number, duration_s: number): Limiter =>
    limiter(pool, { name, points, duration_s, ring });
  return {
    pinByPhone: make('pin_by_phone', 20, 3600),
    pinByCaller: make('pin_by_caller', 600, 60),
    pinByValue: make('pin_by_value', 300, 3600),
    nobodyByPhone: make('nobody_by_phone', FAILURES_MAX, 30 * 86_400),
    textByPhone: make('text_by_phone', 5, 3600),
    codeByPhone: make('code_by_phone', 5, 3600),
    codeByAddress: make('code_by_address', 60, 3600),
    unlockByAddress: make('unlock_by_address', 60, 3600),
    enrolmentByAddress: make('enrolment_by_address', 20, 3600),
    challengeByAddress: make('challenge_by_address', 120, 60),
    ...staffLimits(pool, secrets),
  };
}

export function createShopContext(base: ShopBase): ShopContext {
  const { sealingKeysFile, webShopKeyFile } = base.settings;
  const keys = readEcKeys('SEALING_KEYS_FILE', sealingKeysFile);
  const webShopKey = readSettingFile('WEB_SHOP_KEY_FILE', webShopKeyFile).trim();
  // An empty key would let everybody call the checkout.
  if (webShopKey === '') throw new ConfigError(`WEB_SHOP_KEY_FILE ${webShopKeyFile} is empty.`);
  return {
    ...base,
    sealingKeys: new Map(keys.map((key) => [key.kid, key])),
    webShopKey,
    limits: shopLimits(base.pool, base.secrets),
  };
}
