import { emailKey } from '../../../kit/email.ts';
import { done, type Result } from '../../../kit/result.ts';
import { parseEmail } from '../../../kit/typed/email.ts';
import { parseMemberNumber } from '../../../kit/typed/member-number.ts';

/** By what a member logs in or asks for a new password. */
export type Login = { email: string } | { member_number: string };

/** A login as a member typed it, by which they are read. What can't be one is no attempt. */
export function parseLogin(login: Login): Result<Login, 'email_invalid' | 'member_number_invalid'> {
  if ('member_number' in login) {
    const number = parseMemberNumber(login.member_number);
    return number.ok ? done({ member_number: number.value }) : number;
  }
  const email = parseEmail(login.email);
  return email.ok ? done({ email: emailKey(email.email) }) : email;
}
