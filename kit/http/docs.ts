import swagger from '@fastify/swagger';
import fastify from 'fastify';
import type { App, AppSettings } from './app.ts';
import { describeRefusals, withRefusals } from './route-refusals.ts';
import { Problem } from './shapes.ts';

/** Collects the OpenAPI 3.1 document from the validation schemas. */
export async function documentApi(app: App, settings: AppSettings): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: settings.title, description: settings.description, version: '1.0.0' },
      servers: [{ url: settings.publicUrl }],
      components: {
        schemas: { Problem },
        securitySchemes: {
          session: { type: 'http', scheme: 'bearer', description: 'Session token.' },
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
    transform: withRefusals,
    transformObject: (document) =>
      describeRefusals('openapiObject' in document ? document.openapiObject : document.swaggerObject),
  });
}

/** The document at `/openapi.json`, and its page at `/docs`. */
export function documentationRoutes(app: App, describe: () => object): void {
  app.get('/openapi.json', { schema: { hide: true } }, async () => describe());
  let page: ReturnType<typeof documentationPage> | undefined;
  app.get('/docs', { schema: { hide: true } }, (_request, reply) => reply.redirect('/docs/', 301));
  app.get('/docs/*', { schema: { hide: true } }, async (request, reply) => {
    page ??= documentationPage();
    const { statusCode, headers, rawPayload } = await (await page).inject(request.url);
    if (statusCode !== 200) return reply.callNotFound();
    return reply.header('content-type', headers['content-type']).send(rawPayload);
  });
}

/** An inner server, asked only by ours: its four megabytes are loaded when the page is first opened. */
async function documentationPage() {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const page = fastify();
  await page.register(scalar, {
    routePrefix: '/docs',
    configuration: {
      url: '/openapi.json',
      withDefaultFonts: false,
      telemetry: false,
      // These would send visitors and their input to the page's vendor.
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
    },
    logLevel: 'silent',
  });
  return page;
}
