import Type, { type Static } from 'typebox';
import { open } from './common.ts';

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
 * the idempotency key: the same bytes are acknowledged again, and a refused batch is accepted once the cause is gone.
 */
export const NoticeBatch = open({
  batch_no: Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }),
  notices: Type.Array(Notice, { minItems: 1, maxItems: NOTICES_IN_BATCH_MAX }),
});
export type NoticeBatch = Static<typeof NoticeBatch>;

export const NoticeAcknowledgement = Type.Object(
  { acknowledged_batch_no: Type.Integer({ minimum: 0 }) },
  { additionalProperties: false },
);
export type NoticeAcknowledgement = Static<typeof NoticeAcknowledgement>;

/** The path at the receiving server, and the body size that it must accept. */
export const NOTICE_BATCHES_PATH = '/v1/peer/notice-batches';
export const NOTICE_BATCH_BYTES_MAX = 1024 * 1024;
