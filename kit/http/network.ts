import { isIP, isIPv4 } from 'node:net';
import { ConfigError, port, readSettingFile, type Setting, type SettingValues, text } from '../config.ts';
import { readCertificate, type TlsFiles } from './certificate.ts';

const trustedProxies: Setting<readonly string[]> = {
  name: 'TRUSTED_PROXIES',
  meaning:
    'addresses and ranges of the proxies in front of this server, separated by spaces, such as 10.0.0.5 fd00::/8; only what these say in X-Forwarded-For counts as the client’s address',
  fallback: '',
  read(given) {
    const ranges = given.split(/[\s,]+/).filter((range) => range !== '');
    const wrong = ranges.find((range) => !isRange(range));
    if (wrong !== undefined)
      throw new ConfigError(
        `TRUSTED_PROXIES must be addresses or ranges such as 10.0.0.0/8; ${wrong} is neither.`,
      );
    return ranges;
  },
};

/** How a server is reached over the network. */
export const NETWORK_SETTINGS = {
  trustedProxies,
  tlsCertFile: text(
    'TLS_CERT_FILE',
    'PEM file with the certificate and its chain, to serve https without a proxy; read again when it changes',
    '',
  ),
  tlsKeyFile: text('TLS_KEY_FILE', 'PEM file with the key of that certificate', ''),
  opsHost: text('OPS_HOST', 'address to listen on for OPS_PORT', '127.0.0.1'),
  opsPort: port(
    'OPS_PORT',
    'port for /metrics, /docs and /openapi.json, which PORT then no longer serves; 0 for none',
    '0',
  ),
  opsTokenFile: text(
    'OPS_TOKEN_FILE',
    'file with the bearer token that /metrics, /docs and /openapi.json require; without it they are open, and closed in production',
    '',
  ),
};

/** Where metrics and the description of the API are served, and to whom. */
export type OpsAccess = {
  where: 'own_port' | 'with_the_api' | 'nowhere';
  /** The bearer token that is required, if one is. */
  token: string | undefined;
};

export type Network = {
  trustedProxies: readonly string[];
  tls: TlsFiles | undefined;
  ops: OpsAccess;
};

/** A server that only its own machine reaches: no proxy, no TLS, nothing closed. */
export const LOCAL_NETWORK: Network = {
  trustedProxies: [],
  tls: undefined,
  ops: { where: 'with_the_api', token: undefined },
};

/** Throws a ConfigError for files that are missing or don't fit each other. */
export function readNetwork(
  settings: SettingValues<typeof NETWORK_SETTINGS>,
  isProduction: boolean,
): Network {
  const { tlsCertFile, tlsKeyFile, opsPort, opsTokenFile } = settings;
  if ((tlsCertFile === '') !== (tlsKeyFile === ''))
    throw new ConfigError('TLS_CERT_FILE and TLS_KEY_FILE must be set together.');
  const tls = tlsCertFile === '' ? undefined : { certFile: tlsCertFile, keyFile: tlsKeyFile };
  if (tls !== undefined) readCertificate(tls);
  const token = opsTokenFile === '' ? undefined : readSettingFile('OPS_TOKEN_FILE', opsTokenFile).trim();
  if (token === '') throw new ConfigError(`OPS_TOKEN_FILE ${opsTokenFile} is empty.`);
  const withTheApi = isProduction && token === undefined ? 'nowhere' : 'with_the_api';
  return {
    trustedProxies: settings.trustedProxies,
    tls,
    ops: { where: opsPort === 0 ? withTheApi : 'own_port', token },
  };
}

/** An address, or an address and the length of its prefix. */
export function isRange(text: string): boolean {
  const [address = '', length, ...more] = text.split('/');
  if (isIP(address) === 0 || more.length > 0) return false;
  return (
    length === undefined ||
    (/^\d{1,3}$/.test(length) && Number(length) > 0 && Number(length) <= (isIPv4(address) ? 32 : 128))
  );
}
