import { sql } from '../../../kit/db/sql.ts';
import { type GiftState, type HolderAction, heldState, holderActions } from '../../../kit/gift-state.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import { extendableTo } from '../certificates/extend-certificate.ts';
import { openNumber } from '../certificates/number-vault.ts';
import { OPENED_MAX, readOpening } from '../certificates/opening-token.ts';
import type { ShopContext } from '../context.ts';

/** A certificate as its holder sees it. */
export type HeldCertificate = {
  certificate_id: string;
  buyer_name: string;
  amount_minor: number;
  /** What can be spent now: the balance without holds. */
  balance_minor: number;
  currency: string;
  last4: string;
  expires_at: string;
  state: GiftState;
  /** What its holder can do with it now. */
  actions: HolderAction[];
  /** The expiry after an extension; null if it can't be extended. */
  extendable_to: string | null;
};

export type HeldEntry = {
  kind:
    | 'registered'
    | 'redeemed'
    | 'reversed'
    | 'refunded'
    | 'expired'
    | 'extended'
    | 'handed_over'
    | 'opened_by_clerk'
    | 'frozen'
    | 'unfrozen'
    | 'locked'
    | 'unlocked';
  delta_minor: number;
  after_minor: number;
  store: { name_ko: string; name_en: string } | null;
  at: string;
};

/** All that a phone number and PIN open, with what more the phone has. */
export type Wallet = {
  certificates: HeldCertificate[];
  /** What can be spent now, in each currency. */
  totals: { amount_minor: number; currency: string }[];
  /** How many certificates with a balance the phone has under another PIN. */
  under_other_pins: number;
};

type Row = {
  certificate_id: string;
  phone: string;
  buyer_name: string;
  amount_minor: bigint;
  balance_minor: bigint;
  held_minor: bigint;
  currency: string;
  number_last4: string;
  expires_at: Date;
  registered_at: Date;
  is_frozen: boolean;
  is_expired: boolean;
};

const ENTRIES_MAX = 100;

export const LIST_HELD_REFUSALS = refusals('verification_expired');

/** The certificates opened by the session, until it expires, or each until its PIN is another. Those that can be used come first. */
export async function listHeld(
  context: ShopContext,
  token: string,
): Promise<Result<HeldCertificate[], RefusalOf<typeof LIST_HELD_REFUSALS>>> {
  const rows = await readRows(context, token);
  return rows.ok ? done(rows.value.map((row) => viewOf(context, row))) : rows;
}

/** The same with their sum, and how many more lie under another PIN. */
export async function readWallet(
  context: ShopContext,
  token: string,
): Promise<Result<Wallet, RefusalOf<typeof LIST_HELD_REFUSALS>>> {
  const rows = await readRows(context, token);
  if (!rows.ok) return rows;
  const certificates = rows.value.map((row) => viewOf(context, row));
  return done({
    certificates,
    totals: totalsOf(certificates),
    under_other_pins: await countOthers(context, rows.value),
  });
}

/** The number whose certificates the session has opened. */
export async function readHolderPhone(
  context: ShopContext,
  token: string,
): Promise<Result<string, RefusalOf<typeof LIST_HELD_REFUSALS>>> {
  const rows = await readRows(context, token);
  return rows.ok ? done(rows.value[0]?.phone ?? '') : rows;
}

async function readRows(
  context: ShopContext,
  token: string,
): Promise<Result<Row[], RefusalOf<typeof LIST_HELD_REFUSALS>>> {
  const opening = await readOpening(context, context.db, token, null);
  if (opening === undefined) return refuse('verification_expired');
  const now = context.clock();
  const found = await sql<Row>`
    select c.certificate_id, c.phone, c.buyer_name, c.amount_minor, b.balance_minor, b.held_minor, c.currency, c.number_last4,
      c.expires_at, c.registered_at, (c.state = 'frozen' or c.locked_since is not null) as is_frozen,
      (c.state = 'active' and c.expires_at <= ${now} and b.balance_minor > 0) or (c.state = 'expired' and exists (
        select from certificate_entries e where e.certificate_id = c.certificate_id and e.kind = 'expired')) as is_expired
    from unnest(${[...opening.keys()]}::uuid[], ${[...opening.values()].map(({ pin_version }) => pin_version)}::int[]) o (certificate_id, pin_version)
      join certificates c using (certificate_id) join certificate_balances b using (certificate_id, pin_version)
    where c.number_last4 is not null and c.phone is not null
    order by c.state = 'expired' or c.expires_at <= ${now}, b.balance_minor = 0, c.expires_at, c.certificate_id`.execute(
    context.db,
  );
  return found.rows.length === 0 ? refuse('verification_expired') : done(found.rows);
}

