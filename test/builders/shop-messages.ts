import { sql } from '../../kit/db/sql.ts';
import { openText } from '../../kit/sealed-text.ts';
import type { ShopContext } from '../../servers/shop/context.ts';

/** What a shop has queued for a phone, oldest first; empty where it was forgotten. */
async function contentsTo(context: ShopContext, phone: string, channel: 'sms' | 'voice'): Promise<string[]> {
  const found = await sql<{ message_id: string; content_sealed: Buffer | null }>`
    select message_id, content_sealed from messages where phone = ${phone} and channel = ${channel}
    order by message_id`.execute(context.db);
  return found.rows.map(({ message_id, content_sealed }) =>
    content_sealed === null ? '' : openText(context, message_id, content_sealed),
  );
}

export function textsTo(context: ShopContext, phone: string): Promise<string[]> {
  return contentsTo(context, phone, 'sms');
}

/** The notices that management's phone line is to say to a phone. */
export async function callsTo(context: ShopContext, phone: string): Promise<Record<string, unknown>[]> {
  const contents = await contentsTo(context, phone, 'voice');
  return contents.filter((content) => content !== '').map((content) => JSON.parse(content));
}
