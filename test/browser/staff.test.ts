import { describe, expect, test } from 'vitest';
import { totpOf } from '../../kit/staff/codes.ts';
import { DESK, type Visitor, viewsOf } from './browser.ts';
import { enter, OWNER } from './staff-door.ts';
import { aStage, type Stage } from './stage.ts';

const CLERK = { login: 'haneul-clerk', password: 'clerk-demo-2026' };
const MINUTE_MS = 60_000;

const titled = ({ page }: Visitor, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor();

/** All servers' clocks move on; what is in a browser's own clock does not matter here. */
async function passMinutes(stage: Stage, minutes: number): Promise<void> {
  const moved = await fetch(`${stage.system.stack.url('sandbox')}/v1/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advance_ms: minutes * MINUTE_MS }),
  });
  expect(moved.status).toBe(200);
}

/** What an app with this secret shows, by the servers' clock. */
async function codeOf(stage: Stage, secret: string): Promise<string> {
  const clock = await fetch(`${stage.system.stack.url('sandbox')}/v1/clock`);
  const { now } = (await clock.json()) as { now: string };
  return totpOf(secret).generate({ timestamp: new Date(now).getTime() });
}

// A system for each view: whoever has added a second factor is asked for it from then on.
describe.each(viewsOf(DESK))('on a $size in $locale', (view) => {
  const stage = aStage({ STAFF_SECOND_FACTOR: 'required' });

  test('the owner adds a second factor, logs in with it, and resets a clerk’s password', async () => {
    const visitor = await stage.visitor(view, 'shop');
    await visitor.page.goto('/office');
    await enter(visitor, OWNER);
    const { secret, recovery } = await setUpApp(stage, visitor);
    await seeAccount(visitor);
    await logInWithCode(stage, visitor, secret, recovery);
    await proveAgain(stage, visitor);
    await addProgram(stage, visitor);
    await resetClerk(stage, visitor, view);
    await visitor.leave();
  });
});

async function setUpApp(stage: Stage, visitor: Visitor): Promise<{ secret: string; recovery: string }> {
  const { page, says, look } = visitor;
  await titled(visitor, says('2단계 인증 등록', 'Add a second factor'));
  await look('staff-enrolment');
  await page.getByRole('button', { name: says('QR 코드 보기', 'Show the QR code') }).click();
  const key = page.getByText(/^[A-Z2-7 ]{39}$/);
  await key.waitFor();
  await look('staff-enrolment-qr');
  const secret = ((await key.textContent()) ?? '').replaceAll(' ', '');
  const code = page.getByLabel(says('인증 코드', 'Code'), { exact: true });
  await code.fill('12345');
  await page.getByRole('button', { name: says('확인', 'Confirm') }).click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await look('staff-enrolment-wrong');
  await code.fill(await codeOf(stage, secret));
  await page.getByRole('button', { name: says('확인', 'Confirm') }).click();
  const codes = page.getByText(/^[a-z2-7]{4}(-[a-z2-7]{4}){5}$/);
  await codes.first().waitFor();
  expect(await codes.count()).toBe(10);
  await look('staff-recovery-codes');
  const recovery = (await codes.first().textContent()) ?? '';
  await page.getByRole('button', { name: says('보관했어요', 'I have saved them') }).click();
  await titled(visitor, says('오늘', 'Today'));
  expect(await page.content()).not.toContain(recovery);
  return { secret, recovery };
}

async function seeAccount(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.getByRole('button', { name: /계정:|Account:/ }).click();
  await page.getByRole('menuitem', { name: says('내 계정', 'My account') }).click();
  await titled(visitor, says('내 계정', 'My account'));
  await page.getByText(says('인증 앱을 쓰고 있어요.', 'An authenticator app is set up.')).waitFor();
  await page.getByText(says('10개 남음', '10 left')).waitFor();
  await page.getByText(says('지금 기기', 'This one')).first().waitFor();
  await look('staff-account');
  // The role needs it.
  await page
    .getByRole('button', { name: says('삭제', 'Remove'), exact: true })
    .first()
    .click();
  await page.getByText(says('2단계 인증 필요', 'Second factor needed')).waitFor();
  await look('staff-account-last-factor');
  await page.getByLabel(says('현재 비밀번호', 'Current password')).fill('not this one');
  await page.getByLabel(says('새 비밀번호', 'New password')).fill('another quite long phrase');
  await page.getByRole('button', { name: says('비밀번호 변경', 'Change password') }).click();
  await page.getByText(says('비밀번호가 맞지 않아요.', 'Wrong password.')).waitFor();
  await look('staff-account-password-wrong');
}

async function logInWithCode(
  stage: Stage,
  visitor: Visitor,
  secret: string,
  recovery: string,
): Promise<void> {
  const { page, says, look } = visitor;
  const logOut = async () => {
    await page.getByRole('button', { name: /계정:|Account:/ }).click();
    await page.getByRole('menuitem', { name: says('로그아웃', 'Log out') }).click();
    await titled(visitor, says('로그인', 'Log in'));
  };
  const code = page.getByLabel(says('인증 코드', 'Code'), { exact: true });
  const send = page.getByRole('button', { name: says('로그인', 'Log in'), exact: true });
  await logOut();
  await enter(visitor, OWNER);
  await titled(visitor, says('2단계 인증', 'Second factor'));
  await look('staff-second-step');
  await code.fill('000000');
  await send.click();
  await page.getByText(says('코드가 틀렸거나', 'This code is wrong')).waitFor();
  await look('staff-second-step-wrong');
  // Loaded again, the page knows that the password was right.
  await page.reload();
  await titled(visitor, says('2단계 인증', 'Second factor'));
  await passMinutes(stage, 1);
  await code.fill(await codeOf(stage, secret));
  await send.click();
  await titled(visitor, says('내 계정', 'My account'));
  await logOut();
  await enter(visitor, OWNER);
  await code.fill(recovery.toUpperCase());
  await send.click();
  await page.getByText(says('9개 남음', '9 left')).waitFor();
}

async function proveAgain(stage: Stage, visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await passMinutes(stage, 11);
  await page.getByRole('button', { name: says('새 복구 코드 받기', 'Get new codes') }).click();
  const dialog = page.getByRole('dialog', { name: says('본인 확인', 'Confirm that it’s you') });
  const password = dialog.getByLabel(says('비밀번호', 'Password'), { exact: true });
  await password.fill('not this one');
  await dialog.getByRole('button', { name: says('확인', 'Confirm') }).click();
  await dialog.getByText(says('비밀번호가 맞지 않아요.', 'Wrong password.')).waitFor();
  await look('staff-proof');
  await password.fill(OWNER.password);
  await dialog.getByRole('button', { name: says('확인', 'Confirm') }).click();
  await page.getByRole('button', { name: says('보관했어요', 'I have saved them') }).click();
  await page.getByText(says('10개 남음', '10 left')).waitFor();
}

async function addProgram(stage: Stage, visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/office/people');
  await page.getByRole('button', { name: says('서비스 계정 추가', 'Add service account') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(says('이름', 'Name'), { exact: true }).fill('회계 프로그램');
  await dialog.getByLabel(says('아이디', 'Login')).fill('bookkeeping');
  await dialog.getByLabel(says('장부 조회', 'Read the books')).check();
  const addresses = dialog.getByLabel(says('허용 IP 주소', 'Permitted IP addresses'));
  await addresses.fill('127.0.0.1 nonsense');
  await dialog.getByRole('button', { name: says('서비스 계정 추가', 'Add service account') }).click();
  await dialog.locator('[aria-invalid="true"]').waitFor();
  await look('staff-service-wrong');
  await addresses.fill('127.0.0.1');
  await dialog.getByRole('button', { name: says('서비스 계정 추가', 'Add service account') }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page
    .getByRole('button', { name: says('회계 프로그램의 새 토큰', 'New token for 회계 프로그램') })
    .click();
  const token = await dialog.getByRole('textbox').inputValue();
  await look('staff-service-token');
  await dialog
    .getByRole('button', { name: says('닫기', 'Close'), exact: true })
    .last()
    .click();
  await dialog.waitFor({ state: 'hidden' });
  await look('staff-people');
  const call = (path: string) =>
    fetch(`${stage.system.stack.url('shop')}${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect((await call('/v1/office/books')).status).toBe(200);
  expect((await call('/v1/office/staff')).status).toBe(403);
}

async function resetClerk(stage: Stage, visitor: Visitor, view: typeof DESK): Promise<void> {
  const { page, says, look } = visitor;
  const row = page.locator('.row').filter({ hasText: CLERK.login });
  await row.getByRole('button', { name: /로그인 초기화|Reset access of/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: says('비밀번호 초기화', 'Reset password') }).waitFor();
  await look('staff-reset');
  await dialog.getByRole('button', { name: says('비밀번호 초기화', 'Reset password') }).click();
  const link = await dialog.getByRole('textbox').inputValue();
  await look('staff-reset-link');

  const clerk = await stage.visitor(view, 'shop');
  await clerk.page.goto(link);
  await titled(clerk, clerk.says('새 비밀번호 정하기', 'Choose a new password'));
  const password = clerk.page.getByLabel(clerk.says('새 비밀번호', 'New password'), { exact: true });
  await password.fill('1234567890');
  await clerk.page.getByRole('button', { name: clerk.says('저장', 'Save') }).click();
  await clerk.page.locator('[aria-invalid="true"]').waitFor();
  await clerk.look('staff-new-password-weak');
  await password.fill('another quite long phrase');
  await clerk.page.getByRole('button', { name: clerk.says('저장', 'Save') }).click();
  await clerk.page.getByRole('link', { name: clerk.says('로그인', 'Log in') }).click();
  await enter(clerk, { login: CLERK.login, password: 'another quite long phrase' });
  await titled(clerk, clerk.says('오늘', 'Today'));
  await clerk.leave();
}
