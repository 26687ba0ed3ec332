import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DAY_MS } from '../../../../kit/clock.ts';
import type { MainLocale } from '../../../../kit/words/index.ts';
import type { SpeechEngine } from './engine.ts';
import { telephoneSound } from './telephone-sound.ts';

/** Texts as sounds for a telephone line. */
export type Speech = {
  /** The path of the sound without its extension `.ulaw`. The sound is made on first use and cached. */
  soundOf(utterance: { locale: MainLocale; text: string }): Promise<string>;
  /** Removes sounds unused for a month. Returns 0: as a job it has no more to do right away. */
  tidy(): Promise<number>;
};

const UNUSED_MS_MAX = 30 * DAY_MS;
/** An engine keeps a processor busy, and calls in progress come first. */
const CONCURRENT_MAX = 2;

/**
 * Speech cached in `dir`, each sound as `<digest>.ulaw` beside its text in `<digest>.txt`, so that a better recording can
 * replace it (ADR 12). Several processes may share the folder. Never give it a text with a PIN.
 */
export function cachedSpeech(
  engine: SpeechEngine,
  voices: Readonly<Record<MainLocale, string>>,
  dir: string,
): Speech {
  // Readable by the server only: the texts hold names and amounts.
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const making = new Map<string, Promise<void>>();
  const queue = limitConcurrency(CONCURRENT_MAX);

  async function make(base: string, text: string, voice: string): Promise<void> {
    const sound = telephoneSound(await queue(() => engine.speak(text, voice)));
    await writeAtomically(`${base}.txt`, text);
    await writeAtomically(`${base}.ulaw`, sound);
  }

  return {
    async soundOf({ locale, text }) {
      const voice = voices[locale];
      const key = createHash('sha256')
        .update(JSON.stringify([engine.name, voice, text]))
        .digest('hex');
      const base = join(dir, key.slice(0, 32));
      if (await isCached(`${base}.ulaw`)) return base;
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

/** Atomically, since another process may write the same file: no line ever plays half a sound. */
async function writeAtomically(file: string, content: string | Buffer): Promise<void> {
  const temporary = `${file}.${randomUUID()}`;
  await writeFile(temporary, content, { mode: 0o600 });
  await rename(temporary, file);
}

/** Whether a sound is cached. Touches it once a day, so that `tidy` keeps what is used. */
async function isCached(file: string): Promise<boolean> {
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

function limitConcurrency(max: number): <T>(work: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running >= max) await new Promise<void>((turn) => waiting.push(turn));
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
}
