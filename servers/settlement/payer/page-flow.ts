import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Executor } from '../../../kit/db/transaction.ts';
import type { App } from '../../../kit/http/app.ts';
import { type SendPage, serverPages } from '../../../kit/http/pages.ts';
import { type Answer, localeOf } from '../../../kit/http/problem.ts';
import { isProblemCode } from '../../../kit/http/statuses.ts';
import { serveScript } from '../../../kit/http/web-files.ts';
import { newId } from '../../../kit/ids.ts';
import { type Words, words } from '../../../kit/words/index.ts';
import { donePage, type Form } from './pages.ts';

/** Where the payer's browser goes when a form is done; null to stay here. It is stored under the form's key. */
export type ReturnTo = { back: string | null };

export type PayerPages = {
  send: SendPage;
  /** The path of the script that starts an acquirer's element. */
  element_script: string;
  form(action: string, about: { returnUrl: string | null; is_test: boolean }): Form;
  /** Redirects to `back`, or shows a last page with this title. */
  finish(
    request: FastifyRequest,
    reply: FastifyReply,
    title: string,
    back: string | null | undefined,
  ): FastifyReply;
};

export function payerPages(app: App, context: { db: Executor }): PayerPages {
  const send = serverPages(app, context, (w) => w.t('card_page.brand'));
  return {
    send,
    element_script: serveScript(app, 'recipient/card-element.js'),
    form(action, { returnUrl, is_test }) {
      const form = { action, key: newId(), is_test };
      return returnUrl === null ? form : { ...form, form_leads_to: new URL(returnUrl).origin };
    },
    finish(request, reply, title, back) {
      if (typeof back === 'string') return reply.redirect(back, 303);
      return send(request, reply, donePage(words(localeOf(request)), title));
    },
  };
}

/** Sends the browser to a page of the acquirer's or the bank's. Its address is good for this payer only. */
export function leaveFor(reply: FastifyReply, url: string): FastifyReply {
  return reply.header('cache-control', 'no-store').redirect(url, 303);
}

/** The return URL with these values added to its query. */
export function returnTo(returnUrl: string | null, query: Readonly<Record<string, string>>): string | null {
  if (returnUrl === null) return null;
  const url = new URL(returnUrl);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}

export function readAnswer({ body }: Answer): { code: string } & Partial<ReturnTo> {
  return { code: '', ...JSON.parse(body) };
}

export function problemText(w: Words, code: string): string {
  return w.problem(isProblemCode(code) ? code : 'service_unavailable').detail;
}
