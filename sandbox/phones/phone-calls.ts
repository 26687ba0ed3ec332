import { setTimeout as pause } from 'node:timers/promises';
import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import {
  type CallInput,
  type Dial,
  type DialResult,
  SANDBOX_VOICE_PATHS,
  Turn,
} from '../../contracts/sandbox-voice.ts';
import type { MainLocale } from '../../kit/format/locale.ts';
import { newId } from '../../kit/ids.ts';
import { DEAD_ENDING, type OutsideWorld } from '../outside-world.ts';

export type Caption = { turn_no: number; locale: MainLocale; text: string };
/** A phone's call as its user sees and hears it. */
export type PhoneCall = {
  state: 'ringing' | 'talking' | 'operator' | 'ended';
  direction: 'in' | 'out';
  turn_no: number;
  captions: Caption[];
  /** Set while keys are accepted. Of a secret, only the number of keys is shown. */
  listening?: { digits_max: number; secret: boolean; keyed: string; must_hear: boolean };
};

type Call = {
  number: string;
  direction: 'in' | 'out';
  state: PhoneCall['state'];
  call_id: string;
  turn?: Turn;
  captions: Caption[];
  keyed: string;
  ahead: string;
  isSpeaking: boolean;
  isSending: boolean;
  timer?: NodeJS.Timeout;
};

const AHEAD_MAX = 40;
/** A page reports when a turn has been spoken; without a page it takes about as long as reading it aloud. */
const LETTER_MS = 130;
const ATTEMPTS_MAX = 4;
const RETRY_MS = 500;

/**
 * The demo's telephone provider, with at most one call a phone. It says what the server sends, gathers keys as a phone
 * line does, and passes them on without knowing what they mean.
 */
export class PhoneCalls {
  readonly #world: OutsideWorld;
  readonly #server: { url: string; secret: string };
  readonly #calls = new Map<string, Call>();

  constructor(world: OutsideWorld, server: { url: string; secret: string }) {
    this.#world = world;
    this.#server = server;
  }

  view(number: string): PhoneCall | null {
    const call = this.#calls.get(number);
    if (call === undefined) return null;
    const { state, direction, turn, captions, keyed, isSending } = call;
    const seen = { state, direction, turn_no: turn?.turn_no ?? 0, captions };
    if (turn?.listen === undefined || isSending || state !== 'talking') return seen;
    const { digits_max, secret, barge_in } = turn.listen;
    const shown = secret ? '•'.repeat(keyed.length) : keyed;
    return { ...seen, listening: { digits_max, secret, keyed: shown, must_hear: !barge_in } };
  }

  /** The service calls a phone. The outcome is reported afterwards, as a provider does. */
  ring({ call_id, to, ring_s }: Dial): void {
    const other = this.#calls.get(to);
    if (other?.call_id === call_id) return;
    const isBusy = other !== undefined && other.state !== 'ended';
    if (to.endsWith(DEAD_ENDING) || isBusy || !this.#world.phone(to).on) {
      this.#reportOutcome(
        call_id,
        to.endsWith(DEAD_ENDING) ? 'unknown_number' : isBusy ? 'busy' : 'no_answer',
      );
      return;
    }
    const call = newCall(to, 'in', call_id);
    this.#calls.set(to, call);
    this.#emitChange(call);
    call.timer = setTimeout(() => this.#endUnanswered(call, 'no_answer'), ring_s * 1_000);
  }

  async answer(number: string): Promise<boolean> {
    const call = this.#calls.get(number);
    if (call?.state !== 'ringing') return false;
    clearTimeout(call.timer);
    call.state = 'talking';
    const turn = await this.#post(`/${call.call_id}/outcome`, { outcome: 'answered' } satisfies DialOutcome);
    if (turn === undefined) this.#end(call);
    else this.#say(call, turn);
    return true;
  }

  decline(number: string): boolean {
    const call = this.#calls.get(number);
    if (call?.state !== 'ringing') return false;
    this.#endUnanswered(call, 'declined');
    return true;
  }

  /** The phone calls the service. */
  async call(number: string): Promise<boolean> {
    const other = this.#calls.get(number);
    if (other !== undefined && other.state !== 'ended') return false;
    const call = newCall(number, 'out', '');
    call.state = 'talking';
    call.isSending = true;
    this.#calls.set(number, call);
    const turn = await this.#post('', { external_id: newId(), from: number });
    call.isSending = false;
    if (turn === undefined) {
      this.#end(call);
      return true;
    }
    call.call_id = turn.call_id;
    this.#say(call, turn);
    return true;
  }

  /** Presses keys one after another. */
  press(number: string, keys: string): boolean {
    const call = this.#calls.get(number);
    if (call?.state !== 'talking') return false;
    for (const key of keys) this.#press(call, key);
    this.#emitChange(call);
    return true;
  }

