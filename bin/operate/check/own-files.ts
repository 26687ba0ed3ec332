import { readEachSetting, readSettings } from '../../../kit/config.ts';
import { readEcKeys } from '../../../kit/ec-keys.ts';
import { dkimKeyOf } from '../../../kit/mail/dkim.ts';
import { readSealingKeys } from '../../../kit/sealing-keys.ts';
import * as carrier from '../../../servers/carrier/config.ts';
import { readClients } from '../../../servers/carrier/context.ts';
import * as management from '../../../servers/management/config.ts';
import { openAcquirers } from '../../../servers/settlement/acquirers/settings.ts';
import { bankProblems } from '../../../servers/settlement/banks/settings.ts';
import * as settlement from '../../../servers/settlement/config.ts';
import * as shop from '../../../servers/shop/config.ts';
import { readWebShopKey } from '../../../servers/shop/context.ts';
import type { ServerRole } from '../../stack/roles.ts';

type Reader = () => unknown;
type OfRole = {
  files: (env: NodeJS.ProcessEnv) => Reader[];
  production: (env: NodeJS.ProcessEnv) => string[];
};

/** Reads a file if its setting is there: that it is missing was said already. */
function readerOf(file: string | undefined, read: (file: string) => unknown): Reader[] {
  return file === undefined || file === '' ? [] : [() => read(file)];
}

const OWN: Readonly<Record<ServerRole, OfRole>> = {
  management: {
    files(env) {
      const { values, problems } = readEachSetting(management.SETTINGS, env);
      return [
        ...readerOf(values.sealingKeysFile, readSealingKeys),
        ...(problems.length === 0 ? [() => dkimKeyOf(readSettings(management.SETTINGS, env))] : []),
      ];
    },
    production: (env) => management.productionProblems(readSettings(management.SETTINGS, env)),
  },
  settlement: {
    files(env) {
      const { values } = readEachSetting(settlement.SETTINGS, env);
      return [
        ...readerOf(values.sealingKeysFile, readSealingKeys),
        ...readerOf(values.acquirersFile, openAcquirers),
        ...readerOf(values.banksFile, bankProblems),
      ];
    },
    production: (env) => settlement.productionProblems(readSettings(settlement.SETTINGS, env)),
  },
  carrier: {
    files(env) {
      const { values } = readEachSetting(carrier.SETTINGS, env);
      return [
        ...readerOf(values.tokenKeysFile, (file) => readEcKeys('TOKEN_KEYS_FILE', file)),
        ...readerOf(values.clientsFile, readClients),
      ];
    },
    production: () => [],
  },
  shop: {
    files(env) {
      const { values } = readEachSetting(shop.SETTINGS, env);
      return [
        ...readerOf(values.sealingKeysFile, readSealingKeys),
        ...readerOf(values.webShopKeyFile, readWebShopKey),
      ];
    },
    production: (env) => shop.productionProblems(readSettings(shop.SETTINGS, env)),
  },
};

/** Reads the files that only this kind of server has; each may throw a `ConfigError`. */
export const ownFiles = (role: ServerRole, env: NodeJS.ProcessEnv): Reader[] => OWN[role].files(env);

/** What this kind of server refuses in production, beside what none permits. */
export const ownProductionProblems = (role: ServerRole, env: NodeJS.ProcessEnv): string[] =>
  OWN[role].production(env);
