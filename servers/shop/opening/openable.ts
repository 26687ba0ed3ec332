import { type Day, dayIn } from '../../../kit/calendar.ts';
import { sql } from '../../../kit/db/sql.ts';
import type { Executor, Tx } from '../../../kit/db/transaction.ts';
import { gathered } from '../../../kit/gatherer.ts';
import { type GiftState, heldState } from '../../../kit/gift-state.ts';
import { minorToJson } from '../../../kit/money.ts';
import { maskName } from '../../../kit/names.ts';
import { type Refusal, refuse } from '../../../kit/result.ts';
import { numberDigests } from '../certificates/number-vault.ts';
import { OPENED_MAX, sealOpening } from '../certificates/opening-token.ts';
import type { ShopContext } from '../context.ts';

/** More are shown nowhere. */
const SHUT_MAX = 10;

export type Identity = { phone: string } | { certificate_number: string };

export type OpenedCertificate = {
  certificate_id: string;
  buyer_name: string;
  recipient_name: string;
  amount_minor: number;
  balance_minor: number;
  currency: string;
  last4: string;
  issued: boolean;
  expires_at: string;
  state: GiftState;
};

export type Verification = {
  verification_token: string;
  expires_at: string;
  certificates: OpenedCertificate[];
  /** The last four digits of those that the PIN is right for, too, but that are frozen. */
  frozen?: string[];
  /** The same with those that have expired, each with its state; the newest. */
  shut?: { last4: string; state: GiftState }[];
};

/** A certificate that a phone number or certificate number names, before anything is proven. */
export type Openable = {
  certificate_id: string;
  phone: string;
  operator: string;
  buyer_name: string;
  recipient_name: string;
  amount_minor: bigint;
  balance_minor: bigint;
  held_minor: bigint;
  currency: string;
  number_last4: string;
  pin_digest: Buffer;
  pin_key_version: string;
  pin_replaced_at: Date | null;
  pin_version: number;
  handed_over: boolean;
  issued_at: Date | null;
  code_needed_since: Date | null;
  expires_at: Date;
  /** Its PIN only says so, as it does of one that is frozen. */
  is_expired: boolean;
  /** Something is left of it, or was on its last day. */
  had_left: boolean;
  /** Its payment is disputed, or staff locked it. */
  is_frozen: boolean;
};

/** The certificates of a phone, or the one of a number; those that have expired or are frozen, too. */
export const findOpenable = gathered<ShopContext, Identity, Openable[]>({
  fromOf: (identity) => ('phone' in identity ? identity.phone : identity.certificate_number),
  run: (context, identities) => findEach(context, context.db, identities),
});

/** The same inside a transaction. */
export async function findOpenableIn(context: ShopContext, tx: Tx, identity: Identity): Promise<Openable[]> {
  const [found = []] = await findEach(context, tx, [identity]);
  return found;
}

async function findEach(
  context: ShopContext,
  executor: Executor,
  identities: readonly Identity[],
): Promise<Openable[][]> {
  const asked = identities.map((identity) =>
    'phone' in identity
      ? { phone: identity.phone, digests: [] }
      : { phone: null, digests: numberDigests(context.secrets, identity.certificate_number) },
  );
  const phones = asked.flatMap(({ phone }) => phone ?? []);
  const digests = asked.flatMap((each) => each.digests);
  const found = await sql<Openable & { number_digest: Buffer }>`
    select c.certificate_id, c.phone, c.operator, c.buyer_name,
      coalesce(c.holder_name, c.recipient_name) as recipient_name, c.holder_name is not null as handed_over, c.amount_minor, b.balance_minor, b.held_minor,
      c.currency, c.number_last4, c.number_digest, c.pin_digest, c.pin_key_version, c.pin_replaced_at, b.pin_version,
      c.issued_at, c.code_needed_since, c.expires_at, (c.state = 'expired' or (c.state = 'active' and c.expires_at <= ${context.clock()})) as is_expired,
      (c.state = 'frozen' or c.locked_since is not null) as is_frozen,
      case when c.state = 'expired'
        then exists (select from certificate_entries e where e.certificate_id = c.certificate_id and e.kind = 'expired')
        else b.balance_minor > 0 end as had_left
    from certificates c join certificate_balances b using (certificate_id)
    where (c.phone = any(${phones}::text[]) or c.number_digest = any(${digests}::bytea[])) and c.state in ('active', 'frozen', 'expired') and c.phone is not null and c.number_last4 is not null
      and c.people_forgotten_at is null and c.number_digest is not null and c.pin_digest is not null and c.pin_key_version is not null
    order by c.certificate_id`.execute(executor);
  const byPhone = Map.groupBy(found.rows, ({ phone }) => phone);
  return asked.map(({ phone, digests: own }) =>
    phone === null
      ? found.rows.filter(({ number_digest }) => own.some((digest) => digest.equals(number_digest)))
      : (byPhone.get(phone) ?? []),
  );
}

