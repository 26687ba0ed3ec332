import { expect } from 'vitest';
import { type Buyer, Mailbox, Phone, type World } from '../../../bin/walkthrough/people.ts';
import { press, titled } from '../actions.ts';
import type { View, Visitor } from '../browser.ts';
import { enter, expectWrong, field, go } from './actions.ts';

const AGREED_TO = [
  ['이용약관에 동의해요', 'I agree to the terms of service'],
  ['개인정보 처리방침에 동의해요', 'I agree to the privacy policy'],
] as const;
const PASSWORD = 'three-blue-kites-2026';

export type Person = { name: string; mobile: string; email: string };

export function personOf({ size, locale }: View, no: number): Person {
  const name = locale === 'ko' ? '윤서아' : 'Alice Kim';
  return { name, mobile: `010-5550-000${no}`, email: `${size}.${locale}@example.com` };
}

export async function signUp(world: World, visitor: Visitor, { name, mobile, email }: Person): Promise<void> {
  const { page, says, look } = visitor;
  await go(visitor, '회원가입', 'Sign up');
  await titled(visitor, '회원가입', 'Sign up');
  await field(visitor, '이름', 'Name').fill(name);
  await field(visitor, '휴대전화 번호', 'Mobile number').fill(mobile);
  const address = page.getByRole('textbox', { name: says('이메일', 'Email address') });
  await address.fill(email);
  const password = field(visitor, '비밀번호', 'Password');
  await password.fill('kitekitekite');
  await field(visitor, '전화 비밀번호', 'Phone PIN').fill('816305');
  await press(visitor, '인증번호 받기', 'Send codes');
  await page.getByText(says('계속하려면 동의가 필요해요.', 'This is needed to continue.')).first().waitFor();
  for (const [ko, en] of AGREED_TO) await page.getByRole('checkbox', { name: says(ko, en) }).check();
  await press(visitor, '인증번호 받기', 'Send codes');
  await expectWrong(page, password, 'kitekitekite');
  expect(await address.inputValue()).toBe(email);
  await look('buyer-sign-up-wrong');
  // What was typed outlives a reload, but for the secrets.
  await page.reload();
  expect(await address.inputValue()).toBe(email);
  expect(await field(visitor, '휴대전화 번호', 'Mobile number').inputValue()).toBe(mobile);
  expect(await password.inputValue()).toBe('');
  await field(visitor, '전화 비밀번호', 'Phone PIN').fill('816305');
  const handset = new Phone(world.sandbox, mobile);
  await password.fill(PASSWORD);
  await press(visitor, '인증번호 받기', 'Send codes');
  await titled(visitor, '인증번호 2개를 입력해 주세요', 'Enter both codes');
  const byText = codeIn(await handset.waitFor(/[0-9]{6}/));
  const byMail = codeIn(await new Mailbox(world.sandbox, email).waitFor(/[0-9]{6}/));
  const sms = page.getByLabel(says(`${mobile} 번호로 보낸`, `Code sent to ${mobile}`));
  const confirm = () => page.getByRole('button', { name: says('확인', 'Confirm') }).first();
  await sms.fill(byText === '000000' ? '000001' : '000000');
  await confirm().click();
  await page.locator('[aria-invalid="true"]').waitFor();
  await look('buyer-codes');
  await sms.fill(byText);
  await confirm().click();
  await page.getByText(says('확인했어요', '· Confirmed')).waitFor();
  await page.getByLabel(says(`${email} 주소로 보낸`, `Code sent to ${email}`)).fill(byMail);
  await confirm().click();
  await titled(visitor, `${name} 님, 환영해요`, `Welcome, ${name}`);
  await look('buyer-signed-up');
}

const codeIn = (message: string) => /[0-9]{6}/.exec(message)?.[0] ?? '';

/** The member over HTTP. */
export async function buyerOf(world: World, { name, mobile, email }: Person): Promise<Buyer> {
  const session = await world.management.post('/v1/sessions', { email, password: PASSWORD });
  const door = world.management.with(String(session.body.session_token));
  return { door, session, name, phone: new Phone(world.sandbox, mobile) };
}

export async function changeAccount(visitor: Visitor): Promise<void> {
  const { page, says, look } = visitor;
  await page.goto('/me');
  await titled(visitor, '내 정보', 'My account');
  await look('buyer-me');
  const used = page.getByRole('checkbox', { name: says('상품권을 썼을 때', 'a certificate is used') });
  await used.uncheck();
  await press(visitor, '저장', 'Save');
  await page.getByText(says('저장했어요', 'Saved')).waitFor();
  await page.getByRole('button', { name: says('집 전화 번호: 추가', 'Landline: Add') }).click();
  await field(visitor, '새 집 전화 번호', 'New landline number').fill('02-123-4567');
  await press(visitor, '전화로 인증번호 받기', 'Call me with the code');
  await field(visitor, '전화로 들은 인증번호', 'Code we said in the call').waitFor();
  await look('buyer-me-landline');
  const card = says('VISA 끝자리 9995', 'VISA ending in 9995');
  await page.getByRole('button', { name: says(`${card} 삭제`, `Remove ${card}`) }).click();
  await page.getByText(card).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: says('비밀번호 변경', 'Change password'), exact: true }).click();
  const old = field(visitor, '현재 비밀번호', 'Current password');
  await old.fill('not this one');
  await field(visitor, '새 비밀번호', 'New password').fill('four-green-kites-2026');
  await page
    .getByRole('form')
    .getByRole('button', { name: says('비밀번호 변경', 'Change password') })
    .click();
  await expectWrong(page, old, 'not this one');
  await look('buyer-me-password');
  await page.reload();
  await used.waitFor();
  expect(await used.isChecked()).toBe(false);
}

