import Type from 'typebox';
import { listFailing, retryFailing } from '../due/failing-work.ts';
import { sendAnswer, sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { closed, Limit, Timestamp } from '../http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../idempotency.ts';
import { done } from '../result.ts';
import type { StaffContext, StaffRules } from './context.ts';
import { staffIdempotency } from './guard.ts';
import { SECURITY } from './shapes.ts';

const tags = ['staff'];
const Job = Type.String({ minLength: 1, maxLength: 64 });
const Subject = Type.String({ minLength: 1, maxLength: 64 });

/** What jobs fail at and what they gave up. For a scope that `requireStaff` guards. */
export function failingWorkRoutes(app: App, context: StaffContext, { prefix, adminRole }: StaffRules): void {
  const { db } = context;
  app.get(
    `${prefix}/failing-work`,
    {
      config: { staffRoles: [adminRole, 'auditor'] },
      schema: {
        tags,
        summary: 'List what jobs fail at, dead letters first',
        security: SECURITY,
        querystring: closed({ limit: Limit }),
        response: {
          200: closed({
            failing: Type.Array(
              closed({
                job: Job,
                subject_id: Subject,
                failures: Type.Integer({ minimum: 1 }),
                first_failed_at: Timestamp,
                /** Without it a dead letter: it waits for staff. */
                next_attempt_at: Type.Optional(Timestamp),
                problem: Type.String(),
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) => {
      const found = await listFailing(db, request.query.limit);
      const failing = found.map(({ job, subject_id, failures, problem, ...at }) => ({
        ...{ job, subject_id, failures, problem },
        first_failed_at: at.first_failed_at.toISOString(),
        ...(at.dead_at === null ? { next_attempt_at: at.next_attempt_at.toISOString() } : {}),
      }));
      return sendResult(request, reply, done({ failing }));
    },
  );

  app.post(
    `${prefix}/failing-work/retry`,
    {
      config: {
        staffRoles: [adminRole],
        audited: ({ body }) => ({ action: 'retry_failing_work', subject: Object(body) }),
      },
      schema: {
        tags,
        summary: 'Have a job try again at once, from its first attempt',
        security: SECURITY,
        body: closed({ job: Job, subject_id: Subject }),
        response: { 200: closed({ retried: Type.Boolean() }) },
        refusals: withIdempotencyKey([]),
      },
    },
    async (request, reply) => {
      const { job, subject_id } = request.body;
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), async (tx) =>
          done({ retried: await retryFailing(tx, subject_id, job) }),
        ),
      );
    },
  );
}
