import type { AskPhoneCheck, CHECK_PHONE_REFUSALS, PhoneCheck } from '../../../contracts/phone-checks.ts';
import { done, type RefusalOf, type Result, refuse } from '../../../kit/result.ts';
import type { ManagementContext } from '../context.ts';

/** What the number's operator says, for a shop that asks. Nobody's phone is asked about without end. */
export async function checkPhone(
  { carriers, limits }: ManagementContext,
  { phone, since, hours }: AskPhoneCheck,
): Promise<Result<PhoneCheck, RefusalOf<typeof CHECK_PHONE_REFUSALS>>> {
  const allowed = await limits.phoneChecksByPhone.consume(phone);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const [recycled, swapped] = await Promise.all([
    carriers.wasRecycledSince(phone, new Date(since)),
    carriers.wasSimSwapped(phone, hours),
  ]);
  return done({ sim_swapped: swapped ?? null, recycled: recycled ?? null });
}
