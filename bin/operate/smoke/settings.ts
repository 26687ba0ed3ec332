import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ConfigError, readSettingJson } from '../../../kit/config.ts';

const Url = Type.String({ pattern: '^https?://[^?#]+[^/?#]$' });
const Text = Type.String({ minLength: 1, maxLength: 200 });

/** Who buys what for whom, and at which till it is used. */
export const SmokeFile = Type.Object(
  {
    management: Url,
    shop: Url,
    shop_id: Text,
    amount_minor: Type.Integer({ minimum: 1 }),
    currency: Type.String({ pattern: '^[A-Z]{3}$' }),
    member: Type.Object({ email: Text, password: Text }, { additionalProperties: false }),
    /** One of the member's payment methods; their first if it is left out. */
    payment_method_id: Type.Optional(Text),
    /** A number whose texts you read. */
    recipient: Type.Object({ phone: Text }, { additionalProperties: false }),
    /** Where the till's key is kept; a code from the office, to make it at the first run. */
    till: Type.Object(
      { key_file: Text, enrolment_code: Type.Optional(Text) },
      { additionalProperties: false },
    ),
    /** The demo's sandbox, whose phones show their texts; without it, you are asked for the link in the text. */
    sandbox: Type.Optional(Url),
  },
  { additionalProperties: false },
);
export type SmokeSettings = Static<typeof SmokeFile>;

const OTHERS = 0o077;

/** Throws a `ConfigError` that says where something is wrong and never what stands there. */
export function readSmokeSettings(file: string): SmokeSettings {
  const json = readSettingJson('smoke', file);
  if (!Value.Check(SmokeFile, json)) {
    const [error] = Value.Errors(SmokeFile, json);
    throw new ConfigError(`smoke ${file} is wrong at ${error?.instancePath || '/'}: ${error?.message}.`);
  }
  if ((statSync(file).mode & OTHERS) !== 0)
    throw new ConfigError(`smoke ${file} has a password in it and is open to others: chmod 600 ${file}.`);
  // The key's file is named from the folder of this one.
  return { ...json, till: { ...json.till, key_file: resolve(dirname(file), json.till.key_file) } };
}
