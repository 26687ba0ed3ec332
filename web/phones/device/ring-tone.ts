import { useEffect } from 'react';

const TONES_HZ = [440, 480];
const LOUDNESS = 0.05;
/** Korean ring cadence: one second of tone, two of silence. */
const EVERY_MS = 3_000;
const TONE_S = 1;

/** Plays the ring tone; browsers block it before the first interaction with the page. */
export function useRingTone(isRinging: boolean): void {
  useEffect(() => {
    if (!isRinging) return;
    const audio = new AudioContext();
    const ring = () => {
      const volume = new GainNode(audio, { gain: LOUDNESS });
      volume.connect(audio.destination);
      for (const frequency of TONES_HZ) {
        const tone = new OscillatorNode(audio, { frequency });
        tone.connect(volume);
        tone.start();
        tone.stop(audio.currentTime + TONE_S);
      }
    };
    ring();
    const timer = setInterval(ring, EVERY_MS);
    return () => {
      clearInterval(timer);
      void audio.close();
    };
  }, [isRinging]);
}
