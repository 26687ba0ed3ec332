import type { Clock } from '../../../kit/clock.ts';
import { COMMON_SETTINGS } from '../../../kit/common-settings.ts';
import { ConfigError, readSettings, text } from '../../../kit/config.ts';
import { openDatabase } from '../../../kit/db/pool.ts';
import { countKeyUses } from '../../../kit/key-uses.ts';
import { loadSecrets } from '../../../kit/secrets.ts';
import { loadParties } from '../../../kit/signing/index.ts';
import type { ServerRole } from '../../stack/roles.ts';
import { SERVERS } from '../servers.ts';
import { KEY_LISTS, listStands, rotateList } from './lists.ts';
import { ringsStand, rotateRing, type StoredUnder } from './rings.ts';
import type { KeyState, Step } from './rotation.ts';
import { rotateSigningKey, signingKeyStands } from './signing.ts';

const { signingKeyFile, partiesFile, secretsFile, databaseUrl } = COMMON_SETTINGS;
const SETTINGS = { signingKeyFile, partiesFile, secretsFile, databaseUrl };

/** How every key of a server stands. */
export async function keysStand(role: ServerRole, env: NodeJS.ProcessEnv, clock: Clock): Promise<KeyState[]> {
  const files = readSettings(SETTINGS, env);
  const others = { parties: loadParties(files.partiesFile), clock };
  return [
    await signingKeyStands(files.signingKeyFile, others),
    ...Object.entries(KEY_LISTS)
      .filter(([, { setting }]) => hasSetting(role, setting))
      .map(([name, { setting }]) => listStands(name, setting, fileIn(setting, env))),
    ...ringsStand(files.secretsFile),
  ];
}

/** Takes the next step of the rotation of one key. */
export async function rotateKey(
  role: ServerRole,
  env: NodeJS.ProcessEnv,
  key: string,
  { clock, dropOld }: { clock: Clock; dropOld: boolean },
): Promise<Step> {
  const files = readSettings(SETTINGS, env);
  const now = clock();
  if (key === 'signing')
    return rotateSigningKey(files.signingKeyFile, {
      parties: loadParties(files.partiesFile),
      clock,
      dropOld,
    });
  const list = KEY_LISTS[key];
  if (list !== undefined) {
    if (!hasSetting(role, list.setting)) throw new ConfigError(`A ${role} server has no ${list.setting}.`);
    return rotateList(list, fileIn(list.setting, env), { now, dropOld });
  }
  return rotateRing(files.secretsFile, key, { now, dropOld, storedUnder: storedIn(role, files) });
}

/** Asks the database what is stored under old versions; a value whose version isn't known may be under one of them. */
function storedIn(role: ServerRole, files: { secretsFile: string; databaseUrl: string }): StoredUnder {
  return async (ring, versions) => {
    const database = openDatabase(files.databaseUrl, { applicationName: 'seonmul-keys', connectionsMax: 1 });
    try {
      const uses = SERVERS[role].keyUses.filter((use) => use.ring === ring);
      const counts = await countKeyUses(database.db, uses, loadSecrets(files.secretsFile).keyRing);
      return counts
        .filter(({ version, rows }) => rows > 0 && (version === null || versions.includes(version)))
        .map(({ use, rows }) => `${rows} ${use.what}`);
    } finally {
      await database.close();
    }
  };
}

function hasSetting(role: ServerRole, name: string): boolean {
  return Object.values(SERVERS[role].settings).some((setting) => setting.name === name);
}

function fileIn(setting: string, env: NodeJS.ProcessEnv): string {
  return readSettings({ file: text(setting, 'file with keys') }, env).file;
}