function viewOf(context: ShopContext, row: Row): HeldCertificate {
  const state = heldState(row);
  const extendable_to = extendableTo(context, row);
  return {
    certificate_id: row.certificate_id,
    buyer_name: maskName(row.buyer_name),
    amount_minor: minorToJson(row.amount_minor),
    balance_minor: minorToJson(row.balance_minor - row.held_minor),
    currency: row.currency,
    last4: row.number_last4,
    expires_at: row.expires_at.toISOString(),
    state,
    actions: holderActions(state, { can_extend: extendable_to !== null }),
    extendable_to: extendable_to?.toISOString() ?? null,
  };
}

function totalsOf(certificates: readonly HeldCertificate[]): Wallet['totals'] {
  const usable = certificates.filter(({ state }) => state === 'ready' || state === 'partly_used');
  return [...Map.groupBy(usable, ({ currency }) => currency)].map(([currency, those]) => ({
    amount_minor: those.reduce((sum, { balance_minor }) => sum + balance_minor, 0),
    currency,
  }));
}

/** What the same phone has beside these. None of it is named: whoever is here has not shown its PIN. */
async function countOthers({ db, clock }: ShopContext, rows: readonly Row[]): Promise<number> {
  const phone = rows[0]?.phone ?? null;
  const found = await sql<{ others: bigint }>`
    select count(*) as others from certificates c join certificate_balances b using (certificate_id)
    where c.phone = ${phone} and c.state in ('active', 'frozen') and c.expires_at > ${clock()} and b.balance_minor > 0
      and c.pin_digest is not null and c.certificate_id <> all(${rows.map(({ certificate_id }) => certificate_id)}::uuid[])`.execute(
    db,
  );
  return rows.length < OPENED_MAX ? Number(found.rows[0]?.others ?? 0n) : 0;
}

export const READ_HELD_REFUSALS = refusals(
  'verification_expired',
  'certificate_not_found', // also if it was not opened by this session; for its number, also if it can't be used
);

/**
 * One of them with its history, newest first. After a hand-over the history starts there, since what came before is
 * another person's.
 */
export async function readHeld(
  context: ShopContext,
  token: string,
  certificateId: string,
): Promise<Result<HeldCertificate & { entries: HeldEntry[] }, RefusalOf<typeof READ_HELD_REFUSALS>>> {
  const held = await listHeld(context, token);
  if (!held.ok) return held;
  const certificate = held.value.find(({ certificate_id }) => certificate_id === certificateId);
  if (certificate === undefined) return refuse('certificate_not_found');
  const found = await sql<{
    kind: HeldEntry['kind'];
    delta_minor: bigint;
    after_minor: bigint;
    name_ko: string | null;
    name_en: string | null;
    at: Date;
  }>`
    select e.kind, e.delta_minor, e.after_minor, s.name_ko, s.name_en, e.at
    from certificate_entries e
      left join stores s on s.store_id = e.store_id and e.kind in ('redeemed', 'reversed')
    where e.certificate_id = ${certificateId} and e.kind <> 'not_restored' and e.entry_no >= coalesce((
      select max(entry_no) from certificate_entries
      where certificate_id = ${certificateId} and kind = 'handed_over'), 0)
    order by e.entry_no desc limit ${ENTRIES_MAX}`.execute(context.db);
  const entries = found.rows.map(({ kind, delta_minor, after_minor, name_ko, name_en, at }) => ({
    kind,
    delta_minor: minorToJson(delta_minor),
    after_minor: minorToJson(after_minor),
    store: name_ko === null || name_en === null ? null : { name_ko, name_en },
    at: at.toISOString(),
  }));
  return done({ ...certificate, entries });
}

/** The full number, to be scanned in a store; read only when it is shown. */
export async function readHeldNumber(
  context: ShopContext,
  token: string,
  certificateId: string,
): Promise<Result<{ certificate_number: string }, RefusalOf<typeof READ_HELD_REFUSALS>>> {
  const held = await listHeld(context, token);
  if (!held.ok) return held;
  const mayShow = held.value.some(
    ({ certificate_id, actions }) => certificate_id === certificateId && actions.includes('show_code'),
  );
  if (!mayShow) return refuse('certificate_not_found');
  const found = await sql<{ number_encrypted: Buffer; number_key_version: string }>`
    select number_encrypted, number_key_version from certificates
    where certificate_id = ${certificateId} and number_encrypted is not null
      and number_key_version is not null`.execute(context.db);
  const row = found.rows[0];
  if (row === undefined) return refuse('certificate_not_found');
  const { number_encrypted: sealed, number_key_version } = row;
  return done({ certificate_number: openNumber(context.secrets, certificateId, sealed, number_key_version) });
}
