import {
  ASK_BALANCE_REFUSALS,
  AskBalance,
  Balances,
  CHANGE_PIN_REFUSALS,
  ChangePin,
  HOLDER_PATHS,
  PinChanged,
  SEND_UNLOCK_CODE_REFUSALS,
  SendUnlockCode,
  UNLOCK_REFUSALS,
  UnlockByProof,
  UnlockCodeSent,
  Unlocked,
} from '../../../contracts/shop-holders.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { countedTransaction, idempotentProcess, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { ShopContext } from '../context.ts';
import { changePin } from './change-pin.ts';
import { balanceByProof, sendUnlockCode, unlockByProof, verifyProof } from './sealed-proofs.ts';

/** Balances and unlocking for a holder on the phone to management, which passes on PIN and code without reading them. */
export function openingPeerRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;
  const about = { tags: ['management'], security: [{ signature: [] }] };
  const config = { callers: ['management'] };

  app.post(
    HOLDER_PATHS.balanceInquiries,
    {
      config,
      schema: {
        ...about,
        summary: 'Get balances by phone number and PIN entered on a phone call',
        body: AskBalance,
        response: { 200: Balances },
        refusals: withIdempotencyKey(ASK_BALANCE_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = { db, clock, request, scope: `peer:${peerOf(request).party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, () => balanceByProof(context, request.body)),
      );
    },
  );

  app.post(
    HOLDER_PATHS.unlockCodes,
    {
      config,
      schema: {
        ...about,
        summary: 'Send a code to the phone; the response is the same if it has no certificate',
        body: SendUnlockCode,
        response: { 202: UnlockCodeSent },
        refusals: withIdempotencyKey(SEND_UNLOCK_CODE_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = { db, clock, request, scope: `peer:${peerOf(request).party}`, status: 202 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, () => sendUnlockCode(context, request.body)),
      );
    },
  );

  app.post(
    HOLDER_PATHS.unlocks,
    {
      config,
      schema: {
        ...about,
        summary: 'Choose a new PIN with the code, both entered on a phone call',
        body: UnlockByProof,
        response: { 200: Unlocked },
        refusals: withIdempotencyKey(UNLOCK_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = { db, clock, request, scope: `peer:${peerOf(request).party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, () => unlockByProof(context, request.body)),
      );
    },
  );

  app.post(
    HOLDER_PATHS.pinChanges,
    {
      config,
      schema: {
        ...about,
        summary: 'Replace the PIN by a new one, both entered on a phone call',
        body: ChangePin,
        response: { 200: PinChanged },
        refusals: withIdempotencyKey(CHANGE_PIN_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = { db, clock, request, scope: `peer:${peerOf(request).party}`, status: 200 };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => verifyProof(context, request.body),
          (tx, _id, proven) => changePin(context, tx, proven),
        ),
      );
    },
  );
}
