import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { Clock } from '../clock.ts';
import { ConfigError, readSettingJson, text } from '../config.ts';
import type { Logger } from '../log.ts';
import { LOCALES } from '../words/index.ts';
import type { TextBooks } from './ask.ts';
import { httpProvider } from './http/http.ts';
import { HttpRequestSettings } from './http/settings.ts';
import { idAt, type ProviderTerms, type TextProvider } from './port.ts';
import type { NamedProvider } from './providers.ts';
import { smppProvider } from './smpp/smpp.ts';
import { solapi } from './solapi/solapi.ts';
import { twilio } from './twilio/twilio.ts';
import { webhookUrl } from './webhook-routes.ts';

const FILE = 'TEXT_PROVIDERS_FILE';

/** The setting of every server that sends text messages. */
export const TEXT_SETTINGS = {
  textProvidersFile: text(
    FILE,
    'JSON list of text message providers in order of preference, each of kind smpp, solapi, twilio or http: docs/adapters/texts.md',
  ),
};

const strict = { additionalProperties: false };
const Url = Type.String({ pattern: '^https?://' });
const Country = Type.String({ pattern: '^[A-Z]{2}$' });
const Secret = Type.String({ minLength: 1, maxLength: 500 });
const Price = Type.Object(
  {
    text: Type.Number({ minimum: 0 }),
    long_text: Type.Optional(Type.Number({ minimum: 0 })),
    kakao: Type.Optional(Type.Number({ minimum: 0 })),
  },
  strict,
);
const TERMS = {
  name: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }),
  senders: Type.Record(Type.String(), Type.String({ minLength: 1, maxLength: 40 }), { minProperties: 1 }),
  countries: Type.Optional(Type.Array(Country, { minItems: 1 })),
  prices: Type.Optional(Type.Record(Type.String({ pattern: '^([A-Z]{2}|[*])$' }), Price)),
};

const Smpp = Type.Object(
  {
    ...TERMS,
    kind: Type.Literal('smpp'),
    url: Type.String({ pattern: '^ss?mpp://' }),
    system_id: Type.String({ maxLength: 15 }),
    password: Type.String({ maxLength: 8 }),
    alphabet: Type.Optional(Type.Union([Type.Literal('gsm'), Type.Literal('ascii')])),
    long_messages: Type.Optional(Type.Union([Type.Literal('parts'), Type.Literal('payload')])),
    receipt_ids: Type.Optional(
      Type.Union([Type.Literal('same'), Type.Literal('decimal'), Type.Literal('hexadecimal')]),
    ),
  },
  strict,
);
const Template = Type.Object(
  {
    kind: Type.String(),
    locale: Type.Enum(LOCALES),
    template_id: Type.String(),
    text: Type.String({ minLength: 1, maxLength: 1_000 }),
  },
  strict,
);
const Solapi = Type.Object(
  {
    ...TERMS,
    kind: Type.Literal('solapi'),
    url: Type.Optional(Url),
    api_key: Secret,
    api_secret: Secret,
    webhook_secret: Type.String({ minLength: 16 }),
    kakao: Type.Optional(Type.Object({ channel_id: Type.String(), templates: Type.Array(Template) }, strict)),
  },
  strict,
);
const Twilio = Type.Object(
  {
    ...TERMS,
    kind: Type.Literal('twilio'),
    url: Type.Optional(Url),
    account_sid: Type.String({ pattern: '^AC[0-9a-f]{32}$' }),
    auth_token: Secret,
  },
  strict,
);
const Http = Type.Object({ ...TERMS, kind: Type.Literal('http'), request: HttpRequestSettings }, strict);

const ENTRIES = { smpp: Smpp, solapi: Solapi, twilio: Twilio, http: Http } as const;
export const TextProvidersFile = Type.Array(Type.Union(Object.values(ENTRIES)), { minItems: 1, maxItems: 9 });
type Entry = Static<typeof Smpp> | Static<typeof Solapi> | Static<typeof Twilio> | Static<typeof Http>;

/** A password of the demo begins with this. */
const DEMO = 'demo-';

