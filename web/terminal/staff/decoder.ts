/** Looks for a code in what the camera shows now. */
export type Decode = (video: HTMLVideoElement) => Promise<string | undefined>;

type Detector = { detect(video: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = {
  new (settings: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
};

const FORMATS = ['code_128', 'qr_code'];

/** The browser's own decoder (Shape Detection API) where there is one, else one that is fetched now. */
export async function startDecoder(): Promise<Decode> {
  const own = await ownDetector();
  if (own !== undefined) return async (video) => (await own.detect(video))[0]?.rawValue;
  const [{ prepareZXingModule, readBarcodes }, { default: wasm }] = await Promise.all([
    import('zxing-wasm/reader'),
    import('zxing-wasm/reader/zxing_reader.wasm?url'),
  ]);
  // Left to itself it would fetch its program from a stranger's server.
  await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
  const sheet = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (sheet === null) throw new Error('The browser gives no sheet to draw on.');
  return async (video) => {
    const { videoWidth: width, videoHeight: height } = video;
    if (width === 0) return undefined;
    Object.assign(sheet.canvas, { width, height });
    sheet.drawImage(video, 0, 0);
    const read = await readBarcodes(sheet.getImageData(0, 0, width, height), {
      formats: ['Code128', 'QRCode'],
      maxNumberOfSymbols: 1,
    });
    return read[0]?.text;
  };
}

/** Some systems have the interface and nothing behind it. */
async function ownDetector(): Promise<Detector | undefined> {
  if (!('BarcodeDetector' in window)) return undefined;
  const known = window.BarcodeDetector as DetectorClass;
  const formats = await known.getSupportedFormats();
  return FORMATS.every((format) => formats.includes(format)) ? new known({ formats: FORMATS }) : undefined;
}
