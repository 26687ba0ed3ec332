/** Sounds of the called phones, in G.711 µ-law. Only their pattern of loud and silent parts matters. */
const LOUD = [0x20, 0xa0, 0x10, 0x90, 0x28, 0xa8, 0x18, 0x98];
const FRAME_MS = 20;
const FRAME_BYTES = 160;
const SILENT_BYTE = 0xff;

/** "Hello?": one word, then silence. */
export const HELLO = voice([400]);

/** An answering machine's long greeting. */
export const GREETING = voice([700, 900, 600, 1_200, 800]);

/** Words of these lengths, with short pauses between them. */
function voice(words_ms: readonly number[]): Buffer {
  return Buffer.concat(words_ms.flatMap((ms) => [frames(ms, true), frames(160, false)]));
}

function frames(ms: number, loud: boolean): Buffer {
  const sound = Buffer.alloc((ms / FRAME_MS) * FRAME_BYTES, SILENT_BYTE);
  if (loud) for (let i = 0; i < sound.length; i++) sound[i] = LOUD[i % LOUD.length] ?? SILENT_BYTE;
  return sound;
}
