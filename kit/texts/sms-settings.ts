import { readFileSync } from 'node:fs';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError, oneOf, type SettingValues, text, url } from '../config.ts';
import type { SmsProvider } from './smpp.ts';

const PROTOCOLS = ['smpp:', 'ssmpp:'];
const ALPHABETS = ['gsm', 'ascii'] as const;
const LONG_MESSAGES = ['parts', 'payload'] as const;
const RECEIPT_IDS = ['same', 'decimal', 'hexadecimal'] as const;

/** The settings of every server that sends text messages. */
export const SMS_SETTINGS = {
  smppUrl: url('SMPP_URL', 'SMS provider', PROTOCOLS),
  smppSystemId: text('SMPP_SYSTEM_ID', 'our user name there'),
  smppPassword: text('SMPP_PASSWORD', 'our password there'),
  smppSourceAddr: text('SMPP_SOURCE_ADDR', 'number that text messages are sent from and replied to'),
  smppAlphabet: oneOf(
    'SMPP_ALPHABET',
    'what data coding 0 means to the provider: the GSM 03.38 alphabet, or ASCII',
    ALPHABETS,
    'gsm',
  ),
  smppLongMessages: oneOf(
    'SMPP_LONG_MESSAGES',
    'how the provider takes long texts: in parts, or whole in message_payload',
    LONG_MESSAGES,
    'parts',
  ),
  smppReceiptIds: oneOf(
    'SMPP_RECEIPT_IDS',
    'how delivery receipts write the message ID: as returned by the provider, or in another base',
    RECEIPT_IDS,
    'same',
  ),
  smppMoreProvidersFile: text(
    'SMPP_MORE_PROVIDERS_FILE',
    'JSON list of fallback providers: {url, system_id, password, source_addr} and, if different, alphabet, long_messages, receipt_ids',
    '',
  ),
};

const MoreProviders = Type.Array(
  Type.Object(
    {
      url: Type.String({ pattern: '^ss?mpp://' }),
      system_id: Type.String({ maxLength: 15 }),
      password: Type.String({ maxLength: 8 }),
      source_addr: Type.String({ minLength: 1, maxLength: 20 }),
      alphabet: Type.Optional(Type.Enum(ALPHABETS)),
      long_messages: Type.Optional(Type.Enum(LONG_MESSAGES)),
      receipt_ids: Type.Optional(Type.Enum(RECEIPT_IDS)),
    },
    { additionalProperties: false },
  ),
  { maxItems: 8 },
);

/** All providers, the preferred one first. Throws a `ConfigError` that names the setting if the file is invalid. */
export function smsProvidersOf(settings: SettingValues<typeof SMS_SETTINGS>): SmsProvider[] {
  const first: SmsProvider = {
    url: settings.smppUrl,
    system_id: settings.smppSystemId,
    password: settings.smppPassword,
    source_addr: settings.smppSourceAddr,
    alphabet: settings.smppAlphabet,
    long_messages: settings.smppLongMessages,
    receipt_ids: settings.smppReceiptIds,
  };
  const usual = { alphabet: 'gsm', long_messages: 'parts', receipt_ids: 'same' } as const;
  return [first, ...moreProviders(settings.smppMoreProvidersFile).map((more) => ({ ...usual, ...more }))];
}

function moreProviders(file: string): Static<typeof MoreProviders> {
  if (file === '') return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new ConfigError('SMPP_MORE_PROVIDERS_FILE names a file that is missing or not JSON.');
  }
  if (!Value.Check(MoreProviders, parsed)) {
    throw new ConfigError(
      'SMPP_MORE_PROVIDERS_FILE must be a list of {url, system_id, password, source_addr}, optionally with alphabet, long_messages and receipt_ids.',
    );
  }
  return parsed;
}
