import Type from 'typebox';
import { closed, Id, Timestamp } from '../../../contracts/common.ts';
import { sendAnswer, sendResult } from '../../../kit/http/answer.ts';
import type { App } from '../../../kit/http/app.ts';
import { Limit } from '../../../kit/http/shapes.ts';
import { idempotentProcess, idempotentTransaction, withIdempotencyKey } from '../../../kit/idempotency.ts';
import { BREAK_REASONS } from '../../../kit/notices/stream-breaks.ts';
import { UNAPPLIED_REASONS } from '../../../kit/notices/unapplied.ts';
import { done } from '../../../kit/result.ts';
import { staffIdempotency, staffOf } from '../../../kit/staff/guard.ts';
import { Reason } from '../../../kit/staff/notes.ts';
import type { ManagementContext } from '../context.ts';
import { audited, STAFF_ROLES } from '../http/guards.ts';
import { DOUBTS } from '../orders/uses/check-notice.ts';
import { listDoubtful } from '../orders/uses/doubtful-notices.ts';
import { DISMISS_NOTICE_REFUSALS, dismissNotice } from './dismiss-notice.ts';
import { DISMISS_BREAK_REFUSALS, dismissBreak, listBreaks } from './stream-breaks.ts';
import { listUnapplied, REPLAY_NOTICE_REFUSALS, replayNotice } from './unapplied-notices.ts';

const security = [{ session: [] }];
const tags = ['staff'];

const SequenceNo = Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER });
const Page = closed({ before: Type.Optional(SequenceNo), limit: Limit });
const Content = Type.Record(Type.String(), Type.Unknown());

const UnappliedShape = closed({
  unapplied_no: Type.Integer(),
  sender: Type.String(),
  batch_no: Type.Integer(),
  line_no: Type.Integer(),
  lines: Type.Integer(),
  notice_id: Type.Optional(Id),
  kind: Type.Optional(Type.String()),
  order_id: Type.Optional(Id),
  reason: Type.Enum([...UNAPPLIED_REASONS]),
  problem: Type.Optional(Type.String()),
  attempts: Type.Integer(),
  first_seen_at: Timestamp,
  next_attempt_at: Type.Optional(Timestamp),
  applied_at: Type.Optional(Timestamp),
  dismissed_at: Type.Optional(Timestamp),
  dismissed_because: Type.Optional(Type.String()),
  content: Type.Optional(Content),
  evidence_id: Id,
});

const BreakShape = closed({
  break_no: Type.Integer(),
  sender: Type.String(),
  batch_no: Type.Integer(),
  reason: Type.Enum([...BREAK_REASONS]),
  found_at: Timestamp,
  evidence_id: Id,
  held_evidence_id: Type.Optional(Id),
  dismissed_at: Type.Optional(Timestamp),
  dismissed_because: Type.Optional(Type.String()),
});

const Because = closed({ reason: Reason });

/** Shops' notices that need somebody's attention: those that our books contradict, and those that could not be applied. */
export function staffNoticeRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/staff/doubtful-notices',
    {
      config: {
        staffRoles: STAFF_ROLES,
        audited: audited('look_at_doubtful_notices', 'notices', () => 'doubtful'),
      },
      schema: {
        tags,
        summary: 'List doubtful notices: those that disagree with our books, newest first',
        security,
        querystring: Page,
        response: {
          200: closed({
            notices: Type.Array(
              closed({
                doubt_no: Type.Integer(),
                notice_id: Id,
                sender: Type.String(),
                order_id: Type.Optional(Id),
                kind: Type.String(),
                reason: Type.Enum([...DOUBTS]),
                content: Content,
                evidence_id: Id,
                at: Timestamp,
              }),
            ),
          }),
        },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ notices: await listDoubtful(context, request.query) })),
  );

  app.get(
    '/v1/staff/unapplied-notices',
    {
      config: {
        staffRoles: STAFF_ROLES,
        audited: audited('look_at_unapplied_notices', 'notices', () => 'unapplied'),
      },
      schema: {
        tags,
        summary: 'List notices that were received and could not be applied, newest first',
        security,
        querystring: Page,
        response: { 200: closed({ notices: Type.Array(UnappliedShape) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ notices: await listUnapplied(context, request.query) })),
  );

  app.post(
    '/v1/staff/unapplied-notices/:unapplied_no/replay',
    {
      config: {
        staffRoles: ['operator'],
        audited: audited('replay_notice', 'notice', ({ params }) => Object(params).unapplied_no),
      },
      schema: {
        tags,
        summary: 'Apply a notice again that could not be applied, and those that wait behind it',
        security,
        params: closed({ unapplied_no: SequenceNo }),
        response: { 200: UnappliedShape },
        refusals: withIdempotencyKey(REPLAY_NOTICE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { unapplied_no } = request.params;
      const idempotency = staffIdempotency(context, request, 200);
      return sendAnswer(
        reply,
        await idempotentProcess(idempotency, () => replayNotice(context, unapplied_no)),
      );
    },
  );

  app.post(
    '/v1/staff/unapplied-notices/:unapplied_no/dismissal',
    {
      config: {
        staffRoles: ['operator'],
        audited: audited('dismiss_notice', 'notice', ({ params }) => Object(params).unapplied_no),
      },
      schema: {
        tags,
        summary: 'Give up a notice that nothing can be made of, and say why',
        security,
        params: closed({ unapplied_no: SequenceNo }),
        body: Because,
        response: { 200: UnappliedShape },
        refusals: withIdempotencyKey(DISMISS_NOTICE_REFUSALS),
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const dismissal = { reason: body.reason, staff_id: staffOf(request).staff_id };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), (tx) =>
          dismissNotice(context, tx, params.unapplied_no, dismissal),
        ),
      );
    },
  );
}

/** Batches that don't go on where their sender was. */
export function streamBreakRoutes(app: App, context: ManagementContext): void {
  app.get(
    '/v1/staff/stream-breaks',
    {
      config: {
        staffRoles: STAFF_ROLES,
        audited: audited('look_at_stream_breaks', 'notices', () => 'breaks'),
      },
      schema: {
        tags,
        summary: 'List batches of notices that do not go on where their sender was, newest first',
        security,
        querystring: Page,
        response: { 200: closed({ breaks: Type.Array(BreakShape) }) },
      },
    },
    async (request, reply) =>
      sendResult(request, reply, done({ breaks: await listBreaks(context, request.query) })),
  );

  app.post(
    '/v1/staff/stream-breaks/:break_no/dismissal',
    {
      config: {
        staffRoles: ['operator'],
        audited: audited('dismiss_stream_break', 'stream_break', ({ params }) => Object(params).break_no),
      },
      schema: {
        tags,
        summary: 'Record that a break was cleared up with its sender, and how',
        security,
        params: closed({ break_no: SequenceNo }),
        body: Because,
        response: { 200: BreakShape },
        refusals: withIdempotencyKey(DISMISS_BREAK_REFUSALS),
      },
    },
    async (request, reply) => {
      const { params, body } = request;
      const dismissal = { reason: body.reason, staff_id: staffOf(request).staff_id };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), (tx) =>
          dismissBreak(context, tx, params.break_no, dismissal),
        ),
      );
    },
  );
}