export function canBeOpened({ is_expired, is_frozen }: Openable): boolean {
  return !is_expired && !is_frozen;
}

/** Why none of these is opened: one is frozen, or all have expired, the last of them on that day. */
export function whyNoneOpens(
  context: ShopContext,
  closed: readonly Openable[],
): Refusal<'certificate_frozen' | 'certificate_expired'> {
  return closed.some(({ is_frozen }) => is_frozen)
    ? refuse('certificate_frozen')
    : refuse('certificate_expired', { expired_on: lastDayOf(context, closed) });
}

/** The last day on which one of these could be used. */
function lastDayOf({ settings }: ShopContext, expired: readonly Openable[]): Day {
  const days = expired.map(({ expires_at }) => dayIn(settings.timeZone, expires_at));
  return days.toSorted().at(-1) ?? '';
}

/**
 * Opens certificates for a few minutes: at this terminal, or, without one, for whoever has the token.
 * @param shut Those that the PIN is right for, too, but that can't be used. Away from a terminal the token shows them.
 */
export function openFor(
  context: ShopContext,
  openable: readonly Openable[],
  { terminal_id, shut }: { terminal_id: string | null; shut: readonly Openable[] },
): Verification {
  const opened =
    openable.length <= OPENED_MAX
      ? openable
      : openable.toSorted((a, b) => a.expires_at.getTime() - b.expires_at.getTime()).slice(0, OPENED_MAX);
  const shown = terminal_id === null ? [...opened, ...newestFirst(shut)].slice(0, OPENED_MAX) : opened;
  const { token, expires_at } = sealOpening(context, shown, terminal_id);
  const frozen = shut.filter(({ is_frozen }) => is_frozen);
  return {
    verification_token: token,
    expires_at: expires_at.toISOString(),
    certificates: opened.map(viewOf),
    ...(frozen.length === 0 ? {} : { frozen: frozen.map(({ number_last4 }) => number_last4) }),
    ...(shut.length === 0 ? {} : { shut: newestFirst(shut).slice(0, SHUT_MAX).map(shutView) }),
  };
}

function newestFirst(shut: readonly Openable[]): Openable[] {
  return shut.toSorted((a, b) => b.expires_at.getTime() - a.expires_at.getTime());
}

/** Ends the rule that these are opened only with a code from afar, since whoever knows PIN or phone was there. */
export async function endCodeNeed(tx: Tx, opened: readonly Openable[]): Promise<void> {
  const due = opened.filter(({ code_needed_since }) => code_needed_since !== null);
  if (due.length === 0) return;
  await sql`
    update certificates set code_needed_since = null
    where certificate_id = any(${due.map(({ certificate_id }) => certificate_id)}::uuid[])`.execute(tx);
}

function shutView(certificate: Openable): { last4: string; state: GiftState } {
  return { last4: certificate.number_last4, state: stateOf(certificate) };
}

/** As its holder sees it: what was spent to the last won before its last day is used up. */
function stateOf({ is_expired, had_left, ...certificate }: Openable): GiftState {
  return heldState({ ...certificate, is_expired: is_expired && had_left });
}

function viewOf(certificate: Openable): OpenedCertificate {
  return {
    certificate_id: certificate.certificate_id,
    buyer_name: maskName(certificate.buyer_name),
    recipient_name: maskName(certificate.recipient_name),
    amount_minor: minorToJson(certificate.amount_minor),
    balance_minor: minorToJson(certificate.balance_minor - certificate.held_minor),
    currency: certificate.currency,
    last4: certificate.number_last4,
    issued: certificate.issued_at !== null,
    expires_at: certificate.expires_at.toISOString(),
    state: stateOf(certificate),
  };
}
