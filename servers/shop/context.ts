import { ConfigError, readSettingFile } from '../../kit/config.ts';
import { type Limiter, limiter } from '../../kit/limits.ts';
import { readSealingKeys, type SealingKeyRing } from '../../kit/sealing-keys.ts';
import type { ServerBase } from '../../kit/server.ts';
import { staffLimits } from '../../kit/staff/context.ts';
import type { SETTINGS } from './config.ts';

export type ShopBase = ServerBase<typeof SETTINGS>;

/** The context passed to every operation of the shop server. */
export type ShopContext = ShopBase & {
  sealingKeys: SealingKeyRing;
  webShopKey: string;
  limits: ShopLimits;
  /** It is done again after a restore, so whom it concerns was told of it then. */
  isDoneAgain?: true;
};

export type ShopLimits = ReturnType<typeof shopLimits>;

const MINUTE_S = 60;
const HOUR_S = 3_600;
const DAY_S = 86_400;

/**
 * What is counted where (docs/operations/limits.md). Those named `wrong…` count only what did not open: a right PIN gets
 * its attempt back. Each way in has its own, so that what strangers try in one takes nothing from the holder in another.
 */
export function shopLimits({ db, secrets, settings }: Pick<ShopBase, 'db' | 'secrets' | 'settings'>) {
  const ring = secrets.keyRing('token_pepper');
  const make = (name: string, points: number, duration_s: number): Limiter =>
    limiter(db, { name, points, duration_s, ring });
  const makeOwn = (name: string, points: number, duration_s: number): Limiter =>
    limiter(db, { name, points, duration_s, ring, own: true });
  return {
    // At tills.
    wrongAtTillByPhone: make('wrong_at_till_by_phone', 5, 50 * MINUTE_S),
    wrongAtTillsByPhone: make('wrong_at_tills_by_phone', 20, 5 * HOUR_S),
    wrongByTerminal: make('wrong_by_terminal', 120, HOUR_S),
    clerkOpeningByClerk: make('clerk_opening_by_clerk', 30, DAY_S),
    clerkSignInByTerminal: make('clerk_sign_in_by_terminal', 5, 10 * MINUTE_S),
    clerkSignInsByTerminal: makeOwn('clerk_sign_ins_by_terminal', 30, 10 * MINUTE_S),
    // From afar, by strangers: with the phone line, fewer than ten guesses at a phone in an hour, and twenty in a day.
    wrongAfarByPhone: make('wrong_afar_by_phone', 4, 80 * MINUTE_S),
    wrongAfarDailyByPhone: make('wrong_afar_daily_by_phone', 10, DAY_S),
    wrongInARowByPhone: make('wrong_in_a_row_by_phone', 100, 365 * DAY_S),
    wrongAfarByPin: make('wrong_afar_by_pin', 5, 75 * MINUTE_S),
    // From afar, by whoever has the phone or opened it in this browser before.
    wrongWithCodeByPhone: make('wrong_with_code_by_phone', 10, HOUR_S),
    wrongByDevice: make('wrong_by_device', 5, HOUR_S),
    // On the phone line.
    wrongOnLineByPhone: make('wrong_on_line_by_phone', 3, 6 * HOUR_S),
    toldOfGuessesByPhone: make('told_of_guesses_by_phone', 1, 7 * DAY_S),
    // Codes: each purpose has its own.
    codeByPhone: make('code_by_phone', 5, 5 * HOUR_S),
    codeByDevice: make('code_by_device', 5, 5 * HOUR_S),
    textByPhone: make('text_by_phone', 5, HOUR_S),
    testMessagesByStaff: make('test_messages_by_staff', 20, HOUR_S),
    strangerCodesByServer: make('stranger_codes_by_server', settings.strangerCodesPerHour, HOUR_S),
    // What a caller may do at all.
    pinByCaller: makeOwn('pin_by_caller', 600, MINUTE_S),
    pinByWebShop: makeOwn('pin_by_web_shop', 6_000, MINUTE_S),
    codeByAddress: makeOwn('code_by_address', 60, HOUR_S),
    unlockByAddress: makeOwn('unlock_by_address', 60, HOUR_S),
    enrolmentByAddress: makeOwn('enrolment_by_address', 20, HOUR_S),
    challengeByAddress: makeOwn('challenge_by_address', 120, MINUTE_S),
    ...staffLimits(db, secrets),
  };
}

export function createShopContext(base: ShopBase): ShopContext {
  const { sealingKeysFile, webShopKeyFile } = base.settings;
  return {
    ...base,
    sealingKeys: readSealingKeys(sealingKeysFile),
    webShopKey: readWebShopKey(webShopKeyFile),
    limits: shopLimits(base),
  };
}

/** Throws a `ConfigError` if there is no key: an empty one would let anyone call the checkout. */
export function readWebShopKey(file: string): string {
  const key = readSettingFile('WEB_SHOP_KEY_FILE', file).trim();
  if (key === '') throw new ConfigError(`WEB_SHOP_KEY_FILE ${file} is empty.`);
  return key;
}
