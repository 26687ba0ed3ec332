import swagger from '@fastify/swagger';
import scalar from '@scalar/fastify-api-reference';
import type { App, AppSettings } from './app.ts';

/** The OpenAPI 3.1 document made from the schemas that validate, at `/openapi.json`, and its page at `/docs`. */
export async function documentApi(app: App, settings: AppSettings): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: settings.title, description: settings.description, version: '1.0.0' },
      servers: [{ url: settings.publicUrl }],
      components: {
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer', description: 'The token of a session.' },
          signature: {
            type: 'apiKey',
            in: 'header',
            name: 'signature',
            description:
              'HTTP Message Signature (RFC 9421, Ed25519) of a permitted server, with Content-Digest (RFC 9530).',
          },
        },
      },
    },
  });
  app.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger());
  await app.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: '/openapi.json',
      withDefaultFonts: false,
      telemetry: false,
      // These would send people, and what they ask, to the maker of the page.
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
    },
    logLevel: 'silent',
  });
}
