import { LookUpMember, MemberLookup, SHOP_PATHS } from '../../../contracts/shop-certificates.ts';
import { sendAnswer } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { idempotentStatement, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { ShopContext } from '../context.ts';
import { lookUpMember } from './look-up-member.ts';

/** Management looks up the name behind a phone number. */
export function memberPeerRoutes(app: App, context: ShopContext): void {
  const { db, clock } = context;

  app.post(
    SHOP_PATHS.memberLookups,
    {
      config: { callers: ['management'] },
      schema: {
        tags: ['management'],
        summary: 'Look up a member’s name by phone number (Purchase 8-9)',
        security: [{ signature: [] }],
        body: LookUpMember,
        response: { 200: MemberLookup },
        refusals: withIdempotencyKey([]),
      },
    },
    async (request, reply) => {
      const { party, evidence } = peerOf(request);
      const idempotency = { db, clock, request, scope: `peer:${party}`, status: 200 };
      return sendAnswer(
        reply,
        await idempotentStatement(idempotency, (keeping) =>
          lookUpMember(context, db, party, request.body, { evidence, keeping }),
        ),
      );
    },
  );
}
