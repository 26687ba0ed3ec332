import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
import { DESK, type View, type Visitor, viewsOf } from './browser.ts';
import { tabTo } from './keyboard.ts';
import { endFromOffice, keepView, lockAndNote, resendFromOffice } from './office-acts.ts';
import { lookAfterClerks } from './office-clerks.ts';
import { changeWindow } from './office-window.ts';
import { wordTexts } from './office-wordings.ts';
import { enter, OWNER } from './staff-door.ts';
import { aStage } from './stage.ts';

const PIN = '739258';
const CLERK = { login: 'haneul-clerk', password: 'clerk-demo-2026' };
const DESKTOP: View = { size: 'desktop', locale: 'ko' };

const stage = aStage();
let database: Client;
/** For each walk, a gift that nobody has accepted yet, and one that was accepted and not used. */
const waiting: string[] = [];
const unused: string[] = [];

beforeAll(async () => {
  const { stack } = stage.system;
  database = new Client({ connectionString: stack.databases.get('shop')?.ownerDatabaseUrl });
  await database.connect();
  await useAGift();
});
afterAll(() => database?.end());

/** Somebody received 50,000 won and used 12,000 of it in Jongno. */
async function useAGift(): Promise<void> {
  const { world } = stage.system;
  const buyer = await logIn(world);
  const { phone } = CAST.memberOfShop;
  const another = new Phone(world.sandbox, CAST.another.phone);
  const card = await addCard(buyer, CARDS.approved);
  for (const _view of viewsOf(DESK)) {
    unused.push(await buy(buyer, card, { phone: CAST.another.phone }));
    await acceptByLink(world, another, PIN);
  }
  await buy(buyer, card, { phone });
  await acceptByLink(world, new Phone(world.sandbox, phone), PIN);
  const terminal = await enrolTerminal(world, await addTerminal(world));
  await redeem(terminal, await open(terminal, phone, PIN), 12_000);
  for (const _view of viewsOf(DESK))
    waiting.push(await buy(buyer, card, { phone: CAST.atCarrierOnly.phone }));
}

function atOffice(view: View): Promise<Visitor> {
  return stage.visitor(view, 'shop');
}

const titled = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

describe.each(viewsOf(DESK).map((view, no) => ({ ...view, no })))(
  'on a $size in $locale',
  ({ no, ...view }) => {
    test('the owner sees the overview and manages certificates, members, terminals and money', async () => {
      const visitor = await atOffice(view);
      const { page, look, leave } = visitor;
      await page.goto('/office');
      await comeIn(visitor);
      await seeCertificates(visitor, no);
      await lookAfterMembers(visitor, no);
      await lookAfterTerminals(visitor, no);
      await lookAfterClerks(visitor, no);
      await changeWindow(visitor, no, stage.system.stack.url('management'));
      await wordTexts(visitor);
      await seeMoney(visitor);
      await page.goto('/office/nowhere');
      await titled(visitor, visitor.says('없는 화면이에요', 'Page not found'));
      await look('office-no-page');
      await leave();
    });
  },
);

async function comeIn(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await titled(visitor, says('로그인', 'Log in'));
  await enter(visitor, { ...OWNER, password: 'not this one' });
  await page.getByText(says('아이디나 비밀번호가 맞지 않아요.', 'Wrong login or password.')).waitFor();
  // What was typed is kept.
  expect(await page.getByLabel(says('아이디', 'Login'), { exact: true }).inputValue()).toBe(OWNER.login);
  await look('office-log-in-wrong');
  await enter(visitor, OWNER);
  await titled(visitor, says('오늘', 'Today'));
  const money = says('12,000원', '₩12,000');
  await page
    .getByRole('region', { name: says('사용', 'Redeemed'), exact: true })
    .getByText(money)
    .first()
    .waitFor();
  await page.locator('.recharts-bar-rectangle:visible').first().waitFor();
  await look('office-today');
  await acknowledgeAccount(visitor);
}

/** Somebody at settlement has entered an account for the shop's payouts. */
async function acknowledgeAccount({ page, says, look }: Visitor): Promise<void> {
  await database.query(
    `insert into account_changes (change_id, account_id, change, currency, bank_code, last4, changed_at, noticed_at)
     values ($1, $2, 'entered', 'KRW', '088', '4821', now(), now())`,
    [randomUUID(), randomUUID()],
  );
  await page.reload();
  const told = page.getByRole('region', {
    name: says('입금 계좌 변경을 확인해 주세요', 'Check the bank account'),
  });
  await told.getByText('4821').waitFor();
  await page.locator('.recharts-bar-rectangle:visible').first().waitFor();
  await look('office-account-change');
  await told.getByRole('button', { name: says('확인했어요', 'Acknowledge') }).click();
  await told.waitFor({ state: 'detached' });
}

