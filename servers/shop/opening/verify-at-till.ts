import { consumeAll, type LimitUse, usesLeft } from '../../../kit/limits.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseCertificateNumber } from '../../../kit/typed/certificate-number.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { parsePin } from '../../../kit/typed/pin.ts';
import type { ShopContext, ShopLimits } from '../context.ts';
import type { Till } from '../stores/places.ts';
import { comparePinAlone } from './compare-pin.ts';
import { noteGuessing } from './guessed-phones.ts';
import { findOpenable, type Identity, type Verification } from './openable.ts';

export const VERIFY_AT_TILL_REFUSALS = refusals(
  'phone_number_invalid',
  'certificate_number_invalid',
  'pin_not_digits', // what can't be a PIN is no attempt
  'pin_wrong_length',
  'rate_limited', // this terminal
  'certificate_locked', // too many wrong PINs for this number here; a clerk can open it
  'certificate_frozen', // the PIN was right
  'certificate_expired', // the PIN was right; says on which day
  'pin_or_phone_wrong', // says how many attempts are left for this number here
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
  const parsed = parseIdentity(identity);
  if (!parsed.ok) return parsed;
  const named = parsed.value;
  const parsedPin = parsePin(typed);
  if (!parsedPin.ok) return parsedPin;
  const pin = parsedPin.value;
  const candidates = await findOpenable(context, named);
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
  const compared = await comparePinAlone(context, {
    candidates,
    number,
    pin,
    origin: 'till',
    terminal_id,
    reserved,
  });
  if (compared.ok || compared.code !== 'pin_or_phone_wrong') return compared;
  // The same for a number without certificates.
  return refuse(compared.code, { attempts_left: await usesLeft(reserved) });
}

/** As typed or scanned. */
function parseIdentity(
  identity: Identity,
): Result<Identity, 'phone_number_invalid' | 'certificate_number_invalid'> {
  if ('phone' in identity) {
    const phone = parsePhone(identity.phone);
    return phone.ok ? done({ phone: phone.e164 }) : refuse(phone.code);
  }
  const number = parseCertificateNumber(identity.certificate_number);
  return number.ok ? done({ certificate_number: number.value }) : number;
}

/** What a wrong PIN at a till uses up. */
export function tillUses(limits: ShopLimits, terminalId: string, number: string): LimitUse[] {
  return [
    [limits.wrongAtTillByPhone, `${terminalId} ${number}`],
    [limits.wrongAtTillsByPhone, number],
    [limits.wrongByTerminal, terminalId],
  ];
}
