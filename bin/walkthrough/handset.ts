import { type Door, eventually, expectAnswer, Unexpected } from './doors.ts';

type Shown = {
  state: 'idle' | 'ringing' | 'talking' | 'operator' | 'ended';
  turn_no?: number;
  captions: { turn_no: number; text: string }[];
  listening?: object;
};

/** A telephone of the demo, and somebody who listens and presses keys. */
export class Handset {
  readonly #sandbox: Door;
  readonly #url: string;
  /** The last turn whose question was answered. */
  #answered = 0;

  constructor(sandbox: Door, number: string) {
    this.#sandbox = sandbox;
    this.#url = `/v1/phones/${number}/call`;
  }

  async dial(): Promise<void> {
    this.#answered = 0;
    expectAnswer('dialling', await this.#sandbox.post(this.#url), 200);
  }

  /** Waits until it rings, and picks up. */
  async pickUp(): Promise<void> {
    await eventually('the phone to ring', async () =>
      (await this.#look()).state === 'ringing' ? true : undefined,
    );
    this.#answered = 0;
    expectAnswer('picking up', await this.#sandbox.post(`${this.#url}/answer`), 200);
  }

  /** Listens until this is said and a key is expected, or the call is over. Returns everything said on the way. */
  async hear(pattern: RegExp): Promise<string> {
    const from = this.#answered;
    return eventually(`to hear ${pattern} on the phone`, async () => {
      const shown = await this.#look();
      const { state, turn_no = 0, captions, listening } = shown;
      const heard = captions.filter((caption) => caption.turn_no > from).map(({ text }) => text);
      if (state === 'talking') await this.#sandbox.post(`${this.#url}/spoken`, { turn_no });
      const isComplete = listening !== undefined || state === 'ended';
      if (!isComplete || !heard.some((text) => pattern.test(text))) {
        if (state === 'ended') throw new Unexpected(`the call ended after: ${heard.join(' ')}`);
        return undefined;
      }
      this.#answered = turn_no;
      return heard.join(' ');
    });
  }

  /** Hears the question, then presses keys. */
  async answer(question: RegExp, keys: string): Promise<string> {
    const heard = await this.hear(question);
    expectAnswer('keys', await this.#sandbox.post(`${this.#url}/keys`, { keys }), 200);
    return heard;
  }

  async hangUp(): Promise<void> {
    await this.#sandbox.call('DELETE', this.#url);
  }

  async #look(): Promise<Shown> {
    return (await this.#sandbox.get(this.#url)).body as Shown;
  }
}
