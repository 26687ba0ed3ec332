import { sql } from '../../../kit/db/sql.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { digestMatches } from '../../../kit/signing/digest.ts';
import { verifyEvidence, verifyForgotten } from '../../../kit/signing/evidence.ts';
import type { Evidence } from '../../../kit/signing/index.ts';
import type { StoredKey } from '../../../kit/signing/keys.ts';
import { EVIDENCE_COLUMNS, evidenceOf, type StoredEvidence } from '../../../kit/signing/stored-body.ts';
import type { ManagementContext } from '../context.ts';
import { redactBody } from './redact-body.ts';

type RedactedBody = { body: string; hidden: string[] };

export type EvidenceView = {
  evidence_id: string;
  direction: Evidence['direction'];
  party: string;
  received_at: string;
  method: string;
  target_uri: string;
  status?: number;
  /** The signature and the headers it covers. */
  headers: Record<string, string>;
  request_headers?: Record<string, string>;
  body: string;
  /** Fields that differ from what was signed. */
  hidden: string[];
  /** For a response: our request, if it is the one that the response's signature is bound to. */
  asked?: RedactedBody;
  key: { keyid: string; valid_from: string; valid_until?: string };
  /** When the body was forgotten, whose digest is still among the headers. */
  forgotten_at?: string;
  /** Whether the party signed the stored message, or what is left of it, with this key. */
  holds: boolean;
};

export const READ_EVIDENCE_REFUSALS = refusals('not_found');

/**
 * A signed message from another server as we stored it, and whether its signature is valid for the key we stored. The
 * whole message is verified, whatever part of it is then shown.
 */
export async function readEvidence(
  { db }: ManagementContext,
  evidenceId: string,
  { canSeePersonalData }: { canSeePersonalData: boolean },
): Promise<Result<EvidenceView, RefusalOf<typeof READ_EVIDENCE_REFUSALS>>> {
  const found = await sql<StoredEvidence & { forgotten_at: Date | null }>`
    select ${EVIDENCE_COLUMNS}, forgotten_at from signed_messages where message_id = ${evidenceId}`.execute(
    db,
  );
  if (found.rows[0] === undefined) return refuse('not_found');
  const { forgotten_at, ...stored } = found.rows[0];
  const evidence = evidenceOf(stored);
  const keys = await sql<StoredKey>`
    select keyid, party, public_jwk, valid_from, valid_until from party_keys where keyid = ${evidence.keyid}`.execute(
    db,
  );
  const key = keys.rows[0];
  if (key === undefined) throw new Error(`Key ${evidence.keyid} of a stored message is missing.`);
  const { direction, party, method, target_uri, status, headers, request_headers, body, received_at } =
    evidence;
  const asked = await requestBody(db, request_headers);
  return done({
    evidence_id: evidenceId,
    direction,
    party,
    received_at: received_at.toISOString(),
    method,
    target_uri,
    ...(status === null ? {} : { status }),
    headers,
    ...(request_headers === null ? {} : { request_headers }),
    ...redactBody(body.toString('utf8'), canSeePersonalData),
    ...(asked === undefined ? {} : { asked: redactBody(asked, canSeePersonalData) }),
    key: {
      keyid: key.keyid,
      valid_from: key.valid_from.toISOString(),
      ...(key.valid_until === null ? {} : { valid_until: key.valid_until.toISOString() }),
    },
    ...(forgotten_at === null ? {} : { forgotten_at: forgotten_at.toISOString() }),
    holds: await (forgotten_at === null ? verifyEvidence : verifyForgotten)(evidence, keys.rows),
  });
}

/** Finds our request: a call's id is its Idempotency-Key, which the response's evidence holds with the body's digest. */
async function requestBody(
  db: ManagementContext['db'],
  headers: Record<string, string> | null,
): Promise<string | undefined> {
  const { 'idempotency-key': callId, 'content-digest': digest } = headers ?? {};
  if (callId === undefined || digest === undefined) return undefined;
  const found = await sql<{ body: string }>`select body from calls where call_id = ${callId}`.execute(db);
  const body = found.rows[0]?.body;
  return body !== undefined && digestMatches(digest, Buffer.from(body)) ? body : undefined;
}
