import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError, readSettingJson, text } from '../../../kit/config.ts';
import { isIban } from '../../../kit/typed/bank-account.ts';
import type { ListedBank } from './banks.ts';
import type { BankFiles } from './file/bank-files.ts';
import { fileBank } from './file/file-bank.ts';
import type { Bank } from './port.ts';
import { testBank } from './test/test-bank.ts';

const FILE = 'BANKS_FILE';

export const BANKS_SETTING = text(
  FILE,
  'JSON list of banks that payouts are sent to, in order of preference, each of kind test or file: docs/adapters/banks.md',
);

const strict = { additionalProperties: false };
const TERMS = {
  name: Type.String({ pattern: '^[a-z0-9][a-z0-9-]{0,39}$' }),
  currencies: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]{3}$' }), { minItems: 1 })),
  payees: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: 1 })),
};
const Test = Type.Object(
  { ...TERMS, kind: Type.Literal('test'), url: Type.String({ pattern: '^https?://[^?#]+[^/?#]$' }) },
  strict,
);
/** Whose account the payouts are taken from, as the bank knows it. */
const Debtor = Type.Union([
  Type.Object(
    { iban: Type.String(), bic: Type.Optional(Type.String({ pattern: '^[A-Z0-9]{8}([A-Z0-9]{3})?$' })) },
    strict,
  ),
  Type.Object(
    { bank_code: Type.String({ pattern: '^[0-9]{3}$' }), number: Type.String({ pattern: '^[0-9]{6,20}$' }) },
    strict,
  ),
]);
const File = Type.Object(
  {
    ...TERMS,
    kind: Type.Literal('file'),
    debtor_name: Type.String({ minLength: 1, maxLength: 70 }),
    debtor_account: Debtor,
  },
  strict,
);
const ENTRIES = { test: Test, file: File } as const;
export const BanksFile = Type.Array(Type.Union(Object.values(ENTRIES)), { minItems: 1, maxItems: 9 });
type Entry = Static<typeof Test> | Static<typeof File>;

/** The banks in the file, the preferred one first. Throws a `ConfigError` that never says what stands there. */
export function openBanks(file: string, files: BankFiles): ListedBank[] {
  return readEntries(file).map((entry) => {
    const { currencies, payees } = entry;
    return {
      bank: open(entry, files),
      ...(currencies === undefined ? {} : { currencies }),
      ...(payees === undefined ? {} : { payees }),
    };
  });
}

/** An account in the form of a country's own that nobody has, until its owner enters theirs. */
export const NOBODYS_ACCOUNT = {
  KR: { bank_code: '000', number: '000000' },
  other: { iban: 'DE89370400440532013000' },
} as const;

/** What of the file is not for production. */
export function bankProblems(file: string): string[] {
  const entries = readEntries(file);
  return [
    ...(entries.some(({ kind }) => kind === 'test')
      ? [`${FILE} has a test bank, which moves no money.`]
      : []),
    ...entries
      .filter((entry) => entry.kind === 'file' && isNobodys(entry.debtor_account))
      .map(({ name }) => `${FILE} has an account of nobody at bank ${name}: enter yours as debtor_account.`),
  ];
}

function isNobodys(account: Static<typeof Debtor>): boolean {
  if ('iban' in account) return account.iban === NOBODYS_ACCOUNT.other.iban;
  return /^0+$/.test(account.number) || account.bank_code === NOBODYS_ACCOUNT.KR.bank_code;
}

function open(entry: Entry, files: BankFiles): Bank {
  if (entry.kind === 'test') return testBank(entry);
  const { name, debtor_name, debtor_account } = entry;
  return fileBank({ name, debtor: { name: debtor_name, account: debtor_account } }, files);
}

function readEntries(file: string): Entry[] {
  const parsed = readSettingJson(FILE, file);
  if (!Array.isArray(parsed) || parsed.length === 0 || parsed.length > 9)
    throw new ConfigError(`${FILE} ${file} must be a list of one to nine banks.`);
  const entries = parsed.map((entry: unknown, index) => readEntry(file, entry, index));
  if (new Set(entries.map(({ name }) => name)).size < entries.length)
    throw new ConfigError(`${FILE} ${file} names two banks alike.`);
  return entries;
}

function readEntry(file: string, entry: unknown, index: number): Entry {
  const kind = typeof entry === 'object' && entry !== null && 'kind' in entry ? entry.kind : undefined;
  const schema = ENTRIES[kind as keyof typeof ENTRIES];
  if (schema === undefined)
    throw new ConfigError(`${FILE} ${file}: bank ${index + 1} must be of kind test or file.`);
  if (!Value.Check(schema, entry)) {
    const [error] = Value.Errors(schema, entry);
    throw new ConfigError(
      `${FILE} ${file}: bank ${index + 1} (${kind}) is wrong at ${error?.instancePath || '/'}.`,
    );
  }
  const checked = entry as Entry;
  if (checked.kind === 'file' && 'iban' in checked.debtor_account && !isIban(checked.debtor_account.iban))
    throw new ConfigError(`${FILE} ${file}: bank ${index + 1} (file) is wrong at /debtor_account/iban.`);
  return checked;
}
