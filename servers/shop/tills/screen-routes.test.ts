import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { newId } from '../../../kit/ids.ts';
import { PHONE, type Reply, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';

let shop: TestShop;
let terminal: TestTerminal;

beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
});
afterAll(() => shop.close());

const get = (path: string, { token } = terminal) => shop.call('GET', path, { token });

async function anIssue(till: TestTerminal, phone = PHONE): Promise<string> {
  const { certificate_id } = await shop.accepted(30_000, { phone });
  const verification_token = await shop.opened(till, { phone });
  const body = { verification_token, certificate_id };
  const issued = await shop.call('POST', '/v1/issues', { token: till.token, body });
  return String(issued.body.issue_id);
}

describe('a terminal with a screen', () => {
  test('shows its store and shop, and no purchases if the shop configures none', async () => {
    expect((await get('/v1/terminal')).body).toEqual({
      terminal_id: terminal.terminal_id,
      name: 'T1',
      store: { name_ko: '종로점', name_en: 'Jongno' },
      brand: { name_ko: '하늘상점', name_en: 'Haneul Store' },
      pin_digits: { min: 6, max: 6 },
      reversal_alone_max_minor: 100_000,
      cash_max_minor: 1_000_000,
      buying: null,
    });
    expect((await shop.call('GET', '/v1/terminal')).status).toBe(401);
  });

  test('lists the redemptions of its own store, or of one sale', async () => {
    const { certificate_id } = await shop.accepted(30_000);
    const sale = await shop.redeem(terminal, await shop.opened(terminal), [
      { certificate_id, amount_minor: 12_000 },
    ]);
    const [line] = sale.body.lines as { redemption_id: string }[];
    const path = `/v1/redemptions/${line?.redemption_id}/reversal`;
    await shop.signIn(terminal);
    await shop.call('POST', path, { token: terminal.token, body: { amount_minor: 2_000 } });
    const use = { redemption_id: line?.redemption_id, amount_minor: 12_000, reversed_minor: 2_000 };
    expect((await get('/v1/redemptions')).body.redemptions).toMatchObject([use]);
    expect((await get('/v1/redemptions?sale_reference=till-1')).body.redemptions).toMatchObject([use]);
    expect((await get('/v1/redemptions?sale_reference=till-2')).body.redemptions).toEqual([]);
    expect((await get('/v1/redemptions', await shop.terminal())).body.redemptions).toEqual([]);
  });

  test('is a page that a device can install', async () => {
    const manifest = await shop.app.inject('/terminal/manifest.webmanifest');
    expect(manifest.headers['content-type']).toMatch(/^application\/manifest\+json/);
    expect(manifest.json()).toMatchObject({ scope: '/terminal', display: 'fullscreen' });
    const worker = await shop.app.inject('/terminal/worker.js');
    expect(worker.headers['service-worker-allowed']).toBe('/terminal');
    expect(worker.headers['content-type']).toMatch(/^text\/javascript/);
  });
});

describe('a certificate texted to the phone (Receipt 7)', () => {
  const text = (till: TestTerminal, issueId: string, key = newId()): Promise<Reply> =>
    shop.call('POST', `/v1/issues/${issueId}/text`, { token: till.token, body: { locale: 'ko' }, key });

  test('is a link without the number, sent once per key, by the terminal that issued it', async () => {
    const issueId = await anIssue(terminal);
    const [before, key] = [await shop.count('messages'), newId()];
    const first = await text(terminal, issueId, key);
    expect(first).toMatchObject({ status: 202, body: { masked_phone: '010-****-4444' } });
    expect(await text(terminal, issueId, key)).toEqual(first);
    expect((await shop.count('messages')) - before).toBe(1);
    const sent = await shop.lastText(PHONE);
    expect(sent).toContain('http://shop.example/certificate');
    expect(sent.replace(/\D/g, '')).not.toMatch(/[0-9]{8}/);
    const elsewhere = await text(await shop.terminal(), issueId);
    expect(elsewhere.body.code).toBe('certificate_not_found');
  });

  test('is refused to a number that takes no texts', async () => {
    const landline = '+8227001111';
    const refused = await text(terminal, await anIssue(terminal, landline));
    expect(refused.body.code).toBe('phone_takes_no_texts');
    expect(await shop.lastText(landline)).toBe('');
  });

  test('is limited per phone and hour, and to ten minutes after issue', async () => {
    const till = await shop.terminal();
    const issueId = await anIssue(till);
    const replies: number[] = [];
    for (let sending = 0; sending < 6; sending++) replies.push((await text(till, issueId)).status);
    expect(replies.at(-1)).toBe(429);
    shop.passTime(11 * MINUTE_MS);
    expect((await text(till, issueId)).body.code).toBe('certificate_not_found');
  });
});
