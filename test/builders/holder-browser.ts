import type { App } from '../../kit/http/app.ts';
import { PIN } from './shop-server.ts';

/** A browser without scripts: it keeps cookies, follows no redirects and sends the origin of its forms. */
export class HolderBrowser {
  readonly #app: App;
  readonly #cookies = new Map<string, string>();

  constructor(app: App) {
    this.#app = app;
  }

  async #send(method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: string) {
    const cookie = [...this.#cookies].map((pair) => pair.join('=')).join('; ');
    const reply = await this.#app.inject({
      method,
      url,
      headers: { ...headers, ...(cookie === '' ? {} : { cookie }) },
      ...(payload === undefined ? {} : { payload }),
    });
    const set = [reply.headers['set-cookie'] ?? []].flat();
    for (const one of set) {
      const [, name = '', value = ''] = /^([a-z]+)=([^;]*)/.exec(one) ?? [];
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const { statusCode: status, headers: answered, body: text } = reply;
    return { status, text, headers: answered, location: answered.location, set };
  }

  open(url: string, headers: Record<string, string> = {}) {
    return this.#send('GET', url, headers);
  }

  submit(url: string, fields: Record<string, string>, site = 'same-origin') {
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': site };
    return this.#send('POST', url, headers, new URLSearchParams(fields).toString());
  }

  logIn(fields: Partial<Record<'phone' | 'pin', string>> = {}) {
    return this.submit('/certificate/session', { phone: '010-3333-4444', pin: PIN, ...fields });
  }
}
