import { createHash } from 'node:crypto';
import type { Clock } from '../clock.ts';
import { sql } from '../db/sql.ts';
import type { Executor, Tx } from '../db/transaction.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';

export const PICTURE_BYTES_MAX = 1_048_576;
const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];

export const UPLOAD_PICTURE_REFUSALS = refusals(
  'picture_invalid', // not base64, too large, or no PNG, JPEG or WebP
);

/** By what its bytes begin with: what a browser was told about a file may be wrong, or a lie. */
function pictureType(bytes: Buffer): PictureType | undefined {
  const begins = (hex: string, at = 0) =>
    bytes.subarray(at, at + hex.length / 2).equals(Buffer.from(hex, 'hex'));
  if (begins('89504e470d0a1a0a')) return 'image/png';
  if (begins('ffd8ff')) return 'image/jpeg';
  if (begins('52494646') && begins('57454250', 8)) return 'image/webp';
  return undefined;
}

/** Keeps a picture, given in base64; `staffId` is null for one that another server gave. The same one again changes nothing. */
export async function uploadPicture(
  { clock }: { clock: Clock },
  tx: Tx,
  staffId: string | null,
  base64: string,
): Promise<Result<{ picture_id: string }, RefusalOf<typeof UPLOAD_PICTURE_REFUSALS>>> {
  const bytes = Buffer.from(base64, 'base64');
  const media_type = pictureType(bytes);
  if (media_type === undefined || bytes.length > PICTURE_BYTES_MAX) return refuse('picture_invalid');
  const picture_id = createHash('sha256').update(bytes).digest('hex');
  await sql`
    insert into pictures (picture_id, media_type, bytes, uploaded_at, uploaded_by)
    values (${picture_id}, ${media_type}, ${bytes}, ${clock()}, ${staffId})
    on conflict (picture_id) do nothing`.execute(tx);
  return done({ picture_id });
}

export async function readPicture(
  executor: Executor,
  pictureId: string,
): Promise<{ media_type: PictureType; bytes: Buffer } | undefined> {
  const found = await sql<{ media_type: PictureType; bytes: Buffer }>`
    select media_type, bytes from pictures where picture_id = ${pictureId}`.execute(executor);
  return found.rows[0];
}
