import type { Visitor } from './browser.ts';

export interface StaffLogIn {
  readonly login: string;
  readonly password: string;
}

/** An owner of Haneul. */
export const OWNER: StaffLogIn = { login: 'haneul-owner', password: 'owner-demo-2026' };

/** Somebody who works at the operator. */
export const atOperator = (login: string): StaffLogIn => ({ login, password: `${login}-demo-2026` });

/** Somebody who works at settlement. */
export const atSettlement = (login: string): StaffLogIn => ({ login, password: `settlement-${login}-2026` });

/** Staff log in, on any server's pages. */
export async function enter({ page, says }: Visitor, { login, password }: StaffLogIn): Promise<void> {
  await page.getByLabel(says('아이디', 'Login'), { exact: true }).fill(login);
  await page.getByLabel(says('비밀번호', 'Password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: says('로그인', 'Log in'), exact: true }).click();
}
