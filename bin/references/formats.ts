import Type, { type TSchema } from 'typebox';
import { PrivateEcJwk } from '../../kit/ec-keys.ts';
import { KeyRings } from '../../kit/secrets.ts';
import { PartiesFile, SigningKeyFile } from '../../kit/signing/keys.ts';
import { PartyCard } from '../../kit/signing/party-card.ts';
import { TextProvidersFile } from '../../kit/texts/settings.ts';
import { ClientsFile } from '../../servers/carrier/context.ts';
import { CarriersFile } from '../../servers/management/carriers/settings.ts';
import { AcquirersFile } from '../../servers/settlement/acquirers/settings.ts';
import { BanksFile } from '../../servers/settlement/banks/settings.ts';
import { SmokeFile } from '../operate/smoke/settings.ts';

/** A file that an operator writes or keeps, as the program reads it. */
export type Format = {
  /** Its schema's file is named after it. */
  name: string;
  title: string;
  /** The settings that name such a file. */
  settings: readonly string[];
  about: string;
  schema: TSchema;
  example: unknown;
};

const DIGITS = '…';
const EC_KEY = {
  ...{ kty: 'EC', crv: 'P-256', kid: 'seal-5f1c9a3e77b0' },
  ...{ x: DIGITS, y: DIGITS, d: DIGITS, alg: 'ECDH-ES+A256KW', use: 'enc' },
};
const ED_KEY = { kty: 'OKP', crv: 'Ed25519', x: DIGITS };

