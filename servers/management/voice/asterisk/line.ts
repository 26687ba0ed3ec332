import { randomUUID } from 'node:crypto';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { endCall, openInbound, resumeCall } from '../calls.ts';
import { claimDueCalls, reportOutcome } from '../outbound.ts';
import type { OutboundCall, SpokenTurn } from '../turn.ts';
import type { AriEvent, Channel, Events } from './ari.ts';
import { Conversation, type Stage } from './conversation.ts';
import { loggedDigits } from './logging.ts';
import { outcomeOf, whoAnswered } from './outcome.ts';
import { appOf, releaseSeat, renewSeat, seatOf, takeSeat } from './seats.ts';

/** Calls that one process makes at once. */
const DIALLING_MAX = 20;
const LOOK_AT_LOGGING_MS = 30_000;

type Joined = { seat: number; app: string; events: Events; loggingSeenAt: number };
type Dialling = OutboundCall & { rang: boolean; answered: boolean };

/**
 * Our side of Asterisk: joins it whenever it is there, takes the calls of one seat, and goes on with what a process that
 * died has left (ADR 13). `renewSeatLease`, `keepConnected` and `placeDueCalls` are rounds of jobs.
 */
export class AsteriskLine {
  readonly #stage: Stage;
  readonly #seats: Executor;
  readonly #endpoint: (e164: string) => string;
  readonly #holder = randomUUID();
  readonly #conversations = new Map<string, Conversation>();
  readonly #dialling = new Map<string, Dialling>();
  #joined: Joined | undefined;
  #refusedBecause: string | undefined;
  #stopped = false;

  constructor(stage: Stage, seats: Executor, endpoint: (e164: string) => string) {
    this.#stage = stage;
    this.#seats = seats;
    this.#endpoint = endpoint;
  }

