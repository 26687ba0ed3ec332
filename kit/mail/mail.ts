import { businessLines } from '../business/footer.ts';
import type { Business } from '../business/shapes.ts';
import type { NoticeKind, NoticeVars } from '../words/catalogue.ts';
import type { Words } from '../words/index.ts';
import { type MailContent, mailHtml } from './mail-html.ts';

export type WrittenMail = { subject: string; text: string; html: string };

/**
 * A notice as a mail, in plain text and in HTML. `unsubscribe_url` only for mail that people can opt out of; `business` is whose
 * mail it is.
 */
export function writeMail<Kind extends NoticeKind>(
  w: Words,
  kind: Kind,
  vars: NoticeVars<Kind>,
  {
    unsubscribe_url,
    business,
  }: { unsubscribe_url?: string | undefined; business?: Business | undefined } = {},
): WrittenMail {
  const { subject, text: body } = w.mail(kind, vars);
  const own = w.t('mail.footer');
  const footer = business === undefined ? own : `${own}\n${businessLines(w, business)}`;
  const unsubscribe =
    unsubscribe_url === undefined ? undefined : { url: unsubscribe_url, label: w.t('mail.unsubscribe') };
  const stopLine =
    unsubscribe_url === undefined ? '' : `\n${w.t('mail.unsubscribe_line', { unsubscribe_url })}`;
  const content: MailContent = {
    ...{ subject, body, footer },
    ...highlights(w, body, vars),
    ...(unsubscribe === undefined ? {} : { unsubscribe }),
  };
  return { subject, text: `${body}\n\n${footer}${stopLine}\n`, html: mailHtml(w, content) };
}

/** What stands out in a notice, by its variables. */
function highlights(
  w: Words,
  body: string,
  vars: Readonly<Record<string, unknown>>,
): Pick<MailContent, 'figure' | 'link' | 'quote' | 'preheader'> {
  const { code, amount, link, message } = vars;
  const figure = typeof code === 'string' ? code : isMoney(amount) ? w.money(amount) : undefined;
  // The first words after the greeting; never a code, since lock screens show them.
  const opening = body.split('\n\n')[1]?.split('\n')[0] ?? '';
  return {
    preheader: typeof code === 'string' ? '' : opening,
    ...(figure === undefined ? {} : { figure }),
    ...(typeof link === 'string' && link !== '' ? { link: { url: link, label: w.t('mail.open_gift') } } : {}),
    ...(typeof message === 'string' && message !== '' ? { quote: `“${message}”` } : {}),
  };
}

function isMoney(value: unknown): value is Parameters<Words['money']>[0] {
  return typeof value === 'object' && value !== null && 'amount_minor' in value && 'currency' in value;
}
