import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVER_ROLES, type ServerRole } from '../bin/stack/roles.ts';
import { systemClock } from '../kit/clock.ts';
import type { App } from '../kit/http/app.ts';
import { createCarrierApp } from '../servers/carrier/app.ts';
import { createManagementApp } from '../servers/management/app.ts';
import { createSettlementApp } from '../servers/settlement/app.ts';
import { createShopApp } from '../servers/shop/app.ts';
import { announceBody } from './builders/announce-body.ts';
import { aCarrier } from './builders/carrier.ts';
import { aManagement } from './builders/management.ts';
import { aParty } from './builders/parties.ts';
import { aSettlement } from './builders/settlement.ts';
import { testShopContext } from './builders/shop-context.ts';
import { type OpenApi, type Route, routesOf } from './fuzz/requests.ts';
import { testDatabase } from './harness/database.ts';
import { freePort } from './harness/free-port.ts';

type Opened = { app: App; close: () => Promise<void> };

const OPEN: Record<ServerRole, () => Promise<Opened>> = {
  async management() {
    const { context, close } = await aManagement();
    return { app: await createManagementApp(context), close };
  },
  async settlement() {
    const { context, base } = await aSettlement();
    return { app: await createSettlementApp(context), close: () => base.drop() };
  },
  async carrier() {
    const { context, base } = await aCarrier();
    return { app: await createCarrierApp(context), close: () => base.drop() };
  },
  async shop() {
    const database = await testDatabase('shop');
    const { context, removeFiles } = await testShopContext(database, systemClock, [
      aParty('management', 'm1'),
    ]);
    const close = async () => {
      await context.close();
      await database.drop();
      removeFiles();
    };
    return { app: await createShopApp(context), close };
  },
};

/** Logging in, and choosing a new password by a link. */
const staffDoor = (prefix: string) => [
  `POST ${prefix}/sessions`,
  `POST ${prefix}/passkey-challenges`,
  `POST ${prefix}/passkey-sessions`,
  `POST ${prefix}/new-passwords`,
];

/** Signed with its body, so that has to be read first. */
const TEXT_PROVIDERS = 'POST /v1/text-providers/{provider}/webhook';

/** What the owner of a server says of their business. */
const BUSINESS = ['GET /v1/business', 'GET /v1/documents/{document}'];

/** What a server does for somebody it does not know: log-ins, forms behind a link, and what everybody may know. */
const PUBLIC: Record<ServerRole, readonly string[]> = {
  management: [
    'POST /v1/members',
    'POST /v1/members/{member_id}/verifications',
    'POST /v1/sessions',
    'POST /v1/sessions/second-factor',
    'POST /v1/terminal-sessions',
    'POST /v1/recoveries',
    'POST /v1/recoveries/{recovery_id}/email-proof',
    'POST /v1/recoveries/{recovery_id}/completion',
    'POST /v1/passkey-challenges',
    'POST /v1/passkey-sessions',
    ...staffDoor('/v1/staff'),
    ...BUSINESS,
    'GET /v1/shops',
    'GET /v1/shops/{shop_id}',
    'GET /v1/offers/{token}',
    'PUT /v1/offers/{token}/locale',
    'POST /v1/offers/{token}/phone-codes',
    'POST /v1/offers/{token}/acceptance',
    'POST /v1/offers/{token}/refusal',
    TEXT_PROVIDERS,
  ],
  settlement: [
    ...BUSINESS,
    'POST /v1/card-entries/{token}',
    'POST /v1/second-steps/{token}',
    'POST /v1/acquirers/{acquirer}/webhook',
    ...staffDoor('/v1/staff'),
  ],
  carrier: ['POST /oauth2/token', ...staffDoor('/v1/staff')],
  shop: [
    ...BUSINESS,
    'POST /v1/balances',
    'POST /v1/opening-codes',
    'POST /v1/unlock-codes',
    'POST /v1/unlocks',
    'POST /v1/members',
    'POST /v1/members/{registration_id}/verification',
    'POST /v1/member-codes',
    'POST /v1/member-sessions',
    'POST /v1/terminals/enrolments',
    'POST /v1/terminals/{terminal_id}/challenges',
    'POST /v1/terminal-sessions',
    'POST /v1/holder-sessions',
    'POST /v1/hand-overs/acceptance',
    TEXT_PROVIDERS,
    ...staffDoor('/v1/office'),
  ],
};

describe.each(SERVER_ROLES)('without credentials, %s', (role) => {
  let server: Opened;
  let url: string;
  let guarded: Route[];
  beforeAll(async () => {
    server = await OPEN[role]();
    url = await server.app.listen({ host: '127.0.0.1', port: await freePort() });
    const routes = routesOf(server.app.swagger() as OpenApi);
    const known = new Set(PUBLIC[role]);
    expect(routes.map(nameOf).filter((name) => known.has(name))).toHaveLength(known.size);
    guarded = routes.filter((route) => !known.has(nameOf(route)));
    expect(guarded.length).toBeGreaterThan(5);
  });
  afterAll(async () => {
    await server.app.close();
    await server.close();
  });

  test('refuses each route before a byte of the body has come', async () => {
    const answers = await Promise.all(
      guarded.map(async (route) => {
        const { status } = await announceBody(`${url}${pathOf(route)}`, {
          method: route.method,
          headers: {},
        });
        return `${nameOf(route)}: ${status}`;
      }),
    );
    expect(answers).toEqual(guarded.map((route) => `${nameOf(route)}: 401`));
  });

  test('says nothing about a body, a path or a query that is wrong', async () => {
    for (const route of guarded) {
      const { statusCode } = await server.app.inject({
        method: route.method as 'POST',
        url: `${pathOf(route)}?limit=x`,
        headers: { 'content-type': 'text/plain' },
        payload: '{"no',
      });
      expect(statusCode, nameOf(route)).toBe(401);
    }
  });
});

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`;
}

function pathOf({ path }: Route): string {
  return path.replaceAll(/\{[^}]*\}/g, 'nonsense');
}
