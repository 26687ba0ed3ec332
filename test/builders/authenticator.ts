import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

type Place = { id: string; origin: string };
type Conduct = { knowsHolder?: boolean; place?: Place; count?: number };
const PRESENT = 0x01;
const KNOWS_HOLDER = 0x04;
const WITH_CREDENTIAL = 0x40;

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();

/** A device with one passkey (Web Authentication, 6), as far as a browser hands on what it says. */
export function anAuthenticator(home: Place) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const credentialId = randomBytes(16);
  const clientData = (type: string, challenge: unknown, { place = home }: Conduct) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: place.origin, crossOrigin: false }));
  const head = (flags: number, { knowsHolder = true, place = home, count = 0 }: Conduct) => {
    const counted = Buffer.alloc(4);
    counted.writeUInt32BE(count);
    const said = flags | PRESENT | (knowsHolder ? KNOWS_HOLDER : 0);
    return Buffer.concat([sha256(place.id), Buffer.from([said]), counted]);
  };
  return {
    /** Makes the passkey for a challenge. */
    make(challenge: unknown, conduct: Conduct = {}) {
      const credential = Buffer.concat([
        Buffer.alloc(16),
        Buffer.from([0, credentialId.length]),
        credentialId,
        coseKey(Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')),
      ]);
      return {
        credential_id: base64url(credentialId),
        client_data: base64url(clientData('webauthn.create', challenge, conduct)),
        attestation_object: base64url(
          attestation(Buffer.concat([head(WITH_CREDENTIAL, conduct), credential])),
        ),
        transports: ['internal'],
      };
    },
    /** Signs a challenge by the passkey. */
    use(challenge: unknown, conduct: Conduct = {}) {
      const data = clientData('webauthn.get', challenge, conduct);
      const authenticatorData = head(0, conduct);
      return {
        credential_id: base64url(credentialId),
        client_data: base64url(data),
        authenticator_data: base64url(authenticatorData),
        signature: base64url(sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey)),
      };
    },
  };
}

/** CBOR (RFC 8949): { fmt: "none", attStmt: {}, authData }. */
function attestation(authData: Buffer): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
  const length = Buffer.from([0x58, authData.length]);
  return Buffer.concat([
    ...[Buffer.from([0xa3]), text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0])],
    ...[text('authData'), length, authData],
  ]);
}

/** CBOR of a COSE key (RFC 9053, 7.1): { 1: 2, 3: -7, -1: 1, -2: x, -3: y }. */
function coseKey(x: Buffer, y: Buffer): Buffer {
  const coordinate = Buffer.from([0x58, 0x20]);
  return Buffer.concat([
    ...[Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]), coordinate, x],
    ...[Buffer.from([0x22]), coordinate, y],
  ]);
}
