import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { acceptByLink, buy, open, redeem, waitForState } from '../../bin/walkthrough/gift.ts';
import {
  addCard,
  addTerminal,
  CARDS,
  CAST,
  enrolTerminal,
  logIn,
  Phone,
} from '../../bin/walkthrough/people.ts';
import { titled } from './actions.ts';
import { DESK, type Visitor, viewsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { atSettlement, enter } from './staff-door.ts';
import { aStage } from './stage.ts';

const PIN = '739258';

const stage = aStage();
let database: Client;
/** A gift that was used and paid out, and one that was cancelled and refunded. */
let used: string;
let refunded: string;

beforeAll(async () => {
  const { stack, world } = stage.system;
  database = new Client({ connectionString: stack.databases.get('settlement')?.ownerDatabaseUrl });
  await database.connect();
  const buyer = await logIn(world);
  const card = await addCard(buyer, CARDS.approved);
  const { phone } = CAST.memberOfShop;
  used = await buy(buyer, card, { phone });
  await acceptByLink(world, new Phone(world.sandbox, phone), PIN);
  const terminal = await enrolTerminal(world, await addTerminal(world));
  await redeem(terminal, await open(terminal, phone, PIN), 20_000);
  refunded = await buy(buyer, card, { phone: CAST.atCarrierOnly.phone });
  await buyer.door.post(`/v1/orders/${refunded}/cancellation`);
  await waitForState(buyer, refunded, 'refunded');
});
afterAll(() => database?.end());

/** The bank of the card's owner asks for the money back. */
async function aDispute(): Promise<string> {
  const id = randomUUID();
  await database.query(
    `insert into disputes (dispute_id, acquirer, acquirer_reference, payment_id, state, amount_minor, reason, respond_by, created_at)
     select $1::uuid, 'test', 'dp_' || left($1::text, 8), payment_id, 'open', 30000, 'fraudulent', now() + interval '9 days', now()
     from payments where order_id = $2`,
    [id, used],
  );
  return id;
}
const failing = (subject: string) =>
  database.query(
    `insert into failing_work (job, subject_id, party, failures, first_failed_at, next_attempt_at, problem, dead_at)
     values ('acquirer_requests', $1, 'test', 20, now(), now(), 'The acquirer refused the refund: charge_disputed.', now())`,
    [subject],
  );

describe.each(viewsOf(DESK))('the treasurer, on a $size in $locale,', (view) => {
  test('sees what needs attention, payments, disputes and the books, and retries failed work', async () => {
    const visitor = await stage.visitor(view, 'settlement');
    const { page, says, look } = visitor;
    await page.goto('/console');
    await page.getByLabel(says('아이디', 'Login'), { exact: true }).waitFor();
    await look('settlement-log-in');
    await enter(visitor, atSettlement('treasurer'));
    await titled(visitor, '현황', 'Overview');
    await page.getByText(says('장부가 맞아요', 'The books balance')).waitFor();
    await page.getByText(says('실패한 작업 없음', 'Nothing has failed')).waitFor();
    await look('settlement-home');

    const dispute = await aDispute();
    const subject = randomUUID();
    await failing(subject);
    await page.reload();
    await page.getByText(says('재시도 중단 1건', '1 no longer retried')).waitFor();
    await page.getByRole('link', { name: says('승인 대기 0건', 'Awaiting approval: 0') }).waitFor();
    await look('settlement-home-attention');

    await seeDisputes(visitor);
    await seePayments(visitor);
    await seeMoney(visitor);
    await retryFailedWork(visitor, subject);

    await page.goto('/console/providers');
    await page.getByText(says('정상', 'Working'), { exact: true }).first().waitFor();
    await look('settlement-providers');
    await page.goto('/console/people');
    await page.getByText('auditor', { exact: true }).waitFor();
    await look('settlement-people');
    await page.goto('/console/audit');
    await page.getByLabel(says('내가 조회한 기록 포함', 'Include what I viewed')).click();
    await page.getByText(says('장부 조회', 'Books: viewed')).first().waitFor();
    await look('settlement-audit');
    await database.query('delete from disputes where dispute_id = $1', [dispute]);
    await visitor.leave();
  });
});

async function seeDisputes(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.getByRole('link', { name: says('보기: 이의 제기', 'View: Disputes') }).click();
  await titled(visitor, '이의 제기', 'Disputes');
  await page.getByText(says('기한 안에 test에', 'Send evidence to test')).waitFor();
  await look('settlement-disputes');
  await page.getByLabel(says('상태', 'State')).selectOption('won');
  await page.getByText(says('이의 제기가 없어요', 'No disputes')).waitFor();
}

async function seePayments(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/console/payments');
  await page.getByText(says('환불됨', 'Refunded'), { exact: true }).last().waitFor();
  await look('settlement-payments');
  const order = page.getByLabel(says('주문번호', 'Order number'));
  await order.fill(used.slice(0, 8));
  await page.getByText(says('주문번호를 끝까지 입력해 주세요.', 'Enter the whole order number.')).waitFor();
  await order.fill(refunded);
  await page.getByText(says('전체 1건', 'All 1 shown')).waitFor();
  await page.locator('.row-link').first().click();
  await titled(visitor, '50,000원 결제', '₩50,000 payment');
  await page.getByText(says('구매자가 취소', 'Cancelled by the buyer')).first().waitFor();
  await page.getByText(says('카드 미수금', 'Card receivable')).first().waitFor();
  await look('settlement-payment');
  await page.goto('/console/payments?order=&state=captured');
  await page.locator('.row-link').first().click();
  await page
    .getByText(says('본인이 승인하지 않은 결제', 'Not authorised by the cardholder'))
    .first()
    .waitFor();
  await look('settlement-payment-disputed');
  await page.goto(`/console/payments/${randomUUID()}`);
  await page.getByText(says('해당하는 결제가 없어요', 'Payment not found')).waitFor();
}

async function seeMoney(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/console/trust');
  await page.getByRole('heading', { name: says('시산표', 'Trial balance') }).waitFor();
  expect(await page.getByText(says('맞지 않음', 'Doesn’t add up')).count()).toBe(0);
  await look('settlement-trust');
  await page.getByRole('link', { name: 'shop:haneul' }).click();
  await titled(visitor, 'shop:haneul 정산 내역', 'Statement of shop:haneul');
  await page.getByText(says('매입', 'Capture'), { exact: true }).first().waitFor();
  await look('settlement-statement');
  await page.getByLabel(says('날짜', 'Date')).fill('2020-01-01');
  await page.getByText(says('이날은 내역이 없어요', 'Nothing moved on this day')).waitFor();
  await page.goto('/console');
  await page.getByRole('link', { name: says('승인 대기', 'Awaiting approval') }).click();
  await titled(visitor, '지급', 'Payouts');
  await page.getByText(says('지급 내역이 없어요', 'No payouts')).waitFor();
  const reason = page.getByLabel(says('대기 사유', 'Waiting for'));
  expect(await reason.inputValue()).toBe('approval');
  await look('settlement-payouts-waiting');
  await reason.selectOption('');
  await look('settlement-payouts');
}

async function retryFailedWork({ page, says, look }: Visitor, subject: string): Promise<void> {
  await page.goto('/console/failed-work');
  await page.getByText(says('재시도 중단', 'No longer retried')).first().waitFor();
  await look('settlement-failed-work');
  await page
    .getByRole('button', {
      name: `${says('재시도: 결제사에 보낸 요청', 'Retry: Request to a payment provider')} ${subject}`,
    })
    .click();
  await page.getByText(says('실패한 작업이 없어요', 'Nothing has failed')).waitFor();
}

test('one treasurer enters a shop’s bank account and another confirms it', async () => {
  const payee = 'shop:walk';
  const first = await stage.visitor({ size: 'desktop', locale: 'ko' }, 'settlement');
  await first.page.goto('/console/accounts');
  await enter(first, atSettlement('treasurer'));
  await titled(first, '입금 계좌', 'Bank accounts');
  await first.page.getByRole('button', { name: '계좌 등록' }).click();
  const dialog = first.page.getByRole('dialog');
  await dialog.getByRole('button', { name: '계좌 등록' }).click();
  await dialog.locator('[aria-invalid="true"]').first().waitFor();
  await dialog.getByLabel('상점').fill(payee);
  await dialog.getByLabel('은행 코드').fill('088');
  await dialog.getByLabel('계좌번호').fill('110-234-567');
  await dialog.getByLabel('예금주').fill('하늘상점');
  await first.look('settlement-account-enter');
  await dialog.getByRole('button', { name: '계좌 등록' }).click();
  await first.page.getByText('등록했어요.').waitFor();
  await first.page.getByRole('button', { name: `확인: ${payee}` }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: '확인', exact: true }).click();
  await first.page.getByText('다른 담당자가 확인해야 해요.').last().waitFor();
  await first.look('settlement-account-other-person');
  await first.leave();

  const second = await stage.visitor({ size: 'phone', locale: 'en' }, 'settlement');
  await second.page.goto('/console/accounts');
  await enter(second, atSettlement('treasurer2'));
  await second.page.getByRole('button', { name: `Confirm: ${payee}` }).click();
  await second.page.getByRole('dialog').getByRole('button', { name: 'Confirm', exact: true }).click();
  await second.page.getByText('Payouts go there from now on.').waitFor();
  await second.page.getByText('In use').last().waitFor();
  await second.look('settlement-accounts');
  await second.page.goto('/console/bank-files');
  await titled(second, '', 'Bank files');
  await second.look('settlement-bank-files');
  await second.leave();
});

