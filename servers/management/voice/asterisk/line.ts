import { randomUUID } from 'node:crypto';
import type { Executor } from '../../../../kit/db/transaction.ts';
import { endCall, openInbound, resumeCall } from '../calls.ts';
import { claimDueCalls, reportOutcome } from '../outbound.ts';
import type { SpokenTurn } from '../turn.ts';
import type { AriEvent, Channel, Events } from './ari.ts';
import { Conversation, type LineServices } from './conversation.ts';
import { loggedDigits } from './logging.ts';
import { OutgoingCalls } from './outgoing-calls.ts';
import { appOf, releaseSeat, renewSeat, seatOf, takeSeat } from './seats.ts';

const CHECK_LOGGING_MS = 30_000;

type Connection = { seat: number; app: string; events: Events; loggingCheckedAt: number };

/**
 * Our side of Asterisk: connects whenever Asterisk is up, takes the calls of one seat, and resumes calls left by a
 * process that died (ADR 13). Jobs run `renewSeatLease`, `keepConnected` and `placeDueCalls`; each answers how much it did.
 */
export class AsteriskLine {
  readonly #services: LineServices;
  readonly #seats: Executor;
  readonly #outgoing: OutgoingCalls;
  readonly #holder = randomUUID();
  readonly #conversations = new Map<string, Conversation>();
  #connection: Connection | undefined;
  #refusedBecause: string | undefined;
  #stopped = false;

  constructor(services: LineServices, seats: Executor, endpoint: (e164: string) => string) {
    this.#services = services;
    this.#seats = seats;
    this.#outgoing = new OutgoingCalls(services, endpoint);
  }

