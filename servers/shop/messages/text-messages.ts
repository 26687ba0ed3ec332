import { addMs, MINUTE_MS, SECOND_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { newId } from '../../../kit/ids.ts';
import { nationalDigits } from '../../../kit/phone.ts';
import { openText, sealText } from '../../../kit/sealed-text.ts';
import type { Receipt } from '../../../kit/texts/receipts.ts';
import type { SmsProviders } from '../../../kit/texts/sms-providers.ts';
import type { ShopContext } from '../context.ts';

const ATTEMPTS_MAX = 8;

/** Queues a text message in the transaction of the change it reports. Until it was sent it is encrypted. */
export async function queueText(
  context: ShopContext,
  tx: Executor,
  { phone, text, due_at }: { phone: string; text: string; due_at: Date },
): Promise<void> {
  const id = newId();
  await sql`
    insert into messages (message_id, channel, phone, content_sealed, state, due_at, created_at)
    values (${id}, 'sms', ${phone}, ${sealText(context, id, text)}, 'due', ${due_at}, ${context.clock()})`.execute(
    tx,
  );
}

type DueText = {
  message_id: string;
  phone: string;
  content_sealed: Buffer | null;
  text: string;
  attempts: number;
};

/** Sends texts that are due. What a text said is forgotten once it is done with. Returns how many. */
export async function sendDueTexts(context: ShopContext, texts: Pick<SmsProviders, 'send'>): Promise<number> {
  const now = context.clock();
  // Postponing claims them: if this process dies, another one retries after that.
  const claimed = await sql<DueText>`
    update messages set attempts = attempts + 1, due_at = ${addMs(now, 30 * SECOND_MS)}
    where message_id in (
      select message_id from messages where channel = 'sms' and state = 'due' and due_at <= ${now}
      order by due_at limit 20 for update skip locked)
    returning message_id, phone, content_sealed, text, attempts`.execute(context.db);
  let sent = 0;
  for (const { message_id, phone, content_sealed, attempts, ...earlier } of claimed.rows) {
    const text = content_sealed === null ? earlier.text : openText(context, message_id, content_sealed);
    const outcome = await texts.send({ to: nationalDigits(phone), text });
    if (outcome.kind === 'not_sent' && attempts < ATTEMPTS_MAX) {
      const wait = Math.min(2 ** attempts * SECOND_MS, 5 * MINUTE_MS);
      await sql`update messages set due_at = ${addMs(now, wait)} where message_id = ${message_id}`.execute(
        context.db,
      );
      continue;
    }
    sent += 1;
    const state = outcome.kind === 'submitted' ? 'sent' : outcome.kind === 'unknown' ? 'unknown' : 'failed';
    const providerId = outcome.kind === 'submitted' ? (outcome.provider_message_ids.at(-1) ?? null) : null;
    await sql`
      update messages set state = ${state}, text = '', content_sealed = null, provider_message_id = ${providerId}
      where message_id = ${message_id}`.execute(context.db);
  }
  return sent;
}

export async function recordReceipt(context: ShopContext, receipt: Receipt): Promise<void> {
  const state =
    receipt.state === 'delivered' ? 'delivered' : receipt.state === 'unknown' ? 'unknown' : 'failed';
  await sql`
    update messages set state = ${state}
    where provider_message_id = ${receipt.provider_message_id} and state = 'sent'`.execute(context.db);
}
