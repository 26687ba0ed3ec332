import { afterAll, beforeAll, expect, test } from 'vitest';
import { DAY_MS } from '../../../kit/clock.ts';
import { type Certificate, PIN, TestShop, type TestTerminal } from '../../../test/builders/shop-server.ts';
import { expireCertificates } from '../certificates/expire-certificates.ts';

const PHONE = '+821077776666';
let shop: TestShop;
let terminal: TestTerminal;
const byName = new Map<string, Certificate>();
beforeAll(async () => {
  shop = await TestShop.open();
  terminal = await shop.terminal();
  await shop.signIn(terminal);
});
afterAll(() => shop.close());

async function bought(name: string, days?: number): Promise<Certificate> {
  const expires_at = days === undefined ? {} : { expires_at: new Date(shop.now.getTime() + days * DAY_MS) };
  const certificate = await shop.accepted(10_000, { phone: PHONE, ...expires_at });
  byName.set(name, certificate);
  return certificate;
}
const nameOf = (last4: string) =>
  [...byName].find(([, { number }]) => number.endsWith(last4))?.[0] ?? `unknown ${last4}`;
/** What the till is told, by the names that this test gives. */
async function states() {
  const { body } = await shop.verify(terminal, { phone: PHONE });
  const named = (list: unknown) =>
    Object.fromEntries(
      ((list ?? []) as { last4: string; state: string }[]).map(({ last4, state }) => [nameOf(last4), state]),
    );
  return { opened: named(body.certificates), shut: named(body.shut) };
}
async function inHand() {
  const afar = await shop.call('POST', '/v1/holder-sessions', { body: { phone: PHONE, pin: PIN } });
  const { body } = await shop.call('GET', '/v1/holder/certificates', {
    token: String(afar.body.session_token),
  });
  const held = body.certificates as { certificate_id: string; state: string }[];
  return Object.fromEntries(
    [...byName].map(([name, { certificate_id }]) => [
      name,
      held.find((one) => one.certificate_id === certificate_id)?.state,
    ]),
  );
}

test('a till and its customer’s own page say the same of each certificate', async () => {
  await bought('ready');
  const partly = await bought('partly used');
  const spent = await bought('used up');
  const held = await bought('on hold');
  const frozen = await bought('frozen');
  const locked = await bought('locked');
  const spentInTime = await bought('used up in time', 2);
  await bought('expired', 2);
  const token = await shop.opened(terminal, { phone: PHONE });
  const use = ({ certificate_id }: Certificate, amount_minor: number) =>
    shop.redeem(terminal, token, [{ certificate_id, amount_minor }]);
  for (const [certificate, amount] of [
    [partly, 4_000],
    [spent, 10_000],
    [spentInTime, 10_000],
  ] as const)
    expect((await use(certificate, amount)).status).toBe(201);
  await shop.peer('POST', `/v1/peer/certificates/${frozen.certificate_id}/freeze`, {
    reason: 'payment_disputed',
  });
  await shop.call('POST', `/v1/office/certificates/${locked.certificate_id}/lock`, {
    ...{ token: await shop.staff('owner'), body: { reason: '분실 신고' } },
  });
  shop.passTime(4 * DAY_MS);
  await expireCertificates(shop.context);
  terminal = await shop.terminal();
  await shop.signIn(terminal);
  const hold = await shop.call('POST', '/v1/holds', {
    token: terminal.token,
    body: {
      ...{ verification_token: await shop.opened(terminal, { phone: PHONE }), sale_reference: 'h' },
      ...{ certificate_id: held.certificate_id, amount_minor: 10_000 },
    },
  });
  expect(hold.status).toBe(201);
  const opened = { ready: 'ready', 'partly used': 'partly_used', 'used up': 'used_up', 'on hold': 'on_hold' };
  const shut = { frozen: 'frozen', locked: 'frozen', 'used up in time': 'used_up', expired: 'expired' };
  expect(await states()).toEqual({ opened, shut });
  expect(await inHand()).toEqual({ ...opened, ...shut });
});
