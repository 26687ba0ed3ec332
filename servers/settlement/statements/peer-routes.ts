import Type from 'typebox';
import { closed, Timestamp } from '../../../contracts/common.ts';
import { STATEMENT_REFUSALS, STATEMENTS_PATH, Statement } from '../../../contracts/settlement-statements.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { refuse } from '../../../kit/result.ts';
import { peerOf } from '../../../kit/signing/fastify.ts';
import type { SettlementContext } from '../context.ts';
import { readStatement } from './read-statement.ts';

/** Statements, for the operator of the programme and for each shop its own. */
export function statementRoutes(app: App, { db, banks }: SettlementContext): void {
  app.get(
    STATEMENTS_PATH,
    {
      config: { callers: ['management', 'shop'] },
      schema: {
        tags: ['payouts'],
        summary: 'Get the statement of a payee; a shop sees only its own',
        security: [{ signature: [] }],
        querystring: closed({
          payee: Type.String({ minLength: 1, maxLength: 64 }),
          from: Timestamp,
          until: Timestamp,
        }),
        response: { 200: Statement },
        refusals: STATEMENT_REFUSALS,
      },
    },
    async (request, reply) => {
      const { party, role } = peerOf(request);
      const { payee, from, until } = request.query;
      if (role === 'shop' && payee !== party) return sendResult(request, reply, refuse('forbidden'));
      return sendResult(request, reply, await readStatement(db, banks, payee, from, until));
    },
  );
}
