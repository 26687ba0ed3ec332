import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../../kit/http/app.ts';
import { aCardSession, aSettlement } from '../../../test/builders/settlement.ts';
import { createSettlementApp } from '../app.ts';

const RETURN_URL = 'http://shop.test/terminal';
const NUMBER = '4242424242424242';

let settlement: Awaited<ReturnType<typeof aSettlement>>;
let app: App;
beforeAll(async () => {
  settlement = await aSettlement();
  app = await createSettlementApp(settlement.context);
});
afterAll(async () => {
  await app?.close();
  await settlement?.base.drop();
});

const aSession = (sharedDevice: boolean) =>
  aCardSession(settlement.context, { returnUrl: RETURN_URL, sharedDevice });

const open = (token: string, locale = 'ko') =>
  app.inject({ method: 'GET', url: `/v1/card-entries/${token}?locale=${locale}` });

async function submit(token: string, typed: Record<string, string>) {
  const form = { key: randomUUID(), card_number: NUMBER, expiry: '1290', security_code: '123', ...typed };
  return app.inject({
    method: 'POST',
    url: `/card-entries/${token}?locale=en`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: settlement.context.publicUrl,
      'sec-fetch-site': 'same-origin',
    },
    payload: new URLSearchParams(form).toString(),
  });
}

const inputs = (page: string) => page.match(/<input (?!type="hidden")[^>]*>/g) ?? [];

describe('on a device that others use', () => {
  test('the digits are hidden and kept nowhere, and the page goes back by itself when it is left alone', async () => {
    const page = await open(await aSession(true));
    expect(inputs(page.body)).toHaveLength(3);
    for (const input of inputs(page.body)) {
      expect(input).toContain('type="password"');
      expect(input).toContain('autocomplete="off"');
    }
    expect(page.body).toContain(`href="${RETURN_URL}"`);
    expect(page.headers.refresh).toBe(`180; url=${RETURN_URL}?timed_out=yes`);
  });

  test('a wrong card is typed anew: nothing of it is sent back to the page', async () => {
    const token = await aSession(true);
    const wrong = await submit(token, { card_number: '4242424242424243' });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain('That card number isn’t valid');
    expect(wrong.body).not.toContain('4242424242424243');
    expect(wrong.headers.refresh).toMatch(/^180; /);
    const added = await submit(token, {});
    expect(added.statusCode).toBe(303);
    expect(added.headers.location).toMatch(/^http:\/\/shop\.test\/terminal\?payment_method_id=pm_/);
  });

  test('a page that was used has a way back', async () => {
    const token = await aSession(true);
    await submit(token, {});
    const used = await open(token);
    expect(used.statusCode).toBe(404);
    expect(used.body).toContain(`href="${RETURN_URL}"`);
    expect(used.headers.refresh).toMatch(/^180; /);
  });
});

test('on the payer’s own device the browser may fill in the card, and the page stays, with a way back', async () => {
  const token = await aSession(false);
  const page = await open(token);
  expect(page.body).toContain(`href="${RETURN_URL}"`);
  expect(page.body).toContain('autocomplete="cc-number"');
  expect(page.body).not.toContain('type="password"');
  expect(page.headers.refresh).toBeUndefined();
  await submit(token, {});
  const used = await open(token);
  expect([used.statusCode, used.headers.refresh]).toEqual([404, undefined]);
  expect(used.body).toContain(`href="${RETURN_URL}"`);
});

test.each([
  ['ko', '카드 등록'],
  ['en', 'Add a card'],
])('the page is in the language of the page before it: %s', async (locale, title) => {
  expect((await open(await aSession(true), locale)).body).toContain(`<h1>${title}</h1>`);
});
