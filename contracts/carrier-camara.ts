import Type, { type Static } from 'typebox';

/**
 * Management → carrier, by the operators' own standard (CAMARA): KnowYourCustomerFill-in 0.4, KnowYourCustomerMatch 0.4,
 * NumberRecycling 0.2, SimSwap 2, with OAuth2 tokens for clients that authenticate by private_key_jwt (RFC 7523).
 * Schemas here are open, as the standard's are: unknown members are ignored.
 */
export const CAMARA_PATHS = {
  token: '/oauth2/token',
  fillIn: '/kyc-fill-in/v0.4/fill-in',
  match: '/kyc-match/v0.4/match',
  recycling: '/number-recycling/v0.2/check',
  simSwapCheck: '/sim-swap/v2/check',
  simSwapDate: '/sim-swap/v2/retrieve-date',
} as const;

export const PhoneNumber = Type.String({ pattern: '^\\+[1-9][0-9]{4,14}$' });

export const FillInAnswer = Type.Object({
  phoneNumber: Type.Optional(PhoneNumber),
  name: Type.Optional(Type.String()),
});
export type FillInAnswer = Static<typeof FillInAnswer>;

export const RecyclingAnswer = Type.Object({ phoneNumberRecycled: Type.Boolean() });

export const SimSwapAnswer = Type.Object({ swapped: Type.Boolean() });

/** CAMARA's error body. */
export const ErrorInfo = Type.Object({ status: Type.Integer(), code: Type.String(), message: Type.String() });
export type ErrorInfo = Static<typeof ErrorInfo>;

export const TokenAnswer = Type.Object({
  access_token: Type.String(),
  token_type: Type.String(),
  expires_in: Type.Integer(),
  scope: Type.Optional(Type.String()),
});

export const CLIENT_ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
export const JWT_BEARER_GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
