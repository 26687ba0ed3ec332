import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FRAME_BYTES = 160;
/** 200 ms of a sound that no other sound contains identify it. */
const KNOWN_AFTER_FRAMES = 10;

type Known = { text: string; frames: readonly Buffer[] };
type Place = { sound: Known; at: number };

/** Recognises the sounds in a folder of speech, each with its text beside it. */
export class Ear {
  readonly #dir: string;
  readonly #read = new Set<string>();
  readonly #places = new Map<string, Place[]>();
  #seenVersion = 0;

  constructor(dir: string) {
    this.#dir = dir;
  }

  /**
   * The places of a frame in the known sounds. Reads new sounds first, or one might be mistaken for an older one with the
   * same beginning.
   */
  placesOf(frame: Buffer): readonly Place[] {
    this.#readNew();
    return this.#places.get(frame.toString('latin1')) ?? [];
  }

  #readNew(): void {
    const version = statSync(this.#dir, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (version === this.#seenVersion) return;
    this.#seenVersion = version;
    for (const name of readdirSync(this.#dir)) {
      if (!name.endsWith('.ulaw') || this.#read.has(name)) continue;
      this.#read.add(name);
      this.#learn(
        readFileSync(join(this.#dir, name.replace(/ulaw$/, 'txt')), 'utf8'),
        readFileSync(join(this.#dir, name)),
      );
    }
  }

  #learn(text: string, bytes: Buffer): void {
    const frames: Buffer[] = [];
    for (let at = 0; at < bytes.length; at += FRAME_BYTES) frames.push(bytes.subarray(at, at + FRAME_BYTES));
    const sound = { text, frames };
    for (const [at, frame] of frames.entries()) {
      if (isSilence(frame)) continue;
      const key = frame.toString('latin1');
      this.#places.set(key, [...(this.#places.get(key) ?? []), { sound, at }]);
    }
  }
}

/** Listens to one call: takes the frames that arrive and calls `onHeard` once for each text spoken. */
export class Listener {
  readonly #ear: Ear;
  readonly #onHeard: (text: string) => void;
  #candidates: (Place & { matched: number })[] = [];
  #said: Known | undefined;
  #lastSeq: number | undefined;

  constructor(ear: Ear, onHeard: (text: string) => void) {
    this.#ear = ear;
    this.#onHeard = onHeard;
  }

  take(seq: number, frame: Buffer): void {
    const passed = this.#lastSeq === undefined ? 1 : (seq - this.#lastSeq) & 0xffff;
    this.#lastSeq = seq;
    const silent = isSilence(frame);
    const going = this.#candidates
      .map(({ sound, at, matched }) => ({ sound, at: at + passed, matched: matched + (silent ? 0 : 1) }))
      .filter(({ sound, at }) => sound.frames[at]?.equals(frame));
    if (going.length > 0) {
      this.#candidates = going;
    } else {
      // A sound at its end was spoken in full, even if a longer one begins the same way.
      const ended = this.#candidates.find(
        ({ sound, at, matched }) => at === sound.frames.length - 1 && matched >= KNOWN_AFTER_FRAMES,
      );
      if (ended !== undefined) this.#report(ended.sound);
      this.#said = undefined;
      this.#candidates = silent
        ? []
        : this.#ear.placesOf(frame).map(({ sound, at }) => ({ sound, at, matched: 1 }));
    }
    const [first, ...others] = this.#candidates;
    if (first === undefined || first.matched < KNOWN_AFTER_FRAMES) return;
    if (others.every(({ sound }) => sound === first.sound)) this.#report(first.sound);
  }

  #report(sound: Known): void {
    if (this.#said === sound) return;
    this.#said = sound;
    this.#onHeard(sound.text);
  }
}

function isSilence(frame: Buffer): boolean {
  return frame.every((byte) => byte === frame[0]);
}
