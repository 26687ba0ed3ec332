/** The same for all spellings of an address: for unique indexes and logging in, never for sending. */
export function emailKey(email: string): string {
  return email.toLowerCase();
}

/** `a***@example.com`. With only one letter before the @, none is shown. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '***';
  const [first = '', second] = email.slice(0, at);
  return `${second === undefined ? '' : first}***${email.slice(at)}`;
}
