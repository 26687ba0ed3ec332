import { randomUUID } from 'node:crypto';
import type { ManagementContext } from '../../context.ts';
import { handleInput } from '../calls.ts';
import type { Speech } from '../speech/speech.ts';
import type { LineInput, Listen, SpokenTurn, Utterance } from '../turn.ts';
import type { Ari } from './ari.ts';
import { Keys } from './keys.ts';

export type LineServices = {
  context: ManagementContext;
  ari: Ari;
  speech: Speech;
  /** Maps a sound's path here to its path on Asterisk's machine. */
  pathAtLine: (path: string) => string;
  /** The number that callers who ask for a person are connected to; empty if there is none. */
  operator: string;
};

const ATTEMPTS_MAX = 4;
const RETRY_MS = 500;

/** Plays one call's turns: speaks, collects keys, submits them. Keys are held only here and never logged. */
export class Conversation {
  readonly channelId: string;
  readonly callId: string;
  readonly #services: LineServices;
  readonly #keys = new Keys();
  #left = false;
  #brokenOff: Promise<void> | undefined;
  #changed: () => void = () => {};
  #playback: { id: string; finished: boolean } | undefined;

  constructor(services: LineServices, channelId: string, callId: string) {
    this.#services = services;
    this.channelId = channelId;
    this.callId = callId;
  }

  press(key: string): void {
    this.#keys.press(key, performance.now());
    this.#changed();
  }

  /**
   * Called for the playbacks of every call; another call's must not restart the wait for a key. Asterisk reports one that the
   * caller's hang-up cut off as `failed`, perhaps before the hang-up itself: it was not heard to its end.
   */
  playbackFinished(id: string, state?: string): void {
    if (this.#playback?.id !== id) return;
    if (state === 'failed') {
      this.#breakOff();
      return;
    }
    this.#playback.finished = true;
    // Right away: on a busy machine the key that follows may arrive together with this event.
    this.#keys.speechEnded();
    this.#changed();
  }

  /** The caller hung up, or another process takes over the call. */
  leave(): void {
    this.#left = true;
    this.#changed();
  }

  #breakOff(): void {
    this.leave();
    this.#brokenOff = this.#services.ari.hangUp(this.channelId).catch(() => {});
  }

  async run(first: SpokenTurn): Promise<void> {
    const { ari, context } = this.#services;
    try {
      let turn: SpokenTurn | undefined = first;
      while (turn !== undefined && !this.#left) turn = await this.#play(turn);
      await this.#brokenOff;
    } catch (error) {
      // Whatever went wrong, don't leave the caller in silence.
      context.log.error({ err: error, call_id: this.callId }, 'call failed');
      if (!this.#left) await ari.hangUp(this.channelId).catch(() => {});
    }
  }

  async #play(turn: SpokenTurn): Promise<SpokenTurn | undefined> {
    const { listen } = turn;
    this.#keys.startTurn(listen);
    await this.#say(turn.say, listen);
    if (this.#left) return undefined;
    if (turn.end !== undefined) {
      await this.#end(turn.end);
      return undefined;
    }
    const input: LineInput | undefined = listen === undefined ? { kind: 'said' } : await this.#gather(listen);
    return input === undefined ? undefined : this.#submit(turn, input);
  }

  /** Speaks everything in order as one playback, which a key cuts off if the turn allows barge-in. */
  async #say(utterances: readonly Utterance[], listen: Listen | undefined): Promise<void> {
    const { ari, speech, pathAtLine } = this.#services;
    const interrupted = () => listen?.barge_in === true && this.#keys.hasKeys;
    if (utterances.length > 0 && !interrupted()) {
      const sounds = await Promise.all(utterances.map((utterance) => speech.soundOf(utterance)));
      if (this.#left || interrupted()) return this.#keys.speechEnded();
      // We choose the id, to tell its end from that of the previous playback, which a key may just have cut off.
      const playback = { id: randomUUID(), finished: false };
      this.#playback = playback;
      const media = sounds.map((sound) => `sound:${pathAtLine(sound)}`);
      // Awaited: a stop that overtakes the start would find nothing to stop.
      const started = await ari.ask('POST', `/channels/${this.channelId}/play/${playback.id}`, { media });
      if (started === undefined) return this.leave();
      await this.#until(() => playback.finished || interrupted());
      // However Asterisk reports the end of one that we stop ourselves.
      this.#playback = undefined;
      if (!playback.finished && !this.#left) await ari.ask('DELETE', `/playbacks/${playback.id}`);
    }
    this.#keys.speechEnded();
  }

  async #gather(listen: Listen): Promise<LineInput | undefined> {
    let wait_ms = this.#keys.hasKeys ? listen.inter_ms : listen.first_ms;
    for (;;) {
      const complete = this.#keys.takeComplete(listen, performance.now());
      if (complete !== undefined || this.#left) return complete;
      const keyed = await this.#nextChange(wait_ms);
      if (this.#left) return undefined;
      if (!keyed) return this.#keys.takeRest();
      if (this.#keys.hasKeys) wait_ms = listen.inter_ms;
    }
  }

  /** Submitting the same input twice is safe, so a call survives a database that is briefly unavailable. */
  async #submit({ call_id, turn_no }: SpokenTurn, input: LineInput): Promise<SpokenTurn> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await handleInput(this.#services.context, { call_id, turn_no }, input);
      } catch (error) {
        if (attempt === ATTEMPTS_MAX || this.#left) throw error;
        await new Promise((wait) => setTimeout(wait, attempt * RETRY_MS));
      }
    }
  }

  async #end(how: 'hang_up' | 'operator'): Promise<void> {
    const { ari, operator } = this.#services;
    if (how === 'operator' && operator !== '') {
      const place = { context: 'seonmul-operator', extension: operator, priority: 1 };
      await ari.ask('POST', `/channels/${this.channelId}/continue`, place);
    } else {
      await ari.hangUp(this.channelId);
    }
  }

  async #until(reached: () => boolean): Promise<void> {
    while (!this.#left && !reached()) await this.#nextChange();
  }

  /** True when something happened, false on a timeout. */
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
