import type { Client } from 'pg';
import type { Executor } from '../../../kit/db/transaction.ts';
import { readValues } from '../../../kit/db/values.ts';
import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';

export type Row = Record<string, unknown>;
/** The four databases at one moment each, read by the superuser, and written only by a plant, which is undone. */
export type Books = Readonly<Record<ServerRole, BookOf>>;
export type BookOf = Executor & { rows(text: string, values?: readonly unknown[]): Promise<Row[]> };

/** Does it with all books open, and leaves them as they were. */
export async function withBooks<T>(
  connect: (role: ServerRole) => Promise<Client>,
  work: (books: Books) => Promise<T>,
): Promise<T> {
  readValues();
  const clients = await Promise.all(SERVER_ROLES.map(async (role) => [role, await connect(role)] as const));
  try {
    const opened = clients.map(async ([role, client]) => {
      await client.query('begin isolation level repeatable read');
      return [role, bookOf(client)] as const;
    });
    return await work(Object.fromEntries(await Promise.all(opened)) as Books);
  } finally {
    for (const [, client] of clients) {
      await client.query('rollback').catch(() => {});
      await client.end().catch(() => {});
    }
  }
}

function bookOf(client: Client): BookOf {
  return {
    async ask<R>(text: string, values: readonly unknown[]) {
      const { rows } = await client.query(text, [...values]);
      return { rows: rows as R[] };
    },
    async rows(text, values = []) {
      return (await client.query(text, [...values])).rows;
    },
  };
}

/** How two lists differ that should be the same, by a key; a few differences are enough to look at. */
export function differences(
  [nameA, a]: readonly [name: string, rows: readonly Row[]],
  [nameB, b]: readonly [name: string, rows: readonly Row[]],
  keyOf: (row: Row) => string,
): string[] {
  const told = (row: Row | undefined) =>
    row === undefined
      ? 'nothing'
      : JSON.stringify(row, (_, value) => (typeof value === 'bigint' ? `${value}` : value));
  const others = new Map(b.map((row) => [keyOf(row), row]));
  const found: string[] = [];
  for (const row of a) {
    const other = others.get(keyOf(row));
    others.delete(keyOf(row));
    if (told(row) !== told(other)) found.push(`${nameA} has ${told(row)}, ${nameB} ${told(other)}`);
  }
  for (const other of others.values()) found.push(`${nameB} has ${told(other)}, ${nameA} nothing`);
  return found;
}
