import type { Client } from 'pg';
import { acceptByLink } from '../walkthrough/gift.ts';
import { Phone } from '../walkthrough/people.ts';
import { PIN } from './gifts.ts';
import { type BenchBuyer, recipientPhone } from './people.ts';
import { buyFor } from './purchases.ts';
import { type BenchSystem, countStatementsOf } from './system.ts';

const GIFTS = 20;

/** Statements at management for one gift that is bought and accepted, and those that were most frequent. */
export type Statements = {
  per_gift: number;
  commits: number;
  frequent: readonly (readonly [string, number])[];
};

type Calls = ReadonlyMap<string, number>;

/**
 * Gifts are bought and accepted one after the other. Jobs look for work meanwhile: what they do in the same time without a
 * gift is taken off.
 */
export async function countStatements(
  { world, stack, database }: BenchSystem,
  buyer: BenchBuyer,
  nextRecipient: () => number,
): Promise<Statements> {
  const { management } = database;
  await management.query('create extension if not exists pg_stat_statements');
  await countStatementsOf(management, 'all');
  try {
    await buyAndAccept();
    const begun = performance.now();
    const busy = await callsDuring(management, async () => {
      for (let n = 0; n < GIFTS; n++) await buyAndAccept();
    });
    const took = performance.now() - begun;
    const idle = await callsDuring(management, () => new Promise((wait) => setTimeout(wait, took)));
    return perGift(busy, idle);
  } finally {
    await countStatementsOf(management, 'none');
  }

  async function buyAndAccept(): Promise<void> {
    const number = recipientPhone(nextRecipient());
    await buyFor(stack.url('management'), buyer, number);
    await acceptByLink(world, new Phone(world.sandbox, number), PIN);
  }
}

/** BEGIN, COMMIT and ROLLBACK are counted apart: a transaction of one statement has none. */
export function perGift(busy: Calls, idle: Calls): Statements {
  const each = [...busy]
    .map(([text, calls]) => [text, Math.max(0, calls - (idle.get(text) ?? 0)) / GIFTS] as const)
    .filter(([, calls]) => calls > 0);
  const isBoundary = ([text]: readonly [string, number]) => /^(begin|commit|rollback)/i.test(text);
  const sum = (some: typeof each) => some.reduce((total, [, calls]) => total + calls, 0);
  const own = each.filter((one) => !isBoundary(one));
  return {
    per_gift: sum(own),
    commits: sum(each.filter(([text]) => /^commit/i.test(text))),
    frequent: own.toSorted((a, b) => b[1] - a[1]).slice(0, 10),
  };
}

async function callsDuring(client: Client, work: () => Promise<void>): Promise<Calls> {
  await client.query('select pg_stat_statements_reset()');
  await work();
  const found = await client.query(
    `select query, sum(calls) as calls from pg_stat_statements s join pg_database d on d.oid = s.dbid
     join pg_roles r on r.oid = s.userid
     where d.datname = current_database() and r.rolname = 'seonmul_management' group by query`,
  );
  return new Map(found.rows.map(({ query, calls }) => [String(query), Number(calls)]));
}
