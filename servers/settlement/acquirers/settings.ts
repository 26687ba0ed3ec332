import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError, readSettingJson, text } from '../../../kit/config.ts';
import type { ListedAcquirer } from './acquirers.ts';
import type { Acquirer } from './port.ts';
import { portOneAcquirer } from './portone/portone.ts';
import { stripeAcquirer } from './stripe/stripe.ts';
import { testAcquirer } from './test/test-acquirer.ts';
import { tossAcquirer } from './toss/toss.ts';

const FILE = 'ACQUIRERS_FILE';

export const ACQUIRERS_SETTING = text(
  FILE,
  'JSON list of acquirers in order of preference, each of kind test, stripe, portone or toss: docs/adapters/acquirers.md',
);

const strict = { additionalProperties: false };
const Url = Type.String({ pattern: '^https?://[^?#]+[^/?#]$' });
const Secret = Type.String({ minLength: 8, maxLength: 500 });
/** By Standard Webhooks a key has 24 to 64 bytes. Whatever isn't base64 would be read as a shorter one, or as none. */
const WebhookKey = Type.String({ pattern: '^(whsec_)?[A-Za-z0-9+/]{32,88}={0,2}$' });
const TERMS = {
  name: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }),
  currencies: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{3}$' }), { minItems: 1 })),
  payees: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1 })),
};
const Test = Type.Object({ ...TERMS, kind: Type.Literal('test'), url: Url }, strict);
const StripeEntry = Type.Object(
  {
    ...TERMS,
    kind: Type.Literal('stripe'),
    url: Type.Optional(Url),
    secret_key: Secret,
    webhook_secret: Secret,
  },
  strict,
);
const PortOneEntry = Type.Object(
  {
    ...TERMS,
    kind: Type.Literal('portone'),
    url: Type.Optional(Url),
    api_secret: Secret,
    webhook_secret: WebhookKey,
    store_id: Secret,
    channel_key: Secret,
    test: Type.Optional(Type.Boolean()),
  },
  strict,
);
const TossEntry = Type.Object(
  { ...TERMS, kind: Type.Literal('toss'), url: Type.Optional(Url), secret_key: Secret, client_key: Secret },
  strict,
);
const ENTRIES = { test: Test, stripe: StripeEntry, portone: PortOneEntry, toss: TossEntry } as const;
export const AcquirersFile = Type.Array(Type.Union(Object.values(ENTRIES)), { minItems: 1, maxItems: 9 });
const KINDS = Object.keys(ENTRIES).join(', ');
type Entry = Static<(typeof ENTRIES)[keyof typeof ENTRIES]>;

/** The acquirers in the file, the preferred one first. Throws a `ConfigError` that never says what stands there. */
export function openAcquirers(file: string): ListedAcquirer[] {
  return readEntries(file).map((entry) => {
    const { currencies, payees } = entry;
    return {
      acquirer: open(entry),
      ...(currencies === undefined ? {} : { currencies }),
      ...(payees === undefined ? {} : { payees }),
    };
  });
}

/** What of the file is not for production. */
export function acquirerProblems(file: string): string[] {
  const entries = readEntries(file);
  const problems: string[] = [];
  if (entries.some((entry) => open(entry).is_test))
    problems.push(`${FILE} has a test acquirer or a test key, which moves no money.`);
  if (entries.some(({ kind, url }) => kind !== 'test' && url?.startsWith('http:')))
    problems.push(`${FILE} has an acquirer that would be called without encryption.`);
  return problems;
}

function open(entry: Entry): Acquirer {
  switch (entry.kind) {
    case 'test':
      return testAcquirer(entry);
    case 'stripe':
      return stripeAcquirer(entry);
    case 'portone':
      return portOneAcquirer(entry);
    case 'toss':
      return tossAcquirer(entry);
  }
}

function readEntries(file: string): Entry[] {
  const parsed = readSettingJson(FILE, file);
  if (!Array.isArray(parsed) || parsed.length === 0 || parsed.length > 9)
    throw new ConfigError(`${FILE} ${file} must be a list of one to nine acquirers.`);
  const entries = parsed.map((entry: unknown, index) => readEntry(file, entry, index));
  if (new Set(entries.map(({ name }) => name)).size < entries.length)
    throw new ConfigError(`${FILE} ${file} names two acquirers alike.`);
  return entries;
}

function readEntry(file: string, entry: unknown, index: number): Entry {
  const kind = typeof entry === 'object' && entry !== null && 'kind' in entry ? entry.kind : undefined;
  const schema = ENTRIES[kind as keyof typeof ENTRIES];
  if (schema === undefined)
    throw new ConfigError(`${FILE} ${file}: acquirer ${index + 1} must be of one of the kinds ${KINDS}.`);
  if (!Value.Check(schema, entry)) {
    const [error] = Value.Errors(schema, entry);
    throw new ConfigError(
      `${FILE} ${file}: acquirer ${index + 1} (${kind}) is wrong at ${error?.instancePath || '/'}.`,
    );
  }
  return entry as Entry;
}
