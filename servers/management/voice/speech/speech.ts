import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY_MS } from '../../../../kit/clock.ts';
import type { Locale } from '../../../../kit/words/index.ts';
import type { SpeechEngine } from './engine.ts';
import { telephoneSound } from './telephone-sound.ts';

/** Texts as sounds that a telephone line plays. */
export type Speech = {
  /** The path of the sound, without its ending `.ulaw`; made at the first time, found again after it. */
  soundOf(utterance: { locale: Locale; text: string }): Promise<string>;
  /** Removes what nobody needed for a month; answers 0: there is nothing to look at again at once. */
  tidy(): Promise<number>;
};

const UNUSED_MS_MAX = 30 * DAY_MS;
/** An engine takes a processor while it speaks; calls that go on come first. */
const AT_ONCE_MAX = 2;

/**
 * Speech kept in `dir`, each as `<digest>.ulaw` beside its text in `<digest>.txt`: who has a better recording of a text
 * puts it in that place. Several processes may share the folder. Never give it a text with a PIN.
 */
export function cachedSpeech(
  engine: SpeechEngine,
  voices: Readonly<Record<Locale, string>>,
  dir: string,
): Speech {
  // Names and amounts are in it, so it is the server's own.
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const making = new Map<string, Promise<void>>();
  const queue = limited(AT_ONCE_MAX);

  async function make(base: string, text: string, voice: string): Promise<void> {
    const sound = telephoneSound(await queue(() => engine.speak(text, voice)));
    await writeWhole(`${base}.txt`, text);
    await writeWhole(`${base}.ulaw`, sound);
  }

  return {
    async soundOf({ locale, text }) {
      const voice = voices[locale];
      const key = createHash('sha256')
        .update(JSON.stringify([engine.name, voice, text]))
        .digest('hex');
      const base = join(dir, key.slice(0, 32));
      if (await isThere(`${base}.ulaw`)) return base;
      const made = making.get(base) ?? make(base, text, voice).finally(() => making.delete(base));
      making.set(base, made);
      await made;
      return base;
    },
    async tidy() {
      for (const name of await readdir(dir)) {
        const file = join(dir, name);
        const found = await stat(file).catch(() => undefined);
        if (found !== undefined && Date.now() - found.mtimeMs > UNUSED_MS_MAX)
          await rm(file, { force: true });
      }
      return 0;
    },
  };
}

/** In one step, since another process may make the same: no line ever plays half a sound, nor is a text empty for a moment. */
async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  const unfinished = `${file}.${randomUUID()}`;
  await writeFile(unfinished, content, { mode: 0o600 });
  await rename(unfinished, file);
}

/** Whether a sound is there; its time is renewed once a day, so that what is used is not tidied away. */
async function isThere(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => undefined);
  if (found === undefined) return false;
  if (Date.now() - found.mtimeMs > DAY_MS) {
    const now = new Date();
    await Promise.all(
      [file, file.replace(/ulaw$/, 'txt')].map((each) => utimes(each, now, now).catch(() => {})),
    );
  }
  return true;
}

function limited(atOnceMax: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= atOnceMax) await new Promise<void>((turn) => waiting.push(turn));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
