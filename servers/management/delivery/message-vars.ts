import { openText } from '../../../kit/sealed-text.ts';
import type { ManagementContext } from '../context.ts';
import { readVarsOfUse } from '../orders/uses/vars-of-use.ts';
import type { Message } from './message.ts';

/** What a message says; undefined once that was forgotten. */
export async function varsOf(
  context: ManagementContext,
  message: Pick<Message, 'message_id' | 'subject_id' | 'entry_no' | 'locale' | 'vars_sealed'>,
): Promise<object | undefined> {
  const { message_id, vars_sealed, entry_no } = message;
  if (vars_sealed !== null) return JSON.parse(openText(context, message_id, vars_sealed));
  return entry_no === null ? undefined : readVarsOfUse(context.db, { ...message, entry_no });
}
