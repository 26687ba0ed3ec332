import { TERMINAL_PERMIT_TYP, type TerminalPermit } from '../../../contracts/terminal-permits.ts';
import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { signStatement } from '../../../kit/signing/statement.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';

/** Long enough to key a member number and a PIN, after which it is asked for anyway. */
const PERMIT_MS = 2 * MINUTE_MS;

export const PERMIT_TERMINAL_REFUSALS = refusals(
  'not_found', // nobody buys at this shop's terminals
);

/** The shop's signed statement that a terminal is in use, with which management lets a member log in there by phone PIN. */
export async function permitTerminal(
  { clock, settings, signingKey }: ShopContext,
  { terminal_id }: Till,
): Promise<Result<{ permit: string; expires_at: string }, RefusalOf<typeof PERMIT_TERMINAL_REFUSALS>>> {
  if (settings.buyingUrl === '') return refuse('not_found');
  const audience = new URL(settings.buyingUrl).origin;
  const expires_at = addMs(clock(), PERMIT_MS).toISOString();
  const permit: TerminalPermit = { terminal_id, audience, expires_at };
  return done({ permit: await signStatement(signingKey, TERMINAL_PERMIT_TYP, permit), expires_at });
}
