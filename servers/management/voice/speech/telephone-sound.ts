/** Samples of one channel, at a rate. */
type Sound = { rate_hz: number; samples: Int16Array };

const PHONE_RATE_HZ = 8_000;
/** A telephone frame is 20 ms; the last one is padded with silence. */
const FRAME_BYTES = 160;
const SILENCE = 0xff;
/** A telephone carries up to 3.4 kHz; higher frequencies would alias as noise at the lower rate. */
const PASS_HZ = 3_400;
/** The filter's width to each side, in telephone samples. With 16, what it must block stays inaudible. */
const HALF_WIDTH = 16;
/** Speech engines use the full volume; a little less sounds clean on every line. */
const GAIN = 0.7;

/**
 * Speech as a telephone plays it, G.711 µ-law at 8 kHz, from a WAV file of any rate (PCM, 16 bits, one or two channels).
 * Throws for anything else.
 */
export function telephoneSound(wav: Buffer): Buffer {
  const { samples } = resample(readWav(wav));
  const length = Math.ceil(samples.length / FRAME_BYTES) * FRAME_BYTES;
  const encoded = Buffer.alloc(length, SILENCE);
  for (let i = 0; i < samples.length; i++) encoded[i] = muLaw(samples[i] ?? 0);
  return encoded;
}

function readWav(wav: Buffer): Sound {
  if (wav.toString('latin1', 0, 4) !== 'RIFF' || wav.toString('latin1', 8, 12) !== 'WAVE')
    throw new Error('The speech engine returned something other than a WAV file.');
  let format: { channels: number; rate_hz: number } | undefined;
  for (let at = 12; at + 8 <= wav.length; ) {
    const name = wav.toString('latin1', at, at + 4);
    // An engine that streams does not know the length in advance and claims a huge one.
    const length = Math.min(wav.readUInt32LE(at + 4), wav.length - at - 8);
    const body = wav.subarray(at + 8, at + 8 + length);
    if (name === 'fmt ') {
      const isPcm16 = [1, 0xfffe].includes(body.readUInt16LE(0)) && body.readUInt16LE(14) === 16;
      if (!isPcm16) throw new Error('The speech engine must return 16 bits PCM.');
      format = { channels: body.readUInt16LE(2), rate_hz: body.readUInt32LE(4) };
    } else if (name === 'data' && format !== undefined) {
      return { rate_hz: format.rate_hz, samples: oneChannel(body, format.channels) };
    }
    at += 8 + length + (length % 2);
  }
  throw new Error("The speech engine's WAV file has no sound.");
}

function oneChannel(body: Buffer, channels: number): Int16Array {
  const count = Math.floor(body.length / 2 / channels);
  const samples = new Int16Array(count);
  for (let i = 0; i < count; i++) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++)
      sum += body.readInt16LE((i * channels + channel) * 2);
    samples[i] = Math.round(sum / channels);
  }
  return samples;
}

/**
 * Resamples to the telephone's rate with a windowed sinc. The positions of new samples between old ones repeat, so the
 * filter is computed once for each position.
 */
function resample({ rate_hz, samples }: Sound): Sound {
  const divisor = gcd(rate_hz, PHONE_RATE_HZ);
  const [up, down] = [PHONE_RATE_HZ / divisor, rate_hz / divisor];
  const reach = Math.ceil((HALF_WIDTH * rate_hz) / PHONE_RATE_HZ);
  const filters = Array.from({ length: up }, (_, phase) => filterAt(phase / up, reach, rate_hz));
  const out = new Int16Array(Math.floor((samples.length * up) / down));
  for (let i = 0; i < out.length; i++) {
    const position = i * down;
    const before = Math.floor(position / up);
    const filter = filters[position % up] ?? [];
    let sum = 0;
    for (let tap = 0; tap < filter.length; tap++)
      sum += (filter[tap] ?? 0) * (samples[before - reach + tap] ?? 0);
    out[i] = Math.max(-32_768, Math.min(32_767, Math.round(sum * GAIN)));
  }
  return { rate_hz: PHONE_RATE_HZ, samples: out };
}

function filterAt(offset: number, reach: number, rate_hz: number): number[] {
  const cut = Math.min((2 * PASS_HZ) / rate_hz, 1);
  const weights = Array.from({ length: 2 * reach + 1 }, (_, tap) => {
    const distance = tap - reach - offset;
    const window = Math.abs(distance) > reach ? 0 : 0.5 + 0.5 * Math.cos((Math.PI * distance) / reach);
    const angle = Math.PI * cut * distance;
    return window * (angle === 0 ? 1 : Math.sin(angle) / angle);
  });
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** ITU-T G.711: sign, three bits of magnitude, four of detail, all inverted. */
function muLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const biased = Math.min(Math.abs(sample), 32_635) + 132;
  const exponent = 31 - Math.clz32(biased) - 7;
  return ~(sign | (exponent << 4) | ((biased >> (exponent + 3)) & 0x0f)) & 0xff;
}
