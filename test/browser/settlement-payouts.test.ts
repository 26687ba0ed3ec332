import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually, expectAnswer, textOf } from '../../bin/walkthrough/doors.ts';
import { acceptByLink, buy, open, redeem } from '../../bin/walkthrough/gift.ts';
import {
  addCard,
  addTerminal,
  CARDS,
  CAST,
  enrolTerminal,
  logIn,
  Phone,
} from '../../bin/walkthrough/people.ts';
import { aNotification, anIsoBank } from '../stand-ins/iso-bank.ts';
import { titled } from './actions.ts';
import type { Visitor } from './browser.ts';
import { atSettlement, enter } from './staff-door.ts';
import { aStage } from './stage.ts';

const PIN = '739258';
const PAYEE = 'shop:haneul';
const SPENT = 20_000;

const dir = mkdtempSync(join(tmpdir(), 'seonmul-banks-'));
const BANKS_FILE = join(dir, 'banks.json');
writeFileSync(
  BANKS_FILE,
  JSON.stringify([
    {
      ...{ kind: 'file', name: 'hana', debtor_name: '선물 정산' },
      debtor_account: { bank_code: '081', number: '123456789012' },
    },
  ]),
);
const stage = aStage({ BANKS_FILE, PAYOUT_APPROVAL_ABOVE: 'KRW=1000' });
let payoutId: string;

beforeAll(async () => {
  const { world } = stage.system;
  const buyer = await logIn(world);
  const card = await addCard(buyer, CARDS.approved);
  const { phone } = CAST.memberOfShop;
  await buy(buyer, card, { phone });
  await acceptByLink(world, new Phone(world.sandbox, phone), PIN);
  const terminal = await enrolTerminal(world, await addTerminal(world));
  await redeem(terminal, await open(terminal, phone, PIN), SPENT);
  const { management } = world;
  const entered = await management.post('/v1/staff/sessions', {
    login: 'operator',
    password: 'operator-demo-2026',
  });
  const operator = management.with(textOf(entered.body, 'session_token'));
  payoutId = await eventually('a use that can be paid out', async () => {
    const asked = await operator.call('POST', '/v1/staff/payouts', { shop_id: 'haneul' }, randomUUID());
    if (asked.body.code === 'wrong_state') return undefined;
    expectAnswer('the payout', asked, 201);
    return textOf(asked.body, 'payout_id');
  });
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

test('a large payout is approved by two, goes to the bank in a file, and is paid by what the bank books', async () => {
  const first = await stage.visitor({ size: 'desktop', locale: 'en' }, 'settlement');
  await first.page.goto('/console');
  await enter(first, atSettlement('treasurer'));
  await first.page.getByRole('link', { name: 'Awaiting approval: 1' }).click();
  await titled(first, '', 'Payouts');
  await first.page.getByText('Needs approval: 0 of 2').waitFor();
  await first.look('settlement-payout-waits');
  const approve = async ({ page, says, look }: Visitor, name: string) => {
    await page.getByRole('button', { name: `${says('승인', 'Approve')}: ${PAYEE}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: says('승인', 'Approve'), exact: true }).waitFor();
    await look(name);
    await dialog.getByRole('button', { name: says('승인', 'Approve'), exact: true }).click();
  };
  await approve(first, 'settlement-payout-approve');
  await first.page.getByText('Approved: 1 of 2.').waitFor();
  // The same person counts once.
  await first.page.getByText('Approved by treasurer').waitFor();
  await approve(first, 'settlement-payout-approve-again');
  await first.page.getByRole('dialog').getByRole('alert').waitFor();
  await first.look('settlement-payout-approved-already');
  await first.page.keyboard.press('Escape');

  const second = await stage.visitor({ size: 'phone', locale: 'ko' }, 'settlement');
  await second.page.goto('/console/payouts');
  await enter(second, atSettlement('treasurer2'));
  await second.page.getByText('승인 대기 (1/2)').waitFor();
  await second.look('settlement-payout-waits');
  await approve(second, 'settlement-payout-approve');
  await second.page.getByText('승인했어요. (2/2)').waitFor();
  await second.leave();

  const { page, look } = first;
  await page.goto('/console/bank-files');
  const download = page.getByRole('link', { name: /^Download: hana-/ });
  await download.waitFor();
  // It may have come while somebody looked.
  await page.reload();
  await download.waitFor();
  await look('settlement-bank-file');
  const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
  const bank = anIsoBank();
  bank.take(readFileSync(await file.path(), 'utf8'));
  const payment = bank.payments.get(bank.idOf(payoutId));
  expect(payment).toMatchObject({ currency: 'KRW', account: expect.stringMatching(/7890$/) });

  await page.getByRole('button', { name: /^Mark as sent: hana-/ }).click();
  await look('settlement-bank-file-taken');
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as sent', exact: true }).click();
  await page.getByText('Marked as sent.').waitFor();
  await page.goto('/console/payouts');
  await page.getByText('Sent to the bank').last().waitFor();
  await page.reload();
  await page.getByText('Sent to the bank').last().waitFor();
  await look('settlement-payout-sent');

  await page.goto('/console/bank-files');
  const booked = aNotification([
    { id: bank.idOf(payoutId), side: 'DBIT', amount: payment?.amount ?? '', currency: 'KRW' },
  ]);
  const put = async (name: string, buffer: Buffer) => {
    const chosen = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Upload bank’s answer' }).click();
    await (await chosen).setFiles({ name, mimeType: 'application/xml', buffer });
  };
  await put('nonsense.xml', Buffer.from('<Document/>'));
  await page.getByRole('alert').waitFor();
  await look('settlement-bank-answer-unreadable');
  await put('booked.xml', booked);
  await page.getByText('Payout results received: 1.').waitFor();
  await look('settlement-bank-answer');
  await page.goto('/console/payouts');
  await page.getByText('Paid', { exact: true }).last().waitFor();
  await page.reload();
  await page.getByText('Paid', { exact: true }).last().waitFor();
  await look('settlement-payout-paid');
  await first.leave();
});
