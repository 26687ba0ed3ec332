import type { ServerOptions } from 'node:https';
import { createSecureContext } from 'node:tls';
import { ConfigError, readSettingFile } from '../config.ts';

export type TlsFiles = { certFile: string; keyFile: string };

/** A certificate and its key, which fit each other. Throws a ConfigError if they don't. */
export function readCertificate({ certFile, keyFile }: TlsFiles): Pick<ServerOptions, 'cert' | 'key'> {
  const pair = {
    cert: readSettingFile('TLS_CERT_FILE', certFile),
    key: readSettingFile('TLS_KEY_FILE', keyFile),
  };
  try {
    createSecureContext(pair);
  } catch {
    // The library's reason may quote the key.
    throw new ConfigError(
      `TLS_CERT_FILE ${certFile} and TLS_KEY_FILE ${keyFile} are not a certificate and its key.`,
    );
  }
  return pair;
}
