import Type, { type Static } from 'typebox';
import { closed } from '../http/shapes.ts';

/** The last batch that the caller holds, with all before it; 0 for none. */
export const AskNoticesAgain = closed({
  after: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
});
export type AskNoticesAgain = Static<typeof AskNoticesAgain>;

export const NoticesAgain = closed({
  /** The last batch that the caller was told. */
  last_batch_no: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
});
export type NoticesAgain = Static<typeof NoticesAgain>;
