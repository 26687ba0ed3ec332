import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { sql } from '../db/sql.ts';
import type { Evidence } from './types.ts';

/** Shorter bodies would hardly shrink. */
const COMPRESSED_BYTES_MIN = 1_024;
/** Far above what any route accepts; a stored body that claims more is broken. */
const BODY_BYTES_MAX = 64 * 1024 * 1024;
const LEVEL_1 = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

/** A signed body as `signed_messages` keeps it: `encoding` is null where the bytes are those that were signed. */
export type StoredBody = { body: Buffer; encoding: 'zstd' | null };

/** The columns of `signed_messages` that make an `Evidence`, once its body was restored with `evidenceOf`. */
export const EVIDENCE_COLUMNS = sql`
  direction, party, keyid, method, target_uri, status, headers, request_headers, body, encoding, received_at`;
export type StoredEvidence = Omit<Evidence, 'body'> & StoredBody;

export function packBody(body: Buffer): StoredBody {
  if (body.length < COMPRESSED_BYTES_MIN) return { body, encoding: null };
  return { body: zstdCompressSync(body, LEVEL_1), encoding: 'zstd' };
}

/** The bytes that were signed. */
export function unpackBody({ body, encoding }: StoredBody): Buffer {
  return encoding === null ? body : zstdDecompressSync(body, { maxOutputLength: BODY_BYTES_MAX });
}

/** A stored message as it was signed. */
export function evidenceOf({ body, encoding, ...message }: StoredEvidence): Evidence {
  return { ...message, body: unpackBody({ body, encoding }) };
}
