import type { ProblemCode } from '../../../../kit/http/statuses.ts';
import { maskName } from '../../../../kit/names.ts';
import type { Result } from '../../../../kit/result.ts';
import { openText, sealText } from '../../../../kit/sealed-text.ts';
import type { ManagementContext } from '../../context.ts';
import { choosePhonePinByCall, sendPhonePinCode } from '../../members/choose-phone-pin.ts';
import { requiredDocuments } from '../../members/consents/consents.ts';
import { listPaymentMethods } from '../../members/payment-methods/payment-methods.ts';
import { memberOfPhone, type PhoneMember } from '../../members/phone-member.ts';
import { proveRequestCode } from '../../members/request-codes.ts';
import { invitedName } from '../../members/telephone-invitations.ts';
import { joinByTelephone } from '../../members/telephone-member.ts';
import type { CallRow } from '../call-rows.ts';
import type { EffectResult } from '../dialogues/types.ts';
import { methodFact } from './buy.ts';
import type { EffectCall, EffectOf } from './effect-call.ts';

/** The number that was called: whoever answers has proven it. A number that called us proves nothing. */
function provenPhone({ call_id, direction, phone }: CallRow): string {
  if (direction !== 'out' || phone === null) throw new Error(`Call ${call_id} proves no number.`);
  return phone;
}

/**
 * Whether the number is a member's, else the name that staff wrote down for it, else the one under which the operator knows
 * it. A number that has changed hands since its member proved it is not theirs any more, and its new owner must not come
 * into their account.
 */
export async function lookUpAccount(context: ManagementContext, { call }: EffectCall): Promise<EffectResult> {
  const phone = provenPhone(call);
  const member = await memberOfPhone(context.db, phone);
  const invited = member === undefined ? await invitedName(context, phone) : undefined;
  if (invited !== undefined) return named(context, call, invited);
  const allowed = await context.limits.accountLookUpsByPhone.consume(phone);
  if (!allowed.ok) return { kind: 'refused', code: 'rate_limited' };
  if (member !== undefined) {
    const recycled = await context.carriers.wasRecycledSince(phone, member.proven_at);
    if (recycled === false) return { kind: 'account_known', has_mail: member.email !== null };
    return { kind: 'refused', code: recycled === true ? 'number_recycled' : 'number_unknown' };
  }
  const subscriber = await context.carriers.lookUpName(phone);
  if (subscriber.kind !== 'found') {
    const code = subscriber.kind === 'unknown' ? 'service_unavailable' : 'recipient_unknown';
    return { kind: 'refused', code };
  }
  return named(context, call, subscriber.name);
}

async function named(context: ManagementContext, { call_id }: CallRow, name: string): Promise<EffectResult> {
  const documents = await requiredDocuments(context.db, context.clock());
  const name_sealed = sealText(context, call_id, name).toString('base64');
  return { kind: 'account_named', masked_name: maskName(name), name_sealed, documents };
}

/** The member's id is the input's effect id, so handling the input again makes no second member. */
export async function joinByPhone(
  context: ManagementContext,
  { name_sealed, phone_pin, locale, documents }: EffectOf<'join'>,
  { call, effectId }: EffectCall,
): Promise<EffectResult> {
  const phone = provenPhone(call);
  const name = openText(context, call.call_id, Buffer.from(name_sealed, 'base64'));
  const member = { phone, name, phone_pin, locale, consents: documents };
  return pinSet(context, await joinByTelephone(context, effectId, member));
}

export async function tellMemberNumber(
  { db }: ManagementContext,
  { call }: EffectCall,
): Promise<EffectResult> {
  const member = await memberOfPhone(db, provenPhone(call));
  if (member === undefined) return { kind: 'refused', code: 'member_not_found' };
  return { kind: 'member_number_told', member_number: member.member_number };
}

/** Whether the number keyed in is that of the phone's member. Tries are counted like log-ins from it. */
export async function proveMember(
  context: ManagementContext,
  { member_number }: EffectOf<'prove_member'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const member = await memberOfPhone(context.db, provenPhone(call));
  if (member === undefined) return { kind: 'refused', code: 'member_not_found' };
  const allowed = await context.limits.phonePinByOwnPhone.consume(member.member_id);
  if (!allowed.ok) return { kind: 'refused', code: 'rate_limited' };
  return member.member_number === member_number
    ? { kind: 'member_proven' }
    : { kind: 'refused', code: 'credentials_wrong' };
}

export async function sendMailCode(context: ManagementContext, { call }: EffectCall): Promise<EffectResult> {
  const sent = await sendPhonePinCode(context, provenPhone(call));
  return sent.ok
    ? { kind: 'mail_code_sent', request_id: sent.value.request_id }
    : { kind: 'refused', code: sent.code };
}

export async function proveMailCode(
  context: ManagementContext,
  { request_id, code }: EffectOf<'prove_mail_code'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  const member = await memberOfPhone(context.db, provenPhone(call));
  const proved = await proveRequestCode(context, request_id, {
    purpose: 'phone_pin',
    contact: 'email',
    code,
  });
  if (proved.ok && proved.value.member_id === member?.member_id) return { kind: 'mail_code_proved' };
  return { kind: 'refused', code: 'verification_code_wrong' };
}

export async function choosePhonePin(
  context: ManagementContext,
  { phone_pin, request_id }: EffectOf<'choose_phone_pin'>,
  { call }: EffectCall,
): Promise<EffectResult> {
  return pinSet(context, await choosePhonePinByCall(context, provenPhone(call), phone_pin, request_id));
}

/** Whoever has chosen a phone PIN need not enter it a third time. */
async function pinSet(
  context: ManagementContext,
  set: Result<PhoneMember, ProblemCode>,
): Promise<EffectResult> {
  if (!set.ok) return { kind: 'refused', code: set.code };
  const { member_id, member_number } = set.value;
  const methods = (await listPaymentMethods(context, member_id)).map(methodFact);
  return { kind: 'phone_pin_set', member_id, member_number, methods };
}
