/** What was typed where an email address or a member number is asked for: what has no letter and no @ is meant as a number. */
export function loginOf(typed: string): { email: string } | { member_number: string } {
  const login = typed.trim();
  return /[\p{L}@]/u.test(login.normalize('NFKC')) ? { email: login } : { member_number: login };
}
