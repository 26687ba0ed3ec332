import { unwatchFile, watchFile } from 'node:fs';
import type { Server as TlsServer } from 'node:https';
import { SECOND_MS } from '../clock.ts';
import type { App } from './app.ts';
import { readCertificate, type TlsFiles } from './certificate.ts';

const CHECK_MS = 2 * SECOND_MS;

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
