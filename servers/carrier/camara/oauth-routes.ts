import Type from 'typebox';
import { CAMARA_PATHS, TokenAnswer } from '../../../contracts/carrier-camara.ts';
import type { App } from '../../../kit/http/app.ts';
import type { CarrierContext } from '../context.ts';
import { issueToken } from './issue-token.ts';

const OAuthErrorShape = Type.Object({ error: Type.String(), error_description: Type.String() });
const FORM_BYTES_MAX = 16 * 1024;

/** OAuth2 tokens (RFC 6749, 7523), and the metadata by which clients find them (RFC 8414). */
export async function oauthRoutes(app: App, context: CarrierContext): Promise<void> {
  const { issuer } = context;
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: FORM_BYTES_MAX },
    (_request, body, done) => {
      done(null, Object.fromEntries(new URLSearchParams(body.toString())));
    },
  );

  app.post(
    CAMARA_PATHS.token,
    {
      schema: {
        tags: ['OAuth2'],
        summary: 'Get an access token by client credentials or the JWT bearer grant, with private_key_jwt',
        consumes: ['application/x-www-form-urlencoded'],
        body: Type.Record(Type.String(), Type.String({ maxLength: 8192 })),
        response: { 200: TokenAnswer, '4xx': OAuthErrorShape },
      },
    },
    async (request, reply) => {
      const issued = await issueToken(context, request.body);
      if ('access_token' in issued) return reply.code(200).send(issued);
      const { status, ...error } = issued;
      return reply.code(status).send(error);
    },
  );

  const metadata = {
    issuer,
    token_endpoint: `${issuer}${CAMARA_PATHS.token}`,
    jwks_uri: `${issuer}/oauth2/jwks`,
    grant_types_supported: ['client_credentials', 'urn:ietf:params:oauth:grant-type:jwt-bearer'],
    token_endpoint_auth_methods_supported: ['private_key_jwt'],
    token_endpoint_auth_signing_alg_values_supported: ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'],
    response_types_supported: [],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256'],
  };
  for (const url of ['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server']) {
    app.get(url, { schema: { hide: true } }, async () => metadata);
  }
  app.get('/oauth2/jwks', { schema: { hide: true } }, async () => context.tokenJwks);
}