test('the keyboard alone leads from the log-in to a payment’s ledger entries', async () => {
  const visitor = await stage.visitor({ size: 'desktop', locale: 'en' }, 'settlement');
  const { page } = visitor;
  await page.goto('/console');
  await page.getByLabel('Login', { exact: true }).waitFor();
  await tabTo(page, 'Login');
  await page.keyboard.type('treasurer');
  await tabTo(page, 'Password');
  await page.keyboard.type('settlement-treasurer-2026');
  await page.keyboard.press('Enter');
  await titled(visitor, '', 'Overview');
  await tabTo(page, 'Payments');
  await page.keyboard.press('Enter');
  await titled(visitor, '', 'Payments');
  await tabTo(page, 'Order number');
  await page.keyboard.type(used);
  await page.getByText('All 1 shown').waitFor();
  await tabTo(page, '₩50,000');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ledger entries' }).waitFor();
  await visitor.leave();
});

test('an auditor sees failed work and cannot retry it, and the console is legible in dark mode', async () => {
  const visitor = await stage.visitor({ size: 'desktop', locale: 'ko' }, 'settlement');
  const { page, look } = visitor;
  await failing(randomUUID());
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.goto('/console/failed-work');
  await page.getByLabel('아이디', { exact: true }).waitFor();
  await enter(visitor, atSettlement('auditor'));
  await page.getByText('결제사에 보낸 요청').first().waitFor();
  expect(await page.getByRole('button', { name: /재시도/ }).count()).toBe(0);
  await look('settlement-failed-work-dark');
  await page.goto('/console/trust');
  await page.getByText('장부가 맞아요').waitFor();
  await look('settlement-trust-dark');
  await visitor.leave();
});
