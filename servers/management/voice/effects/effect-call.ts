import type { CallRow } from '../call-rows.ts';

/** The call that asks, and the id that what is made gets: the same when the same input is handled once more. */
export type Asking = { call: CallRow; effectId: string };
