import { ConfigError } from './config.ts';

/** Ranges of phone numbers by their first digits, such as `+82102`. Throws a `ConfigError` that names the setting. */
export function readNumberRanges(setting: string, given: readonly string[]): readonly string[] {
  if (!given.every((range) => /^\+[1-9][0-9]{0,13}$/.test(range)))
    throw new ConfigError(`${setting} must have number ranges such as +82102.`);
  return given;
}

/** How many first digits of a number the ranges have in common with it: the longest one decides whose it is. */
export function rangeMatch(phone: string, ranges: readonly string[]): number {
  return Math.max(0, ...ranges.filter((range) => phone.startsWith(range)).map((range) => range.length));
}
