import type { DatabaseCluster } from '../database/database.ts';
import type { Entry, Kind } from '../load/record.ts';
import type { System } from '../servers/system.ts';
import { type Known, knownOf } from './account.ts';

/** How often each thing that a client asked for is in the servers' books, by its key or by what it is about. */
type Effects = Readonly<Record<Kind, ReadonlyMap<string, number>>>;

export type Verdict = {
  /** Acknowledged, and not there. */
  lost: string[];
  /** There more than once. */
  doubled: string[];
  /** Refused, and there all the same. */
  undead: string[];
  /** Unknown to the client, and there. */
  unknown_kept: number;
};

/** Compares a client's record with what the servers keep. */
export async function judge(
  entries: readonly Entry[],
  database: DatabaseCluster,
  system: System,
): Promise<Verdict> {
  const effects = await readEffects(knownOf(entries), database, system);
  return verdictOf(knownOf(entries), effects);
}

export function verdictOf(known: readonly Known[], effects: Effects): Verdict {
  const verdict: Verdict = { lost: [], doubled: [], undead: [], unknown_kept: 0 };
  for (const { kind, key, subject, is } of known) {
    // Naming the recipient is part of an order that has its own entry.
    if (kind === 'order' && subject !== undefined) continue;
    const times = effects[kind].get(kind === 'sale' || kind === 'order' ? key : (subject ?? '')) ?? 0;
    if (is === 'done' && times === 0) verdict.lost.push(key);
    if (times > 1) verdict.doubled.push(key);
    // A confirmation may be refused because the one before, of which nobody heard, was done.
    if (is === 'refused' && times > 0 && kind === 'sale') verdict.undead.push(key);
    if (is === 'unknown' && times > 0) verdict.unknown_kept += 1;
  }
  return verdict;
}

async function readEffects(
  known: readonly Known[],
  database: DatabaseCluster,
  system: System,
): Promise<Effects> {
  const count = async (
    role: 'management' | 'settlement' | 'shop',
    statement: string,
    asked: readonly (string | undefined)[],
  ) => {
    const name = new URL(system.databaseUrl(role, 'any')).pathname.slice(1);
    const { rows } = await database.asSuperuser(name, (client) =>
      client.query<{ what: string; times: number }>(statement, [asked.filter((each) => each !== undefined)]),
    );
    return new Map(rows.map(({ what, times }) => [what, times]));
  };
  const keys = (kind: Kind) => known.filter((each) => each.kind === kind).map(({ key }) => key);
  const subjects = (kind: Kind) => known.filter((each) => each.kind === kind).map(({ subject }) => subject);
  const certificates = await count('shop', CERTIFICATES, subjects('confirmation'));
  const captures = await count('settlement', CAPTURES, subjects('confirmation'));
  return {
    sale: await count('shop', SALES, keys('sale')),
    reversal: await count('shop', REVERSALS, subjects('reversal')),
    order: await count('management', ORDERS, keys('order')),
    // A gift is there once it is paid for and the shop has its certificate.
    confirmation: new Map(
      [...new Set([...certificates.keys(), ...captures.keys()])].map((id) => {
        const [one = 0, other = 0] = [certificates.get(id), captures.get(id)];
        return [id, one === 0 || other === 0 ? 0 : Math.max(one, other)];
      }),
    ),
    acceptance: await count('shop', ACCEPTANCES, subjects('acceptance')),
  };
}

const SALES = `select sale_reference as what, count(*)::int as times from redemptions where sale_reference = any($1) group by 1`;
const REVERSALS = `select redemption_id::text as what, count(*)::int as times from reversals where redemption_id = any($1::uuid[]) group by 1`;
const ORDERS = `select message as what, count(*)::int as times from orders where message = any($1) group by 1`;
const CERTIFICATES = `select order_id::text as what, count(*)::int as times from certificates where order_id = any($1::uuid[]) group by 1`;
const CAPTURES = `select order_id::text as what, count(*)::int as times from payments
  where order_id = any($1::uuid[]) and captured_minor = amount_minor group by 1`;
const ACCEPTANCES = `select order_id::text as what, count(*)::int as times from certificates
  where order_id = any($1::uuid[]) and accepted_at is not null group by 1`;
