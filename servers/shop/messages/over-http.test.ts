import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MINUTE_MS } from '../../../kit/clock.ts';
import { sql } from '../../../kit/db/sql.ts';
import { askProviders } from '../../../kit/texts/ask.ts';
import { type NamedProvider, textProviders } from '../../../kit/texts/providers.ts';
import { TestShop } from '../../../test/builders/shop-server.ts';
import { aSolapi, type SolapiStandIn } from '../../../test/stand-ins/texts/solapi.ts';
import { booksOf, handleText } from './open-texts.ts';
import { queueText, sendDueTexts, settleInterrupted } from './text-messages.ts';

let shop: TestShop;
let solapi: SolapiStandIn;
let providers: NamedProvider[];
let nextPhone = 20_000_000;
let phone: string;

beforeAll(async () => {
  shop = await TestShop.open();
  solapi = await aSolapi({ clock: shop.context.clock });
  providers = [{ terms: { name: 'solapi', senders: { '*': solapi.sender } }, provider: solapi.provider }];
});
afterAll(async () => {
  await solapi.close();
  await shop.close();
});
beforeEach(() => {
  phone = `+8210${nextPhone++}`;
});

const NEWS = { kind: 'recipient.certificate_used', locale: 'ko' } as const;
const queue = (notice: { kind: string; locale: 'ko' } = NEWS) =>
  queueText(shop.context, shop.context.db, { phone, text: '[하늘상점] 소식', due_at: shop.now, notice });
const send = () => sendDueTexts(shop.context, textProviders(shop.context, providers));
const ask = () =>
  askProviders(
    shop.context,
    providers,
    booksOf(shop.context, () => providers),
  );
const sent = () => solapi.taken.filter(({ to }) => to === phone.replace('+82', '0'));
async function row() {
  const found = await sql<{ state: string; problem: string | null; forgotten: boolean }>`
    select state, problem, content_sealed is null as forgotten from messages where phone = ${phone}`.execute(
    shop.context.db,
  );
  return found.rows[0];
}

describe('a text whose answer was not heard', () => {
  test('is found at the provider, and what became of it is recorded', async () => {
    await queue();
    solapi.failAt('break');
    await send();
    expect(await row()).toMatchObject({ state: 'unknown', forgotten: false });
    shop.passTime(MINUTE_MS);
    await ask();
    expect(await row()).toEqual({ state: 'sent', problem: null, forgotten: true });
    const [text] = sent();
    if (text === undefined) throw new Error('Nothing was sent.');
    text.state = 'delivered';
    shop.passTime(11 * MINUTE_MS);
    await ask();
    expect(await row()).toMatchObject({ state: 'delivered' });
    await send();
    expect(sent()).toHaveLength(1);
  });

  test('is sent again if the provider never got it', async () => {
    await queue();
    solapi.failAt('lost_request');
    await send();
    for (let time = 0; time < 2; time++) {
      shop.passTime(3 * MINUTE_MS);
      await ask();
    }
    expect(await row()).toMatchObject({ state: 'due', problem: 'not_at_provider' });
    await send();
    expect(await row()).toMatchObject({ state: 'sent', forgotten: true });
    expect(sent()).toHaveLength(1);
  });

  test('is recorded as sent if its process died with the answer in its hands', async () => {
    await queue();
    const texts = textProviders(shop.context, providers);
    void sendDueTexts(shop.context, {
      send: async (text) => {
        await texts.send(text);
        return new Promise<never>(() => {});
      },
    });
    const noted = () => sql`select 1 from text_submissions where phone = ${phone} and state = 'submitted'`;
    await expect.poll(async () => (await noted().execute(shop.context.db)).rows.length).toBe(1);
    shop.passTime(3 * MINUTE_MS);
    await settleInterrupted(shop.context);
    expect(await row()).toEqual({ state: 'sent', problem: null, forgotten: true });
  });
});

test('whoever writes STOP to the shop gets no news from it, but the codes that they ask for, until START', async () => {
  const write = (text: string) =>
    handleText(shop.context, providers, { from: phone, to: solapi.sender, text });
  await write('수신 거부요');
  await queue();
  await send();
  expect(await row()).toEqual({ state: 'failed', problem: 'stopped_by_owner', forgotten: true });
  await queue({ kind: 'account.unlock_code', locale: 'ko' });
  await send();
  expect(sent()).toHaveLength(1);
  await write('언제 열어요?');
  await write('시작');
  await queue();
  await send();
  expect(sent()).toHaveLength(2);
});