export const FORMATS: readonly Format[] = [
  {
    name: 'parties',
    title: 'The other servers',
    settings: ['PARTIES_FILE'],
    about:
      'Whom a server calls and lets call, where they are, and the public keys that they sign with, each with the time in which it is accepted. `npx seonmul parties exchange` and `parties refresh` write it. A running server takes it up when it has changed; while it is broken, the list before stays, the log says why, and the metric `seonmul_parties_file_broken` is 1. A key stays known for ever, so that what was signed with it can be verified; its name is never used again.',
    schema: PartiesFile,
    example: [
      {
        ...{ party: 'management', role: 'management', base_url: 'https://gifts.example' },
        keys: [{ keyid: 'management-5f1c9a3e77b0', public_jwk: ED_KEY, valid_from: '2026-03-01T00:00:00Z' }],
      },
    ],
  },
  {
    name: 'party-card',
    title: 'A card',
    settings: [],
    about:
      'What the owner of a server gives to another’s: `npx seonmul parties show` prints it, and a running server shows it at `/v1/party`. Its fingerprint covers all of it.',
    schema: PartyCard,
    example: {
      ...{ party: 'shop:haneul', role: 'shop', base_url: 'https://shop.example' },
      keys: [{ keyid: 'shop:haneul-5f1c9a3e77b0', public_jwk: ED_KEY }],
    },
  },
  {
    name: 'signing-key',
    title: 'The signing key',
    settings: ['SIGNING_KEY_FILE'],
    about:
      'The private key (Ed25519) that a server signs all messages to others with; during a rotation, the one that comes next. `init` makes it, and `npx seonmul keys rotate … signing` changes it.',
    schema: SigningKeyFile,
    example: {
      ...{ party: 'shop:haneul', kid: 'shop:haneul-5f1c9a3e77b0' },
      private_jwk: { ...ED_KEY, d: DIGITS },
    },
  },
  {
    name: 'secrets',
    title: 'Key rings',
    settings: ['SECRETS_FILE'],
    about:
      'Versions of each secret key, one of them current. What is stored under which, and what losing one means, is in [security](../security.md#rotating-keys). `npx seonmul keys rotate … RING` changes it. **Without this file a backup of the database is of little use.**',
    schema: KeyRings,
    example: { token_pepper: { current: 'v1', keys: { v1: 'base64 of 32 random bytes' } } },
  },
  {
    name: 'private-keys',
    title: 'Lists of private keys',
    settings: ['SEALING_KEYS_FILE', 'TOKEN_KEYS_FILE'],
    about:
      'Private EC P-256 keys. The first is used: published to seal values for this server, or to sign access tokens; the others open and verify what was made before. `npx seonmul keys rotate … sealing` (at the carrier, `tokens`) changes it.',
    schema: Type.Array(PrivateEcJwk, { minItems: 1 }),
    example: [EC_KEY],
  },
  {
    name: 'text-providers',
    title: 'Text message providers',
    settings: ['TEXT_PROVIDERS_FILE'],
    about:
      'In order of preference. [Texts](../adapters/texts.md) says what each kind needs, and how one is described that there is no adapter for.',
    schema: TextProvidersFile,
    example: [
      {
        ...{ kind: 'solapi', name: 'solapi', api_key: DIGITS, api_secret: DIGITS },
        ...{ webhook_secret: 'at least 16 characters', senders: { '*': '15880000' } },
      },
    ],
  },
  {
    name: 'acquirers',
    title: 'Acquirers',
    settings: ['ACQUIRERS_FILE'],
    about:
      'Who takes card payments, in order of preference. [Acquirers](../adapters/acquirers.md) says what each kind needs.',
    schema: AcquirersFile,
    example: [
      {
        kind: 'toss',
        name: 'toss',
        secret_key: 'as shown in its console',
        client_key: 'as shown in its console',
      },
    ],
  },
  {
    name: 'banks',
    title: 'Banks',
    settings: ['BANKS_FILE'],
    about:
      'Which banks payouts to shops are sent to, and from which account. [Banks](../adapters/banks.md) says what each kind needs.',
    schema: BanksFile,
    example: [
      {
        ...{ kind: 'file', name: 'bank', debtor_name: 'Seonmul Inc.' },
        debtor_account: { bank_code: '088', number: '110123456789' },
      },
    ],
  },
  {
    name: 'carriers',
    title: 'Mobile operators',
    settings: ['CARRIERS_FILE'],
    about:
      'Who is asked who has a number, in this order; an empty list asks nobody, and then buyers type the name. [Carriers](../adapters/carriers.md) says what each member is.',
    schema: CarriersFile,
    example: [
      {
        ...{ name: 'kt', adapter: 'camara', url: 'https://api.kt.example', client_id: 'seonmul' },
        ...{ key_file: 'carrier-client.json', countries: ['KR'] },
      },
    ],
  },
  {
    name: 'clients',
    title: 'Clients of the carrier',
    settings: ['CLIENTS_FILE'],
    about:
      'Who may ask the carrier, on which legal ground and about what, with the public half of the key (EC P-256) that each proves itself by.',
    schema: ClientsFile,
    example: [
      {
        ...{ client_id: 'seonmul-management', ground: 'contract of 2026-03-01' },
        scopes: ['kyc-fill-in:name', 'number-recycling:check', 'sim-swap:check'],
        jwks: { keys: [{ kty: 'EC', crv: 'P-256', kid: 'client-5f1c9a3e77b0', x: DIGITS, y: DIGITS }] },
      },
    ],
  },
  {
    name: 'smoke',
    title: 'What smoke buys',
    settings: [],
    about:
      'The argument of `npx seonmul smoke`. It has a password in it, so only its owner may read it. The member has a payment method; the recipient’s number is one whose texts you read; the code for the till is made in the shop’s office and used once, and then the key is in `key_file`.',
    schema: SmokeFile,
    example: {
      ...{ management: 'https://gifts.example', shop: 'https://shop.example', shop_id: 'haneul' },
      ...{ amount_minor: 1_000, currency: 'KRW', recipient: { phone: '010-1234-5678' } },
      member: { email: 'smoke@shop.example', password: DIGITS },
      till: { key_file: 'smoke-till.json', enrolment_code: '2468013579' },
    },
  },
];
