import type { Picture, Reading } from './decoder-worker.ts';

/** Looks for a code in what the camera shows now, until it is ended. */
export type Decoder = {
  read(video: HTMLVideoElement): Promise<string | undefined>;
  end(): void;
};

type Detector = { detect(video: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (settings: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

const FORMATS = ['code_128', 'qr_code'];

/** The browser's own decoder (Shape Detection API) where there is one, else one that is fetched now. */
export async function startDecoder(): Promise<Decoder> {
  return (await ownDecoder()) ?? fetchedDecoder();
}

/** Some systems have the interface and nothing behind it. */
async function ownDecoder(): Promise<Decoder | undefined> {
  if (!('BarcodeDetector' in window)) return undefined;
  const known = window.BarcodeDetector as DetectorClass;
  const formats = await known.getSupportedFormats();
  if (!FORMATS.every((format) => formats.includes(format))) return undefined;
  const detector = new known({ formats: FORMATS });
  return { read: async (video) => (await detector.detect(video))[0]?.rawValue, end() {} };
}

/** It is WebAssembly, which the policy of our pages lets nobody compile: so it runs beside the page, in a worker. */
function fetchedDecoder(): Decoder {
  const worker = new Worker(new URL('./decoder-worker.ts', import.meta.url), { type: 'module' });
  const sheet = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (sheet === null) throw new Error('The browser gives no sheet to draw on.');
  return {
    read(video) {
      const { videoWidth: width, videoHeight: height } = video;
      if (width === 0) return Promise.resolve(undefined);
      Object.assign(sheet.canvas, { width, height });
      sheet.drawImage(video, 0, 0);
      const { data: pixels } = sheet.getImageData(0, 0, width, height);
      return new Promise((read, failed) => {
        worker.onmessage = ({ data }: MessageEvent<Reading>) => read(data.text);
        worker.onerror = () => failed(new Error('The decoder has ended.'));
        worker.postMessage({ pixels, width, height } satisfies Picture, [pixels.buffer]);
      });
    },
    end: () => worker.terminate(),
  };
}
