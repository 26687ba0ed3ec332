import Type, { type Static } from 'typebox';
import { Id, Timestamp } from '../http/shapes.ts';

export const AskReceivedCalls = Type.Object({
  since: Timestamp,
  /** Of the calls that came at that moment, those after this message. */
  after: Type.Optional(Id),
});

const Headers = Type.Record(Type.String(), Type.String());

export const ReceivedCalls = Type.Object({
  calls: Type.Array(
    Type.Object({
      message_id: Id,
      /** Its Idempotency-Key. */
      call_id: Type.String(),
      method: Type.String(),
      target_uri: Type.String(),
      keyid: Type.String(),
      headers: Headers,
      /** As it was signed. */
      body: Type.String(),
      received_at: Timestamp,
    }),
  ),
  /** The asked server was restored itself, and lacks some of the calls. */
  is_restoring: Type.Optional(Type.Boolean()),
});
export type ReceivedCalls = Static<typeof ReceivedCalls>;
