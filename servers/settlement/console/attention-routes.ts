import Type from 'typebox';
import { closed, Timestamp } from '../../../contracts/common.ts';
import { sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { done } from '../../../kit/result.ts';
import type { SettlementContext } from '../context.ts';
import { readAttention } from './attention.ts';

const Count = Type.Integer({ minimum: 0 });
const TimeOrNull = Type.Union([Timestamp, Type.Null()]);

/** For a scope of staff. */
export function attentionRoutes(app: App, context: SettlementContext, staffRoles: readonly string[]): void {
  app.get(
    '/v1/staff/attention',
    {
      config: { staffRoles, serviceScope: 'payments', audited: null },
      schema: {
        tags: ['staff: payments'],
        summary: 'Count what staff have to look at',
        security: [{ session: [] }],
        response: {
          200: closed({
            at: Timestamp,
            disputes: closed({
              open: Count,
              respond_by: TimeOrNull,
            }),
            /** Between acquirers’ lists and our book. */
            differences: closed({ open: Count }),
            /** What the acquirers have not answered for ten minutes. */
            unanswered: closed({ requests: Count, payments: Count, since: TimeOrNull }),
            /**
             * That wait for approval, for a confirmed account, or in a file for a bank; accounts that shops ask for; and what
             * banks sent back within a week.
             */
            payouts: closed({
              approvals: Count,
              accounts: Count,
              proposals: Count,
              to_take: Count,
              returned: Count,
            }),
            failing: closed({
              works: Count,
              dead: Type.Integer({ minimum: 0, description: 'Those that are no longer retried' }),
            }),
          }),
        },
      },
    },
    async (request, reply) => sendResult(request, reply, done(await readAttention(context))),
  );
}
