import type { SettingValues } from './config.ts';
import type { NETWORK_SETTINGS } from './http/network.ts';
import type { Party } from './signing/index.ts';
import type { STAFF_SETTINGS } from './staff/settings.ts';
import { hasDemoProvider, hasPlainProvider } from './texts/settings.ts';

type Checked = SettingValues<typeof NETWORK_SETTINGS & typeof STAFF_SETTINGS> & {
  publicUrl: string;
  clockFile: string;
  demoDataDir: string;
  textProvidersFile?: string;
};

/** Whether this process serves people, not a demo or a developer. */
export const isProduction = (env: NodeJS.ProcessEnv): boolean => env.NODE_ENV === 'production';

/** What must not be so in production, whichever server it is: a sentence for each. */
export function productionProblems(settings: Checked, parties: readonly Party[]): string[] {
  const {
    publicUrl,
    clockFile,
    demoDataDir,
    textProvidersFile,
    staffSecondFactor,
    tlsCertFile,
    trustedProxies,
  } = settings;
  const own = sentences([
    [!isHttps(publicUrl), 'PUBLIC_URL must begin with https:// in production.'],
    [
      tlsCertFile === '' && trustedProxies.length === 0,
      'Either TLS_CERT_FILE and TLS_KEY_FILE or TRUSTED_PROXIES must be set in production: https ends here or in a proxy, and behind an unknown one all clients share their limits.',
    ],
    [clockFile !== '', 'CLOCK_FILE must not be set in production: it shifts the clock.'],
    [demoDataDir !== '', 'DEMO_DATA_DIR must not be set in production: everybody knows the logins in it.'],
    [
      staffSecondFactor !== 'required',
      'STAFF_SECOND_FACTOR must be required in production: a password alone must not move money.',
    ],
  ]);
  const texts = sentences([
    [
      textProvidersFile !== undefined && hasDemoProvider(textProvidersFile),
      'TEXT_PROVIDERS_FILE must not name the demo’s providers in production.',
    ],
    [
      textProvidersFile !== undefined && hasPlainProvider(textProvidersFile),
      'TEXT_PROVIDERS_FILE must name addresses with https:// in production.',
    ],
  ]);
  return [...own, ...partiesProblems(parties), ...texts];
}

/** What of a list of parties must not be so in production: a sentence, if anything. */
export function partiesProblems(parties: readonly Party[]): string[] {
  const plain = parties.filter(({ base_url }) => !isHttps(base_url)).map(({ party }) => party);
  return plain.length === 0
    ? []
    : [`PARTIES_FILE must name addresses with https:// in production, also of ${plain.join(', ')}.`];
}

/** The sentences whose condition holds. */
export function sentences(checks: readonly (readonly [isWrong: boolean, sentence: string])[]): string[] {
  return checks.filter(([isWrong]) => isWrong).map(([, sentence]) => sentence);
}

function isHttps(url: string): boolean {
  return url.startsWith('https:');
}
