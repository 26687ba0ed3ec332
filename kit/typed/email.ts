import { domainToASCII } from 'node:url';
import { overridesDirection, withoutInvisible } from './invisible.ts';

/** RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3: 64 octets before the @, 254 in all. */
const LOCAL_BYTES_MAX = 64;
const ADDRESS_BYTES_MAX = 254;
/** The longest text that is looked at. */
export const EMAIL_TYPED_MAX = 508;

// A dot-atom (RFC 5322, 3.2.3), in ASCII: letters of other scripts need SMTPUTF8 (RFC 6531) of every server on the way.
// Quoted local parts and comments are not accepted: nobody types them, and they are how headers get injected.
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

export type ParsedEmail =
  | { readonly ok: true; readonly email: string }
  | { readonly ok: false; readonly code: 'email_invalid' };

const INVALID: ParsedEmail = { ok: false, code: 'email_invalid' };

/**
 * Parses an e-mail address as people type or paste it: full-width letters, `mailto:`, angle brackets and what follows it in
 * a sentence. The domain becomes lower case and ASCII (`예시.한국` is `xn--…`). The part before the @ stays as written, since
 * only its own server knows whether case matters there, and must be ASCII. Compare addresses by `emailKey`.
 */
export function parseEmail(raw: string): ParsedEmail {
  if (raw.length > EMAIL_TYPED_MAX || overridesDirection(raw)) return INVALID;
  const text = withoutInvisible(raw.normalize('NFKC'))
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/[,;.]+$/, '')
    .replace(/^<([^<>]*)>$/, '$1');
  const at = text.lastIndexOf('@');
  const local = text.slice(0, Math.max(at, 0));
  const domain = domainToASCII(text.slice(at + 1)).toLowerCase();
  const email = `${local}@${domain}`;
  const fits = local.length <= LOCAL_BYTES_MAX && email.length <= ADDRESS_BYTES_MAX;
  if (!fits || !LOCAL_PART.test(local) || !DOMAIN.test(domain)) return INVALID;
  return { ok: true, email };
}
