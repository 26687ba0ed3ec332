import type { Readable } from 'node:stream';
import { type Attachment, simpleParser } from 'mailparser';

/** What a report says about one recipient of a mail (RFC 3464, 2.3.3 and 2.3.4). */
export type DeliveryStatus = { action: string; status: string };

const STATUS_PARTS = new Set(['message/delivery-status', 'message/global-delivery-status']);
const RECIPIENTS_MAX = 50;

/** The statuses in a delivery report, one per recipient; none if the mail is not a report (a reply, an advertisement). */
export async function readDeliveryStatuses(mail: Readable): Promise<DeliveryStatus[]> {
  const { attachments } = await simpleParser(mail, {
    keepDeliveryStatus: true,
    skipTextToHtml: true,
    skipImageLinks: true,
  });
  return attachments.filter(isStatus).flatMap(({ content }) => statusesOf(content.toString('utf8')));
}

function isStatus({ contentType }: Attachment): boolean {
  return STATUS_PARTS.has(contentType.toLowerCase());
}

/** Groups of header fields: the first is about the mail, every other about a recipient (RFC 3464, 2.1). */
function statusesOf(text: string): DeliveryStatus[] {
  const groups = text
    .replaceAll('\r\n', '\n')
    .trim()
    .split(/\n[ \t]*\n/);
  return groups.slice(1, 1 + RECIPIENTS_MAX).flatMap((group) => {
    const fields = fieldsOf(group);
    const action = fields.get('action')?.toLowerCase();
    const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(fields.get('status') ?? '')?.[0] ?? '';
    return action === undefined ? [] : [{ action, status }];
  });
}

/** Names are case-insensitive; values may be folded (RFC 5322, 2.2.3) and contain comments (RFC 3464, 2.1.1). */
function fieldsOf(group: string): ReadonlyMap<string, string> {
  const lines = group.replace(/\n[ \t]+/g, ' ').split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', ...value] = line.split(':');
      const text = value
        .join(':')
        .replace(/\([^()]*\)/g, '')
        .trim();
      return [name.trim().toLowerCase(), text];
    }),
  );
}
