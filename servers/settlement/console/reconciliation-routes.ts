import Type from 'typebox';
import { Currency, closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Day, Limit } from '../../../kit/http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { Reason } from '../../../kit/staff/notes.ts';
import type { SettlementContext } from '../context.ts';
import { DIFFERENCES } from '../reconciliation/compare.ts';
import { DISMISS_DIFFERENCE_REFUSALS, dismissDifference } from '../reconciliation/dismiss.ts';
import { listDifferences, listReconciliations } from '../reconciliation/list.ts';
import { START_RECONCILIATION_REFUSALS, startReconciliation } from '../reconciliation/start.ts';

const tags = ['staff: reconciliation'];
const security = [{ session: [] }];
const anyStaff = { staffRoles: ['treasurer', 'auditor'], serviceScope: 'books' };
const treasurer = { staffRoles: ['treasurer'] };
const Text = Type.String();
const TextOrNull = Type.Union([Text, Type.Null()]);
const TimeOrNull = Type.Union([Timestamp, Type.Null()]);
const Acquirer = Type.String({ minLength: 1, maxLength: 40 });
const Count = Type.Integer({ minimum: 0 });
const SignedAmount = Type.Integer({
  description: 'Amount in the currency’s minor unit; negative: away from us.',
});
const Kind = Type.Enum([...DIFFERENCES]);
const DifferenceState = Type.Enum(['waiting', 'open', 'closed']);

const ReconciliationShape = closed({
  reconciliation_id: Id,
  acquirer: Text,
  day: Day,
  state: Type.Enum(['listing', 'paying', 'comparing', 'done']),
  pages: Count,
  movements: Count,
  staff_login: TextOrNull,
  created_at: Timestamp,
  finished_at: TimeOrNull,
});
const DifferenceShape = closed({
  difference_id: Id,
  acquirer: Text,
  about: Type.Enum(['charge', 'refund', 'charge_back', 'movement']),
  kind: Kind,
  payment_id: Type.Union([Id, Type.Null()]),
  order_id: Type.Union([Id, Type.Null()]),
  reference: TextOrNull,
  movement_kind: TextOrNull,
  ours_minor: SignedAmount,
  theirs_minor: SignedAmount,
  currency: Currency,
  theirs_currency: Currency,
  state: DifferenceState,
  found_at: Timestamp,
  closed_at: TimeOrNull,
  closed_because: Type.Union([Type.Enum(['agreed', 'changed', 'dismissed']), Type.Null()]),
  dismissed_because: TextOrNull,
});

/** What acquirers list, compared with our book: the comparisons, and the differences that staff clear up. */
export function reconciliationRoutes(app: App, context: SettlementContext): void {
  const { db } = context;

  app.get(
    '/v1/staff/reconciliations',
    {
      config: anyStaff,
      schema: {
        tags,
        summary: 'List comparisons of acquirers’ lists with our book, newest first',
        security,
        querystring: closed({
          acquirer: Type.Optional(Acquirer),
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: { 200: closed({ reconciliations: Type.Array(ReconciliationShape) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ reconciliations: await listReconciliations(db, request.query) })),
  );

  app.post(
    '/v1/staff/reconciliations',
    {
      config: treasurer,
      schema: {
        tags,
        summary: 'Have an acquirer’s list of a day (Korean time) compared with our book now',
        security,
        body: closed({ acquirer: Acquirer, day: Day }),
        response: { 201: ReconciliationShape },
        refusals: withIdempotencyKey(START_RECONCILIATION_REFUSALS),
      },
    },
    async (request, reply) => {
      const asked = { ...request.body, staff_id: staffOf(request).staff_id };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 201), (tx) =>
          startReconciliation(context, tx, asked),
        ),
      );
    },
  );

  app.get(
    '/v1/staff/differences',
    {
      config: anyStaff,
      schema: {
        tags,
        summary: 'List differences between acquirers’ lists and our book, newest first',
        security,
        querystring: closed({
          state: Type.Optional(DifferenceState),
          kind: Type.Optional(Kind),
          acquirer: Type.Optional(Acquirer),
          payment_id: Type.Optional(Id),
          before: Type.Optional(Id),
          limit: Limit,
        }),
        response: { 200: closed({ differences: Type.Array(DifferenceShape) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ differences: await listDifferences(db, request.query) })),
  );

  app.post(
    '/v1/staff/differences/:difference_id/dismissal',
    {
      config: treasurer,
      schema: {
        tags,
        summary: 'Close a difference that was cleared up, and say how',
        security,
        params: closed({ difference_id: Id }),
        body: closed({ reason: Reason }),
        response: { 200: DifferenceShape },
        refusals: withIdempotencyKey(DISMISS_DIFFERENCE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const dismissal = { reason: body.reason, staff_id: staffOf(request).staff_id };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), (tx) =>
          dismissDifference(context, tx, params.difference_id, dismissal),
        ),
      );
    },
  );
}