  /** A job of its own, so that nothing slow delays it: a lease that isn't renewed in time is lost. */
  async renewSeatLease(): Promise<number> {
    const connection = this.#connection;
    if (connection === undefined || (await renewSeat(this.#seats, this.#holder, connection.seat))) return 0;
    if (this.#connection === connection) this.#disconnect('the seat was lost');
    return 0;
  }

  /** Looks after the connection, and after calls that no process handles. */
  async keepConnected(): Promise<number> {
    const connection = this.#connection;
    if (connection === undefined) {
      await this.#connect();
      return 0;
    }
    if (performance.now() - connection.loggingCheckedAt > CHECK_LOGGING_MS) {
      connection.loggingCheckedAt = performance.now();
      if (!(await this.#mayTakeCalls())) this.#disconnect('it logs keyed digits');
    }
    await this.#adoptAbandoned(connection);
    return 0;
  }

  async placeDueCalls(): Promise<number> {
    const { room } = this.#outgoing;
    if (this.#connection === undefined || room === 0) return 0;
    const due = await claimDueCalls(this.#services.context, 'asterisk', room);
    const app = this.#connection?.app;
    await Promise.all(due.map((call) => this.#outgoing.place(call, app)));
    return due.length;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const seat = this.#connection?.seat;
    this.#disconnect('shutting down');
    // Another process takes over the calls in progress.
    if (seat !== undefined) await releaseSeat(this.#seats, this.#holder, seat);
  }

  async #connect(): Promise<void> {
    const { ari, context } = this.#services;
    if (this.#stopped || !(await ari.isUp()) || !(await this.#mayTakeCalls())) return;
    const seat = await takeSeat(this.#seats, this.#holder);
    if (seat === undefined) return;
    const app = appOf(seat);
    const events = await ari.openEvents(
      app,
      (event) => this.#onEvent(event),
      // May arrive after we have disconnected ourselves.
      () => this.#connection === connection && this.#disconnect('the connection broke'),
    );
    const connection = { seat, app, events, loggingCheckedAt: performance.now() };
    this.#connection = connection;
    context.log.info({ seat }, 'joined the phone line');
    await this.#catchUp(app);
  }

  #disconnect(reason: string): void {
    const connection = this.#connection;
    if (connection === undefined) return;
    this.#connection = undefined;
    connection.events.close();
    for (const conversation of this.#conversations.values()) conversation.leave();
    this.#services.context.log.warn({ reason, calls: this.#conversations.size }, 'left the phone line');
  }

  /** An Asterisk that would write PINs to a log file gets none of our calls (ADR 14). */
  async #mayTakeCalls(): Promise<boolean> {
    const { ari, context } = this.#services;
    const channels = loggedDigits(await ari.ask('GET', '/asterisk/logging'));
    const because = channels.length === 0 ? undefined : channels.join(', ');
    if (because !== undefined && because !== this.#refusedBecause)
      context.log.error({ channels }, 'the phone line logs keyed digits, so it is not used');
    this.#refusedBecause = because;
    return because === undefined;
  }

  /**
   * After the connection was down: resumes calls still in our application and ends those that are over. A call that is
   * live elsewhere belongs to another process, or soon will.
   */
  async #catchUp(app: string): Promise<void> {
    const { ari, context } = this.#services;
    const application = (await ari.applications()).find(({ name }) => name === app);
    const live = new Set(application?.channel_ids ?? []);
    const isGone = async (channelId: string) =>
      !live.has(channelId) && (await ari.channel(channelId)) === undefined;
    for (const [channelId, { callId }] of [...this.#conversations]) {
      this.#conversations.delete(channelId);
      if (await isGone(channelId)) await endCall(context, callId);
    }
    await this.#outgoing.dropLost(live, isGone);
    for (const channelId of live) {
      const channel = await ari.channel(channelId);
      if (channel !== undefined) this.#inBackground(channel, this.#resume(channel));
    }
  }

  /** Moves the calls of seats that nobody holds to ours, where they start again with the argument `left`. */
  async #adoptAbandoned(connection: Connection): Promise<void> {
    const { ari, context } = this.#services;
    const { app, seat: ours } = connection;
    for (const { name, channel_ids } of await ari.applications()) {
      const seat = seatOf(name);
      if (seat === undefined || seat === ours || channel_ids.length === 0) continue;
      // Without a seat there is nowhere to move calls to.
      if (this.#connection !== connection) return;
      if ((await takeSeat(this.#seats, this.#holder, seat)) === undefined) continue;
      context.log.warn({ seat, calls: channel_ids.length }, 'resuming calls left by another process');
      for (const channelId of channel_ids) {
        const moved = await ari.ask('POST', `/channels/${channelId}/move?app=${app}&appArgs=left`);
        if (moved === undefined) await ari.hangUp(channelId);
        // Before releasing the seat, or its next holder would also be told of this call.
        await ari.unwatch(name, channelId);
      }
      await releaseSeat(this.#seats, this.#holder, seat);
    }
  }

  /** Events arrive one by one and nothing here awaits, so keys are taken in the order in which they were pressed. */
  #onEvent(event: AriEvent): void {
    const { channel } = event;
    if (event.type === 'ApplicationReplaced') {
      this.#disconnect('another process took the seat');
    } else if (event.type === 'PlaybackFinished') {
      for (const conversation of this.#conversations.values())
        conversation.playbackFinished(event.playback?.id ?? '', event.playback?.state);
    } else if (channel !== undefined) {
      this.#onChannelEvent(channel, event);
    }
  }

  #onChannelEvent(channel: Channel, { type, args, digit, cause }: AriEvent): void {
    if (type === 'ChannelDtmfReceived') this.#conversations.get(channel.id)?.press(digit ?? '');
    else if (type === 'StasisStart') this.#inBackground(channel, this.#begin(channel, args ?? []));
    else if (type === 'ChannelStateChange') this.#inBackground(channel, this.#outgoing.stateChanged(channel));
    else if (type === 'ChannelDestroyed') this.#inBackground(channel, this.#ended(channel, cause));
  }

  #inBackground(channel: Channel, work: Promise<void>): void {
    work.catch(async (error) => {
      this.#services.context.log.error({ err: error, channel_id: channel.id }, 'call could not be answered');
      await this.#services.ari.hangUp(channel.id).catch(() => {});
    });
  }

  async #begin(channel: Channel, [how, ...amd]: string[]): Promise<void> {
    const watch = () => this.#watch(channel);
    // A channel that we created for an outgoing call; nobody has answered yet.
    if (how === undefined) return this.#outgoing.ring(channel.id, watch);
    if (how === 'left') return this.#resume(channel);
    if (how === 'answered')
      return this.#converse(channel, await this.#outgoing.answered(channel.id, amd, watch));
    return this.#answer(channel);
  }

  async #answer(channel: Channel): Promise<void> {
    const { ari, context } = this.#services;
    await this.#watch(channel);
    const from = channel.caller.number === '' ? null : channel.caller.number;
    const turn = await openInbound(context, { line: 'asterisk', external_id: channel.id, from });
    if ((await ari.ask('POST', `/channels/${channel.id}/answer`)) === undefined)
      return endCall(context, turn.call_id);
    return this.#converse(channel, turn);
  }

  /** A call that another process handled, or this one before its connection broke. */
  async #resume(channel: Channel): Promise<void> {
    const { ari, context } = this.#services;
    // Asterisk may not have finished a move when we look again, and then we move the call twice.
    if (this.#conversations.has(channel.id)) return;
    if (channel.state === 'Ring') return this.#answer(channel);
    await this.#watch(channel);
    if (channel.state === 'Up')
      return this.#converse(
        channel,
        await resumeCall(context, { line: 'asterisk', external_id: channel.id }),
      );
    // It still rings, but the process that placed it is gone: call again as planned.
    await reportOutcome(context, channel.id, 'unreachable');
    await ari.hangUp(channel.id);
  }

  async #converse(channel: Channel, turn: SpokenTurn | null): Promise<void> {
    if (turn === null) return this.#services.ari.hangUp(channel.id);
    // Disconnected meanwhile: the next holder of the seat resumes the call.
    if (this.#connection === undefined) return;
    const conversation = new Conversation(this.#services, channel.id, turn.call_id);
    this.#conversations.set(channel.id, conversation);
    await conversation.run(turn);
  }

  async #watch(channel: Channel): Promise<void> {
    if (this.#connection !== undefined) await this.#services.ari.watch(this.#connection.app, channel.id);
  }

  async #ended({ id }: Channel, cause: number | undefined): Promise<void> {
    const { context } = this.#services;
    const conversation = this.#conversations.get(id);
    this.#conversations.delete(id);
    conversation?.leave();
    const turn = await this.#outgoing.ended(id, cause);
    if (turn !== null) await endCall(context, turn.call_id);
    if (conversation !== undefined) await endCall(context, conversation.callId);
  }
}
