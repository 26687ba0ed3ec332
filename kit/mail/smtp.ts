import { createTransport } from 'nodemailer';
import { count, ofThisProcess } from '../metrics/count.ts';
import { counter } from '../metrics/definition.ts';
import type { SendOutcome } from '../texts/port.ts';
import { type DkimKey, signatureOf } from './dkim.ts';

export type Mail = {
  to: string;
  subject: string;
  /** Says the same as the HTML. */
  text: string;
  html: string;
  message_id: string;
  /** Where delivery reports go, if not to the sender. */
  return_path?: string;
  /** One-click unsubscribe for this kind of mail (RFC 8058). */
  unsubscribe_url?: string;
};

type MailerSettings = { url: string; from: string; dkim?: DkimKey | undefined };

/** Greets the mail server and logs in, and sends nothing. Undefined if that works, or what goes wrong. */
export async function tryMailServer(url: string): Promise<string | undefined> {
  const transport = createTransport({
    url,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  try {
    await transport.verify();
    return undefined;
  } catch (error) {
    const { responseCode, code } = error as { responseCode?: number; code?: string };
    return responseCode === undefined ? (code ?? 'connection_failed') : `smtp_${responseCode}`;
  } finally {
    transport.close();
  }
}

export const MAILS_SENT = ofThisProcess(
  counter(
    'seonmul_mails_total',
    'Attempts to hand a mail to the mail server, by what came of it: submitted, refused, not_sent, unknown.',
    ['outcome'],
  ),
);

export type Mailer = { send(mail: Mail): Promise<SendOutcome>; close(): void };

/** Sends mail by SMTP. `message_id` is ours, so that a mail that is sent twice is recognised as the same. */
export function mailer({ url, from, dkim }: MailerSettings): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    ...(dkim === undefined ? {} : { dkim: signatureOf(dkim) }),
  });
  return {
    async send(mail) {
      const outcome = await submit(mail);
      count(MAILS_SENT, { outcome: outcome.kind });
      return outcome;
    },
    close: () => transport.close(),
  };

  async function submit({
    to,
    subject,
    text,
    html,
    message_id,
    return_path,
    unsubscribe_url,
  }: Mail): Promise<SendOutcome> {
    try {
      const sent = await transport.sendMail({
        from,
        to: { name: '', address: to },
        ...(return_path === undefined ? {} : { envelope: { from: return_path, to: [to] } }),
        subject,
        text,
        html,
        messageId: `<${message_id}@${domainOf(from)}>`,
        headers: {
          // Suppresses out-of-office replies (RFC 3834, 5).
          'Auto-Submitted': 'auto-generated',
          ...(unsubscribe_url === undefined
            ? {}
            : {
                'List-Unsubscribe': `<${unsubscribe_url}>`,
                'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
              }),
        },
      });
      return { kind: 'submitted', provider_message_ids: [sent.messageId] };
    } catch (error) {
      return outcomeOf(error);
    }
  }
}

function outcomeOf(error: unknown): SendOutcome {
  const { responseCode, command, code } = error as { responseCode?: number; command?: string; code?: string };
  if (responseCode !== undefined && responseCode >= 500)
    return { kind: 'refused', reason: `smtp_${responseCode}` };
  if (responseCode !== undefined && responseCode >= 400)
    return { kind: 'not_sent', reason: `smtp_${responseCode}` };
  // Once the content is being sent, the server may have accepted it.
  if (command === 'DATA') return { kind: 'unknown', reason: code ?? 'connection_broke' };
  return { kind: 'not_sent', reason: code ?? 'connection_failed' };
}

function domainOf(from: string): string {
  return /@([^>\s]+)/.exec(from)?.[1] ?? 'localhost';
}
