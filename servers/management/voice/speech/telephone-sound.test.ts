import { expect, test } from 'vitest';
import { telephoneSound } from './telephone-sound.ts';

/** A tone as a WAV file. `claim` overstates the length, as a streaming engine does. */
function tone(rate_hz: number, pitch_hz: number, { channels = 1, claim = 0, bits = 16 } = {}): Buffer {
  const body = Buffer.alloc(rate_hz * 2 * channels);
  for (let i = 0; i < rate_hz; i++)
    for (let channel = 0; channel < channels; channel++)
      body.writeInt16LE(
        Math.round(16_000 * Math.sin((2 * Math.PI * pitch_hz * i) / rate_hz)),
        (i * channels + channel) * 2,
      );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(channels, 22);
  head.writeUInt32LE(rate_hz, 24);
  head.writeUInt16LE(bits, 34);
  head.write('data', 36);
  head.writeUInt32LE(claim || body.length, 40);
  return Buffer.concat([head, body]);
}

/** Decodes G.711 by its definition rather than by inverting our encoder. */
function decode(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 0x07)) - 0x84;
  return bits & 0x80 ? -magnitude : magnitude;
}

/** The strength of a pitch in a sound of 8 kHz, by correlation, leaving out its ends. */
function strength(sound: Buffer, pitch_hz: number): number {
  let [re, im] = [0, 0];
  const [from, until] = [800, 7_200];
  for (let i = from; i < until; i++) {
    const angle = (2 * Math.PI * pitch_hz * i) / 8_000;
    re += decode(sound[i] ?? 0xff) * Math.cos(angle);
    im += decode(sound[i] ?? 0xff) * Math.sin(angle);
  }
  return (2 * Math.hypot(re, im)) / (until - from);
}

test.each([8_000, 16_000, 22_050, 24_000, 44_100, 48_000])(
  'a tone sampled at %i Hz keeps its pitch and loudness',
  (rate_hz) => {
    const sound = telephoneSound(tone(rate_hz, 1_000));
    expect(sound.length).toBe(8_000);
    expect(strength(sound, 1_000)).toBeGreaterThan(0.95 * 0.7 * 16_000);
    expect(strength(sound, 1_000)).toBeLessThan(1.05 * 0.7 * 16_000);
    expect(strength(sound, 1_700)).toBeLessThan(100);
  },
);

test('frequencies that a telephone does not carry leave no alias', () => {
  expect(strength(telephoneSound(tone(22_050, 5_000)), 3_000)).toBeLessThan(100);
});

test('two channels become one, and an overstated length is ignored', () => {
  expect(strength(telephoneSound(tone(22_050, 1_000, { channels: 2 })), 1_000)).toBeGreaterThan(10_000);
  expect(telephoneSound(tone(22_050, 1_000, { claim: 0x7fff_f000 })).length).toBe(8_000);
});

test('the last frame is padded with silence', () => {
  const sound = telephoneSound(tone(8_000, 1_000).subarray(0, 44 + 2 * 200));
  expect(sound.length).toBe(320);
  expect(sound.subarray(200).every((byte) => byte === 0xff)).toBe(true);
});

test.each([
  ['text', Buffer.from('espeak-ng: no such voice'), 'other than a WAV file'],
  ['another depth', tone(8_000, 1_000, { bits: 8 }), '16 bits'],
  ['no sound', tone(8_000, 1_000).subarray(0, 36), 'no sound'],
])('%s is refused', (_what, wav, reason) => {
  expect(() => telephoneSound(wav)).toThrow(reason);
});
