import { type Door, eventually, expectAnswer, Unexpected } from './doors.ts';
import type { Talk, Telephones } from './landline-life.ts';

type Shown = {
  state: 'idle' | 'ringing' | 'talking' | 'operator' | 'ended';
  turn_no?: number;
  captions: { turn_no: number; text: string }[];
  listening?: object;
};

/** The demo's telephones. */
export function demoPhones(sandbox: Door): Telephones {
  return {
    async call(from) {
      const handset = new Handset(sandbox, from);
      await handset.dial();
      return handset;
    },
    async nextCall(to) {
      const handset = new Handset(sandbox, to);
      await handset.pickUp();
      return handset;
    },
  };
}

/** A telephone of the demo, and somebody who listens and presses keys. */
class Handset implements Talk {
  readonly #sandbox: Door;
  readonly #url: string;
  /** The first text that was not listened to yet. */
  #from = 0;

  constructor(sandbox: Door, number: string) {
    this.#sandbox = sandbox;
    this.#url = `/v1/phones/${number}/call`;
  }

  async dial(): Promise<void> {
    this.#from = 0;
    expectAnswer('dialling', await this.#sandbox.post(this.#url), 200);
  }

  /** Waits until it rings, and picks up. */
  async pickUp(): Promise<void> {
    await eventually('the phone to ring', async () =>
      (await this.#look()).state === 'ringing' ? true : undefined,
    );
    this.#from = 0;
    expectAnswer('picking up', await this.#sandbox.post(`${this.#url}/answer`), 200);
  }

  /** Listens until this is said and a key is expected, or the call is over. Returns the text. */
  async hear(pattern: RegExp): Promise<string> {
    return eventually(`to hear ${pattern} on the phone`, async () => {
      const { state, turn_no = 0, captions, listening } = await this.#look();
      if (state === 'talking') await this.#sandbox.post(`${this.#url}/spoken`, { turn_no });
      if (listening === undefined && state !== 'ended') return undefined;
      const at = captions.findIndex(({ text }, index) => index >= this.#from && pattern.test(text));
      const heard = captions.slice(this.#from).map(({ text }) => text);
      if (at < 0 && state === 'ended') throw new Unexpected(`the call ended after: ${heard.join(' ')}`);
      if (at < 0) return undefined;
      this.#from = at + 1;
      return captions[at]?.text;
    });
  }

  async key(keys: string): Promise<void> {
    expectAnswer('keys', await this.#sandbox.post(`${this.#url}/keys`, { keys }), 200);
  }

  async answer(question: RegExp, keys: string): Promise<void> {
    await this.hear(question);
    await this.key(keys);
  }

  /** Listening ends only when all has been spoken, so there is nothing to wait for. */
  async agree(question: RegExp, key: string, then: RegExp): Promise<string> {
    await this.answer(question, key);
    return this.hear(then);
  }

  async hangUp(): Promise<void> {
    await this.#sandbox.call('DELETE', this.#url);
  }

  async #look(): Promise<Shown> {
    return (await this.#sandbox.get(this.#url)).body as Shown;
  }
}
