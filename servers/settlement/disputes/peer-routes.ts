import { DISPUTES_PATH, Disputes, ReadDisputes } from '../../../contracts/settlement-disputes.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { done } from '../../../kit/result.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { SettlementContext } from '../context.ts';
import { tellDisputes } from './tell-payer.ts';

/** Disputes, for whoever the payments were taken for. */
export function disputeRoutes(app: App, { db }: SettlementContext): void {
  app.get(
    DISPUTES_PATH,
    {
      config: { callers: ['management', 'shop'] },
      schema: {
        tags: ['payments'],
        summary: 'List the disputes about the caller’s payments that have changed since a position',
        security: [{ signature: [] }],
        querystring: ReadDisputes,
        response: { 200: Disputes },
      },
    },
    async (request, reply) =>
      sendResult(
        request,
        reply,
        done(await tellDisputes(db, peerOf(request).party, BigInt(request.query.after))),
      ),
  );
}
