import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SERVER_ROLES, type ServerRole } from '../../bin/stack/roles.ts';
import { buy } from '../../bin/walkthrough/gift.ts';
import { addCard, CARDS, CAST, logIn } from '../../bin/walkthrough/people.ts';
import { SEED } from '../harness/seed.ts';
import { type System, startSystem } from '../system/system.ts';
import { credentialsOf } from './credentials.ts';
import { describedCodes, type OpenApi, requestsFor, routesOf } from './requests.ts';
import { type Answer, send, signingKeyFor, webShopKeyOf } from './send.ts';

/** Over all routes of all servers. */
const REQUESTS_TOTAL = 20_000;
const AT_ONCE = 24;

let system: System;
let knownIds: string[];
const documents = new Map<ServerRole, OpenApi>();

beforeAll(async () => {
  system = await startSystem();
  const buyer = await logIn(system.world);
  const card = await addCard(buyer, CARDS.approved);
  knownIds = [
    await buy(buyer, card, { phone: CAST.memberOfShop.phone }),
    '01980000-0000-7000-8000-000000000401',
    card,
  ];
  for (const role of SERVER_ROLES) {
    const document = await fetch(`${system.stack.url(role)}/openapi.json`);
    documents.set(role, (await document.json()) as OpenApi);
  }
});
afterAll(() => system?.stop());

describe(`generated requests (seed ${SEED})`, () => {
  test.each(SERVER_ROLES)(
    '%s answers each with a success or a well-formed problem document',
    async (role) => {
      const document = documents.get(role) ?? { paths: {} };
      const routes = routesOf(document);
      const total = [...documents.values()].reduce((sum, document) => sum + routesOf(document).length, 0);
      const perRoute = Math.ceil(REQUESTS_TOTAL / total);
      const tokens = await credentialsOf(system, role, webShopKeyOf(system));
      const caller = signingKeyFor(system, role);
      const requests = routes.flatMap((route, index) =>
        fc.sample(requestsFor(route, knownIds), { numRuns: perRoute, seed: SEED + index }),
      );
      expect(requests.length).toBeGreaterThan(100);
      const failures: string[] = [];
      const statuses = new Map<number, number>();
      let next = 0;
      const worker = async () => {
        for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
          const answer = await send(system.stack.url(role), request, tokens, caller);
          statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
          const codes = describedCodes(document, request.route.operation, answer.status);
          const complaint = complaintAbout(answer, codes);
          if (complaint !== undefined)
            failures.push(
              `${request.route.method} ${request.url} ${request.body?.toString().slice(0, 300)}: ${complaint}`,
            );
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      console.log(
        `${role}: ${requests.length} requests over ${routes.length} routes`,
        Object.fromEntries([...statuses].sort(([a], [b]) => a - b)),
      );
      expect(failures.slice(0, 10)).toEqual([]);
      expect(statuses.size).toBeGreaterThan(2);
    },
    300_000,
  );

  test('number at least 20,000', () => {
    const total = [...documents.values()].reduce((sum, document) => sum + routesOf(document).length, 0);
    expect(Math.ceil(REQUESTS_TOTAL / total) * total).toBeGreaterThanOrEqual(20_000);
  });
});

function complaintAbout({ status, type, body }: Answer, codes: string[] | undefined): string | undefined {
  if (status === 500) return `500 ${body.slice(0, 200)}`;
  if (status < 400) return undefined;
  const parsed: unknown = JSON.parse(body);
  const hasCode = typeof parsed === 'object' && parsed !== null && ('code' in parsed || 'error' in parsed);
  if (!type.includes('json') || !hasCode) return `${status} without a code: ${body.slice(0, 200)}`;
  const isDescribed = codes === undefined || ('code' in parsed && codes.includes(String(parsed.code)));
  return isDescribed ? undefined : `${status} with a code that is not described: ${body.slice(0, 200)}`;
}
