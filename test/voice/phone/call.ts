import { type Ear, Listener } from './ear.ts';
import { SoundPath } from './sound.ts';

/** Only bounds the wait of a failing test. */
const HEAR_MS_MAX = 120_000;
const QUIET_MS = 400;

/** One call of a scripted phone, incoming or outgoing, which can wait for speech before it presses keys. */
export class Call {
  /** The texts heard, in order. */
  readonly heard: string[] = [];
  /** Who hung up. */
  readonly ended: Promise<'us' | 'them'>;
  readonly sound: SoundPath;
  #end: (who: 'us' | 'them') => void = () => {};
  #over: 'us' | 'them' | undefined;
  #from = 0;
  #lastFrameAt = 0;
  #wake = new Set<() => void>();
  #bye: () => void = () => {};

  static async open(ear: Ear): Promise<Call> {
    let listener: Listener | undefined;
    let call: Call | undefined;
    const sound = await SoundPath.open((seq, payload) => {
      if (call !== undefined) call.#lastFrameAt = performance.now();
      listener?.take(seq, payload);
    });
    call = new Call(sound);
    const opened = call;
    listener = new Listener(ear, (text) => {
      opened.heard.push(text);
      for (const wake of [...opened.#wake]) wake();
    });
    return opened;
  }

  private constructor(sound: SoundPath) {
    this.sound = sound;
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** The signalling side sets how this end hangs up. */
  onHangUp(bye: () => void): void {
    this.#bye = bye;
  }

  over(who: 'us' | 'them'): void {
    if (this.#over !== undefined) return;
    this.#over = who;
    this.sound.close();
    this.#end(who);
    for (const wake of [...this.#wake]) wake();
  }

  /** Waits for a matching text after the last one that was waited for. */
  async hear(pattern: RegExp, ms = HEAR_MS_MAX): Promise<string> {
    const deadline = Date.now() + ms;
    for (;;) {
      const at = this.heard.findIndex((text, index) => index >= this.#from && pattern.test(text));
      const text = this.heard[at];
      if (text !== undefined) {
        this.#from = at + 1;
        return text;
      }
      const heard = this.heard.slice(this.#from).join(' / ') || 'nothing';
      if (this.#over !== undefined)
        throw new Error(`hung up by ${this.#over} before ${pattern}; heard ${heard}`);
      if (Date.now() > deadline) throw new Error(`timed out waiting for ${pattern}; heard ${heard}`);
      await new Promise<void>((resolve) => {
        const wake = () => {
          clearTimeout(timer);
          this.#wake.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, Math.max(1, deadline - Date.now() + 1));
        this.#wake.add(wake);
      });
    }
  }

  /** Waits for the end of the speech, when the line stops sending. */
  async quiet(): Promise<void> {
    while (this.#over === undefined && performance.now() - this.#lastFrameAt < QUIET_MS)
      await new Promise((wait) => setTimeout(wait, QUIET_MS / 4));
  }

  /** Waits for a question, then keys the answer. */
  async answer(question: RegExp, keys: string): Promise<void> {
    await this.hear(question);
    await this.key(keys);
  }

  key(keys: string): Promise<void> {
    return this.sound.keys(keys);
  }

  hangUp(): void {
    if (this.#over !== undefined) return;
    this.#bye();
    this.over('us');
  }
}
