import { beforeEach, expect, test } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../result.ts';
import { sendResult } from './answer.ts';
import type { App } from './app.ts';

const OPEN_DOOR_REFUSALS = refusals('wrong_state', 'hold_expired');

async function openDoor(isOpen: boolean): Promise<Result<string, RefusalOf<typeof OPEN_DOOR_REFUSALS>>> {
  return isOpen ? done('open') : refuse('hold_expired');
}

let app: App;
beforeEach(async () => {
  app = await anApp();
});

/** The codes of a route in the API's description, by status. */
async function described(url: string): Promise<Record<string, string[]>> {
  type Response = {
    content?: Record<string, { schema: { allOf?: { properties?: { code: { enum: string[] } } }[] } }>;
  };
  const { paths, components } = (await app.inject({ url: '/openapi.json' })).json();
  const responses: Record<string, Response & { $ref?: string }> = paths[url].post.responses;
  return Object.fromEntries(
    Object.entries(responses).flatMap(([status, response]) => {
      const { content }: Response = components.responses[response.$ref?.split('/').at(-1) ?? ''] ?? response;
      const codes = content?.['application/problem+json']?.schema.allOf?.[1]?.properties?.code.enum;
      return codes === undefined ? [] : [[status, codes]];
    }),
  );
}

test('a route’s refusals are described by status', async () => {
  app.post(
    '/doors',
    { schema: { security: [{ session: [] }], refusals: OPEN_DOOR_REFUSALS } },
    async (request, reply) => sendResult(request, reply, await openDoor(false)),
  );
  const answer = await app.inject({ method: 'POST', url: '/doors' });
  expect([answer.statusCode, answer.json().code]).toEqual([410, 'hold_expired']);
  expect(await described('/doors')).toEqual({
    401: ['unauthenticated', 'session_expired'],
    403: ['forbidden'],
    409: ['wrong_state', 'request_in_progress'],
    410: ['hold_expired'],
    500: ['internal_error'],
    503: ['restoring', 'service_unavailable'],
  });
});

test('an undeclared refusal does not compile', async () => {
  app.post('/undeclared', async (request, reply) =>
    // @ts-expect-error: the route declares nothing
    sendResult(request, reply, await openDoor(false)),
  );
  app.post('/half-declared', { schema: { refusals: ['wrong_state'] } }, async (request, reply) =>
    // @ts-expect-error: the operation can also refuse with hold_expired
    sendResult(request, reply, await openDoor(false)),
  );
  // @ts-expect-error: there is no such code
  const refused = refuse('wong_state');
  expect(refused.ok).toBe(false);
  expect(await described('/half-declared')).not.toHaveProperty('410');
});
