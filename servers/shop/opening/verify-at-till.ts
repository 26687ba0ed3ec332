import { consumeAll, type LimitUse } from '../../../kit/limits.ts';
import { normalisePin } from '../../../kit/pin-policy.ts';
import { type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ShopContext, ShopLimits } from '../context.ts';
import type { Till } from '../stores/places.ts';
import { comparePin } from './compare-pin.ts';
import { noteGuessing } from './guessed-phones.ts';
import { findOpenable, type Identity, type Verification } from './openable.ts';
import { typedPhone } from './typed-phone.ts';

export const VERIFY_AT_TILL_REFUSALS = refusals(
  'rate_limited', // this terminal
  'certificate_locked', // too many wrong PINs for this number here; a clerk can open it
  'pin_or_phone_wrong',
);

/**
 * Receipt 4–6: at a till, phone number (or scanned certificate number) and PIN open certificates. Only wrong PINs count:
 * towards the number at this till, towards the number at all tills, and towards the terminal. What is tried elsewhere
 * takes nothing of it, so that no stranger keeps the holder from paying.
 */
export async function verifyAtTill(
  context: ShopContext,
  { pin: typed, ...identity }: Identity & { pin: string },
  { terminal_id }: Pick<Till, 'terminal_id'>,
): Promise<Result<Verification, RefusalOf<typeof VERIFY_AT_TILL_REFUSALS>>> {
  const { limits } = context;
  const pin = normalisePin(typed);
  const named: Identity = 'phone' in identity ? { phone: typedPhone(identity.phone) } : identity;
  const candidates = await findOpenable(context, context.db, named);
  // Whichever number names it, a certificate has one budget.
  const number = candidates[0]?.phone ?? ('phone' in named ? named.phone : named.certificate_number);
  const reserved = tillUses(limits, terminal_id, number);
  const allowed = await consumeAll([[limits.pinByCaller, `terminal:${terminal_id}`], ...reserved]);
  if (!allowed.ok) {
    const { by, retry_after_s } = allowed;
    const isOfNumber =
      by.includes(limits.wrongAtTillByPhone.name) || by.includes(limits.wrongAtTillsByPhone.name);
    if (isOfNumber) await noteGuessing(context, number);
    return refuse(isOfNumber ? 'certificate_locked' : 'rate_limited', { retry_after_s });
  }
  const compared = await comparePin(context, {
    candidates,
    number,
    pin,
    origin: 'till',
    terminal_id,
    reserved,
  });
  return compared.ok ? compared : refuse('pin_or_phone_wrong');
}

/** What a wrong PIN at a till uses up. */
export function tillUses(limits: ShopLimits, terminalId: string, number: string): LimitUse[] {
  return [
    [limits.wrongAtTillByPhone, `${terminalId} ${number}`],
    [limits.wrongAtTillsByPhone, number],
    [limits.wrongByTerminal, terminalId],
  ];
}
