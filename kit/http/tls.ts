import { unwatchFile, watchFile } from 'node:fs';
import type { ServerOptions, Server as TlsServer } from 'node:https';
import { createSecureContext } from 'node:tls';
import { SECOND_MS } from '../clock.ts';
import { ConfigError, readSettingFile } from '../config.ts';
import type { App } from './app.ts';

export type TlsFiles = { certFile: string; keyFile: string };

const CHECK_MS = 2 * SECOND_MS;

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

/**
 * Serves new connections with a renewed certificate as soon as its files have changed. Between the writing of the two
 * they don't fit each other; until they do, the old ones stay.
 */
export function watchCertificate(app: App, files: TlsFiles): void {
  const paths = [files.certFile, files.keyFile];
  const reload = () => {
    try {
      (app.server as unknown as TlsServer).setSecureContext(readCertificate(files));
      app.log.info('the TLS certificate was read again');
    } catch (error) {
      app.log.warn({ err: error }, 'the TLS certificate was not read again');
    }
  };
  for (const path of paths) watchFile(path, { interval: CHECK_MS, persistent: false }, reload);
  app.addHook('onClose', async () => {
    for (const path of paths) unwatchFile(path, reload);
  });
}