  /** Apart from all that takes time, because who is late with it loses the seat. */
  async renewSeatLease(): Promise<number> {
    const joined = this.#joined;
    if (joined === undefined || (await renewSeat(this.#seats, this.#holder, joined.seat))) return 0;
    if (this.#joined === joined) this.#leave('the seat was lost');
    return 0;
  }

  /** Looks after the connection and calls that nobody looks after. */
  async keepConnected(): Promise<number> {
    const joined = this.#joined;
    if (joined === undefined) {
      await this.#join();
      return 0;
    }
    if (performance.now() - joined.loggingSeenAt > LOOK_AT_LOGGING_MS) {
      joined.loggingSeenAt = performance.now();
      if (!(await this.#mayTakeCalls())) this.#leave('it writes keyed digits down');
    }
    await this.#adopt(joined);
    return 0;
  }

  async placeDueCalls(): Promise<number> {
    const room = DIALLING_MAX - this.#dialling.size;
    if (this.#joined === undefined || room <= 0) return 0;
    const due = await claimDueCalls(this.#stage.context, 'asterisk', room);
    await Promise.all(due.map((call) => this.#dial(call)));
    return due.length;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const seat = this.#joined?.seat;
    this.#leave('we end');
    // The calls that are on are another process's from now.
    if (seat !== undefined) await releaseSeat(this.#seats, this.#holder, seat);
  }

  async #join(): Promise<void> {
    const { ari, context } = this.#stage;
    if (this.#stopped || !(await ari.isThere()) || !(await this.#mayTakeCalls())) return;
    const seat = await takeSeat(this.#seats, this.#holder);
    if (seat === undefined) return;
    const app = appOf(seat);
    const events = await ari.openEvents(
      app,
      (event) => this.#take(event),
      // Told late of a connection that we have left already, it is no news.
      () => this.#joined === joined && this.#leave('the connection broke'),
    );
    const joined = { seat, app, events, loggingSeenAt: performance.now() };
    this.#joined = joined;
    context.log.info({ seat }, 'joined the phone line');
    await this.#catchUp(app);
  }

  #leave(reason: string): void {
    const joined = this.#joined;
    if (joined === undefined) return;
    this.#joined = undefined;
    joined.events.close();
    for (const conversation of this.#conversations.values()) conversation.leave();
    this.#stage.context.log.warn({ reason, calls: this.#conversations.size }, 'left the phone line');
  }

  /** An Asterisk that would write PINs to a file gets no calls of ours. */
  async #mayTakeCalls(): Promise<boolean> {
    const { ari, context } = this.#stage;
    const channels = loggedDigits(await ari.ask('GET', '/asterisk/logging'));
    const because = channels.length === 0 ? undefined : channels.join(', ');
    if (because !== undefined && because !== this.#refusedBecause)
      context.log.error({ channels }, 'the phone line logs keyed digits, so it is not used');
    this.#refusedBecause = because;
    return because === undefined;
  }

  /**
   * After we were away: what is on is gone on with, and what has ended meanwhile is ended. A call that is on elsewhere is
   * another process's by now, or will be.
   */
  async #catchUp(app: string): Promise<void> {
    const { ari, context } = this.#stage;
    const application = (await ari.applications()).find(({ name }) => name === app);
    const on = new Set(application?.channel_ids ?? []);
    const isGone = async (channelId: string) =>
      !on.has(channelId) && (await ari.channel(channelId)) === undefined;
    for (const [channelId, { callId }] of [...this.#conversations]) {
      this.#conversations.delete(channelId);
      if (await isGone(channelId)) await endCall(context, callId);
    }
    for (const [channelId, { call_id }] of [...this.#dialling]) {
      if (on.has(channelId)) continue;
      this.#dialling.delete(channelId);
      if (await isGone(channelId)) await reportOutcome(context, call_id, 'unreachable');
    }
    for (const channelId of on) {
      const channel = await ari.channel(channelId);
      if (channel !== undefined) this.#doing(channel, this.#goOnWith(channel));
    }
  }

  /** Calls of a seat that nobody holds any more are moved to ours, where they begin again as `left`. */
  async #adopt(joined: Joined): Promise<void> {
    const { ari, context } = this.#stage;
    const { app, seat: ours } = joined;
    for (const { name, channel_ids } of await ari.applications()) {
      const seat = seatOf(name);
      if (seat === undefined || seat === ours || channel_ids.length === 0) continue;
      // Without a seat there is nowhere to move calls to.
      if (this.#joined !== joined) return;
      if ((await takeSeat(this.#seats, this.#holder, seat)) === undefined) continue;
      context.log.warn({ seat, calls: channel_ids.length }, 'resuming calls left by another process');
      for (const channelId of channel_ids) {
        const moved = await ari.ask('POST', `/channels/${channelId}/move?app=${app}&appArgs=left`);
        if (moved === undefined) await ari.hangUp(channelId);
        // Before the seat is given up: whoever sits there next would take the call for its own, too.
        await ari.unwatch(name, channelId);
      }
      await releaseSeat(this.#seats, this.#holder, seat);
    }
  }

  /** Events come one after the other, and nothing here waits, so that a key is never taken before the one it follows. */
  #take(event: AriEvent): void {
    const { channel } = event;
    if (event.type === 'ApplicationReplaced') {
      this.#leave('another process took the seat');
    } else if (event.type === 'PlaybackFinished') {
      for (const conversation of this.#conversations.values())
        conversation.playbackFinished(event.playback?.id ?? '');
    } else if (channel !== undefined) {
      this.#takeOf(channel, event);
    }
  }

  #takeOf(channel: Channel, { type, args, digit, cause }: AriEvent): void {
    if (type === 'ChannelDtmfReceived') this.#conversations.get(channel.id)?.press(digit ?? '');
    else if (type === 'StasisStart') this.#doing(channel, this.#begin(channel, args ?? []));
    else if (type === 'ChannelStateChange') this.#doing(channel, this.#dialStateChanged(channel));
    else if (type === 'ChannelDestroyed') this.#doing(channel, this.#ended(channel, cause));
  }

  #doing(channel: Channel, work: Promise<void>): void {
    work.catch(async (error) => {
      this.#stage.context.log.error({ err: error, channel_id: channel.id }, 'call could not be answered');
      await this.#stage.ari.hangUp(channel.id).catch(() => {});
    });
  }

  async #begin(channel: Channel, [how, status, cause]: string[]): Promise<void> {
    // A channel that we made ourselves to call somebody: nobody has answered yet.
    if (how === undefined) return this.#ring(channel);
    if (how === 'left') return this.#goOnWith(channel);
    if (how === 'answered') {
      this.#dialling.delete(channel.id);
      await this.#watch(channel);
      return this.#converse(
        channel,
        await reportOutcome(this.#stage.context, channel.id, whoAnswered(status, cause)),
      );
    }
    return this.#answer(channel);
  }

  async #answer(channel: Channel): Promise<void> {
    const { ari, context } = this.#stage;
    await this.#watch(channel);
    const from = channel.caller.number === '' ? null : channel.caller.number;
    const turn = await openInbound(context, { line: 'asterisk', external_id: channel.id, from });
    if ((await ari.ask('POST', `/channels/${channel.id}/answer`)) === undefined)
      return endCall(context, turn.call_id);
    return this.#converse(channel, turn);
  }

  /** A call that another process, or we before we were away, had on. */
  async #goOnWith(channel: Channel): Promise<void> {
    const { ari, context } = this.#stage;
    // Moved twice, because Asterisk had not got to it between two looks.
    if (this.#conversations.has(channel.id)) return;
    if (channel.state === 'Ring') return this.#answer(channel);
    await this.#watch(channel);
    if (channel.state === 'Up')
      return this.#converse(
        channel,
        await resumeCall(context, { line: 'asterisk', external_id: channel.id }),
      );
    // It rings at somebody's, but who called is gone: the plan calls again.
    await reportOutcome(context, channel.id, 'unreachable');
    await ari.hangUp(channel.id);
  }

  async #converse(channel: Channel, turn: SpokenTurn | null): Promise<void> {
    if (turn === null) return this.#stage.ari.hangUp(channel.id);
    // We have left meanwhile: whoever has the seat next goes on with it.
    if (this.#joined === undefined) return;
    const conversation = new Conversation(this.#stage, channel.id, turn.call_id);
    this.#conversations.set(channel.id, conversation);
    await conversation.run(turn);
  }

  async #watch(channel: Channel): Promise<void> {
    if (this.#joined !== undefined) await this.#stage.ari.watch(this.#joined.app, channel.id);
  }

  /** Makes the channel; it rings when it is ours, so that its end is told however soon it fails. */
  async #dial(call: OutboundCall): Promise<void> {
    this.#dialling.set(call.call_id, { ...call, rang: false, answered: false });
    const channel = {
      endpoint: this.#endpoint(call.to),
      app: this.#joined?.app,
      channelId: call.call_id,
      formats: 'ulaw,alaw',
    };
    try {
      if ((await this.#stage.ari.ask('POST', '/channels/create', channel)) === undefined)
        throw new Error('Asterisk could not create a channel.');
    } catch (error) {
      await this.#cannotCall(call.call_id, error);
    }
  }

  /** Not before it has told us that the channel is with us: one that is still on its way to us can't be dialled. */
  async #ring(channel: Channel): Promise<void> {
    const dialling = this.#dialling.get(channel.id);
    if (dialling === undefined) return;
    try {
      await this.#watch(channel);
      const path = `/channels/${channel.id}/dial?timeout=${dialling.ring_s}`;
      if ((await this.#stage.ari.ask('POST', path)) === undefined)
        throw new Error('Asterisk could not dial.');
    } catch (error) {
      await this.#cannotCall(channel.id, error);
    }
  }

  async #cannotCall(callId: string, error: unknown): Promise<void> {
    const { ari, context } = this.#stage;
    context.log.error({ err: error, call_id: callId }, 'outgoing calls fail');
    this.#dialling.delete(callId);
    await reportOutcome(context, callId, 'unreachable');
    await ari.hangUp(callId).catch(() => {});
  }

  async #dialStateChanged({ id, state }: Channel): Promise<void> {
    const dialling = this.#dialling.get(id);
    if (dialling === undefined) return;
    if (state === 'Ringing') dialling.rang = true;
    if (state !== 'Up' || dialling.answered) return;
    dialling.answered = true;
    // Its dialplan listens for who it is, and brings it back to any seat.
    const place = { context: 'seonmul-answered', extension: 's', priority: 1 };
    await this.#stage.ari.ask('POST', `/channels/${id}/continue`, place);
  }

  async #ended({ id }: Channel, cause: number | undefined): Promise<void> {
    const { context } = this.#stage;
    const dialling = this.#dialling.get(id);
    this.#dialling.delete(id);
    const conversation = this.#conversations.get(id);
    this.#conversations.delete(id);
    conversation?.leave();
    if (dialling !== undefined) {
      const outcome = dialling.answered ? 'answered' : outcomeOf(cause, dialling.rang);
      const turn = await reportOutcome(context, dialling.call_id, outcome);
      if (turn !== null) await endCall(context, turn.call_id);
    }
    if (conversation !== undefined) await endCall(context, conversation.callId);
  }
}
