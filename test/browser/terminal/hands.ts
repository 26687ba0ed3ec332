import type { View, Visitor } from '../browser.ts';
import { answer, press, titled } from '../hands.ts';

export const PIN = '739258';
const STAFF = { login: 'haneul-clerk', password: 'clerk-demo-2026' };
const PHONES: Record<string, string> = {
  'phone ko': '010-9876-5432',
  'phone en': '010-3333-4444',
  'desktop ko': '010-4444-5555',
  'desktop en': '010-5555-6666',
};

/** The recipient who comes in each view. */
export function phoneOf({ size, locale }: View): string {
  return PHONES[`${size} ${locale}`] ?? '';
}

export const digitsOf = (text: string) => text.replace(/\D/g, '');

export async function enrol(visitor: Visitor, code: string): Promise<void> {
  await visitor.page.goto('/terminal');
  await titled(visitor, '등록 코드를 눌러 주세요', 'Enter the enrolment code');
  await answer(visitor, code);
  await titled(visitor, '무엇을 도와드릴까요?', 'What would you like to do?');
}

export async function enterStaff(visitor: Visitor): Promise<void> {
  const { page, says } = visitor;
  await press(visitor, '직원', 'Staff');
  await page.getByLabel(says('아이디', 'Login'), { exact: true }).fill(STAFF.login);
  await page.getByLabel(says('비밀번호', 'Password'), { exact: true }).fill(STAFF.password);
  await press(visitor, '잠금 풀기', 'Unlock');
  await titled(visitor, '직원 화면', 'Staff');
}
