import Type from 'typebox';
import { closed } from '../../contracts/common.ts';
import { PhoneCallView } from '../../contracts/sandbox-voice.ts';
import { ProblemError } from '../../kit/http/problem.ts';
import { parsePhone } from '../../kit/phone.ts';

export const PhoneNumber = Type.String({ minLength: 3, maxLength: 40 });
export const MailAddress = Type.String({ maxLength: 254 });
const Count = Type.Integer({ minimum: 0 });
const Message = closed({
  message_id: Type.String(),
  at: Type.String(),
  from: Type.String(),
  to: Type.String(),
  direction: Type.Enum(['received', 'sent']),
  text: Type.String(),
});
export const Mail = closed({
  mail_id: Type.String(),
  at: Type.String(),
  from: Type.String(),
  to: Type.String(),
  subject: Type.String(),
  text: Type.String(),
  html: Type.Optional(Type.String()),
  list_unsubscribe: Type.Optional(Type.String()),
});
export const PhoneShape = closed({ on: Type.Boolean(), unread: Count, messages: Type.Array(Message) });
export const PhoneInList = closed({
  number: Type.String(),
  name: Type.Optional(Type.String({ description: 'Owner; unknown for numbers outside the demo' })),
  email: Type.Optional(Type.String()),
  kind: Type.Enum(['mobile', 'landline']),
  on: Type.Boolean(),
  call: PhoneCallView.properties.state,
  unread: Count,
  newest: Type.Optional(Message),
});
export const MailboxInList = closed({
  address: Type.String(),
  unread: Count,
  newest: Type.Optional(closed({ at: Type.String(), from: Type.String(), subject: Type.String() })),
});

/** A number as people write it, as the demo knows it. */
export function e164(raw: string): string {
  const parsed = parsePhone(raw);
  if (!parsed.ok) throw new ProblemError('validation_failed', { in: 'params' });
  return parsed.e164;
}