type Base = {
  publicUrl: string;
  clock: Clock;
  random: (bytes: number) => Buffer;
  log: Logger;
};

/** The providers in the file, the preferred one first. What the server does with what they tell is `books`. */
export function openProviders(base: Base, file: string, books: TextBooks): NamedProvider[] {
  return readEntries(file).map((entry) => ({ terms: termsOf(entry), provider: open(base, entry, books) }));
}

/** Whether a provider in the file is the demo's. */
export function hasDemoProvider(file: string): boolean {
  return readEntries(file).some((entry) => entry.kind === 'smpp' && entry.password.startsWith(DEMO));
}

/** Whether a provider in the file would be called without encryption. */
export function hasPlainProvider(file: string): boolean {
  return readEntries(file).some((entry) =>
    (entry.kind === 'http'
      ? [entry.request.url, entry.request.look_up?.url, entry.request.look_up?.url_by_reference]
      : [entry.url]
    ).some((url) => url?.startsWith('http:')),
  );
}

function readEntries(file: string): Entry[] {
  const parsed = readSettingJson(FILE, file);
  if (!Array.isArray(parsed) || parsed.length === 0 || parsed.length > 9)
    throw new ConfigError(`${FILE} ${file} must be a list of one to nine providers.`);
  const entries = parsed.map((entry: unknown, index) => readEntry(file, entry, index));
  if (new Set(entries.map(({ name }) => name)).size < entries.length)
    throw new ConfigError(`${FILE} ${file} names two providers alike.`);
  return entries;
}

/** The message says where something is wrong and never what stands there. */
function readEntry(file: string, entry: unknown, index: number): Entry {
  const kind = typeof entry === 'object' && entry !== null && 'kind' in entry ? entry.kind : undefined;
  const schema = ENTRIES[kind as keyof typeof ENTRIES];
  if (schema === undefined)
    throw new ConfigError(
      `${FILE} ${file}: provider ${index + 1} must be of kind smpp, solapi, twilio or http.`,
    );
  if (!Value.Check(schema, entry)) {
    const [error] = Value.Errors(schema, entry);
    throw new ConfigError(
      `${FILE} ${file}: provider ${index + 1} (${kind}) is wrong at ${error?.instancePath || '/'}.`,
    );
  }
  return entry as Entry;
}

function termsOf({ name, senders, countries, prices, kind }: Entry): ProviderTerms {
  // Solapi serves Korea unless the file says otherwise.
  const served = countries?.filter((country): country is CountryCode => isSupportedCountry(country));
  const known = served ?? (kind === 'solapi' ? (['KR'] as const) : undefined);
  return {
    name,
    senders,
    ...(known === undefined ? {} : { countries: known }),
    ...(prices === undefined ? {} : { prices }),
  };
}

function open({ publicUrl, clock, random, log }: Base, entry: Entry, books: TextBooks): TextProvider {
  switch (entry.kind) {
    case 'smpp': {
      const { url, system_id, password, name } = entry;
      const { alphabet = 'gsm', long_messages = 'parts', receipt_ids = 'same' } = entry;
      return smppProvider({
        ...{ url, system_id, password, alphabet, long_messages, receipt_ids },
        log: log.child({ sms_provider: name }),
        async onReceipt({ provider_message_id: id, state }) {
          await books.onReceipt({ provider_message_id: idAt(name, id), state });
        },
        onMessage: (message) => books.onMessage({ ...message, by: name }),
      });
    }
    case 'solapi': {
      const { url = 'https://api.solapi.com', api_key, api_secret, webhook_secret, kakao } = entry;
      return solapi({
        ...{ url, api_key, api_secret, webhook_secret, clock, random },
        ...(kakao === undefined ? {} : { kakao }),
      });
    }
    case 'twilio': {
      const { url = 'https://api.twilio.com', account_sid, auth_token, name } = entry;
      return twilio({ url, account_sid, auth_token, webhook_url: webhookUrl(publicUrl, name) });
    }
    case 'http':
      return httpProvider(entry.request);
  }
}
