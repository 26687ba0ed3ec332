import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { groupedDigits } from '../../../kit/typed/digits.ts';
import { Problem } from '../../kit/problem.ts';
import { Question, Refused } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { type Decoder, startDecoder } from './decoder.ts';

const POLL_MS = 150;

/** Scans a barcode or QR code of so many digits. Camera images are decoded here and sent nowhere. */
export default function Camera({
  digits,
  onScan,
  onBack,
}: {
  digits: number;
  onScan(number: string): void;
  onBack(): void;
}) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [blind, setBlind] = useState(false);
  const scanned = useEffectEvent(onScan);

  useEffect(() => {
    let stopped = false;
    let stream: MediaStream | undefined;
    let decoder: Decoder | undefined;
    async function look() {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      decoder = await startDecoder();
      const screen = video.current;
      if (screen === null || stopped) return end(stream, decoder);
      screen.srcObject = stream;
      await screen.play();
      while (!stopped) {
        const text = await decoder.read(screen);
        const number = groupedDigits(text ?? '');
        if (!stopped && number?.length === digits) return scanned(number);
        await new Promise((wait) => setTimeout(wait, POLL_MS));
      }
    }
    look().catch(() => {
      if (!stopped) setBlind(true);
    });
    return () => {
      stopped = true;
      end(stream, decoder);
    };
  }, [digits]);

  const problem = blind
    ? new Problem({ code: 'camera', title: t('till.camera_none'), detail: t('till.camera_none_detail') })
    : undefined;
  return (
    <Question title={t('till.camera')} onBack={onBack} details={<Refused problem={problem} />}>
      {!blind && <video ref={video} className="camera" muted playsInline />}
    </Question>
  );
}

function end(stream: MediaStream | undefined, decoder: Decoder | undefined): void {
  decoder?.end();
  for (const track of stream?.getTracks() ?? []) track.stop();
}
