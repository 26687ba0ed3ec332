import { readFileSync } from 'node:fs';

/** A setting: its environment variable, its meaning, and its default. A setting without a default is required. */
export type Setting<T> = {
  readonly name: string;
  readonly meaning: string;
  readonly fallback?: string;
  readonly read: (text: string) => T;
};

export type SettingValues<Settings extends Record<string, Setting<unknown>>> = {
  readonly [K in keyof Settings]: Settings[K] extends Setting<infer T> ? T : never;
};

/** An invalid configuration. The message is a line for each problem, a sentence that names the setting and never contains a secret. */
export class ConfigError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigError';
  }
}

/** Reads all settings from the environment; throws a `ConfigError` with a line for each that is missing or invalid. */
export function readSettings<Settings extends Record<string, Setting<unknown>>>(
  settings: Settings,
  env: NodeJS.ProcessEnv,
): SettingValues<Settings> {
  const { values, problems } = readEachSetting(settings, env);
  if (problems.length > 0) throw new ConfigError(problems.join('\n'));
  return values as SettingValues<Settings>;
}

/** The settings that are valid, and a line for each that is missing or invalid. */
export function readEachSetting<Settings extends Record<string, Setting<unknown>>>(
  settings: Settings,
  env: NodeJS.ProcessEnv,
): { values: Partial<SettingValues<Settings>>; problems: string[] } {
  const values: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, setting] of Object.entries(settings)) {
    try {
      values[key] = readSetting(setting, env);
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      problems.push(error.message);
    }
  }
  return { values: values as Partial<SettingValues<Settings>>, problems };
}

function readSetting({ name, meaning, fallback, read }: Setting<unknown>, env: NodeJS.ProcessEnv): unknown {
  const given = env[name];
  const text = given === undefined || given === '' ? fallback : given;
  if (text === undefined) throw new ConfigError(`${name} is not set: ${meaning}.`);
  return read(text);
}

/** The list of settings that `--help` prints. */
export function describeSettings(settings: Record<string, Setting<unknown>>): string {
  return Object.values(settings)
    .map(
      ({ name, meaning, fallback }) =>
        `  ${name}${fallback ? ` (${fallback})` : fallback === '' ? ' (optional)' : ''}\n      ${meaning}`,
    )
    .join('\n');
}

export function text(name: string, meaning: string, fallback?: string): Setting<string> {
  return setting(name, meaning, fallback, (value) => value);
}

export function port(name: string, meaning: string, fallback?: string): Setting<number> {
  return setting(name, meaning, fallback, (value) => {
    const number = Number(value);
    if (!/^[0-9]+$/.test(value) || number > 65_535) {
      throw new ConfigError(`${name} must be a port from 0 to 65535.`);
    }
    return number;
  });
}

/** A whole number, at least 0. */
export function countOrNone(name: string, meaning: string, fallback: string): Setting<number> {
  return setting(name, meaning, fallback, (value) => {
    if (!/^(?:0|[1-9][0-9]{0,6})$/.test(value))
      throw new ConfigError(`${name} must be a whole number from 0.`);
    return Number(value);
  });
}

/** A whole number, at least 1. */
export function count(name: string, meaning: string, fallback: string): Setting<number> {
  return setting(name, meaning, fallback, (value) => {
    if (!/^[1-9][0-9]{0,6}$/.test(value)) throw new ConfigError(`${name} must be a whole number from 1.`);
    return Number(value);
  });
}

export function url(
  name: string,
  meaning: string,
  protocols: readonly string[],
  fallback?: string,
): Setting<string> {
  return setting(name, meaning, fallback, (value) => {
    if (value === '') return value;
    // A URL may contain a password, so the message leaves it out.
    if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
      throw new ConfigError(`${name} must be a URL that begins with ${protocols.join(' or ')}//.`);
    }
    return value.replace(/\/$/, '');
  });
}

/** A URL that paths are appended to, so it has neither query nor fragment. */
export function baseUrl(name: string, meaning: string): Setting<string> {
  const plain = url(name, meaning, ['http:', 'https:']);
  return setting(name, meaning, undefined, (value) => {
    if (/[?#]/.test(value)) throw new ConfigError(`${name} must be a URL without a query or fragment.`);
    return plain.read(value);
  });
}

export function oneOf<const T extends string>(
  name: string,
  meaning: string,
  choices: readonly T[],
  fallback?: T,
): Setting<T> {
  return setting(name, meaning, fallback, (value) => {
    const chosen = choices.find((choice) => choice === value);
    if (chosen === undefined) throw new ConfigError(`${name} must be one of ${choices.join(', ')}.`);
    return chosen;
  });
}

/** The text of the file that a setting names. Throws a ConfigError that names the setting and the file, never its content. */
export function readSettingFile(name: string, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable';
    throw new ConfigError(`${name} ${path} can't be read (${code}).`);
  }
}

export function readSettingJson(name: string, path: string): unknown {
  const text = readSettingFile(name, path);
  try {
    return JSON.parse(text);
  } catch {
    // The parser's message quotes part of the text, so it is dropped.
    throw new ConfigError(`${name} ${path} is not JSON.`);
  }
}

function setting<T>(
  name: string,
  meaning: string,
  fallback: string | undefined,
  read: (text: string) => T,
): Setting<T> {
  return fallback === undefined ? { name, meaning, read } : { name, meaning, fallback, read };
}
