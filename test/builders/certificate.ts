import { generateKeyPairSync, sign } from 'node:crypto';

const ECDSA_WITH_SHA256 = Buffer.from('06082a8648ce3d040302', 'hex');
const COMMON_NAME = Buffer.from('0603550403', 'hex');
const SUBJECT_ALT_NAME = Buffer.from('0603551d11', 'hex');
const LOOPBACK = Buffer.from([127, 0, 0, 1]);

/** A self-signed certificate (X.509) of 127.0.0.1, or of these hosts, with its key, both in PEM. */
export function aCertificate(name: string, hosts: readonly string[] = []): { cert: string; key: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const algorithm = tagged(0x30, ECDSA_WITH_SHA256);
  const issuer = tagged(0x30, tagged(0x31, tagged(0x30, COMMON_NAME, tagged(0x0c, Buffer.from(name)))));
  const validity = tagged(0x30, time('260101000000Z'), time('490101000000Z'));
  const names =
    hosts.length === 0 ? [tagged(0x87, LOOPBACK)] : hosts.map((host) => tagged(0x82, Buffer.from(host)));
  const altName = tagged(0x30, SUBJECT_ALT_NAME, tagged(0x04, tagged(0x30, ...names)));
  const toBeSigned = tagged(
    0x30,
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, Buffer.from([1])),
    algorithm,
    issuer,
    validity,
    issuer,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, tagged(0x30, altName)),
  );
  const signature = tagged(0x03, Buffer.from([0]), sign('sha256', toBeSigned, privateKey));
  const der = tagged(0x30, toBeSigned, algorithm, signature);
  const lines = der.toString('base64').replaceAll(/.{64}/g, '$&\n');
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function time(text: string): Buffer {
  return tagged(0x17, Buffer.from(text));
}

/** A DER value: its tag, its length and what it holds. */
function tagged(tag: number, ...content: Buffer[]): Buffer {
  const held = Buffer.concat(content);
  const { length } = held;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), held]);
}
