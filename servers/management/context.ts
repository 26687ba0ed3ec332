import { Bell } from '../../kit/bell.ts';
import { ProblemError } from '../../kit/http/problem.ts';
import { limiter } from '../../kit/limits.ts';
import { readSealingKeys, type SealingKeyRing } from '../../kit/sealing-keys.ts';
import type { ServerBase } from '../../kit/server.ts';
import type { Party } from '../../kit/signing/index.ts';
import { staffLimits } from '../../kit/staff/context.ts';
import { type Carriers, carriersOf } from './carriers/carriers.ts';
import { readCarriers } from './carriers/settings.ts';
import type { SETTINGS } from './config.ts';

/** Whose the facts in the journal are: nobody is sent any. */
export const OWN_PARTY = 'management';

export type ManagementBase = ServerBase<typeof SETTINGS>;

/** What every operation of the management server needs. */
export type ManagementContext = ManagementBase & {
  sealingKeys: SealingKeyRing;
  carriers: Carriers;
  limits: ReturnType<typeof managementLimits>;
  /** Rung when a batch of notices was stored, for the job that applies it. */
  batchStored: Bell;
  /** It is done again after a restore, so whom it concerns was told of it then. */
  isDoneAgain?: true;
};

const DAY_S = 86_400;

export function managementLimits({
  db,
  secrets,
  settings,
}: Pick<ManagementBase, 'db' | 'secrets' | 'settings'>) {
  const ring = secrets.keyRing('token_pepper');
  const make = (name: string, points: number, duration_s: number) =>
    limiter(db, { name, points, duration_s, ring });
  const makeOwn = (name: string, points: number, duration_s: number) =>
    limiter(db, { name, points, duration_s, ring, own: true });
  return {
    // Wrong passwords: of strangers together, and from each place where the member has logged in before.
    logInByMember: make('log_in_by_member', 10, 900),
    logInByPlace: make('log_in_by_place', 10, 900),
    logInCodesByMember: make('log_in_codes_by_member', 10, DAY_S),
    // Wrong phone PINs: from the member's own phone, from all other phones, and at each terminal and shop.
    phonePinByOwnPhone: make('phone_pin_by_own_phone', 5, 3_600),
    phonePinByMember: make('phone_pin_by_member', 4, 3_600),
    phonePinAtTerminal: make('phone_pin_at_terminal', 5, 3_600),
    phonePinAtShop: make('phone_pin_at_shop', 20, DAY_S),
    // By session, so that a stolen one is neither a way to guess the secret nor to keep its owner from proving it.
    proofsBySession: make('proofs_by_session', 10, 900),
    recoveriesByMember: make('recoveries_by_member', 10, DAY_S),
    recoveriesByPlace: make('recoveries_by_place', 5, DAY_S),
    recoveriesByAddress: makeOwn('recoveries_by_address', 20, 3_600),
    recoveryCodesByMember: make('recovery_codes_by_member', 10, DAY_S),
    contactCodesByMember: make('contact_codes_by_member', 10, DAY_S),
    // Whoever registers is a stranger, and so is the owner of the number and the address they give.
    registrationsByAddress: makeOwn('registrations_by_address', 30, 3_600),
    strangerCodesByPhone: make('stranger_codes_by_phone', 5, 3_600),
    strangerCodesByAccount: make('stranger_codes_by_account', 5, 3_600),
    strangerCodesByServer: make('stranger_codes_by_server', settings.strangerCodesPerHour, 3_600),
    logInByAddress: makeOwn('log_in_by_address', 300, 900),
    ...staffLimits(db, secrets),
    // The read-back is not a telephone directory.
    readBackByMember: make('read_back_by_member', 30, DAY_S),
    readBackByCard: make('read_back_by_card', 30, DAY_S),
    readBackByOrder: make('read_back_by_order', 8, DAY_S),
    knownReadBackByMember: make('known_read_back_by_member', 600, DAY_S),
    // A recipient by mail proves a number: bounded for the gift, whatever numbers are named, and for each number.
    acceptanceCodesByOrder: make('acceptance_codes_by_order', 5, DAY_S),
    acceptanceCodesByPhone: make('acceptance_codes_by_phone', 5, DAY_S),
    resendByOrder: make('resend_by_order', 5, DAY_S),
    dayChangesByOrder: make('day_changes_by_order', 20, DAY_S),
    textByPhone: make('text_by_phone', 40, 3_600),
    callBacksByPhone: make('call_backs_by_phone', 3, DAY_S),
    accountLookUpsByPhone: make('account_look_ups_by_phone', 5, DAY_S),
    phoneChecksByPhone: make('phone_checks_by_phone', 30, DAY_S),
    // Lists of received gifts: each asks the operator whether the number is still the member's.
    receivedChecksByMember: make('received_checks_by_member', 120, DAY_S),
    cardLinksByMember: make('card_links_by_member', 5, DAY_S),
    callBacksByCaller: makeOwn('call_backs_by_caller', 10, DAY_S),
    // What shops have said: a number is rung for its owner's requests only so often, whoever asks.
    codeCallsByPhone: make('code_calls_by_phone', 6, 3_600),
    newsCallsByPhone: make('news_calls_by_phone', 40, DAY_S),
    strangerTold: make('stranger_told', 1, DAY_S),
    testMessagesByStaff: make('test_messages_by_staff', 20, 3_600),
    tooManyTextsTold: make('too_many_texts_told', 1, 3_600),
  };
}

export function createManagementContext(base: ManagementBase): ManagementContext {
  const { carriersFile, sealingKeysFile } = base.settings;
  return {
    ...base,
    sealingKeys: readSealingKeys(sealingKeysFile),
    carriers: carriersOf(readCarriers(carriersFile, base.clock), base),
    limits: managementLimits(base),
    batchStored: new Bell(),
  };
}

/** The settlement servers that are permitted here. */
export function settlementsOf({ parties }: Pick<ManagementContext, 'parties'>): Party[] {
  return parties.filter(({ role }) => role === 'settlement');
}

/** The name of the settlement server that a shop or payment method is of, whether or not it is still permitted. */
export function settlementName(
  context: Pick<ManagementContext, 'parties'>,
  { settlement }: { settlement: string | null },
): string {
  return settlement ?? settlementsOf(context)[0]?.party ?? '';
}

/**
 * The settlement server that a shop or payment method names; one that names none is from before there could be several, and
 * belongs to the first in the list. Throws `service_unavailable` if it is not permitted any more.
 */
export function settlementOf(
  context: Pick<ManagementContext, 'parties'>,
  { settlement }: { settlement: string | null },
): Party {
  const name = settlementName(context, { settlement });
  const party = settlementsOf(context).find((known) => known.party === name);
  if (party === undefined) throw new ProblemError('service_unavailable');
  return party;
}
