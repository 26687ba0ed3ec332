import type { ServerBase } from '../../kit/server.ts';
import { type StaffContext, staffLimits } from '../../kit/staff/staff.ts';

/** Statements are written out in the operations, so the tables need no types of their own (ADR 5). */
export type Tables = Record<never, never>;

/** What every operation of the settlement server gets. */
export type SettlementContext = ServerBase<Tables> & Pick<StaffContext, 'limits'>;

export function createSettlementContext(base: ServerBase<Tables>): SettlementContext {
  return { ...base, limits: staffLimits(base.pool, base.secrets) };
}

/** An authorisation that is not captured by then is let go (the design allows no more than 15 minutes). */
export const AUTHORISATION_MINUTES = 15;
