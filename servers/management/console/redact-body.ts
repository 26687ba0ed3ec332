import { maskEmail } from '../../../kit/email.ts';
import { maskName } from '../../../kit/names.ts';
import { maskPhone } from '../../../kit/phone.ts';

/** Shown to nobody: what opens a certificate, an account or a card, and links that act for their owner. */
const SECRET =
  /(^|_)(pin|password|secret|token|security_code|card_number|certificate_number|code_said)$|^(action_url|card_entry_url|number)$/;
const PERSONAL = {
  phone: /(^|_)(phone|mobile)$/,
  email: /(^|_)email$/,
  name: /^(name|(buyer|recipient|holder|sender|subscriber|given|family)_name)$/,
};

/**
 * A message's body as somebody may read it: secrets are left out for all; names, numbers and addresses are masked unless
 * `canSeePersonalData`. `hidden` names the members that are not as they were signed. What is not JSON is not shown.
 */
export function redactBody(body: string, canSeePersonalData: boolean): { body: string; hidden: string[] } {
  if (body === '') return { body, hidden: [] };
  const hidden = new Set<string>();
  let value: unknown;
  try {
    value = JSON.parse(body, (name, member: unknown) => {
      const shown = redactField(name, member, canSeePersonalData);
      if (shown !== member) hidden.add(name);
      return shown;
    });
  } catch {
    return { body: '', hidden: ['body'] };
  }
  // The very bytes that were signed, when nothing in them is hidden.
  return hidden.size === 0 ? { body, hidden: [] } : { body: JSON.stringify(value), hidden: [...hidden] };
}

function redactField(name: string, member: unknown, canSeePersonalData: boolean): unknown {
  if (SECRET.test(name) && member !== null) return '***';
  if (canSeePersonalData || typeof member !== 'string') return member;
  if (PERSONAL.phone.test(name)) return maskPhone(member);
  if (PERSONAL.email.test(name)) return maskEmail(member);
  return PERSONAL.name.test(name) ? maskName(member) : member;
}
