import { randomUUID } from 'node:crypto';
import type { ManagementContext } from '../../context.ts';
import { handleInput } from '../calls.ts';
import type { Speech } from '../speech/speech.ts';
import type { LineInput, Listen, SpokenTurn, Utterance } from '../turn.ts';
import type { Ari } from './ari.ts';
import { Keys } from './keys.ts';

export type Stage = {
  context: ManagementContext;
  ari: Ari;
  speech: Speech;
  /** A sound's path as Asterisk sees it. */
  atLine: (path: string) => string;
  /** The number of the person whom callers are connected with; empty without one. */
  operator: string;
};

const TRIES_MAX = 4;
const AGAIN_MS = 500;

/** One call's turns: says, listens, brings what was keyed. What was keyed is nowhere but in here, and is never logged. */
export class Conversation {
  readonly channelId: string;
  readonly callId: string;
  readonly #stage: Stage;
  readonly #keys = new Keys();
  #over = false;
  #changed: () => void = () => {};
  #playback: { id: string; finished: boolean } | undefined;

  constructor(stage: Stage, channelId: string, callId: string) {
    this.#stage = stage;
    this.channelId = channelId;
    this.callId = callId;
  }

  press(key: string): void {
    this.#keys.press(key, performance.now());
    this.#changed();
  }

  /** Told of those of all calls: what others have heard to its end must not begin the wait for a key anew. */
  playbackFinished(id: string): void {
    if (this.#playback?.id !== id) return;
    this.#playback.finished = true;
    // At once: a busy process may be told of the end and of the key after it in one go.
    this.#keys.said();
    this.#changed();
  }

  /** The caller is gone, or another process goes on with the call. */
  leave(): void {
    this.#over = true;
    this.#changed();
  }

  async run(first: SpokenTurn): Promise<void> {
    const { ari, context } = this.#stage;
    try {
      let turn: SpokenTurn | undefined = first;
      while (turn !== undefined && !this.#over) turn = await this.#play(turn);
    } catch (error) {
      // Whatever it is, nobody is left in silence.
      context.log.error({ err: error, call_id: this.callId }, 'call failed');
      if (!this.#over) await ari.hangUp(this.channelId).catch(() => {});
    }
  }

  async #play(turn: SpokenTurn): Promise<SpokenTurn | undefined> {
    const { listen } = turn;
    this.#keys.begin(listen);
    await this.#say(turn.say, listen);
    if (this.#over) return undefined;
    if (turn.end !== undefined) {
      await this.#end(turn.end);
      return undefined;
    }
    const input: LineInput | undefined = listen === undefined ? { kind: 'said' } : await this.#gather(listen);
    return input === undefined ? undefined : this.#bring(turn, input);
  }

  /** Says everything in order, as one playback; a key cuts it off where it may. */
  async #say(utterances: readonly Utterance[], listen: Listen | undefined): Promise<void> {
    const { ari, speech, atLine } = this.#stage;
    const cutsOff = () => listen?.barge_in === true && this.#keys.any;
    if (utterances.length > 0 && !cutsOff()) {
      const sounds = await Promise.all(utterances.map((utterance) => speech.soundOf(utterance)));
      if (this.#over || cutsOff()) return this.#keys.said();
      // Named by us, so that its end can be told from the end of the one before, which a key may just have cut off.
      const playback = { id: randomUUID(), finished: false };
      this.#playback = playback;
      const media = sounds.map((sound) => `sound:${atLine(sound)}`);
      // Waited for: a stop that overtakes the start finds nothing to stop, and all is said.
      const begun = await ari.ask('POST', `/channels/${this.channelId}/play/${playback.id}`, { media });
      if (begun === undefined) return this.leave();
      await this.#until(() => playback.finished || cutsOff());
      if (!playback.finished && !this.#over) await ari.ask('DELETE', `/playbacks/${playback.id}`);
    }
    this.#keys.said();
  }

  async #gather(listen: Listen): Promise<LineInput | undefined> {
    let wait_ms = this.#keys.any ? listen.inter_ms : listen.first_ms;
    for (;;) {
      const complete = this.#keys.complete(listen, performance.now());
      if (complete !== undefined || this.#over) return complete;
      const keyed = await this.#nextChange(wait_ms);
      if (this.#over) return undefined;
      if (!keyed) return this.#keys.rest();
      if (this.#keys.any) wait_ms = listen.inter_ms;
    }
  }

  /** Bringing the same again is safe, so a database that is away for a moment costs nobody their call. */
  async #bring({ call_id, turn_no }: SpokenTurn, input: LineInput): Promise<SpokenTurn> {
    for (let tries = 1; ; tries++) {
      try {
        return await handleInput(this.#stage.context, { call_id, turn_no }, input);
      } catch (error) {
        if (tries === TRIES_MAX || this.#over) throw error;
        await new Promise((wait) => setTimeout(wait, tries * AGAIN_MS));
      }
    }
  }

  async #end(how: 'hang_up' | 'operator'): Promise<void> {
    const { ari, operator } = this.#stage;
    if (how === 'operator' && operator !== '') {
      const place = { context: 'seonmul-operator', extension: operator, priority: 1 };
      await ari.ask('POST', `/channels/${this.channelId}/continue`, place);
    } else {
      await ari.hangUp(this.channelId);
    }
  }

  async #until(reached: () => boolean): Promise<void> {
    while (!this.#over && !reached()) await this.#nextChange();
  }

  /** True when something happened, false when the time is up. */
  #nextChange(ms?: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(() => resolve(false), ms);
      this.#changed = () => {
        clearTimeout(timer);
        this.#changed = () => {};
        resolve(true);
      };
    });
  }
}
