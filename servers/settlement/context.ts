import { readSealingKeys, type SealingKeyRing } from '../../kit/sealing-keys.ts';
import type { ServerBase } from '../../kit/server.ts';
import { type StaffContext, staffLimits } from '../../kit/staff/staff.ts';
import type { Acquirer } from './acquirers/port.ts';
import { testAcquirer } from './acquirers/test/test-acquirer.ts';
import type { SETTINGS } from './config.ts';

export type SettlementBase = ServerBase<typeof SETTINGS>;

/** What every operation of the settlement server receives. */
export type SettlementContext = SettlementBase &
  Pick<StaffContext, 'limits'> & { sealingKeys: SealingKeyRing; acquirer: Acquirer };

export function createSettlementContext(base: SettlementBase): SettlementContext {
  return {
    ...base,
    sealingKeys: readSealingKeys(base.settings.sealingKeysFile),
    limits: staffLimits(base.pool, base.secrets),
    acquirer: testAcquirer(base.settings.testAcquirerUrl),
  };
}

/** An authorisation that is not captured within this time expires; the design allows at most 15 minutes. */
export const AUTHORISATION_MINUTES = 15;
