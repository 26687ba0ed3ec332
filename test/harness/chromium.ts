import chromium from '@sparticuz/chromium';

/**
 * The path of a real Chromium, which comes inside an npm package. The first call on a machine unpacks it; as two calls at
 * once would not be safe, the global setup makes the first.
 */
export function unpackedChromium(): Promise<string> {
  chromium.setGraphicsMode = false;
  return chromium.executablePath();
}
