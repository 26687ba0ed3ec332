import Type, { type Static } from 'typebox';
import { Id, open, Timestamp } from './common.ts';

/**
 * GET /v1/peer/made-calls, shop → management: what management had done at the caller, in the order in which that was
 * answered, for a shop that was restored from a backup and lacks it. A call's id was its Idempotency-Key.
 */
export const MADE_CALLS_PATH = '/v1/peer/made-calls';
export const AskMadeCalls = open({
  since: Timestamp,
  /** Of the calls that were answered at that moment, those after this one. */
  after: Type.Optional(Id),
});
export const MadeCalls = open({
  calls: Type.Array(
    open({
      call_id: Id,
      method: Type.String(),
      path: Type.String(),
      /** As it was sent. */
      body: Type.String(),
      settled_at: Timestamp,
      /** How the shop answered it then, in JSON. Earlier versions don't say. */
      status: Type.Optional(Type.Integer()),
      answer: Type.Optional(Type.String()),
    }),
  ),
});
export type MadeCalls = Static<typeof MadeCalls>;
