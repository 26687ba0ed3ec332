import Type, { type Static } from 'typebox';
import { open } from './common.ts';

/** `GET` at the same path: what the receiver holds of the caller's batches, for a sender that was restored from a backup. */
export { AskHeldBatches, HeldBatches } from '../kit/notices/held-batches.ts';

/** The most notices in one signed batch. */
export const NOTICES_IN_BATCH_MAX = 500;

/** One fact reported to another server. `kind` determines the content; the contract between the two servers lists the kinds. */
const Notice = open({
  notice_id: Type.String({ format: 'uuid' }),
  kind: Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z_]+$' }),
  occurred_at: Type.String({ format: 'date-time' }),
  trace_id: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  content: Type.Record(Type.String(), Type.Unknown()),
});
export type Notice = Static<typeof Notice>;

/**
 * `POST /v1/peer/notice-batches`. Each sender numbers its batches from 1 without gaps. The number together with the bytes is
 * the idempotency key: the same bytes are acknowledged again. A sender that names `first_position`, of its first notice in
 * the order of all that it tells this receiver, may send several batches at once: each is stored in whatever order they
 * arrive. Without it, a batch that comes before its time is refused with the number that is expected. `previous_digest`,
 * the SHA-256 of the batch before in hexadecimal digits, lets the receiver notice a sender that was restored from a backup.
 *
 * The address, which is signed too, names the sender's epoch (`NamedEpoch`). It is not in the batch, whose bytes stay the same
 * whenever it is sent.
 */
export const NoticeBatch = open({
  batch_no: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  notices: Type.Array(Notice, { minItems: 1, maxItems: NOTICES_IN_BATCH_MAX }),
  first_position: Type.Optional(Type.Integer({ minimum: 1 })),
  previous_digest: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
});
export type NoticeBatch = Static<typeof NoticeBatch>;

/**
 * The epoch of the database that tells: a number that rises, and an id, each time that it was restored from a backup. A batch
 * of an epoch before the last one, or of another one with the same number, is refused. Missing from an older server.
 */
const epoch = {
  epoch_no: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
  epoch_id: Type.Optional(Type.String({ format: 'uuid' })),
};
export const NamedEpoch = open(epoch);

/** What a receiver takes for a batch. Whatever its notices are is no reason to refuse it: the sender can't change them. */
export const ReceivedNoticeBatch = open({
  batch_no: NoticeBatch.properties.batch_no,
  notices: Type.Array(Type.Unknown(), { minItems: 1 }),
  first_position: Type.Optional(Type.Unknown()),
  previous_digest: Type.Optional(Type.Unknown()),
});

export const NoticeAcknowledgement = Type.Object(
  {
    acknowledged_batch_no: Type.Integer({ minimum: 0 }),
    /** Where batches before this one are missing: the first of them. They are to be sent, again if they were before. */
    expected_batch_no: Type.Optional(Type.String({ pattern: '^[0-9]+$' })),
    /** Of the receiver's database, if the sender has named its own. */
    ...epoch,
  },
  { additionalProperties: false },
);
export type NoticeAcknowledgement = Static<typeof NoticeAcknowledgement>;

/** The path at the receiving server, and the body size that it must accept. */
export const NOTICE_BATCHES_PATH = '/v1/peer/notice-batches';
export const NOTICE_BATCH_BYTES_MAX = 1024 * 1024;

/**
 * `POST /v1/peer/notices-again`, receiver → sender: the caller was restored from a backup and holds nothing after this batch. The
 * sender tells it the rest again, in its own time.
 */
export const NOTICES_AGAIN_PATH = '/v1/peer/notices-again';
export { AskNoticesAgain, NoticesAgain } from '../kit/journal/tell-again-shape.ts';
