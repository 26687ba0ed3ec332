import { limiter } from '../../kit/limits.ts';
import { readSealingKeys, type SealingKeyRing } from '../../kit/sealing-keys.ts';
import type { ServerBase } from '../../kit/server.ts';
import { staffLimits } from '../../kit/staff/context.ts';
import { type Acquirers, acquirers } from './acquirers/acquirers.ts';
import { openAcquirers } from './acquirers/settings.ts';
import { type Banks, banks } from './banks/banks.ts';
import { bankFiles } from './banks/file/bank-files.ts';
import { openBanks } from './banks/settings.ts';
import type { SETTINGS } from './config.ts';

/** Whose the facts in the journal are: nobody is sent any. */
export const OWN_PARTY = 'settlement';

export type SettlementBase = ServerBase<typeof SETTINGS>;

/** What every operation of the settlement server receives. */
export type SettlementContext = SettlementBase & {
  sealingKeys: SealingKeyRing;
  acquirers: Acquirers;
  banks: Banks;
  limits: ReturnType<typeof settlementLimits>;
};

export function settlementLimits({ db, secrets }: Pick<SettlementBase, 'db' | 'secrets'>) {
  return {
    ...staffLimits(db, secrets),
    // Against trying out stolen cards, or guessing what is missing of one.
    keyedCardsByPayer: limiter(db, {
      name: 'keyed_cards_by_payer',
      points: 5,
      duration_s: 3_600,
      ring: secrets.keyRing('token_pepper'),
    }),
  };
}

export function createSettlementContext(base: SettlementBase): SettlementContext {
  const { sealingKeysFile, acquirersFile, banksFile, keyedCards } = base.settings;
  return {
    ...base,
    sealingKeys: readSealingKeys(sealingKeysFile),
    limits: settlementLimits(base),
    acquirers: acquirers(openAcquirers(acquirersFile), { takesKeyedCards: keyedCards === 'yes' }),
    banks: banks(openBanks(banksFile, bankFiles(base))),
  };
}

/** An authorisation that is not captured within this time expires; the design allows at most 15 minutes. */
export const AUTHORISATION_MINUTES = 15;
