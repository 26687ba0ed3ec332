import {
  type AskPhoneCheck,
  CHECK_PHONE_REFUSALS,
  PHONE_CHECKS_PATH,
  PhoneCheck,
} from '../../../contracts/phone-checks.ts';
import { sql } from '../../../kit/db/sql.ts';
import {
  judgePhone,
  needsChecking,
  type PHONE_CHECK_REFUSALS,
  type PhoneFacts,
  type PhonePolicy,
} from '../../../kit/phone-checks.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import type { ShopContext } from '../context.ts';
import { askOperator } from '../http/ask-operator.ts';

const NOTHING_KNOWN: PhoneFacts = { sim_swapped: null, recycled: null };

/**
 * A code to a phone is worth what the phone is: its mobile operator is asked, by way of management, whether the number has
 * had another owner since it took its certificates, or its SIM was changed lately. What follows is a policy of this brand.
 */
export async function checkPhone(
  context: ShopContext,
  policy: PhonePolicy,
  phone: string,
): Promise<Result<null, RefusalOf<typeof PHONE_CHECK_REFUSALS>>> {
  if (!needsChecking(policy)) return done(null);
  const held = await sql<{ operator: string; since: Date }>`
    select c.operator, min(greatest(c.accepted_at, h.ended_at)) as since
    from certificates c left join lateral (
      select max(ended_at) as ended_at from hand_overs
      where certificate_id = c.certificate_id and to_phone = ${phone} and state = 'accepted') h on true
    where c.phone = ${phone} and c.state in ('active', 'frozen') and c.accepted_at is not null
    group by c.operator order by 2 limit 1`.execute(context.db);
  const [oldest] = held.rows;
  if (oldest === undefined) return done(null);
  const question: AskPhoneCheck = { phone, since: oldest.since.toISOString(), hours: policy.hours };
  const asked = await askOperator(
    context,
    { operator: oldest.operator, path: PHONE_CHECKS_PATH, body: question },
    { shape: PhoneCheck, codes: CHECK_PHONE_REFUSALS, unknown: 'service_unavailable' },
  );
  // Whatever management does not say clearly is not known.
  const code = judgePhone(policy, asked.ok ? asked.value : NOTHING_KNOWN);
  return code === null ? done(null) : refuse(code);
}
