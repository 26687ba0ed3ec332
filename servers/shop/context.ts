import { ConfigError, readSettingFile } from '../../kit/config.ts';
import { type Limiter, limiter } from '../../kit/limits.ts';
import { readSealingKeys, type SealingKeyRing } from '../../kit/sealing-keys.ts';
import type { ServerBase } from '../../kit/server.ts';
import { staffLimits } from '../../kit/staff/staff.ts';
import type { SETTINGS } from './config.ts';

export type ShopBase = ServerBase<typeof SETTINGS>;

/** The context passed to every operation of the shop server. */
export type ShopContext = ShopBase & {
  sealingKeys: SealingKeyRing;
  webShopKey: string;
  limits: ShopLimits;
};

export type ShopLimits = ReturnType<typeof shopLimits>;

/** A certificate is locked after this many wrong PINs. */
export const PIN_FAILURES_MAX = 5;

/** Independent limits on guessing: per phone number, per terminal or address, and per PIN across many numbers. */
function shopLimits({ db, secrets }: Pick<ShopBase, 'db' | 'secrets'>) {
  const ring = secrets.keyRing('token_pepper');
  const make = (name: string, points: number, duration_s: number): Limiter =>
    limiter(db, { name, points, duration_s, ring });
  const own = (name: string, points: number, duration_s: number): Limiter =>
    limiter(db, { name, points, duration_s, ring, own: true });
  return {
    pinByPhone: make('pin_by_phone', 20, 3600),
    pinByCaller: make('pin_by_caller', 600, 60),
    pinByWebShop: make('pin_by_web_shop', 6_000, 60),
    pinByValue: make('pin_by_value', 300, 3600),
    nobodyByPhone: make('nobody_by_phone', PIN_FAILURES_MAX, 30 * 86_400),
    textByPhone: make('text_by_phone', 5, 3600),
    codeByPhone: make('code_by_phone', 5, 3600),
    codeByAddress: make('code_by_address', 60, 3600),
    unlockByAddress: make('unlock_by_address', 60, 3600),
    enrolmentByAddress: make('enrolment_by_address', 20, 3600),
    clerkByTerminal: make('clerk_by_terminal', 5, 600),
    clerksByTerminal: own('clerks_by_terminal', 30, 600),
    challengeByAddress: make('challenge_by_address', 120, 60),
    ...staffLimits(db, secrets),
  };
}

export function createShopContext(base: ShopBase): ShopContext {
  const { sealingKeysFile, webShopKeyFile } = base.settings;
  const webShopKey = readSettingFile('WEB_SHOP_KEY_FILE', webShopKeyFile).trim();
  // An empty key would let anyone call the checkout.
  if (webShopKey === '') throw new ConfigError(`WEB_SHOP_KEY_FILE ${webShopKeyFile} is empty.`);
  return {
    ...base,
    sealingKeys: readSealingKeys(sealingKeysFile),
    webShopKey,
    limits: shopLimits(base),
  };
}
