import { sql } from '../../../../kit/db/sql.ts';
import type { Tx } from '../../../../kit/db/transaction.ts';
import { emailKey } from '../../../../kit/email.ts';
import type { Locale, NoticeKind, NoticeVars } from '../../../../kit/words/index.ts';
import type { ManagementContext } from '../../context.ts';
import { type OutgoingMessage, queueMessages } from '../../messages/queue-message.ts';
import { isReachable, type Reach, reachesOf } from '../../messages/reach.ts';
import { BUYER_COLUMNS, type Buyer } from '../buyer.ts';
import type { OrderRow } from '../orders.ts';
import {
  type BuyerKind,
  commonVars,
  isAboutUse,
  isTurnedOff,
  type RecipientKind,
  recipientReach,
  type TellingShop,
} from '../tell.ts';

/** Something to tell the buyer or the recipient of a gift. */
export type Telling = {
  order: OrderRow;
  shop: TellingShop;
  audience: 'buyer' | 'recipient';
  kind: BuyerKind | RecipientKind;
  /** What is said beside the common variables, asked for only where it is not read from the books. */
  more: () => Record<string, unknown>;
  /** For what is told of an entry that the books have, its number: what it says is read from them when it is sent. */
  entry_no?: number;
  trace_id: string;
};

/** Where the recipients of a set's orders are told, and what messages about an order say in a language: each found once. */
type Found = {
  recipient(order: OrderRow): readonly Reach[];
  vars(telling: Telling, buyer: Buyer, locale: Locale): object;
};

type People = {
  buyers: ReadonlyMap<string, Buyer>;
  /** The language of messages to an address, where it is known. */
  locales: ReadonlyMap<string, Locale>;
  /** Phone numbers that are called about nothing, and those called about everything but uses. */
  uncalled: ReadonlySet<string>;
  notOfUses: ReadonlySet<string>;
};

/** Tells many people in few statements what `tellBuyer` and `tellRecipient` would tell each. */
export async function tellUses(
  context: ManagementContext,
  tx: Tx,
  tellings: readonly Telling[],
): Promise<void> {
  if (tellings.length === 0) return;
  const found = findOnce();
  const people = await readPeople(tx, tellings, found);
  await queueMessages(
    context,
    tx,
    tellings.flatMap((telling) => messageOf(people, found, telling) ?? []),
  );
}

function findOnce(): Found {
  const reaches = new Map<string, readonly Reach[]>();
  const vars = new Map<string, object>();
  return {
    recipient(order) {
      const known = reaches.get(order.order_id) ?? recipientReaches(order);
      reaches.set(order.order_id, known);
      return known;
    },
    vars({ order, shop }, buyer, locale) {
      const key = `${order.order_id} ${locale}`;
      const known = vars.get(key) ?? commonVars(shop, order, buyer, locale);
      vars.set(key, known);
      return known;
    },
  };
}

function messageOf(people: People, found: Found, telling: Telling): OutgoingMessage<NoticeKind> | undefined {
  const { order, audience, kind, more, entry_no, trace_id } = telling;
  const buyer = people.buyers.get(order.member_id);
  if (buyer === undefined) throw new Error(`There is no member ${order.member_id}.`);
  const to = audience === 'buyer' ? buyerReaches(buyer, kind) : found.recipient(order);
  const [first] = to;
  if (first === undefined || isUnwantedCall(people, kind, first)) return undefined;
  const locale =
    audience === 'buyer' ? buyer.locale : (people.locales.get(emailKey(first.address)) ?? buyer.locale);
  // A call says what was sealed for it.
  const isRead = entry_no !== undefined && first.channel !== 'voice';
  const link = audience === 'buyer' ? {} : { link: '' };
  const vars = isRead ? {} : { ...found.vars(telling, buyer, locale), ...link, ...more() };
  return {
    kind,
    vars: vars as unknown as NoticeVars<NoticeKind>,
    to,
    locale,
    subject_id: order.order_id,
    trace_id,
    ...(isRead ? { entry_no } : {}),
  };
}

function buyerReaches(buyer: Buyer, kind: NoticeKind): readonly Reach[] {
  return isTurnedOff(buyer, kind) || !isReachable(buyer) ? [] : reachesOf(buyer);
}

function recipientReaches(order: OrderRow): readonly Reach[] {
  const reach = recipientReach(order);
  return reach === null ? [] : [reach];
}

function isUnwantedCall(
  { uncalled, notOfUses }: People,
  kind: NoticeKind,
  { channel, address }: Reach,
): boolean {
  if (channel !== 'voice') return false;
  return uncalled.has(address) || (isAboutUse(kind) && notOfUses.has(address));
}

async function readPeople(tx: Tx, tellings: readonly Telling[], once: Found): Promise<People> {
  const members = new Set(tellings.map(({ order }) => order.member_id));
  const found = await sql<Buyer & { member_id: string }>`
    select member_id, ${BUYER_COLUMNS} from members
    where member_id = any(${[...members]}::uuid[]) and member_number is not null`.execute(tx);
  const buyers = new Map(found.rows.map(({ member_id, ...buyer }) => [member_id, buyer]));
  const recipients = tellings
    .filter(({ audience }) => audience === 'recipient')
    .flatMap(({ order }) => once.recipient(order));
  const reaches = [...recipients, ...[...buyers.values()].filter(isReachable).flatMap(reachesOf)];
  const phones = reaches.filter(({ channel }) => channel === 'voice').map(({ address }) => address);
  return {
    buyers,
    locales: await readLocales(tx, new Set(recipients.map(({ address }) => address))),
    ...(await readUnwanted(tx, [...new Set(phones)])),
  };
}

/** What `recipientLocale` says, for many addresses. */
async function readLocales(tx: Tx, addresses: ReadonlySet<string>): Promise<Map<string, Locale>> {
  if (addresses.size === 0) return new Map();
  const all = [...addresses];
  const keys = all.map(emailKey);
  const emails = keys.filter((key) => key.includes('@'));
  const found = await sql<{ address: string; locale: Locale }>`
    select address, locale from (
      select 1 as rank, address, locale from recipient_locales where address = any(${keys}::text[])
      union all
      select 2, mobile, locale from members where mobile = any(${all}::text[]) and member_number is not null
      union all
      select 2, landline, locale from members where landline = any(${all}::text[]) and member_number is not null
      union all
      select 2, lower(email), locale from members
      where lower(email) = any(${emails}::text[]) and member_number is not null
        and not email_is_anothers) known
    where address is not null order by rank desc`.execute(tx);
  return new Map(found.rows.map(({ address, locale }) => [address, locale]));
}

async function readUnwanted(
  tx: Tx,
  phones: readonly string[],
): Promise<Pick<People, 'uncalled' | 'notOfUses'>> {
  if (phones.length === 0) return { uncalled: new Set(), notOfUses: new Set() };
  const found = await sql<{ phone: string; about_uses: boolean }>`
    select phone, false as about_uses from uncalled_phones where phone = any(${phones}::text[])
    union all
    select phone, true from phones_not_told_of_uses where phone = any(${phones}::text[])`.execute(tx);
  const those = (aboutUses: boolean) =>
    new Set(found.rows.filter(({ about_uses }) => about_uses === aboutUses).map(({ phone }) => phone));
  return { uncalled: those(false), notOfUses: those(true) };
}