export async function logOutAndIn(visitor: Visitor, { email }: Person): Promise<void> {
  const { page, says, look } = visitor;
  await press(visitor, '내 메뉴', 'Account menu');
  await page.getByRole('menuitem', { name: says('로그아웃', 'Log out') }).click();
  await titled(visitor, '전화번호만 알면 선물할 수 있어요', 'All you need is a phone number');
  await page.goto('/gifts');
  await enter(visitor, { login: email, password: 'not this one' });
  await expectWrong(page, field(visitor, '비밀번호', 'Password'), 'not this one');
  await look('buyer-log-in-wrong');
  await enter(visitor, { login: email, password: PASSWORD });
  await titled(visitor, '내 선물', 'My gifts');
}

/** Forgotten: a code from the mail, one from the phone, and a new password. Ends logged in by it. */
export async function recover(
  world: World,
  visitor: Visitor,
  { name, mobile, email }: Person,
): Promise<void> {
  const { page, look } = visitor;
  const handset = new Phone(world.sandbox, mobile);
  await handset.glance();
  const before = (await codesMailed(world, email)).length;
  await page.goto('/log-in');
  await go(visitor, '비밀번호나 전화 비밀번호를 잊으셨나요?', 'Forgot your password or phone PIN?');
  await titled(visitor, '계정 복구', 'Recover your account');
  await field(visitor, '이메일 또는 회원번호', 'Email address or member number').fill(email);
  await look('buyer-recover');
  await press(visitor, '인증번호 받기', 'Send a code');
  const mailCode = field(visitor, '이메일로 받은 인증번호', 'Code from the email');
  await mailCode.waitFor();
  await expect
    .poll(async () => (await codesMailed(world, email)).length, { timeout: 20_000 })
    .toBe(before + 1);
  await mailCode.fill(codeIn((await codesMailed(world, email)).at(-1) ?? ''));
  await look('buyer-recover-mail');
  await press(visitor, '확인', 'Confirm');
  const secret = field(visitor, '새 비밀번호', 'New password');
  await field(visitor, '휴대전화로 받은 인증번호', 'Code from your phone').fill(
    codeIn(await handset.waitFor(/[0-9]{6}/)),
  );
  await secret.fill('kitekitekite');
  await press(visitor, '저장', 'Save');
  await expectWrong(page, secret, 'kitekitekite');
  await look('buyer-recover-new');
  await secret.fill(RECOVERED);
  await press(visitor, '저장', 'Save');
  await titled(visitor, '다시 만나 반가워요', 'Welcome back');
  await enter(visitor, { login: email, password: RECOVERED });
  await titled(visitor, `${name} 님, 안녕하세요`, `Hello, ${name}`);
}

async function codesMailed(world: World, email: string): Promise<string[]> {
  const { body } = await world.sandbox.get(`/v1/mailboxes/${encodeURIComponent(email)}/messages`);
  return (body.messages as { subject: string; text: string }[])
    .filter(({ subject }) => /인증번호|verification code/.test(subject))
    .map(({ text }) => text);
}

const RECOVERED = 'five-grey-kites-2026';

/** Logged in twice, the member ends the other session; then they close the account. */
export async function endSessionsAndClose(world: World, visitor: Visitor, { email }: Person): Promise<void> {
  const { page, says, look } = visitor;
  await world.management.post('/v1/sessions', { email, password: RECOVERED });
  await page.goto('/me');
  const all = page.getByRole('button', {
    name: says('다른 곳에서 모두 로그아웃', 'Log out everywhere else'),
  });
  await all.waitFor();
  await look('buyer-me-sessions');
  await all.click();
  await all.waitFor({ state: 'hidden' });
  await world.sandbox.put('/v1/clock', { advance_ms: 600_000 });
  await press(visitor, '회원 탈퇴', 'Close your account');
  await page
    .getByRole('checkbox', {
      name: says('되돌릴 수 없다는 것을 확인했어요', 'I understand that I can’t undo this'),
    })
    .check();
  await look('buyer-me-close');
  await press(visitor, '탈퇴하기', 'Close my account');
  const password = page.getByRole('dialog').getByLabel(says('비밀번호', 'Password'), { exact: true });
  await password.fill(RECOVERED);
  await look('buyer-me-proof');
  await press(visitor, '계속', 'Continue');
  await titled(visitor, '전화번호만 알면 선물할 수 있어요', 'All you need is a phone number');
}
