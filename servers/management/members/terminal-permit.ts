import { Value } from 'typebox/value';
import { TERMINAL_PERMIT_TYP, TerminalPermit } from '../../../contracts/terminal-permits.ts';
import { type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { readStatement } from '../../../kit/signing/statement.ts';
import type { ManagementContext } from '../context.ts';
import type { MemberSession, TerminalLine } from './open-session.ts';
import { logInAtTerminal, PHONE_LOG_IN_REFUSALS, type PhoneCredentials } from './phone-log-in.ts';

export const TERMINAL_LOG_IN_REFUSALS = refusals('terminal_permit_invalid', ...PHONE_LOG_IN_REFUSALS);

/** Logs a member in at a terminal, with the permit that its shop has signed. */
export async function logInWithPermit(
  context: ManagementContext,
  { permit, ...credentials }: PhoneCredentials & { permit: string },
): Promise<Result<MemberSession, RefusalOf<typeof TERMINAL_LOG_IN_REFUSALS>>> {
  const terminal = await readTerminalPermit(context, permit);
  return terminal === undefined
    ? refuse('terminal_permit_invalid')
    : logInAtTerminal(context, credentials, terminal);
}

/** The terminal for which a shop vouches here and now; undefined if anything is wrong with what it signed. */
async function readTerminalPermit(
  { parties, publicUrl, clock }: Pick<ManagementContext, 'parties' | 'publicUrl' | 'clock'>,
  signed: string,
): Promise<TerminalLine | undefined> {
  const now = clock();
  const read = await readStatement(parties, TERMINAL_PERMIT_TYP, signed, now);
  if (read === undefined || !Value.Check(TerminalPermit, read.statement)) return undefined;
  const { terminal_id, audience, expires_at } = read.statement;
  const isShop = parties.some(({ party, role }) => party === read.party && role === 'shop');
  const isForUs = audience === new URL(publicUrl).origin;
  if (!isShop || !isForUs || new Date(expires_at) <= now) return undefined;
  return { party: read.party, terminal_id };
}
