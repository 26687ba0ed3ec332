import { join } from 'node:path';
import type { StackFiles } from './files.ts';
import { lineSettings } from './line-settings.ts';

import { PART_NUMBERS, type ServerRole } from './roles.ts';
import type { ServerDatabase } from './server-databases.ts';

export type Place = { portBase: number; dataDir: string; root: string };

/** Ports follow the parts' numbers; the sandbox, the outside world, is at 100 and its protocols are just above. */
export function portOf(
  portBase: number,
  part: ServerRole | 'sandbox' | 'smsc' | 'secondSmsc' | 'mail' | 'postgres' | 'bounces',
): number {
  const outside = { sandbox: 100, smsc: 110, secondSmsc: 111, mail: 120, postgres: 130, bounces: 201 };
  return (
    portBase + (part in outside ? outside[part as keyof typeof outside] : PART_NUMBERS[part as ServerRole])
  );
}

/** Where a system takes text messages, mail and bounces. */
export const MESSAGE_PORTS = ['smsc', 'secondSmsc', 'mail', 'bounces'] as const;

export function urlOf(portBase: number, part: ServerRole | 'sandbox'): string {
  return `http://127.0.0.1:${portOf(portBase, part)}`;
}

/** The settings of one server of a demo system, as environment variables. */
export function serverEnvironment(
  role: ServerRole,
  place: Place,
  files: StackFiles,
  database: ServerDatabase,
): Record<string, string> {
  const { portBase, dataDir, root } = place;
  const messages = { TEXT_PROVIDERS_FILE: files.file(`${role}.text-providers.json`) };
  const line = lineSettings(portBase, dataDir);
  const own: Record<ServerRole, Record<string, string>> = {
    management: {
      ...messages,
      SEALING_KEYS_FILE: files.file('management.sealing.json'),
      SMTP_URL: `smtp://127.0.0.1:${portOf(portBase, 'mail')}`,
      TERMINAL_ORIGINS: urlOf(portBase, 'shop'),
      MAIL_FROM: 'Seonmul <gift@example.com>',
      // Set whether or not the line is running: management connects when it is.
      ARI_URL: line.ari.url,
      ARI_USER: line.ari.user,
      ARI_PASSWORD: line.ari.password,
      SPEECH_COMMAND: line.speechCommand,
      SPEECH_DIR: line.speechDir,
      // A demo may be looked at any time of day.
      VOICE_HOURS: '00:00-24:00',
      // Nor does anybody who tries it want to wait long for the next call.
      NEWS_GATHER_SECONDS: '5',
      VOICE_NUMBER: '1588-0200',
      SANDBOX_VOICE_URL: urlOf(portBase, 'sandbox'),
      SANDBOX_VOICE_SECRET: files.voiceSecret,
      BOUNCE_DOMAIN: 'bounces.example.com',
      BOUNCE_PORT: String(portOf(portBase, 'bounces')),
      CARRIERS_FILE: files.file('management.carriers.json'),
    },
    settlement: {
      SEALING_KEYS_FILE: files.file('settlement.sealing.json'),
      ACQUIRERS_FILE: files.file('settlement.acquirers.json'),
      BANKS_FILE: files.file('settlement.banks.json'),
    },
    carrier: {
      TOKEN_KEYS_FILE: files.file('carrier.tokens.json'),
      CLIENTS_FILE: files.file('carrier.clients.json'),
      NUMBER_RANGES: '+8210 +822',
    },
    shop: {
      ...messages,
      SEALING_KEYS_FILE: files.file('shop.sealing.json'),
      WEB_SHOP_KEY_FILE: files.file('shop.web-shop-key.txt'),
      BUYING_URL: urlOf(portBase, 'management'),
      BUYING_SHOP_ID: 'haneul',
      CASH_MAX: '1000000',
      BRAND_KO: '하늘상점',
      BRAND_EN: 'Haneul Store',
    },
  };
  return {
    HOST: '127.0.0.1',
    PORT: String(portOf(portBase, role)),
    PUBLIC_URL: urlOf(portBase, role),
    DATABASE_URL: database.databaseUrl,
    OWNER_DATABASE_URL: database.ownerDatabaseUrl,
    SIGNING_KEY_FILE: files.file(`${role}.signing.json`),
    PARTIES_FILE: files.file(`${role}.parties.json`),
    SECRETS_FILE: files.file(`${role}.secrets.json`),
    CLOCK_FILE: join(dataDir, 'clock.json'),
    DEMO_DATA_DIR: join(root, 'sandbox', 'demo'),
    // Whoever tries the demo has no authenticator app at hand; they can add one, and are then asked for it.
    STAFF_SECOND_FACTOR: 'optional',
    LOG_LEVEL: 'info',
    ...own[role],
  };
}

export function sandboxEnvironment(
  { portBase, dataDir, root }: Place,
  files: StackFiles,
): Record<string, string> {
  return {
    HOST: '127.0.0.1',
    PORT: String(portOf(portBase, 'sandbox')),
    PUBLIC_URL: urlOf(portBase, 'sandbox'),
    SMPP_PORT: String(portOf(portBase, 'smsc')),
    SMTP_PORT: String(portOf(portBase, 'mail')),
    SMPP_ACCOUNTS_FILE: files.file('smpp-accounts.json'),
    VOICE_URL: urlOf(portBase, 'management'),
    VOICE_SECRET: files.voiceSecret,
    SECOND_SMPP_PORT: String(portOf(portBase, 'secondSmsc')),
    SECOND_SMPP_ACCOUNTS_FILE: files.file('second-smpp-accounts.json'),
    BOUNCES_URL: `smtp://127.0.0.1:${portOf(portBase, 'bounces')}`,
    MANAGEMENT_URL: urlOf(portBase, 'management'),
    SETTLEMENT_URL: urlOf(portBase, 'settlement'),
    CARRIER_URL: urlOf(portBase, 'carrier'),
    SHOP_URL: urlOf(portBase, 'shop'),
    DEMO_DATA_DIR: join(root, 'sandbox', 'demo'),
    CLOCK_FILE: join(dataDir, 'clock.json'),
    ACQUIRER_MOVEMENTS_FILE: join(dataDir, 'acquirer-movements.jsonl'),
  };
}
