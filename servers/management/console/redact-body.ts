import { maskEmail } from '../../../kit/email.ts';
import { maskName } from '../../../kit/names.ts';
import { maskPhone } from '../../../kit/phone.ts';

/** Never shown: whatever opens a certificate, an account or a card, and links that act for their owner. */
const SECRET =
  /(^|_)(pin|password|secret|token|security_code|card_number|certificate_number|code_said)$|^(action_url|card_entry_url|number)$/;
const PERSONAL = {
  phone: /(^|_)(phone|mobile|landline)$/,
  email: /(^|_)email$/,
  name: /^(name|(buyer|recipient|holder|sender|subscriber|given|family)_name)$/,
};

/**
 * Redacts a message's body: secrets always, names, numbers and addresses unless `canSeePersonalData`. `hidden` names the
 * fields that differ from what was signed. A body that is not JSON is not shown at all.
 */
export function redactBody(body: string, canSeePersonalData: boolean): { body: string; hidden: string[] } {
  if (body === '') return { body, hidden: [] };
  const hidden = new Set<string>();
  let redacted: unknown;
  try {
    redacted = JSON.parse(body, (name, value: unknown) => {
      const shown = redactField(name, value, canSeePersonalData);
      if (shown !== value) hidden.add(name);
      return shown;
    });
  } catch {
    return { body: '', hidden: ['body'] };
  }
  // With nothing hidden, exactly the text that was signed.
  return hidden.size === 0 ? { body, hidden: [] } : { body: JSON.stringify(redacted), hidden: [...hidden] };
}

function redactField(name: string, value: unknown, canSeePersonalData: boolean): unknown {
  if (SECRET.test(name) && value !== null) return '***';
  if (canSeePersonalData || typeof value !== 'string') return value;
  if (PERSONAL.phone.test(name)) return maskPhone(value);
  if (PERSONAL.email.test(name)) return maskEmail(value);
  return PERSONAL.name.test(name) ? maskName(value) : value;
}
