import {
  Balances,
  HAND_OVER_BY_PROOF_REFUSALS,
  HandOverBegun,
  HandOverByProof,
  SHOP_PATHS,
  TAKE_HAND_OVER_REFUSALS,
  TakeHandOver,
} from '../../../contracts/shop-certificates.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { countedTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { ShopContext } from '../context.ts';
import { acceptHandOverByProof, guessHandOverCodeByProof } from './accept-hand-over-by-proof.ts';
import { beginHandOverByProof, countHandOverByProof } from './hand-over-by-proof.ts';

/** Handing certificates over, and taking them, on the phone to management, which passes on PINs without reading them. */
export function handOverPeerRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.post(
    SHOP_PATHS.handOvers,
    {
      config: { callers: ['management'] },
      schema: {
        tags: ['management'],
        security: [{ signature: [] }],
        summary: 'Hand a certificate over to another phone, by phone number and PIN entered on a phone call',
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
    SHOP_PATHS.handOverAcceptances,
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
