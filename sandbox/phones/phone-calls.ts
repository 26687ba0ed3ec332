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
import { newId } from '../../kit/ids.ts';
import { DEAD_ENDING } from '../texts/smsc.ts';
import type { OutsideWorld } from './phones.ts';

export type Caption = { turn_no: number; locale: 'ko' | 'en'; text: string };
/** A phone's call as whoever holds it sees and hears it. */
export type PhoneCall = {
  state: 'ringing' | 'talking' | 'operator' | 'ended';
  direction: 'in' | 'out';
  turn_no: number;
  captions: Caption[];
  /** Set while keys are taken. Of a secret only how many were keyed is shown. */
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
  isBringing: boolean;
  timer?: NodeJS.Timeout;
};

const AHEAD_MAX = 40;
/** A page tells when it has spoken; without one a turn takes about as long as reading it out. */
const LETTER_MS = 130;
const ATTEMPTS_MAX = 4;
const RETRY_MS = 500;

/**
 * The phones' calls: the demo's telephone provider. It says what it is given, gathers keys as a line does, and brings
 * them; what they mean it does not know. One call a phone. It is the outside world, so memory is its place.
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
    const { state, direction, turn, captions, keyed, isBringing } = call;
    const seen = { state, direction, turn_no: turn?.turn_no ?? 0, captions };
    if (turn?.listen === undefined || isBringing || state !== 'talking') return seen;
    const { digits_max, secret, barge_in } = turn.listen;
    const shown = secret ? '•'.repeat(keyed.length) : keyed;
    return { ...seen, listening: { digits_max, secret, keyed: shown, must_hear: !barge_in } };
  }

  /** The service calls a phone. What comes of it is told afterwards, as a provider does. */
  ring({ call_id, to, ring_s }: Dial): void {
    const other = this.#calls.get(to);
    if (other?.call_id === call_id) return;
    const isBusy = other !== undefined && other.state !== 'ended';
    if (to.endsWith(DEAD_ENDING) || isBusy || !this.#world.phone(to).on) {
      this.#tell(call_id, to.endsWith(DEAD_ENDING) ? 'unknown_number' : isBusy ? 'busy' : 'no_answer');
      return;
    }
    const call = newCall(to, 'in', call_id);
    this.#calls.set(to, call);
    this.#changed(call);
    call.timer = setTimeout(() => this.#unanswered(call, 'no_answer'), ring_s * 1_000);
  }

  async answer(number: string): Promise<boolean> {
    const call = this.#calls.get(number);
    if (call?.state !== 'ringing') return false;
    clearTimeout(call.timer);
    call.state = 'talking';
    const turn = await this.#post(`/${call.call_id}/outcome`, { outcome: 'answered' } satisfies DialOutcome);
    if (turn === undefined) this.#ended(call);
    else this.#say(call, turn);
    return true;
  }

  decline(number: string): boolean {
    const call = this.#calls.get(number);
    if (call?.state !== 'ringing') return false;
    this.#unanswered(call, 'declined');
    return true;
  }

  /** The phone calls the service. */
  async call(number: string): Promise<boolean> {
    const other = this.#calls.get(number);
    if (other !== undefined && other.state !== 'ended') return false;
    const call = newCall(number, 'out', '');
    call.state = 'talking';
    call.isBringing = true;
    this.#calls.set(number, call);
    const turn = await this.#post('', { external_id: newId(), from: number });
    call.isBringing = false;
    if (turn === undefined) {
      this.#ended(call);
      return true;
    }
    call.call_id = turn.call_id;
    this.#say(call, turn);
    return true;
  }

  /** Presses keys one after the other. */
  press(number: string, keys: string): boolean {
    const call = this.#calls.get(number);
    if (call?.state !== 'talking') return false;
    for (const key of keys) this.#press(call, key);
    this.#changed(call);
    return true;
  }

  /** Whoever speaks for the phone has spoken a turn to its end. */
  spoken(number: string, turnNo: number): boolean {
    const call = this.#calls.get(number);
    if (call?.turn?.turn_no !== turnNo || call.state !== 'talking') return false;
    if (call.isSpeaking) this.#hasSpoken(call);
    return true;
  }

  hangUp(number: string): boolean {
    const call = this.#calls.get(number);
    if (call === undefined || call.state === 'ended') return false;
    if (call.state === 'ringing') this.#unanswered(call, 'declined');
    else this.#ended(call);
    return true;
  }

  close(): void {
    for (const { timer } of this.#calls.values()) clearTimeout(timer);
    this.#calls.clear();
  }

  #press(call: Call, key: string): void {
    const { turn } = call;
    if (turn?.listen === undefined || call.isBringing) {
      if (call.ahead.length < AHEAD_MAX) call.ahead += key;
      return;
    }
    if (call.isSpeaking && !turn.listen.barge_in) return;
    clearTimeout(call.timer);
    call.isSpeaking = false;
    const isEnd = key === turn.listen.finish_on;
    if (!isEnd) call.keyed += key;
    if (isEnd || call.keyed === '*' || call.keyed.length >= turn.listen.digits_max)
      this.#bringDigits(call, call.keyed);
    else call.timer = setTimeout(() => this.#bringDigits(call, call.keyed), turn.listen.inter_ms);
  }

  #bringDigits(call: Call, digits: string): void {
    if (call.turn !== undefined) this.#bring(call, { turn_no: call.turn.turn_no, kind: 'digits', digits });
  }

  #bring(call: Call, input: CallInput): void {
    clearTimeout(call.timer);
    call.isBringing = true;
    call.keyed = '';
    this.#changed(call);
    void this.#post(`/${call.call_id}/inputs`, input).then((turn) => {
      call.isBringing = false;
      if (call.state !== 'talking') return;
      if (turn === undefined) this.#ended(call);
      else this.#say(call, turn);
    });
  }

  #say(call: Call, turn: Turn): void {
    call.turn = turn;
    call.keyed = '';
    call.isSpeaking = true;
    call.captions.push(...turn.say.map(({ locale, text }) => ({ turn_no: turn.turn_no, locale, text })));
    const letters = turn.say.reduce((sum, { text }) => sum + text.length, 0);
    call.timer = setTimeout(() => this.#hasSpoken(call), letters * LETTER_MS);
    const { ahead } = call;
    call.ahead = '';
    this.#changed(call);
    if (turn.listen?.type_ahead !== true) return;
    for (const key of ahead) this.#press(call, key);
  }

  #hasSpoken(call: Call): void {
    clearTimeout(call.timer);
    call.isSpeaking = false;
    const { turn } = call;
    if (turn === undefined) return;
    const { turn_no, listen, end } = turn;
    if (end === 'operator') {
      call.state = 'operator';
      this.#changed(call);
    } else if (end === 'hang_up') this.#ended(call);
    else if (listen === undefined) this.#bring(call, { turn_no, kind: 'said' });
    else call.timer = setTimeout(() => this.#bring(call, { turn_no, kind: 'silence' }), listen.first_ms);
  }

  #unanswered(call: Call, outcome: 'declined' | 'no_answer'): void {
    clearTimeout(call.timer);
    call.state = 'ended';
    this.#changed(call);
    this.#tell(call.call_id, outcome);
  }

  #ended(call: Call): void {
    clearTimeout(call.timer);
    call.state = 'ended';
    call.keyed = '';
    call.ahead = '';
    this.#changed(call);
    if (call.call_id !== '') void this.#post(`/${call.call_id}/end`, undefined);
  }

  #tell(callId: string, outcome: DialOutcome['outcome']): void {
    void this.#post(`/${callId}/outcome`, { outcome } satisfies DialOutcome);
  }

  #changed({ number }: Call): void {
    this.#world.changes.emit('call', number);
  }

  /** Brings something to the server, again when it is away. Answers with the next turn, if there is one. */
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
    ...{ keyed: '', ahead: '', isSpeaking: false, isBringing: false },
  };
}
