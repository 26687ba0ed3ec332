import {
  Balances,
  CONFIRM_HAND_OVER_BY_PROOF_REFUSALS,
  ConfirmHandOverByProof,
  HAND_OVER_BY_PROOF_REFUSALS,
  HandOverBegun,
  HandOverByProof,
  HandOverOpened,
  HOLDER_PATHS,
  TAKE_HAND_OVER_REFUSALS,
  TakeHandOver,
} from '../../../contracts/shop-holders.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { countedTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { ShopContext } from '../context.ts';
import { acceptHandOverByProof, guessHandOverCodeByProof } from './accept-hand-over-by-proof.ts';
import {
  beginHandOverByProof,
  confirmHandOverByProof,
  countHandOverByProof,
  guessHolderCodeByProof,
} from './hand-over-by-proof.ts';

/** Handing certificates over, and taking them, on the phone to management, which passes on PINs without reading them. */
export function handOverPeerRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.post(
    HOLDER_PATHS.handOvers,
    {
      config: { callers: ['management'] },
      schema: {
        tags: ['management'],
        security: [{ signature: [] }],
        summary: 'Begin to hand a certificate over, by phone number and PIN entered on a phone call',
        body: HandOverByProof,
        response: { 201: HandOverBegun },
        refusals: withIdempotencyKey(HAND_OVER_BY_PROOF_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = { db, clock, request, scope: `peer:${peerOf(request).party}`, status: 201 };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => countHandOverByProof(context, request.body),
          (tx, handOverId, proven) => beginHandOverByProof(context, tx, handOverId, proven),
        ),
      );
    },
  );

  app.post(
    HOLDER_PATHS.handOverConfirmations,
    {
      config: { callers: ['management'] },
      schema: {
        tags: ['management'],
        security: [{ signature: [] }],
        summary: 'Go on with a hand-over, by the code that the holder was told, entered on a phone call',
        body: ConfirmHandOverByProof,
        response: { 200: HandOverOpened },
        refusals: withIdempotencyKey(CONFIRM_HAND_OVER_BY_PROOF_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = { db, clock, request, scope: `peer:${peerOf(request).party}`, status: 200 };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => guessHolderCodeByProof(context, request.body),
          (tx, _id, proven) => confirmHandOverByProof(context, tx, proven),
        ),
      );
    },
  );

  app.post(
    HOLDER_PATHS.handOverAcceptances,
    {
      config: { callers: ['management'] },
      schema: {
        tags: ['management'],
        security: [{ signature: [] }],
        summary: 'Take what was handed over to a phone, in the call that told it the code',
        body: TakeHandOver,
        response: { 200: Balances },
        refusals: withIdempotencyKey(TAKE_HAND_OVER_REFUSALS),
      },
    },
    async (request, reply) => {
      const idempotency = { db, clock, request, scope: `peer:${peerOf(request).party}`, status: 200 };
      return sendAnswer(
        reply,
        await countedTransaction(
          idempotency,
          () => guessHandOverCodeByProof(context, request.body),
          (tx, _id, taker) => acceptHandOverByProof(context, tx, taker),
        ),
      );
    },
  );
}
