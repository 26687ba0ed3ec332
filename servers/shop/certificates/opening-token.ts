import { addMs, MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor } from '../../../kit/db/transaction.ts';
import { openToken, sealToken } from '../../../kit/sealed-token.ts';
import { tokenDigest } from '../../../kit/tokens.ts';
import type { ShopContext } from '../context.ts';

/** A certificate is open as long as its PIN is the one that opened it; so its holder stays the same, too. */
export type Opened = { readonly pin_version: number; readonly handed_over: boolean };

/** What a token opens, by the certificates' ids. */
export type Opening = ReadonlyMap<string, Opened>;

export const OPENING_MINUTES = 5;
/** A phone with more opens those that expire first: the token must fit into a cookie. */
export const OPENED_MAX = 120;
/** The longest token, with some room. */
export const OPENING_TOKEN_LENGTH_MAX = 4_000;

const PREFIX = 'opened';
const ID_BYTES = 16;
const EXPIRY_BYTES = 6;
const CERTIFICATE_BYTES = ID_BYTES + 4;
/** Stands for no terminal: whoever has the token may use it. */
const NOWHERE = Buffer.alloc(ID_BYTES);

/** A token for a few minutes at this terminal, or, without one, for whoever has it. Nothing is stored. */
export function sealOpening(
  context: ShopContext,
  opened: readonly (Opened & { certificate_id: string })[],
  terminal_id: string | null,
): { token: string; expires_at: Date } {
  const now = context.clock();
  const expires_at = addMs(now, OPENING_MINUTES * MINUTE_MS);
  const carried = Buffer.alloc(EXPIRY_BYTES + ID_BYTES + opened.length * CERTIFICATE_BYTES);
  carried.writeUIntBE(expires_at.getTime(), 0, EXPIRY_BYTES);
  if (terminal_id !== null) bytesOf(terminal_id).copy(carried, EXPIRY_BYTES);
  for (const [no, { certificate_id, pin_version, handed_over }] of opened.entries()) {
    const at = EXPIRY_BYTES + ID_BYTES + no * CERTIFICATE_BYTES;
    bytesOf(certificate_id).copy(carried, at);
    carried.writeUInt32BE(pin_version * 2 + (handed_over ? 1 : 0), at + ID_BYTES);
  }
  return { token: sealToken(context, PREFIX, now, carried), expires_at };
}

/**
 * The terminal that a token was sealed for, with what it opens there; undefined if it has expired, was sealed for no terminal, is
 * none of ours, or is one that is kept in tables.
 */
export function readOpeningAnywhere(
  context: ShopContext,
  token: string,
): { terminal_id: string; opening: Opening } | undefined {
  const sealed = readSealed(context, token);
  if (sealed === undefined || sealed.where.equals(NOWHERE)) return undefined;
  return { terminal_id: idOf(sealed.where), opening: sealed.opening };
}

/**
 * What a token opens at this terminal or, with null, away from one; undefined if it has expired, is another terminal's or
 * none of ours. Whoever uses it compares the version with the certificate's.
 */
export async function readOpening(
  context: ShopContext,
  executor: Executor,
  token: string,
  terminal_id: string | null,
): Promise<Opening | undefined> {
  if (token.startsWith(STORED_PREFIX)) return readStoredOpening(context, executor, token, terminal_id);
  const sealed = readSealed(context, token);
  const here = terminal_id === null ? NOWHERE : bytesOf(terminal_id);
  return sealed?.where.equals(here) === true ? sealed.opening : undefined;
}

function readSealed(context: ShopContext, token: string): { where: Buffer; opening: Opening } | undefined {
  const now = context.clock();
  const carried = openToken(context, PREFIX, now, token);
  if (carried === undefined || carried.readUIntBE(0, EXPIRY_BYTES) <= now.getTime()) return undefined;
  const opening = new Map<string, Opened>();
  for (let at = EXPIRY_BYTES + ID_BYTES; at < carried.length; at += CERTIFICATE_BYTES)
    opening.set(idOf(carried.subarray(at, at + ID_BYTES)), openedOf(carried.readUInt32BE(at + ID_BYTES)));
  return { where: carried.subarray(EXPIRY_BYTES, EXPIRY_BYTES + ID_BYTES), opening };
}

function openedOf(written: number): Opened {
  return { pin_version: Math.floor(written / 2), handed_over: written % 2 === 1 };
}

const STORED_PREFIX = 'verified_';

/** A token of a process of the version before, which is kept in tables and good for its few minutes. */
async function readStoredOpening(
  context: ShopContext,
  executor: Executor,
  token: string,
  terminal_id: string | null,
): Promise<Opening | undefined> {
  const found = await sql<{
    certificate_id: string | null;
    pin_version: number | null;
    handed_over: boolean | null;
  }>`
    select c.certificate_id, b.pin_version, c.holder_name is not null as handed_over from verifications v
      left join verified_certificates o using (verification_id)
      left join certificates c on c.certificate_id = o.certificate_id and c.phone = v.phone
        and (c.pin_replaced_at is null or c.pin_replaced_at <= v.created_at)
      left join certificate_balances b on b.certificate_id = c.certificate_id
    where v.token_digest = ${tokenDigest(token)} and v.terminal_id is not distinct from ${terminal_id}
      and v.expires_at > ${context.clock()}`.execute(executor);
  if (found.rows.length === 0) return undefined;
  return new Map(
    found.rows.flatMap(({ certificate_id, pin_version, handed_over }) =>
      certificate_id === null || pin_version === null
        ? []
        : [[certificate_id, { pin_version, handed_over: handed_over === true }]],
    ),
  );
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function idOf(bytes: Buffer): string {
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
