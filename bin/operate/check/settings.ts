import { COMMON_SETTINGS } from '../../../kit/common-settings.ts';
import { ConfigError, readEachSetting, readSettings, type SettingValues } from '../../../kit/config.ts';
import { readNetwork } from '../../../kit/http/network.ts';
import { isProduction, productionProblems } from '../../../kit/production.ts';
import { loadSecrets } from '../../../kit/secrets.ts';
import { loadParties, loadSigningKey, type Party, type SigningKey } from '../../../kit/signing/index.ts';
import type { ServerRole } from '../../stack/roles.ts';
import { SERVERS } from '../servers.ts';
import { type Finding, fine, wrong } from './findings.ts';
import { ownFiles, ownProductionProblems } from './own-files.ts';
import { filesOpenToOthers, filesWithPlaceholders } from './private-files.ts';

/** What a server would start with, as far as it can be read, and what it would not start with. */
export type CheckedSettings = {
  findings: Finding[];
  values: Partial<SettingValues<typeof COMMON_SETTINGS>>;
  signingKey: SigningKey | undefined;
  parties: readonly Party[] | undefined;
};

/** Reads all settings and the files that they name. A demo may have what production refuses. */
export function checkSettings(
  role: ServerRole,
  env: NodeJS.ProcessEnv,
  { isDemo }: { isDemo: boolean },
): CheckedSettings {
  const { settings, keyRings } = SERVERS[role];
  const { problems } = readEachSetting(settings, env);
  const { values } = readEachSetting(COMMON_SETTINGS, env);
  const read = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(...error.message.split('\n'));
      return undefined;
    }
  };
  const { signingKeyFile, partiesFile, secretsFile } = values;
  const signingKey = signingKeyFile ? read(() => loadSigningKey(signingKeyFile)) : undefined;
  const parties = partiesFile ? read(() => loadParties(partiesFile)) : undefined;
  const secrets = secretsFile ? read(() => loadSecrets(secretsFile)) : undefined;
  for (const ring of keyRings) if (secrets !== undefined) read(() => secrets.keyRing(ring));
  const network = readEachSetting(COMMON_SETTINGS, env).problems.length === 0;
  if (network) read(() => readNetwork(readSettings(COMMON_SETTINGS, env), isProduction(env)));
  for (const file of ownFiles(role, env)) read(file);
  problems.push(...filesWithPlaceholders(settings, env), ...filesOpenToOthers(settings, env));
  if (!isDemo) {
    if (!isProduction(env))
      problems.push('NODE_ENV must be production; without it, the demo’s settings are permitted.');
    if (problems.length === 0 && parties !== undefined)
      read(() => {
        problems.push(
          ...productionProblems(readSettings(COMMON_SETTINGS, env), parties),
          ...ownProductionProblems(role, env),
        );
      });
  }
  const findings = problems.map((problem) => wrong('settings', problem));
  return { findings: findings.length === 0 ? [fine('settings')] : findings, values, signingKey, parties };
}