async function seeCertificates(visitor: Visitor, no: number): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/office/certificates');
  const certificate = page.getByRole('link', { name: /••••/ }).first();
  await certificate.waitFor();
  await look('office-certificates');
  await page.getByLabel(says('상태', 'State')).selectOption('expired');
  await page.getByText(says('결과가 없어요', 'No results')).waitFor();
  await look('office-certificates-none');
  await page.getByRole('button', { name: says('조건 초기화', 'Clear filters') }).click();
  await keepView(visitor, no);
  await certificate.click();
  await titled(visitor, /••••/);
  await page.getByText(says('38,000원', '₩38,000')).first().waitFor();
  await look('office-certificate');
  await lockAndNote(visitor);
  await resendFromOffice(visitor, String(waiting[no]));
  await endFromOffice(visitor, String(waiting[no]), 'cancel');
  await endFromOffice(visitor, String(unused[no]), 'refund');
  await page.goto('/office/uses');
  await page.getByText('12,000').first().waitFor();
  await look('office-uses');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: says('CSV 내려받기', 'Download CSV') }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toMatch(/^\uFEFFredemption_id,.*\r\n.*,12000,/);
}

async function lookAfterMembers(visitor: Visitor, no: number): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/office/members');
  await page.getByRole('link', { name: '홍길동' }).waitFor();
  await look('office-members');
  await page.getByRole('button', { name: says('회원 추가', 'Add member') }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel(says('회원번호', 'Member number')).fill(`T-${no}`);
  await form.getByLabel(says('이름', 'Name'), { exact: true }).fill('최민지');
  const phone = form.getByLabel(says('전화번호', 'Phone number'));
  await phone.fill('010-12');
  const add = form.getByRole('button', { name: says('회원 추가', 'Add member') });
  await add.click();
  await form.locator('[aria-invalid="true"]').waitFor();
  expect(await phone.and(page.locator(':focus')).count()).toBe(1);
  await look('office-member-wrong');
  await phone.fill(`010-3000-000${no}`);
  await add.click();
  await page.getByText(says('최민지 님을 회원으로 등록했어요.', '최민지 is now a member.')).waitFor();

  await page.goto('/office/members/import');
  const choose = (text: string) =>
    page.locator('input[type=file]').setInputFiles({
      name: 'members.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`member_no,name,phone\n${text}`),
    });
  await choose(`I-${no},이영희,010-4000-000${no}\nI-X,박서준,nonsense`);
  await page.getByText(says('잘못된 전화번호', 'Invalid phone number')).waitFor();
  await look('office-import-wrong');
  await choose(`I-${no},이영희,010-4000-000${no}`);
  await page.getByRole('button', { name: says('1줄 등록', 'Import 1 lines') }).waitFor();
  await look('office-import-right');
  await page.getByRole('button', { name: says('1줄 등록', 'Import 1 lines') }).click();
  await titled(visitor, says('회원', 'Members'));
  await page.getByLabel(says('이름, 회원번호, 전화번호', 'Name, member number or phone')).fill(`I-${no}`);
  await page.getByText(says('전체 1건', 'All 1 shown')).waitFor();
  await page.getByRole('link', { name: '이영희' }).click();
  await titled(visitor, '이영희');
  await look('office-member');
}

