import { isCallKept } from '../calls/calls.ts';
import type { Db } from '../db/transaction.ts';
import { readStored } from '../idempotency-keys.ts';
import { isId } from '../ids.ts';
import { type AskCallsContext, askMadeCalls, ownAnswer } from './ask-made-calls.ts';
import { type AskReceivedContext, askReceivedCalls } from './ask-received-calls.ts';
import type { LostCall } from './calls-check.ts';

/** Of a server that answers others: a request of theirs that it has answered and doesn't know. */
export function lostAnswer(context: AskCallsContext & { db: Db }): LostCall {
  return async (party, since) => {
    let call_id: string | undefined;
    const answer = await askMadeCalls(context, party, since, async (call) => {
      if (call_id !== undefined) return;
      if ((await readStored(context.db, `peer:${party.party}`, call.call_id)) !== undefined) return;
      if ((await ownAnswer(context.signingKey, call)) !== undefined) call_id = call.call_id;
    });
    return { answer, call_id };
  };
}

/** Of a server that has others do something: a call to them that it has made and doesn't know. `isKept`: by its path, it keeps it. */
export function lostRequest(
  context: AskReceivedContext & { db: Db },
  isKept: (path: string) => boolean,
): LostCall {
  return async (party, since) => {
    let call_id: string | undefined;
    const answer = await askReceivedCalls(context, party, since, async (call) => {
      if (call_id !== undefined || !call.isOurs || !isId(call.call_id) || !isKept(call.path)) return;
      if (!(await isCallKept(context.db, call.call_id))) call_id = call.call_id;
    });
    return { answer, call_id };
  };
}
