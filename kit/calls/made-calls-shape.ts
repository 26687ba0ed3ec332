import Type, { type Static } from 'typebox';
import { Id, Timestamp } from '../http/shapes.ts';

export const AskMadeCalls = Type.Object({
  since: Timestamp,
  /** Of the calls that were answered at that moment, those after this one. */
  after: Type.Optional(Id),
});

const Headers = Type.Record(Type.String(), Type.String());
/** The answer as the caller signed it then, with what the signature covers of the request. */
export const SignedThen = Type.Object({
  keyid: Type.String(),
  target_uri: Type.String(),
  headers: Headers,
  request_headers: Headers,
  body: Type.String(),
});
export type SignedThen = Static<typeof SignedThen>;

export const MadeCalls = Type.Object({
  calls: Type.Array(
    Type.Object({
      call_id: Id,
      method: Type.String(),
      path: Type.String(),
      /** As it was sent. */
      body: Type.String(),
      settled_at: Timestamp,
      /** How the caller answered it then, in JSON. Earlier versions don't say. */
      status: Type.Optional(Type.Integer()),
      answer: Type.Optional(Type.String()),
      signed: Type.Optional(SignedThen),
    }),
  ),
  /** The asked server was restored itself, and lacks some of its calls. */
  is_restoring: Type.Optional(Type.Boolean()),
});
export type MadeCalls = Static<typeof MadeCalls>;
