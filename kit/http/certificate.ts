import { createSecureContext, type SecureContextOptions } from 'node:tls';
import { ConfigError, readSettingFile } from '../config.ts';

/** Forward secrecy and authenticated encryption only (RFC 9325, 4.2). Node's own list also admits CBC and RSA key exchange. */
const CIPHERS = [
  ...['TLS_AES_128_GCM_SHA256', 'TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256'],
  ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256', 'ECDHE-ECDSA-AES256-GCM-SHA384'],
  ...['ECDHE-RSA-AES256-GCM-SHA384', 'ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
].join(':');

export type TlsFiles = { certFile: string; keyFile: string };

/** A certificate and its key, which fit each other, and how they are used. Throws a ConfigError if they don't. */
export function readCertificate({ certFile, keyFile }: TlsFiles): SecureContextOptions {
  const pair = {
    cert: readSettingFile('TLS_CERT_FILE', certFile),
    key: readSettingFile('TLS_KEY_FILE', keyFile),
    minVersion: 'TLSv1.2',
    ciphers: CIPHERS,
  } as const;
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
