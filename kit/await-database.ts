import { ConfigError } from './config.ts';
import type { Schema } from './db/migrate.ts';
import type { Database } from './db/pool.ts';
import { wrongRoleSettings } from './db/role-settings.ts';
import { readSchemaState } from './db/schema-state.ts';
import { type DatabaseTrouble, troubleOf, waitMs } from './db/trouble.ts';
import type { Network } from './http/network.ts';
import { waitingRoom } from './http/waiting-room.ts';
import type { Logger } from './log.ts';
import { type Ending, pauseUnless } from './process.ts';
import { type Address, listen } from './serve.ts';

type Awaited = { database: Database; url: string; schema: Schema; log: Logger };

/** Why the server can't begin to work with its database; undefined if it can. `begin` is the first thing that it writes. */
export async function databaseTrouble(
  { database, url, schema, log }: Awaited,
  begin: () => Promise<unknown>,
): Promise<DatabaseTrouble | undefined> {
  try {
    const { trouble, unknown } = await readSchemaState(database.db, schema);
    if (trouble !== undefined) return trouble;
    const wrong = await wrongRoleSettings(database.db);
    if (wrong !== undefined) return { code: 'database_role_settings_wrong', sentence: wrong, heals: false };
    await begin();
    if (unknown.length > 0)
      log.info(
        { migrations: unknown },
        'the schema is newer than this version, which runs on it nevertheless',
      );
    return undefined;
  } catch (error) {
    return troubleOf(error, url);
  }
}

/** Said again after so long, though nothing has changed. */
const SAY_AGAIN_MS = 60_000;

/**
 * Looks again and again, less and less often, until `look` finds no trouble or one that doesn't pass by itself, which is
 * returned, or until `asked` is aborted. The log says what it waits for.
 */
async function untilItPasses(
  first: DatabaseTrouble,
  look: () => Promise<DatabaseTrouble | undefined>,
  { log, asked, onTrouble }: { log: Logger; asked: AbortSignal; onTrouble: (code: string) => void },
): Promise<DatabaseTrouble | undefined> {
  let trouble: DatabaseTrouble | undefined = first;
  let said: { code: string; at: number } | undefined;
  for (let attempts = 1; trouble?.heals === true && !asked.aborted; attempts++) {
    const { code, sentence } = trouble;
    onTrouble(code);
    if (said?.code !== code || performance.now() - said.at >= SAY_AGAIN_MS) {
      said = { code, at: performance.now() };
      log.warn({ reason: code }, `waiting for the database: ${sentence}`);
    }
    await pauseUnless(asked, waitMs(attempts));
    if (!asked.aborted) trouble = await look();
  }
  return trouble?.heals === true ? undefined : trouble;
}

/** Throws a ConfigError if there is any. */
export function refuseTrouble(trouble: DatabaseTrouble | undefined): void {
  if (trouble !== undefined) throw new ConfigError(`DATABASE_URL (${trouble.code}): ${trouble.sentence}`);
}

/** Waits for a database that is not up yet; meanwhile the process says so at its address. Returns how it stops doing that. */
export async function awaitDatabase(
  { network, log }: { network: Network; log: Logger },
  begin: () => Promise<DatabaseTrouble | undefined>,
  { ending, api }: { ending: Ending; api: Address },
): Promise<() => Promise<void>> {
  const first = await begin();
  if (first?.heals !== true) {
    refuseTrouble(first);
    return async () => {};
  }
  let code: string = first.code;
  const room = waitingRoom(network, log, () => code);
  await listen(room, api);
  const onTrouble = (now: string) => {
    code = now;
  };
  refuseTrouble(await untilItPasses(first, begin, { log, asked: ending.asked, onTrouble }));
  return () => room.close();
}
