import { sql } from '../../../kit/db/sql.ts';
import type { Tx } from '../../../kit/db/transaction.ts';
import { minorToJson } from '../../../kit/money.ts';
import { checkPin, normalisePin, PIN_REFUSALS } from '../../../kit/pin-policy.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { parseName } from '../../../kit/typed/name.ts';
import { parsePhone } from '../../../kit/typed/phone.ts';
import { appendEvent } from '../certificates/certificates.ts';
import { setPin } from '../certificates/set-pin.ts';
import { localeOfHolder } from '../certificates/tell-holder.ts';
import type { ShopContext } from '../context.ts';
import { tell } from '../messages/tell.ts';
import {
  GUESS_PHONE_CODE_REFUSALS,
  guessPhoneCode,
  type ProvenPhone,
  spendPhoneCode,
} from '../opening/phone-codes.ts';

export type AcceptedHandOvers = {
  certificates: {
    certificate_id: string;
    last4: string;
    balance_minor: number;
    currency: string;
    expires_at: string;
  }[];
};

type PendingHandOver = {
  hand_over_id: string;
  certificate_id: string;
  operator: string;
  from_phone: string;
  balance_minor: bigint;
  currency: string;
  last4: string;
  expires_at: Date;
};

export const GUESS_HAND_OVER_CODE_REFUSALS = refusals(
  'rate_limited',
  'phone_number_invalid',
  ...GUESS_PHONE_CODE_REFUSALS,
);

/** Counts the attempt, then compares the code. */
export async function guessHandOverCode(
  context: ShopContext,
  input: { phone: string; code: string },
  address: string,
): Promise<Result<ProvenPhone, RefusalOf<typeof GUESS_HAND_OVER_CODE_REFUSALS>>> {
  const allowed = await context.limits.unlockByAddress.consume(address);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const parsed = parsePhone(input.phone);
  if (!parsed.ok) return refuse(parsed.code);
  return guessPhoneCode(context, { purpose: 'hand_over', subject: parsed.e164 }, input.code);
}

export const ACCEPT_HAND_OVER_REFUSALS = refusals(
  ...GUESS_HAND_OVER_CODE_REFUSALS,
  'name_invalid',
  ...PIN_REFUSALS, // the code stays valid
  'hand_over_not_found', // none is open, or its certificate can't be handed over now, such as during a hold
);

/**
 * The holder of the other phone accepts all that was handed over to it, with the code and a new PIN. From then on the old
 * phone and PIN no longer open it, anywhere, and the hand-over is in its history. The old holder is told.
 */
export async function acceptHandOver(
  context: ShopContext,
  tx: Tx,
  input: { name: string; new_pin: string },
  { code_id, phone }: ProvenPhone,
): Promise<Result<AcceptedHandOvers, RefusalOf<typeof ACCEPT_HAND_OVER_REFUSALS>>> {
  const name = parseName(input.name);
  if (!name.ok) return name;
  const pin = normalisePin(input.new_pin);
  const bad = checkPin(pin, { phone, digits: context.settings.pinDigits });
  if (bad !== null) return refuse(bad);
  const pending = await lockPending(context, tx, phone);
  if (pending.length === 0) return refuse('hand_over_not_found');
  if (!(await spendPhoneCode(context, tx, code_id))) return refuse('verification_code_wrong');
  for (const handOver of pending) await transfer(context, tx, handOver, { phone, name: name.value, pin });
  return done({
    certificates: pending.map(({ certificate_id, last4, balance_minor, currency, expires_at }) => ({
      certificate_id,
      last4,
      balance_minor: minorToJson(balance_minor),
      currency,
      expires_at: expires_at.toISOString(),
    })),
  });
}

async function lockPending(context: ShopContext, tx: Tx, phone: string): Promise<PendingHandOver[]> {
  const now = context.clock();
  const found = await sql<PendingHandOver>`
    select h.hand_over_id, c.certificate_id, c.operator, h.from_phone, b.balance_minor, c.currency, c.number_last4 as last4,
      c.expires_at
    from hand_overs h join certificates c using (certificate_id) join certificate_balances b using (certificate_id)
    where h.to_phone = ${phone} and h.state = 'open' and h.expires_at > ${now} and c.phone = h.from_phone
      and c.state = 'active' and c.expires_at > ${now}
      and b.held_minor = 0 and b.balance_minor > 0 and c.number_last4 is not null
    order by certificate_id for no key update`.execute(tx);
  return found.rows;
}

async function transfer(
  context: ShopContext,
  tx: Tx,
  { hand_over_id, certificate_id, operator, from_phone }: PendingHandOver,
  { phone, name, pin }: { phone: string; name: string; pin: string },
): Promise<void> {
  const now = context.clock();
  await sql`
    update hand_overs set state = 'accepted', ended_at = ${now} where hand_over_id = ${hand_over_id}`.execute(
    tx,
  );
  await sql`
    update certificates set holder_name = ${name}, code_needed_since = null, expiry_told_for = null,
      last_day_told_for = null
    where certificate_id = ${certificate_id}`.execute(tx);
  await setPin(context, tx, [{ certificate_id }], { phone, pin });
  await appendEvent(context, tx, {
    certificate_id,
    kind: 'certificate_handed_over',
    fact_id: hand_over_id,
    content: { hand_over_id },
  });
  const to = { phone: from_phone, locale: await localeOfHolder(tx, from_phone) };
  await tell(context, tx, to, { kind: 'recipient.handed_over', certificate_id, operator, at: now });
}
