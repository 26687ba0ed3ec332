import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url';

/** A picture of the camera's, and what stood in it. */
export type Picture = { pixels: Uint8ClampedArray<ArrayBuffer>; width: number; height: number };
export type Reading = { text: string | undefined };

// Left to itself it would fetch its program from a stranger's server.
prepareZXingModule({ overrides: { locateFile: () => wasm } });

addEventListener('message', async ({ data }: MessageEvent<Picture>) => {
  const read = await readBarcodes(new ImageData(data.pixels, data.width, data.height), {
    formats: ['Code128', 'QRCode'],
    maxNumberOfSymbols: 1,
  });
  postMessage({ text: read[0]?.text } satisfies Reading);
});
