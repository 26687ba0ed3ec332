import { createTransport } from 'nodemailer';
import type { SendOutcome } from './smpp.ts';

export type Mail = { to: string; subject: string; text: string; message_id: string };

export type Mailer = { send(mail: Mail): Promise<SendOutcome>; close(): void };

/** Sends mail by SMTP. `message_id` is ours, so that a mail sent again is recognised as the same. */
export function mailer({ url, from }: { url: string; from: string }): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return {
    async send({ to, subject, text, message_id }) {
      try {
        const sent = await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${message_id}@${domainOf(from)}>`,
        });
        return { kind: 'submitted', provider_message_ids: [sent.messageId] };
      } catch (error) {
        return outcomeOf(error);
      }
    },
    close: () => transport.close(),
  };
}

function outcomeOf(error: unknown): SendOutcome {
  const { responseCode, command, code } = error as { responseCode?: number; command?: string; code?: string };
  if (responseCode !== undefined && responseCode >= 500)
    return { kind: 'refused', reason: `smtp_${responseCode}` };
  if (responseCode !== undefined && responseCode >= 400)
    return { kind: 'not_sent', reason: `smtp_${responseCode}` };
  // Once the content was on its way, the server may have taken it.
  if (command === 'DATA') return { kind: 'unknown', reason: code ?? 'connection_broke' };
  return { kind: 'not_sent', reason: code ?? 'connection_failed' };
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
}
