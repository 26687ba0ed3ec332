import Type, { type Static } from 'typebox';
import { refusals } from '../kit/result.ts';
import { open } from './common.ts';

/** The most notices that travel in one signed batch. */
export const NOTICES_IN_BATCH_MAX = 500;

/** One fact told to another server. `kind` decides what `content` holds; each edge's file says which kinds there are. */
const Notice = open({
  notice_id: Type.String({ format: 'uuid' }),
  kind: Type.String({ minLength: 1, maxLength: 64, pattern: '^[a-z_]+$' }),
  occurred_at: Type.String({ format: 'date-time' }),
  trace_id: Type.String({ pattern: '^[0-9a-f]{32}$' }),
  content: Type.Record(Type.String(), Type.Unknown()),
});
export type Notice = Static<typeof Notice>;

export const NOTICE_BATCH_REFUSALS = refusals(
  'batch_number_reused', // other bytes were taken under its number, or nobody knows any more which
  'notice_out_of_order', // a batch is missing before it; both tell the number that is expected
  'validation_failed', // a notice does not hold what its kind says
  'certificate_not_found', // a notice is of another party's certificate
  'entry_number_reused', // another use of the certificate was told under this number
);
/**
 * `POST /v1/peer/notice-batches`. Batches of one sender are numbered from 1 without gaps. The number with the bytes is the
 * key: the same bytes are acknowledged again, and what was refused is taken when the cause is gone.
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

/** Path at the receiving server, and the size of body that it must take. */
export const NOTICE_BATCHES_PATH = '/v1/peer/notice-batches';
export const NOTICE_BATCH_BYTES_MAX = 1024 * 1024;
