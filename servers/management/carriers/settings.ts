import { dirname, resolve } from 'node:path';
import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';
import { CAMARA_PATHS } from '../../../contracts/carrier-camara.ts';
import { isTimeZone, ZONE_DEFAULT } from '../../../kit/calendar.ts';
import type { Clock } from '../../../kit/clock.ts';
import { ConfigError, readSettingJson } from '../../../kit/config.ts';
import { readEcKey } from '../../../kit/ec-keys.ts';
import { readNumberRanges } from '../../../kit/number-ranges.ts';
import { camaraCarrier } from './camara/camara-carrier.ts';
import type { ListedCarrier } from './carriers.ts';
import type { Carrier } from './port.ts';

const HttpUrl = Type.String({ pattern: '^https?://[^?#]+[^/?#]$' });

export const CarriersFile = Type.Array(
  Type.Object(
    {
      name: Type.String({ pattern: '^[a-z0-9-]{1,32}$' }),
      adapter: Type.Enum(['camara']),
      url: HttpUrl,
      token_url: Type.Optional(HttpUrl),
      client_id: Type.String({ minLength: 1, maxLength: 128 }),
      key_file: Type.String({ minLength: 1 }),
      countries: Type.Array(Type.String({ pattern: '^[A-Z]{2}$' }), { minItems: 1 }),
      ranges: Type.Optional(Type.Array(Type.String())),
      time_zone: Type.Optional(Type.String()),
      timeout_ms: Type.Optional(Type.Integer({ minimum: 100, maximum: 30_000 })),
      in_flight: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000 })),
    },
    { additionalProperties: false },
  ),
  { maxItems: 32 },
);
type CarrierSettings = Static<typeof CarriersFile>[number];

const SETTING = 'CARRIERS_FILE';
const TIMEOUT_MS = 5_000;
const IN_FLIGHT = 16;

/** How each adapter is made from what `CARRIERS_FILE` says. */
const ADAPTERS = {
  camara: (settings, clock, keyFile) =>
    camaraCarrier({
      name: settings.name,
      apiUrl: settings.url,
      tokenUrl: settings.token_url ?? `${settings.url}${CAMARA_PATHS.token}`,
      clientId: settings.client_id,
      privateJwk: readEcKey(`${SETTING} key_file`, keyFile),
      timeoutMs: settings.timeout_ms ?? TIMEOUT_MS,
      inFlight: settings.in_flight ?? IN_FLIGHT,
      timeZone: settings.time_zone ?? ZONE_DEFAULT,
      clock,
    }),
} satisfies Record<
  CarrierSettings['adapter'],
  (settings: CarrierSettings, clock: Clock, keyFile: string) => Carrier
>;

/** The operators in the order in which they are asked. Throws a `ConfigError` that says what is wrong. */
export function readCarriers(file: string, clock: Clock): ListedCarrier[] {
  return readCarriersFile(file).map((settings) => ({
    // Key files are named from the folder of the list.
    carrier: ADAPTERS[settings.adapter](settings, clock, resolve(dirname(file), settings.key_file)),
    countries: settings.countries,
    ranges: readNumberRanges(SETTING, settings.ranges ?? []),
  }));
}

/** Whether some operator is asked without encryption. */
export function asksInClear(file: string): boolean {
  return readCarriersFile(file).some(({ url, token_url }) =>
    [url, token_url ?? url].some((at) => at.startsWith('http:')),
  );
}

function readCarriersFile(file: string): CarrierSettings[] {
  const listed = readSettingJson(SETTING, file);
  if (
    !Value.Check(CarriersFile, listed) ||
    !listed.every(({ time_zone = ZONE_DEFAULT }) => isTimeZone(time_zone))
  )
    throw new ConfigError(
      `${SETTING} ${file} must be a list of {name, adapter, url, client_id, key_file, countries}, with token_url, ranges, time_zone, timeout_ms and in_flight if needed.`,
    );
  if (new Set(listed.map(({ name }) => name)).size < listed.length)
    throw new ConfigError(`${SETTING} ${file} has two operators of the same name.`);
  return listed;
}
