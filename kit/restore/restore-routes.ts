import Type from 'typebox';
import type { Clock } from '../clock.ts';
import type { Db } from '../db/transaction.ts';
import { sendAnswer, sendResult } from '../http/answer.ts';
import type { App } from '../http/app.ts';
import { closed, Id, Limit, Timestamp } from '../http/shapes.ts';
import { idempotentTransaction, withIdempotencyKey } from '../idempotency.ts';
import { readEpoch } from '../journal/epoch.ts';
import { done } from '../result.ts';
import { staffIdempotency, staffOf } from '../staff/guard.ts';
import { Reason } from '../staff/notes.ts';
import {
  ACKNOWLEDGE_KIND_REFUSALS,
  ACKNOWLEDGE_REFUSALS,
  acknowledgeFinding,
  acknowledgeKind,
  type KeptFinding,
  listFindings,
} from './findings.ts';

const FindingShape = closed({
  finding_no: Type.Integer(),
  kind: Type.String(),
  party: Type.String(),
  subject_id: Type.Optional(Id),
  about: Type.String(),
  found_at: Timestamp,
  /** What somebody said who has looked at it. */
  acknowledged: Type.Optional(closed({ by: Id, reason: Type.String(), at: Timestamp })),
});

const RestoreShape = closed({
  epoch_no: Type.Integer({ minimum: 1 }),
  began_at: Timestamp,
  reason: Type.Enum(['made', 'restored', 'held_by_party']),
  party: Type.Optional(Type.String()),
  reconciled_at: Type.Optional(Timestamp),
  /** Since when what others hold was fetched. */
  fetched_since: Type.Optional(Timestamp),
  findings: Type.Array(FindingShape),
});

/**
 * When the database was restored last, whether everything is here again, and what could not be had, until somebody has looked at
 * it. `see` and `acknowledge` are the roles of staff that may.
 */
export function restoreRoutes(
  app: App,
  context: { db: Db; clock: Clock },
  at: { prefix: string; tag: string; see: readonly string[]; acknowledge: readonly string[]; scope: string },
): void {
  const { db } = context;
  const about = { tags: [at.tag], security: [{ session: [] }] };
  app.get(
    `${at.prefix}/restore`,
    {
      config: { staffRoles: at.see, serviceScope: at.scope },
      schema: {
        ...about,
        summary: 'Get the epoch of the database, and what could not be had again after its last restore',
        querystring: closed({
          after: Type.Optional(Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })),
          limit: Limit,
        }),
        response: { 200: RestoreShape },
      },
    },
    async (request, reply) => {
      const { epoch_no, began_at, reason, party, reconciled_at, lost_since } = await readEpoch(db);
      const findings = await listFindings(db, epoch_no, request.query);
      return sendResult(
        request,
        reply,
        done({
          epoch_no: Number(epoch_no),
          began_at: began_at.toISOString(),
          reason,
          ...(party === null ? {} : { party }),
          ...(reconciled_at === null ? {} : { reconciled_at: reconciled_at.toISOString() }),
          ...(lost_since === null ? {} : { fetched_since: lost_since.toISOString() }),
          findings: findings.map(shapeOf),
        }),
      );
    },
  );

  app.post(
    `${at.prefix}/restore/findings/:finding_no/acknowledgement`,
    {
      config: { staffRoles: at.acknowledge },
      schema: {
        ...about,
        summary: 'Say that what a restore left open was looked at, and what came of it',
        params: closed({ finding_no: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }) }),
        body: closed({ reason: Reason }),
        response: { 200: FindingShape },
        refusals: withIdempotencyKey(ACKNOWLEDGE_REFUSALS),
      },
    },
    async (request, reply) => {
      const said = { reason: request.body.reason, staff_id: staffOf(request).staff_id };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), async (tx) => {
          const result = await acknowledgeFinding(tx, request.params.finding_no, said, context.clock());
          return result.ok ? done(shapeOf(result.value)) : result;
        }),
      );
    },
  );

  app.post(
    `${at.prefix}/restore/acknowledgements`,
    {
      config: { staffRoles: at.acknowledge },
      schema: {
        ...about,
        summary: 'Say the same of all that a restore left open of a kind',
        body: closed({
          kind: Type.String({ minLength: 1, maxLength: 64 }),
          reason: Reason,
        }),
        response: { 200: closed({ acknowledged: Type.Integer({ minimum: 1 }) }) },
        refusals: withIdempotencyKey(ACKNOWLEDGE_KIND_REFUSALS),
      },
    },
    async (request, reply) => {
      const { kind, reason } = request.body;
      const said = { reason, staff_id: staffOf(request).staff_id };
      return sendAnswer(
        reply,
        await idempotentTransaction(staffIdempotency(context, request, 200), async (tx) => {
          const result = await acknowledgeKind(tx, kind, said, context.clock());
          return result.ok ? done({ acknowledged: result.value }) : result;
        }),
      );
    },
  );
}

function shapeOf({ finding_no, kind, party, subject_id, about, found_at, by, reason, at }: KeptFinding) {
  return {
    ...{ finding_no: Number(finding_no), kind, party, about, found_at: found_at.toISOString() },
    ...(subject_id === null ? {} : { subject_id }),
    ...(by === null || reason === null || at === null
      ? {}
      : { acknowledged: { by, reason, at: at.toISOString() } }),
  };
}
