/** Looks for a code in the current video frame. */
export type Decode = (video: HTMLVideoElement) => Promise<string | undefined>;

type Detector = { detect(video: HTMLVideoElement): Promise<{ rawValue: string }[]> };
type DetectorClass = new (settings: { formats: string[] }) => Detector;

/** The browser's own decoder (Shape Detection API) where there is one, else one that is loaded now. */
export async function startDecoder(): Promise<Decode> {
  if ('BarcodeDetector' in window) {
    const detector = new (window.BarcodeDetector as DetectorClass)({ formats: ['code_128', 'qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue;
  }
  const { BarcodeFormat, DecodeHintType, BrowserMultiFormatReader } = await import('@zxing/library');
  const hints = new Map([[DecodeHintType.POSSIBLE_FORMATS, [BarcodeFormat.CODE_128, BarcodeFormat.QR_CODE]]]);
  const reader = new BrowserMultiFormatReader(hints);
  return async (video) => {
    try {
      return reader.decodeBitmap(reader.createBinaryBitmap(video)).getText();
    } catch {
      // It throws when there is no code in the frame.
      return undefined;
    }
  };
}
