import { domainToASCII } from 'node:url';

/** RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3: 64 octets before the @, 254 in all. */
const LOCAL_BYTES_MAX = 64;
const ADDRESS_BYTES_MAX = 254;

// A dot-atom (RFC 5322, 3.2.3), with letters of all scripts (RFC 6531). Quoted local parts, comments and display
// names are not accepted: nobody types them, and they are how headers get injected.
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

export type ParsedEmail =
  | { readonly ok: true; readonly email: string }
  | { readonly ok: false; readonly code: 'email_invalid' };

const INVALID: ParsedEmail = { ok: false, code: 'email_invalid' };

/**
 * Parses an e-mail address and normalises it: NFKC, and the domain in lower case and in its ASCII form (`예시.한국`
 * becomes `xn--…`). The part before the @ stays as written, since only its own server knows whether case matters there.
 * Compare addresses by `emailKey`.
 */
export function parseEmail(raw: string): ParsedEmail {
  if (raw.length > ADDRESS_BYTES_MAX * 2) return INVALID;
  const text = raw.normalize('NFKC').trim();
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = domainToASCII(text.slice(at + 1)).toLowerCase();
  const email = `${local}@${domain}`;
  const fits = Buffer.byteLength(local) <= LOCAL_BYTES_MAX && Buffer.byteLength(email) <= ADDRESS_BYTES_MAX;
  if (!fits || !LOCAL_PART.test(local) || !DOMAIN.test(domain)) return INVALID;
  return { ok: true, email };
}

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
