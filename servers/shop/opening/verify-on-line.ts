import { consumeAll, type LimitUse } from '../../../kit/limits.ts';
import { type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { parsePin } from '../../../kit/typed/pin.ts';
import type { ShopContext } from '../context.ts';
import { comparePinAlone } from './compare-pin.ts';
import { noteGuessing } from './guessed-phones.ts';
import { findOpenable, type Verification } from './openable.ts';

export const VERIFY_ON_LINE_REFUSALS = refusals(
  'rate_limited', // this caller
  'certificate_locked', // too many wrong PINs on the phone line; a code to the phone sets a new one
  'certificate_frozen', // the PIN was right
  'certificate_expired', // the PIN was right; says on which day
  'pin_or_phone_wrong', // also what can't be a phone number or PIN, which is no attempt
);

/**
 * Phone number and PIN that somebody keyed on management's phone line. It has a budget of its own: what strangers try on
 * the web stops no caller, and the other way round.
 */
export async function verifyOnLine(
  context: ShopContext,
  typed: { phone: string; pin: string },
  caller: string,
): Promise<Result<Verification, RefusalOf<typeof VERIFY_ON_LINE_REFUSALS>>> {
  const { limits } = context;
  const parsed = parsePhone(typed.phone);
  const pin = parsePin(typed.pin);
  if (!parsed.ok || !pin.ok) return refuse('pin_or_phone_wrong');
  const phone = parsed.e164;
  const candidates = await findOpenable(context, { phone });
  const reserved: LimitUse[] = [[limits.wrongOnLineByPhone, phone]];
  const allowed = await consumeAll([[limits.pinByCaller, `voice:${caller}`], ...reserved]);
  if (!allowed.ok) {
    const isOfPhone = allowed.by.includes(limits.wrongOnLineByPhone.name);
    if (isOfPhone) await noteGuessing(context, phone);
    return refuse(isOfPhone ? 'certificate_locked' : 'rate_limited', {
      retry_after_s: allowed.retry_after_s,
    });
  }
  return comparePinAlone(context, {
    ...{ candidates, number: phone, pin: pin.value, reserved },
    ...{ origin: 'line', terminal_id: null },
  });
}
