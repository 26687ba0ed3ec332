import './codes.css';
import { useEffect, useRef } from 'react';
import { drawCode } from '../../kit/draw-code.ts';

/** A certificate's number as a code to scan. Always black on white, or scanners can't read it. */
export function Code({ kind, text, label }: { kind: 'code128' | 'qrcode'; text: string; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) void drawCode(canvas.current, kind, text, kind === 'qrcode' ? 7 : 3);
  }, [kind, text]);
  return (
    <div className={`code ${kind}`}>
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
