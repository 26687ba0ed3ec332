import { consumeAll, type LimitUse } from '../../../kit/limits.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { parsePin } from '../../../kit/typed/pin.ts';
import type { ShopContext, ShopLimits } from '../context.ts';
import { comparePin } from './compare-pin.ts';
import { noteGuessing } from './guessed-phones.ts';
import { deviceOf } from './known-devices.ts';
import { canBeOpened, findOpenable, type Openable, type Verification } from './openable.ts';
import { GUESS_PHONE_CODE_REFUSALS, guessPhoneCode } from './phone-codes.ts';
import { isSprayed, raiseAlarm } from './spraying.ts';

export type AfarProof = {
  phone: string;
  pin: string;
  /** A code that the phone was told (`askCode`), where PINs alone aren't enough any more. */
  code?: string | undefined;
  request_id?: string | undefined;
};

/** Who verifies: `own` is what counts their requests; a known browser has its cookie. */
export type AfarCaller = { own: LimitUse; device?: string | undefined };

export const VERIFY_AFAR_REFUSALS = refusals(
  'phone_number_invalid',
  'pin_not_digits', // what can't be a PIN is no attempt
  'pin_wrong_length',
  'rate_limited', // this caller; or with a right code, this phone
  ...GUESS_PHONE_CODE_REFUSALS,
  'code_required', // nobody unknown may guess at this phone or this PIN for now
  'certificate_frozen', // the PIN was right
  'certificate_expired', // the PIN was right; says on which day
  'pin_or_phone_wrong',
);

type Refused = RefusalOf<typeof VERIFY_AFAR_REFUSALS>;
type Attempt = { phone: string; pin: string; candidates: Openable[]; caller: AfarCaller };

/**
 * Away from a store, phone number and PIN open certificates. Strangers have few wrong PINs for a phone, and for one PIN
 * over all phones; when those are spent, nobody is refused, but unknown callers are asked for a code to the phone. With
 * the code, or from a browser that opened this phone before, there are attempts of one's own. A number without
 * certificates gets the same answers after the same work.
 */
export async function verifyAfar(
  context: ShopContext,
  proof: AfarProof,
  caller: AfarCaller,
): Promise<Result<Verification, Refused>> {
  const parsed = parsePhone(proof.phone);
  if (!parsed.ok) return refuse(parsed.code);
  const pin = parsePin(proof.pin);
  if (!pin.ok) return pin;
  const phone = parsed.e164;
  const candidates = await findOpenable(context, { phone });
  const attempt = { phone, pin: pin.value, candidates, caller };
  if (proof.code !== undefined) return withCode(context, attempt, { ...proof, code: proof.code });
  const device = deviceOf(context, phone, caller.device, candidates);
  return device === undefined ? asStranger(context, attempt) : onKnownDevice(context, attempt, device);
}

async function withCode(
  context: ShopContext,
  { phone, pin, candidates, caller }: Attempt,
  { code, request_id }: { code: string; request_id?: string | undefined },
): Promise<Result<Verification, Refused>> {
  const counted = await countOwn(caller);
  if (!counted.ok) return counted;
  const asker = request_id ?? '';
  const guessed = await guessPhoneCode(context, { purpose: 'opening', subject: phone, asker }, code);
  if (!guessed.ok) return guessed;
  const reserved: LimitUse[] = [[context.limits.wrongWithCodeByPhone, phone]];
  const allowed = await consumeAll(reserved);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const { code_id } = guessed.value;
  const cleared = inARow(context, phone);
  return comparePin(context, {
    ...alone,
    ...{ candidates, number: phone, pin, reserved, cleared, code_id },
    tallied: false,
  });
}

async function onKnownDevice(
  context: ShopContext,
  { phone, pin, candidates, caller }: Attempt,
  device: string,
): Promise<Result<Verification, Refused>> {
  if (candidates.some(isCodeNeeded)) return askForCode(caller);
  const reserved: LimitUse[] = [[context.limits.wrongByDevice, device]];
  const allowed = await consumeAll([caller.own, ...reserved]);
  if (!allowed.ok) return refusalBy(allowed, caller);
  const cleared = inARow(context, phone);
  return comparePin(context, {
    ...alone,
    ...{ candidates, number: phone, pin, reserved, cleared },
    tallied: false,
  });
}

async function asStranger(
  context: ShopContext,
  { phone, pin, candidates, caller }: Attempt,
): Promise<Result<Verification, Refused>> {
  const { limits } = context;
  if ((await isSprayed(context, 'afar')) || candidates.some(isCodeNeeded)) return askForCode(caller);
  const reserved = strangersUses(limits, phone, pin);
  const allowed = await consumeAll([caller.own, ...reserved]);
  if (!allowed.ok) {
    const { name: byPin } = limits.wrongAfarByPin;
    if (reserved.some(([{ name }]) => name !== byPin && allowed.by.includes(name)))
      await noteGuessing(context, phone);
    if (allowed.by.includes(byPin)) await raiseAlarm(context, 'one_pin');
    return refusalBy(allowed, caller);
  }
  const cleared = inARow(context, phone);
  return comparePin(context, { ...alone, candidates, number: phone, pin, reserved, cleared });
}

/** What a stranger's wrong PIN uses up. */
export function strangersUses(limits: ShopLimits, phone: string, pin: string): LimitUse[] {
  return [
    [limits.wrongAfarByPhone, phone],
    [limits.wrongAfarDailyByPhone, phone],
    [limits.wrongInARowByPhone, phone],
    [limits.wrongAfarByPin, pin],
  ];
}

/** Wrong ones in a row begin anew with a right one, whoever entered it. */
function inARow({ limits }: ShopContext, phone: string): LimitUse[] {
  return [[limits.wrongInARowByPhone, phone]];
}

const alone = { origin: 'afar', terminal_id: null } as const;

function isCodeNeeded(openable: Openable): boolean {
  return openable.code_needed_since !== null && canBeOpened(openable);
}

async function countOwn({ own }: AfarCaller): Promise<Result<null, 'rate_limited'>> {
  const allowed = await consumeAll([own]);
  return allowed.ok ? done(null) : refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
}

async function askForCode(caller: AfarCaller): Promise<Result<never, 'rate_limited' | 'code_required'>> {
  const counted = await countOwn(caller);
  return counted.ok ? refuse('code_required') : counted;
}

function refusalBy(
  { by, retry_after_s }: { by: readonly string[]; retry_after_s: number },
  { own: [own] }: AfarCaller,
): Result<never, 'rate_limited' | 'code_required'> {
  return by.includes(own.name) ? refuse('rate_limited', { retry_after_s }) : refuse('code_required');
}
