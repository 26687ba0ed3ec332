import { type CountryCode, isSupportedCountry } from 'libphonenumber-js/max';
import { ConfigError, type Setting } from './config.ts';
import { phoneRegion } from './phone.ts';

export type CountriesServed = ReadonlySet<CountryCode>;

const FALLBACK = 'KR US CA JP CN TW HK SG VN TH PH ID MY IN AU NZ GB IE DE FR';

/** Texts to some countries, and to satellites, cost so much that strangers earn by having them sent. */
export const COUNTRIES_SERVED_SETTING: Setting<CountriesServed> = {
  name: 'COUNTRIES_SERVED',
  meaning:
    'countries whose numbers get a code when somebody signs up, as two letters each, separated by spaces',
  fallback: FALLBACK,
  read: readCountries,
};

export function readCountries(given: string): CountriesServed {
  const countries = given.split(/\s+/).filter((country) => country !== '');
  const known = countries.filter((country) => isSupportedCountry(country));
  if (known.length === 0 || known.length < countries.length)
    throw new ConfigError('COUNTRIES_SERVED must be countries such as KR US, separated by spaces.');
  return new Set(known);
}

/** Whether the number is of a country that is served. Satellites belong to none. */
export function isServed(e164: string, countries: CountriesServed): boolean {
  const country = phoneRegion(e164);
  return country !== undefined && countries.has(country);
}
