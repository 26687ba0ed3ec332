import Type, { type Static } from 'typebox';
import { closed, Id, Timestamp } from './common.ts';

/**
 * Shop → terminal → management: the shop's statement that one of its enrolled terminals is in use now. It is what makes a
 * phone PIN acceptable there. The shop signs it (`kit/signing/statement.ts`) for a terminal with an open session, and
 * learns neither member number nor PIN.
 */
export const TERMINAL_PERMIT_TYP = 'seonmul-terminal-permit';
export const TerminalPermit = closed({
  terminal_id: Id,
  /** The origin of management for which it is good, and no other. */
  audience: Type.String({ maxLength: 300 }),
  expires_at: Timestamp,
});
export type TerminalPermit = Static<typeof TerminalPermit>;

/** A permit as it is passed on. */
export const SignedTerminalPermit = Type.String({
  pattern: '^[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+$',
  maxLength: 2_000,
});
