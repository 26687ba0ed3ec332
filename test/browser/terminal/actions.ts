import { answer, press, titled } from '../actions.ts';
import type { View, Visitor } from '../browser.ts';

export const PIN = '739258';
export const CLERK = { number: '101', pin: '517403' };
const PHONES: Record<string, string> = {
  'phone ko': '010-9876-5432',
  'phone en': '010-3333-4444',
  'desktop ko': '010-4444-5555',
  'desktop en': '010-5555-6666',
};

/** The recipient's phone in each view. */
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

export async function signIn(visitor: Visitor): Promise<void> {
  await titled(visitor, '직원 번호를 눌러 주세요', 'Your clerk number');
  await answer(visitor, CLERK.number);
  await titled(visitor, '직원 비밀번호를 눌러 주세요', 'Your clerk PIN');
  await answer(visitor, CLERK.pin);
}

export async function enterStaff(visitor: Visitor): Promise<void> {
  await press(visitor, '직원', 'Staff');
  await signIn(visitor);
  await titled(visitor, '직원 화면', 'Staff');
}
