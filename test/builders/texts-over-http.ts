import type { TextBooks } from '../../kit/texts/ask.ts';
import type { WebhookRequest } from '../../kit/texts/port.ts';
import type { NamedProvider } from '../../kit/texts/providers.ts';
import { createManagementApp } from '../../servers/management/app.ts';
import { booksOf } from '../../servers/management/text/open-texts.ts';
import { anHttpProvider } from '../stand-ins/texts/http.ts';
import { aSolapi } from '../stand-ins/texts/solapi.ts';
import type { TextStandIn } from '../stand-ins/texts/stand-in.ts';
import { aTwilio } from '../stand-ins/texts/twilio.ts';
import type { TestManagement } from './management.ts';

export type TextsOverHttp = {
  providers: readonly NamedProvider[];
  books: TextBooks;
  standInOf(name: string): TextStandIn;
  /** Calls management's webhook as the provider does, and returns the status of the answer. */
  post(name: string, request: WebhookRequest): Promise<number>;
  close(): Promise<void>;
};

/** Management with every kind of text message provider over HTTP, as stand-ins. */
export async function textsOverHttp({ context }: TestManagement): Promise<TextsOverHttp> {
  const standIns: Record<string, TextStandIn> = {
    solapi: await aSolapi({ clock: context.clock }),
    twilio: await aTwilio(context.clock),
    other: await anHttpProvider(),
    unasked: await anHttpProvider({ hasLookUp: false }),
  };
  const providers = Object.entries(standIns).map(([name, { provider, sender }]) => ({
    terms: { name, senders: { '*': sender } },
    provider,
  }));
  const books = booksOf(context, () => providers);
  const app = await createManagementApp(context, { providers, books });
  return {
    providers,
    books,
    standInOf(name) {
      const found = standIns[name];
      if (found === undefined) throw new Error(`There is no ${name}.`);
      return found;
    },
    async post(name, { url, headers, body }) {
      const { pathname, search } = new URL(url);
      const path = pathname.replace(/text-providers\/[a-z]+\//, `text-providers/${name}/`);
      const type = /^[[{]/.test(body) ? 'application/json' : 'application/x-www-form-urlencoded';
      const answer = await app.inject({
        method: 'POST',
        url: `${path}${search}`,
        headers: { ...headers, 'content-type': type },
        payload: body,
      });
      return answer.statusCode;
    },
    async close() {
      await app.close();
      for (const standIn of Object.values(standIns)) await standIn.close();
    },
  };
}
