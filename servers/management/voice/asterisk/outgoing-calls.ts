import { reportOutcome } from '../outbound.ts';
import type { OutboundCall, SpokenTurn } from '../turn.ts';
import type { Channel } from './ari.ts';
import type { LineServices } from './conversation.ts';
import { outcomeOf, whoAnswered } from './outcome.ts';

/** Calls that one process makes at once. */
const OUTGOING_MAX = 20;

type Outgoing = OutboundCall & { rang: boolean; answered: boolean };

/** The calls this process is placing, each until it is answered or has failed. A channel's id is its call's id. */
export class OutgoingCalls {
  readonly #line: LineServices;
  readonly #endpoint: (e164: string) => string;
  readonly #calls = new Map<string, Outgoing>();

  constructor(line: LineServices, endpoint: (e164: string) => string) {
    this.#line = line;
    this.#endpoint = endpoint;
  }

  /** How many more calls may be placed now. */
  get room(): number {
    return Math.max(0, OUTGOING_MAX - this.#calls.size);
  }

  /** Creates the channel. It is dialled once it is ours (`ring`), so that we learn of its end however soon it fails. */
  async place(call: OutboundCall, app: string | undefined): Promise<void> {
    this.#calls.set(call.call_id, { ...call, rang: false, answered: false });
    const channel = {
      endpoint: this.#endpoint(call.to),
      app,
      channelId: call.call_id,
      formats: 'ulaw,alaw',
    };
    try {
      if ((await this.#line.ari.ask('POST', '/channels/create', channel)) === undefined)
        throw new Error('Asterisk could not create a channel.');
    } catch (error) {
      await this.#fail(call.call_id, error);
    }
  }

  /** Dials a channel that has entered our application; before that Asterisk refuses to. */
  async ring(channelId: string, watch: () => Promise<void>): Promise<void> {
    const call = this.#calls.get(channelId);
    if (call === undefined) return;
    try {
      await watch();
      const path = `/channels/${channelId}/dial?timeout=${call.ring_s}`;
      if ((await this.#line.ari.ask('POST', path)) === undefined) throw new Error('Asterisk could not dial.');
    } catch (error) {
      await this.#fail(channelId, error);
    }
  }

  async stateChanged({ id, state }: Channel): Promise<void> {
    const call = this.#calls.get(id);
    if (call === undefined) return;
    if (state === 'Ringing') call.rang = true;
    if (state !== 'Up' || call.answered) return;
    call.answered = true;
    // The dialplan finds out who answered and hands the call back to any seat.
    const place = { context: 'seonmul-answered', extension: 's', priority: 1 };
    await this.#line.ari.ask('POST', `/channels/${id}/continue`, place);
  }

  /** A call that the dialplan hands back with what AMD found out. Returns its first turn. */
  async answered(
    channelId: string,
    [status, cause]: readonly string[],
    watch: () => Promise<void>,
  ): Promise<SpokenTurn | null> {
    this.#calls.delete(channelId);
    await watch();
    return reportOutcome(this.#line.context, channelId, whoAnswered(status, cause));
  }

  /** The channel is gone. Returns the turn of a call that was answered but never handed back. */
  async ended(channelId: string, cause: number | undefined): Promise<SpokenTurn | null> {
    const call = this.#calls.get(channelId);
    if (call === undefined) return null;
    this.#calls.delete(channelId);
    const outcome = call.answered ? 'answered' : outcomeOf(cause, call.rang);
    return reportOutcome(this.#line.context, channelId, outcome);
  }

  /** After the connection was down: forgets calls not in `live`, and reports those whose channel is gone. */
  async dropLost(live: ReadonlySet<string>, isGone: (channelId: string) => Promise<boolean>): Promise<void> {
    for (const channelId of [...this.#calls.keys()]) {
      if (live.has(channelId)) continue;
      this.#calls.delete(channelId);
      if (await isGone(channelId)) await reportOutcome(this.#line.context, channelId, 'unreachable');
    }
  }

  async #fail(callId: string, error: unknown): Promise<void> {
    const { ari, context } = this.#line;
    context.log.error({ err: error, call_id: callId }, 'outgoing calls fail');
    this.#calls.delete(callId);
    await reportOutcome(context, callId, 'unreachable');
    await ari.hangUp(callId).catch(() => {});
  }
}