  /** Reports that the page has finished speaking a turn. */
  spoken(number: string, turnNo: number): boolean {
    const call = this.#calls.get(number);
    if (call?.turn?.turn_no !== turnNo || call.state !== 'talking') return false;
    if (call.isSpeaking) this.#afterSpeaking(call);
    return true;
  }

  hangUp(number: string): boolean {
    const call = this.#calls.get(number);
    if (call === undefined || call.state === 'ended') return false;
    if (call.state === 'ringing') this.#endUnanswered(call, 'declined');
    else this.#end(call);
    return true;
  }

  close(): void {
    for (const { timer } of this.#calls.values()) clearTimeout(timer);
    this.#calls.clear();
  }

  #press(call: Call, key: string): void {
    const { turn } = call;
    if (turn?.listen === undefined || call.isSending) {
      if (call.ahead.length < AHEAD_MAX) call.ahead += key;
      return;
    }
    if (call.isSpeaking && !turn.listen.barge_in) return;
    clearTimeout(call.timer);
    call.isSpeaking = false;
    const isEnd = key === turn.listen.finish_on;
    if (!isEnd) call.keyed += key;
    if (isEnd || call.keyed === '*' || call.keyed.length >= turn.listen.digits_max)
      this.#sendDigits(call, call.keyed);
    else call.timer = setTimeout(() => this.#sendDigits(call, call.keyed), turn.listen.inter_ms);
  }

  #sendDigits(call: Call, digits: string): void {
    if (call.turn !== undefined) this.#send(call, { turn_no: call.turn.turn_no, kind: 'digits', digits });
  }

  #send(call: Call, input: CallInput): void {
    clearTimeout(call.timer);
    call.isSending = true;
    call.keyed = '';
    this.#emitChange(call);
    void this.#post(`/${call.call_id}/inputs`, input).then((turn) => {
      call.isSending = false;
      if (call.state !== 'talking') return;
      if (turn === undefined) this.#end(call);
      else this.#say(call, turn);
    });
  }

  #say(call: Call, turn: Turn): void {
    call.turn = turn;
    call.keyed = '';
    call.isSpeaking = true;
    call.captions.push(...turn.say.map(({ locale, text }) => ({ turn_no: turn.turn_no, locale, text })));
    const letters = turn.say.reduce((sum, { text }) => sum + text.length, 0);
    call.timer = setTimeout(() => this.#afterSpeaking(call), letters * LETTER_MS);
    const { ahead } = call;
    call.ahead = '';
    this.#emitChange(call);
    if (turn.listen?.type_ahead !== true) return;
    for (const key of ahead) this.#press(call, key);
  }

  #afterSpeaking(call: Call): void {
    clearTimeout(call.timer);
    call.isSpeaking = false;
    const { turn } = call;
    if (turn === undefined) return;
    const { turn_no, listen, end } = turn;
    if (end === 'operator') {
      call.state = 'operator';
      this.#emitChange(call);
    } else if (end === 'hang_up') this.#end(call);
    else if (listen === undefined) this.#send(call, { turn_no, kind: 'said' });
    else call.timer = setTimeout(() => this.#send(call, { turn_no, kind: 'silence' }), listen.first_ms);
  }

  #endUnanswered(call: Call, outcome: 'declined' | 'no_answer'): void {
    clearTimeout(call.timer);
    call.state = 'ended';
    this.#emitChange(call);
    this.#reportOutcome(call.call_id, outcome);
  }

  #end(call: Call): void {
    clearTimeout(call.timer);
    call.state = 'ended';
    call.keyed = '';
    call.ahead = '';
    this.#emitChange(call);
    if (call.call_id !== '') void this.#post(`/${call.call_id}/end`, undefined);
  }

  #reportOutcome(callId: string, outcome: DialOutcome['outcome']): void {
    void this.#post(`/${callId}/outcome`, { outcome } satisfies DialOutcome);
  }

  #emitChange({ number }: Call): void {
    this.#world.changes.emit('call', number);
  }

  /** Posts to the server, with retries while it is down. Returns the next turn, if there is one. */
  async #post(path: string, body: object | undefined): Promise<Turn | undefined> {
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
      const answer = await fetch(`${this.#server.url}${SANDBOX_VOICE_PATHS.calls}${path}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${this.#server.secret}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }).catch(() => undefined);
      if (answer !== undefined && answer.status < 500) {
        if (answer.status !== 200) return undefined;
        const turn: unknown = await answer.json();
        return Value.Check(Turn, turn) ? turn : undefined;
      }
      await pause(RETRY_MS);
    }
    return undefined;
  }
}

type DialOutcome = Static<typeof DialResult>;

function newCall(number: string, direction: Call['direction'], call_id: string): Call {
  return {
    ...{ number, direction, call_id, state: 'ringing', captions: [] },
    ...{ keyed: '', ahead: '', isSpeaking: false, isSending: false },
  };
}
