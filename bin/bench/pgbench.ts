import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Program, runProgram } from './programs.ts';

const LOAD = ['-n', '-M', 'prepared', '-c', '32', '-j', '2'];
const DATABASE = 'seonmul_bench';
/** TPC-B's own scale: a million accounts. */
const TPCB_SCALE = 10;

export type Pgbench = {
  /** The least that a sale must write, in one statement and one commit. */
  one(seconds: number): Promise<number>;
  /** pgbench's own TPC-B without the hot rows. */
  simpleUpdate(seconds: number): Promise<number>;
  /** Another script in another database of the same PostgreSQL. */
  script(file: string, database: string, seconds: number): Promise<number>;
};

/** Creates pgbench's database beside the servers' and fills it with as many rows as there are certificates. */
export async function preparePgbench(program: Program, adminUrl: string, rows: number): Promise<Pgbench> {
  const { hostname, port, username, password } = new URL(adminUrl);
  const url = await createDatabase(adminUrl, DATABASE);
  const env = { PGPASSWORD: decodeURIComponent(password) };
  const where = ['-h', hostname, '-p', port, '-U', username];
  const run = (...args: string[]) => runProgram(program, [...where, ...args], env);
  const file = (name: string) => join(import.meta.dirname, name);

  await createTables(url, rows, file('one-schema.sql'));
  await run('-i', '-q', '-s', String(TPCB_SCALE), DATABASE);
  const measure = async (seconds: number, database: string, ...args: string[]) =>
    ratePrinted(await run(...LOAD, '-T', String(seconds), '-D', `n=${rows}`, ...args, database));
  return {
    one: (seconds) => measure(seconds, DATABASE, '-f', file('one.sql')),
    simpleUpdate: (seconds) => measure(seconds, DATABASE, '-N'),
    script: (script, database, seconds) => measure(seconds, database, '-f', script),
  };
}

/** Creates a database and returns its URL. */
export async function createDatabase(adminUrl: string, name: string): Promise<string> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query(`create database ${name}`);
  await admin.end();
  return adminUrl.replace(/\/postgres$/, `/${name}`);
}

async function createTables(url: string, rows: number, file: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const statements = readFileSync(file, 'utf8').replace(':n', String(rows)).split(/;\n/);
  for (const statement of statements.filter((text) => text.trim() !== '')) await client.query(statement);
  await client.end();
}

function ratePrinted(output: string): number {
  if (/^number of transactions actually processed: 0$/m.test(output)) return 0;
  const rate = /^tps = ([\d.]+)/m.exec(output)?.[1];
  if (rate === undefined) throw new Error(`pgbench printed no rate: ${output}`);
  return Number(rate);
}
