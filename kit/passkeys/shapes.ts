import Type from 'typebox';
import { closed, Id, Timestamp } from '../http/shapes.ts';

const Base64Url = (maxLength: number) => Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength });
const CREDENTIAL_ID_MAX = 1_400;
const CredentialId = Base64Url(CREDENTIAL_ID_MAX);
const Transports = Type.Array(Type.String({ pattern: '^[a-z-]{1,20}$' }), { maxItems: 8 });
const KeyType = Type.Literal('public-key');
const Required = Type.Literal('required');
const Wait = Type.Integer({ description: 'Milliseconds.' });

/** Input of `navigator.credentials.create`, in JSON (Web Authentication, 5.4). */
export const CreationOptions = closed({
  challenge: Type.String(),
  rp: closed({ id: Type.String(), name: Type.String() }),
  user: closed({ id: Type.String(), name: Type.String(), displayName: Type.String() }),
  pubKeyCredParams: Type.Array(closed({ type: KeyType, alg: Type.Integer() })),
  excludeCredentials: Type.Array(closed({ id: Type.String(), type: KeyType, transports: Transports })),
  authenticatorSelection: closed({ residentKey: Required, userVerification: Required }),
  attestation: Type.Literal('none'),
  timeout: Wait,
});
/** Input of `navigator.credentials.get`, in JSON (Web Authentication, 5.5). */
export const RequestOptions = closed({
  challenge: Type.String(),
  rpId: Type.String(),
  userVerification: Required,
  timeout: Wait,
});
export const PasskeyShape = closed({
  passkey_id: Id,
  name: Type.String(),
  created_at: Timestamp,
  last_used_at: Type.Optional(Timestamp),
});
export const NewPasskeyShape = closed({
  name: Type.String({ minLength: 1, maxLength: 60 }),
  credential_id: CredentialId,
  client_data: Base64Url(4_000),
  attestation_object: Base64Url(8_000),
  transports: Type.Optional(Transports),
});
export const USED_PASSKEY = {
  credential_id: CredentialId,
  client_data: Base64Url(4_000),
  authenticator_data: Base64Url(4_000),
  signature: Base64Url(2_000),
};
