import { type Browser, chromium as driver } from 'playwright-core';
import { unpackedChromium } from '../../test/harness/chromium.ts';

/** A line in bits a second both ways, and what it adds to each answer. */
export type Line = { bits_per_s: number; latency_ms: number };

/** What somebody waits for who opens a page for the first time, in milliseconds since they asked for it. */
export type PageView = {
  /** Something to read. */
  first_ms: number;
  /** The largest part of what is seen. */
  largest_ms: number;
  /** Everything that the page needs to work; fonts come later. */
  loaded_ms: number;
  /** As they came over the line, until then. */
  bytes: number;
};

const LOADED_WITHIN_MS = 120_000;
const PHONE = { width: 390, height: 844 };

export async function startChromium(): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  return driver.launch({ executablePath: await unpackedChromium(), args });
}

/** Opens a page as a phone does that has never been there. */
export async function viewPage(browser: Browser, url: string, line: Line): Promise<PageView> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'ko' });
  try {
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.enable');
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: line.latency_ms,
      downloadThroughput: line.bits_per_s / 8,
      uploadThroughput: line.bits_per_s / 8,
    });
    let bytes = 0;
    network.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(url, { waitUntil: 'load', timeout: LOADED_WITHIN_MS });
    const untilLoad = bytes;
    return { ...(await page.evaluate<Omit<PageView, 'bytes'>>(PAINTED)), bytes: untilLoad };
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
const PAINTED = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const [{ loadEventEnd }] = performance.getEntriesByType('navigation');
    const [first] = performance.getEntriesByName('first-contentful-paint');
    const largest = list.getEntries().at(-1);
    resolve({ first_ms: first.startTime, largest_ms: largest.startTime, loaded_ms: loadEventEnd });
  }).observe({ type: 'largest-contentful-paint', buffered: true });
})`;
