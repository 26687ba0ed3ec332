import type { ParsedMail } from 'mailparser';
import { createTransport } from 'nodemailer';
import { newId } from '../../kit/ids.ts';

const KINDS = {
  failed: { status: '5.1.1', code: 'smtp; 550 5.1.1 No such mailbox', subject: 'could not be delivered' },
  delayed: {
    status: '4.2.2',
    code: 'smtp; 452 4.2.2 Mailbox full',
    subject: 'is not delivered yet; we will keep trying',
  },
} as const;

/** Sends a delivery report to a mail's sender, as mail servers do (RFC 3462, RFC 3464), with a null sender (RFC 5321, 4.5.5). */
export async function sendReport(
  url: string,
  action: keyof typeof KINDS,
  { from, to, mail }: { from: string; to: string; mail: ParsedMail },
): Promise<void> {
  const transport = createTransport({ url, connectionTimeout: 5_000, socketTimeout: 5_000 });
  const raw = reportText(action, { from, to, mail });
  try {
    await transport.sendMail({ envelope: { from: '', to: [from] }, raw });
  } catch {
    // A failure to send a report is not reported: the sender's server may be down or refuse reports.
  } finally {
    transport.close();
  }
}

function reportText(
  action: keyof typeof KINDS,
  { from, to, mail }: { from: string; to: string; mail: ParsedMail },
): string {
  const { status, code, subject } = KINDS[action];
  const boundary = newId();
  return [
    'From: Mail Delivery System <mailer-daemon@mail.example.com>',
    `To: <${from}>`,
    `Subject: Your mail ${subject}`,
    `Date: ${new Date().toUTCString()}`,
    `Message-ID: <${newId()}@mail.example.com>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Your mail to ${to} ${subject}.`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mail.example.com',
    `Arrival-Date: ${new Date().toUTCString()}`,
    '',
    `Final-Recipient: rfc822; ${to}`,
    `Action: ${action}`,
    `Status: ${status}`,
    `Diagnostic-Code: ${code}`,
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    `Message-ID: ${mail.messageId ?? ''}`,
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n');
}
