import Type from 'typebox';
import { closed } from '../../../../contracts/common.ts';

export const Base64Url = (maxLength: number) => Type.String({ pattern: '^[A-Za-z0-9_-]+$', maxLength });
export const CredentialId = Base64Url(1_400);

/** What a device signed (Web Authentication, 5.5). */
export const UsedPasskeyShape = closed({
  credential_id: CredentialId,
  client_data: Base64Url(4_000),
  authenticator_data: Base64Url(4_000),
  signature: Base64Url(2_000),
});
