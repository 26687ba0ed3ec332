import { createSocket, type Socket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { KEY_PAYLOAD } from './sip.ts';

const KEYS = '0123456789*#';
const FRAME_MS = 20;
const FRAME_BYTES = 160;
const SILENT_FRAME = Buffer.alloc(FRAME_BYTES, 0xff);
/** Asterisk ends a call that sends nothing, so a silent phone sends a frame now and then. */
const KEEP_ALIVE_MS = 1_000;
const KEY_MS = 80;
/** Asterisk reports a key twice if it reads it within 45 ms of the one before, and a busy machine reads late. */
const KEY_GAP_MS = 120;

/** One call's RTP stream: sends sounds and keys, and passes arriving frames to `onFrame`. */
export class SoundPath {
  readonly #socket: Socket;
  readonly #startedAt = performance.now();
  readonly #alive: NodeJS.Timeout;
  readonly port: number;
  #peer: { host: string; port: number } | undefined;
  #seq = 1;
  #sending: Promise<void> = Promise.resolve();
  #closed = false;

  static async open(onFrame: (seq: number, payload: Buffer) => void): Promise<SoundPath> {
    const socket = createSocket('udp4');
    await new Promise<void>((bound, failed) => {
      socket.once('error', failed);
      socket.bind(0, '127.0.0.1', () => bound());
    });
    socket.on('message', (packet) => {
      const payloadType = packet.readUInt8(1) & 0x7f;
      if (payloadType === 0) onFrame(packet.readUInt16BE(2), packet.subarray(12));
    });
    return new SoundPath(socket);
  }

  private constructor(socket: Socket) {
    this.#socket = socket;
    this.port = (socket.address() as AddressInfo).port;
    this.#alive = setInterval(() => this.#send(0, false, this.#now(), SILENT_FRAME), KEEP_ALIVE_MS);
  }

  connect(peer: { host: string; port: number }): void {
    this.#peer = peer;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#alive);
    this.#socket.close();
  }

  /** Plays G.711 µ-law in real time. */
  play(sound: Buffer): Promise<void> {
    return this.#after(async () => {
      const startedAt = performance.now();
      for (let at = 0; at < sound.length && !this.#closed; at += FRAME_BYTES) {
        this.#send(0, at === 0, this.#now(), sound.subarray(at, at + FRAME_BYTES));
        await pause(startedAt + (at / FRAME_BYTES + 1) * FRAME_MS - performance.now());
      }
    });
  }

  silence(ms: number): Promise<void> {
    return this.play(Buffer.alloc((ms / FRAME_MS) * FRAME_BYTES, 0xff));
  }

  /**
   * Sends keys as in RFC 4733: the packets of an event share a timestamp, and its end is sent three times. All packets of a
   * key leave at once, since a pause before its end on a busy machine would make it two keys.
   */
  keys(keys: string): Promise<void> {
    return this.#after(async () => {
      for (const key of keys) {
        const at = this.#now();
        this.#send(KEY_PAYLOAD, true, at, keyEvent(key, false, FRAME_MS));
        for (let times = 0; times < 3; times++)
          this.#send(KEY_PAYLOAD, false, at, keyEvent(key, true, KEY_MS));
        await pause(KEY_MS + KEY_GAP_MS);
      }
    });
  }

  #after(work: () => Promise<void>): Promise<void> {
    this.#sending = this.#sending.then(work);
    return this.#sending;
  }

  #now(): number {
    return Math.floor((performance.now() - this.#startedAt) * 8) >>> 0;
  }

  #send(payloadType: number, marker: boolean, timestamp: number, payload: Buffer): void {
    if (this.#closed || this.#peer === undefined) return;
    const packet = Buffer.alloc(12 + payload.length);
    packet.writeUInt8(0x80, 0);
    packet.writeUInt8((marker ? 0x80 : 0) | payloadType, 1);
    packet.writeUInt16BE(this.#seq++ & 0xffff, 2);
    packet.writeUInt32BE(timestamp, 4);
    packet.writeUInt32BE(this.port, 8);
    payload.copy(packet, 12);
    this.#socket.send(packet, this.#peer.port, this.#peer.host);
  }
}

function keyEvent(key: string, end: boolean, ms: number): Buffer {
  const event = Buffer.alloc(4);
  event.writeUInt8(KEYS.indexOf(key), 0);
  event.writeUInt8((end ? 0x80 : 0) | 10, 1);
  event.writeUInt16BE(ms * 8, 2);
  return event;
}

function pause(ms: number): Promise<void> {
  return new Promise((wait) => setTimeout(wait, Math.max(0, ms)));
}
