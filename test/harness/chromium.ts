import chromium from '@sparticuz/chromium';

/**
 * The path of a real Chromium, which comes inside an npm package. It is unpacked at the first call on a machine; two
 * calls at once are not safe then, so the setup of a run makes the first.
 */
export function unpackedChromium(): Promise<string> {
  chromium.setGraphicsMode = false;
  return chromium.executablePath();
}
