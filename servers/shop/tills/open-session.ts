import { createPublicKey, type JsonWebKey, randomUUID, verify as verifySignature } from 'node:crypto';
import { addMs, HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { newId } from '../../../kit/ids.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { newToken, tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';
import type { DeviceKey } from './terminals.ts';

const CHALLENGE_MINUTES = 2;
const SESSION_HOURS = 12;

export const MAKE_CHALLENGE_REFUSALS = refusals('rate_limited');

/** What the device must sign to log in. Anyone gets one, so it does not disclose which terminals exist. */
export async function makeChallenge(
  context: ShopContext,
  terminalId: string,
  address: string,
): Promise<Result<{ challenge: string }, RefusalOf<typeof MAKE_CHALLENGE_REFUSALS>>> {
  const allowed = await context.limits.challengeByAddress.consume(address);
  if (!allowed.ok) return refuse('rate_limited', { retry_after_s: allowed.retry_after_s });
  const challenge = randomUUID();
  const now = context.clock();
  await sql`
    insert into terminal_challenges (challenge, terminal_id, expires_at)
    select ${challenge}, terminal_id, ${addMs(now, CHALLENGE_MINUTES * MINUTE_MS)}
    from terminals where terminal_id = ${terminalId}`.execute(context.db);
  return done({ challenge });
}

export const OPEN_TERMINAL_SESSION_REFUSALS = refusals(
  'terminal_unknown', // whatever the reason
);

/**
 * Opens a session with the device's signature over `seonmul-terminal:<challenge>`: Ed25519, or ECDSA P-256 with SHA-256 in
 * IEEE P1363 format, as browsers produce it.
 */
export async function openTerminalSession(
  context: ShopContext,
  input: { terminal_id: string; challenge: string; signature: string },
): Promise<
  Result<
    { session_token: string; expires_at: string; store_name: string },
    RefusalOf<typeof OPEN_TERMINAL_SESSION_REFUSALS>
  >
> {
  const now = context.clock();
  const challenges = await sql`
    delete from terminal_challenges
    where challenge = ${input.challenge} and terminal_id = ${input.terminal_id} and expires_at > ${now}
    returning 1`.execute(context.db);
  const found = await sql<{ public_jwk: DeviceKey; store_name: string }>`
    select t.public_jwk, s.name_ko as store_name from terminals t join stores s using (store_id)
    where terminal_id = ${input.terminal_id} and enrolled_at is not null and blocked_at is null
      and public_jwk is not null`.execute(context.db);
  const terminal = found.rows[0];
  if (challenges.rows.length === 0 || terminal === undefined) return refuse('terminal_unknown');
  if (!isSigned(terminal.public_jwk, input.challenge, input.signature)) return refuse('terminal_unknown');
  const token = newToken('terminal', context.random);
  const expires = addMs(now, SESSION_HOURS * HOUR_MS);
  await sql`
    insert into terminal_sessions (session_id, terminal_id, token_digest, created_at, expires_at)
    values (${newId()}, ${input.terminal_id}, ${tokenDigest(token)}, ${now}, ${expires})`.execute(context.db);
  return done({ session_token: token, expires_at: expires.toISOString(), store_name: terminal.store_name });
}

function isSigned(jwk: DeviceKey, challenge: string, signature: string): boolean {
  const key = createPublicKey({ key: jwk as JsonWebKey, format: 'jwk' });
  const data = Buffer.from(`seonmul-terminal:${challenge}`);
  const bytes = Buffer.from(signature, 'base64url');
  return jwk.kty === 'EC'
    ? verifySignature('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, bytes)
    : verifySignature(null, data, key, bytes);
}
