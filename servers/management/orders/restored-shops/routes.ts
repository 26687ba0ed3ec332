import { AskMadeCalls, MADE_CALLS_PATH, MadeCalls } from '../../../../contracts/made-calls.ts';
import { sendResult } from '../../../../kit/http/answer.ts';
import type { App } from '../../../../kit/http/app.ts';
import { instantOf } from '../../../../kit/http/instant.ts';
import { done } from '../../../../kit/result.ts';
import { peerOf } from '../../../../kit/signing/fastify.ts';
import type { ManagementContext } from '../../context.ts';
import { listMadeCalls } from './made-calls.ts';

/** What a shop that was restored from a backup asks for: what it had done for management and no longer knows. */
export function restoredShopRoutes(app: App, { db }: ManagementContext): void {
  app.get(
    MADE_CALLS_PATH,
    {
      config: { callers: ['shop'] },
      schema: {
        tags: ['shops'],
        summary: 'Get what management had done at the caller since a moment',
        security: [{ signature: [] }],
        querystring: AskMadeCalls,
        response: { 200: MadeCalls },
      },
    },
    async (request, reply) => {
      const { since, after } = request.query;
      const asked = { since: instantOf(since, '/since'), after };
      return sendResult(request, reply, done(await listMadeCalls(db, peerOf(request).party, asked)));
    },
  );
}
