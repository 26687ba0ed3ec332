import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { Problem } from '../../kit/problem.ts';
import { Question, Refused } from '../parts/question.tsx';
import { useWords } from '../words.ts';
import { startDecoder } from './decoder.ts';

const POLL_MS = 150;
const CERTIFICATE_NUMBER = /^[0-9]{16}$/;

/** Scans a certificate's barcode or QR code. Camera images are decoded here and sent nowhere. */
export default function Camera({ onScan, onBack }: { onScan(number: string): void; onBack(): void }) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const [blind, setBlind] = useState(false);
  const scanned = useEffectEvent(onScan);

  useEffect(() => {
    let stopped = false;
    let stream: MediaStream | undefined;
    async function look() {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const decode = await startDecoder();
      const screen = video.current;
      if (screen === null || stopped) return end(stream);
      screen.srcObject = stream;
      await screen.play();
      while (!stopped) {
        const text = await decode(screen);
        if (!stopped && text !== undefined && CERTIFICATE_NUMBER.test(text)) return scanned(text);
        await new Promise((wait) => setTimeout(wait, POLL_MS));
      }
    }
    look().catch(() => {
      if (!stopped) setBlind(true);
    });
    return () => {
      stopped = true;
      end(stream);
    };
  }, []);

  const problem = blind
    ? new Problem({ code: 'camera', title: t('till.camera_none'), detail: t('till.camera_none_detail') })
    : undefined;
  return (
    <Question title={t('till.camera')} onBack={onBack} details={<Refused problem={problem} />}>
      {!blind && <video ref={video} className="camera" muted playsInline />}
    </Question>
  );
}

function end(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