async function lookAfterTerminals(visitor: Visitor, no: number): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/office/stores');
  await page.getByRole('button', { name: /종로점에 단말기 추가|to Haneul Store Jongno/ }).click();
  const dialog = page.getByRole('dialog');
  const name = says(`${no}번 계산대`, `Till ${no}`);
  await dialog.getByRole('textbox').fill(name);
  await dialog.getByRole('button', { name: says('단말기 추가', 'Add terminal') }).click();
  await dialog.getByRole('button', { name: says('코드 만들기', 'Create code') }).click();
  const code = dialog.getByText(/^\d{3} \d{3} \d{4}$/);
  await code.waitFor();
  await look('office-enrolment-code');
  const shown = (await code.textContent()) ?? '';
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  // Shown once: nothing of it remains in the page.
  expect(await page.content()).not.toContain(shown);
  await look('office-stores');
  await page.getByRole('button', { name: says(`${name} 차단`, `Block ${name}`) }).click();
  await dialog.getByRole('button', { name: says('차단', 'Block'), exact: true }).click();
  await page.getByText(says('차단됨', 'Blocked')).first().waitFor();

  await page.getByRole('button', { name: /종로점 매장 정보|Store details of Haneul Store Jongno/ }).click();
  const phone = dialog.getByRole('textbox', { name: says('전화번호', 'Phone number') });
  await phone.fill('02-1');
  await dialog
    .getByRole('textbox', { name: says('영업시간', 'Opening hours'), exact: true })
    .fill('매일 09:00–21:00');
  await dialog.getByRole('button', { name: says('매장 정보', 'Store details') }).click();
  await dialog.locator('[aria-invalid="true"]').waitFor();
  await look('office-store-details');
  await phone.fill('02-700-1234');
  await dialog.getByRole('button', { name: says('매장 정보', 'Store details') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('매일 09:00–21:00').waitFor();
}

async function seeMoney(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/office/payouts');
  await page.getByRole('region', { name: says('받을 금액', 'Due to us') }).waitFor();
  await look('office-payouts');
  await page.goto('/office/books');
  await page.getByRole('heading', { name: says('장부가 맞아요', 'The books balance') }).waitFor();
  await look('office-books');
  await page.goto('/office/people');
  await page.getByText(CLERK.login).waitFor();
  await look('office-people');
  await page.goto('/office/audit');
  await page.getByLabel(says('내가 조회한 기록 포함', 'Include what I viewed')).click();
  await page.getByText(says('장부 조회', 'Books: viewed')).first().waitFor();
  await look('office-audit');
}

test('a use is reversed by keyboard alone', async () => {
  const visitor = await atOffice(DESKTOP);
  const { page, leave } = visitor;
  await page.goto('/office/certificates');
  await page.getByLabel('아이디').waitFor();
  await page.keyboard.press('Tab');
  await tabTo(page, '아이디');
  await page.keyboard.type(CLERK.login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(CLERK.password);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: /••••/ }).first().waitFor();
  await tabTo(page, '••••');
  await page.keyboard.press('Enter');
  await titled(visitor, /••••/);
  await page.getByRole('button', { name: '12,000원 사용 취소' }).waitFor();
  await tabTo(page, '12,000원 사용 취소');
  await page.keyboard.press('Enter');
  // The button behind has this name, too.
  await page.getByRole('dialog').locator(':focus').waitFor();
  await tabTo(page, '사용 취소');
  await page.keyboard.press('Enter');
  await page.getByText('사용 취소 완료: 12,000원').waitFor();
  await page.getByText('50,000원').nth(1).waitFor();
  await leave();
});

test('a clerk is shown no money, whatever the URL', async () => {
  const visitor = await atOffice({ size: 'phone', locale: 'en' });
  const { page, context, look, leave } = visitor;
  await page.goto('/office/books');
  await enter(visitor, CLERK);
  await titled(visitor, 'Not permitted');
  await look('office-forbidden');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('link', { name: 'Members' }).waitFor();
  expect(await page.getByRole('link', { name: 'Payouts' }).count()).toBe(0);
  const asked = await context.request.get('/v1/office/books', {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(asked.status()).toBe(403);
  await leave();
});

test('an expired session keeps what was typed, and its cookie is of no use to other sites', async () => {
  const visitor = await atOffice(DESKTOP);
  const { page, context, look, leave } = visitor;
  await page.goto('/office/members');
  await enter(visitor, OWNER);
  await page.getByRole('button', { name: '회원 추가' }).click();
  const number = page.getByRole('dialog').getByLabel('회원번호');
  await number.fill('T-90');
  await page.getByRole('dialog').getByLabel('이름', { exact: true }).fill('정하나');
  await page.getByRole('dialog').getByLabel('전화번호').fill('010-3000-0090');

  const elsewhere = await context.request.get('/v1/office/members', {
    headers: { 'sec-fetch-site': 'cross-site' },
  });
  expect(elsewhere.status()).toBe(403);
  expect(await page.evaluate('document.cookie')).toBe('');

  const ended = await context.request.delete('/v1/office/sessions/current', {
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(ended.status()).toBe(200);
  await page.getByRole('dialog').getByRole('button', { name: '회원 추가' }).click();
  await page.getByText('로그인이 만료됐어요. 다시 로그인해 주세요.').waitFor();
  await look('office-session-over');
  await page.getByLabel('비밀번호', { exact: true }).fill(OWNER.password);
  await page.getByRole('button', { name: '로그인' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '회원 추가' }).click();
  await page.getByText('정하나 님을 회원으로 등록했어요.').waitFor();
  await leave();
});
