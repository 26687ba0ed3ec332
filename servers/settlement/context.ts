import type { ServerBase } from '../../kit/server.ts';

/** Statements are written out in the operations, so the tables need no types of their own (ADR 5). */
export type Tables = Record<never, never>;

/** What every operation of the settlement server gets. */
export type SettlementContext = ServerBase<Tables>;

/** An authorisation that is not captured by then is let go (the design allows no more than 15 minutes). */
export const AUTHORISATION_MINUTES = 15;
