import { useMutation } from '@tanstack/react-query';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';

/** What a recovery knows so far: whose it may be, then the code from the mail and where the second one went. */
export type Begun = { recovery_id: string; login: string };
export type MailProved = Begun & { code: string; masked_phone: string; sent_by: 'text' | 'call' };
type Sent = Pick<MailProved, 'masked_phone' | 'sent_by'>;

/** The code from the mail has another sent to the phone, or said there. */
export function useProveMail(recovery_id: string, onSent: (sent: Sent) => void) {
  return useMutation({
    mutationFn: (body: { code: string; phone_code_by: 'text' | 'call' }) =>
      answered(
        api.POST('/v1/recoveries/{recovery_id}/email-proof', { params: { path: { recovery_id } }, body }),
      ),
    onSuccess: ({ masked_phone, sent_by }) => onSent({ masked_phone, sent_by }),
  });
}
