import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AxeResults } from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium as driver,
  type Page,
} from 'playwright-core';
import { expect, vi } from 'vitest';
import { unpackedChromium } from '../harness/chromium.ts';
import { isOfRecording, traced } from './trace.ts';

/** No test may depend on speed: on a busy machine a walk takes many times as long. */
const PATIENCE_MS = 600_000;
/** For polling what changes without a navigation. */
export const WAIT = { timeout: PATIENCE_MS / 4 };
vi.setConfig({ testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS });

/** The two screens that every page is checked on. */
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;
export type View = { size: keyof typeof SIZES; locale: 'ko' | 'en' };

/** A phone in the hand, and a screen on a desk. */
export const PHONE: View = { size: 'phone', locale: 'ko' };
export const DESK: View = { size: 'desktop', locale: 'en' };
const VIEWS: readonly View[] = [
  PHONE,
  DESK,
  { size: 'phone', locale: 'en' },
  { size: 'desktop', locale: 'ko' },
];

/**
 * The views of a walk: all four in `npm run test:browser` and `npm run shots`; only the most usual one in `npm test` and
 * `npm run test:long`, which have little time for each.
 */
export function viewsOf(usual: View): readonly View[] {
  return process.env.SEONMUL_ALL_VIEWS === '1' ? VIEWS : [usual];
}

/** On a busy machine Chromium now and then crashes while it starts, which says nothing about our pages. */
const STARTS_MAX = 3;

/** The options of `npm run test:browser`: with a window, and slowed down. */
const { headed = false, slow_ms = 0 } = JSON.parse(process.env.SEONMUL_BROWSER ?? '{}');

/** A real Chromium, which also runs as root. With a window it is the machine's own Chrome, since the packaged one has none. */
export async function startBrowser(): Promise<Browser> {
  // Not the package's own arguments, which are for cloud functions: a single process, which dies with the first crash.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'];
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const options = {
    ...(headed ? { channel: 'chrome' } : { executablePath: await unpackedChromium() }),
    args: [...args, ...quiet],
    headless: !headed,
    slowMo: slow_ms,
    env: { ...process.env, FONTCONFIG_FILE: koreanFont() },
  };
  for (let start = 1; ; start++) {
    try {
      return await driver.launch(options);
    } catch (error) {
      if (start === STARTS_MAX) throw error;
    }
  }
}

/** A test machine may lack a Korean font, which every phone has: then the pages' own font stands in as the system's. */
function koreanFont(): string {
  const fonts = dirname(
    fileURLToPath(import.meta.resolve('pretendard/dist/public/static/Pretendard-Bold.otf')),
  );
  const preferred = ['system-ui', 'sans-serif'].map(
    (family) => `<alias><family>${family}</family><prefer><family>Pretendard</family></prefer></alias>`,
  );
  const system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>';
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  mkdirSync(cache, { recursive: true });
  const file = join(cache, 'seonmul-fonts.conf');
  writeFileSync(file, `<fontconfig>${system}<dir>${fonts}</dir>${preferred.join('')}</fontconfig>`);
  return file;
}

/** One person's browser, on one screen and in one language. */
export type Visitor = {
  page: Page;
  context: BrowserContext;
  view: View;
  /** The one of two texts that is in this visitor's language. */
  says(korean: string, english: string): string;
  /**
   * Checks the page as it is: no serious findings of axe, no horizontal overflow, and no layout shift caused by data that
   * arrived. `npm run shots` saves a picture under this name.
   */
  look(name: string): Promise<void>;
  /** Closes the browser; fails if there was a script error or a violation of the content security policy. */
  leave(): Promise<void>;
};

const SHOTS_DIR = process.env.SEONMUL_SHOTS_DIR;

/** `more` has further options of this visitor's browser, such as to run no scripts. */
export async function aVisitor(
  browser: Browser,
  view: View,
  baseURL: string,
  more: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: SIZES[view.size],
    locale: view.locale === 'ko' ? 'ko-KR' : 'en-GB',
    timezoneId: 'Asia/Seoul',
    baseURL,
    reducedMotion: 'reduce',
    ...more,
  });
  context.setDefaultTimeout(PATIENCE_MS / 4);
  const keepTrace = await traced(context);
  const complaints: string[] = [];
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('console', (message) => {
    const text = message.text();
    // A refusal that a page handles is logged to the console too; everything else there is a bug of ours.
    if (message.type() === 'error' && !/status of 4\d\d/.test(text) && !isOfRecording(text))
      complaints.push(text);
  });
  const page = await context.newPage();
  return {
    page,
    context,
    view,
    says: (korean, english) => (view.locale === 'ko' ? korean : english),
    async look(name) {
      await expectAccessible(page, name);
      await expectNoOverflow(page, name);
      await expectNoLayoutShift(page, name);
      if (SHOTS_DIR === undefined) return;
      mkdirSync(SHOTS_DIR, { recursive: true });
      // A fixed element is painted at the scroll position, which in a full-page picture would be the middle.
      await page.evaluate('scrollTo(0, 0)');
      await page.screenshot({ path: `${SHOTS_DIR}/${name}.${view.locale}.${view.size}.png`, fullPage: true });
    },
    async leave() {
      if (complaints.length > 0) await keepTrace();
      await context.close();
      expect(complaints).toEqual([]);
    },
  };
}

/** The small one: sending and parsing it takes longer than the check itself. */
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

async function expectAccessible(page: Page, name: string): Promise<void> {
  // Injected once per document. axe's own builder would do it at every check, and open another page for its report.
  await page.evaluate(`globalThis.axe === undefined && (() => {${AXE}})()`);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect([name, serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([name, []]);
}

async function expectNoOverflow(page: Page, name: string): Promise<void> {
  const overflow_px = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect([name, overflow_px]).toEqual([name, 0]);
  expect([name, await page.evaluate<string[]>(CUT_OFF)]).toEqual([name, []]);
  expect([name, await page.evaluate<string[]>(CUT_TEXT)]).toEqual([name, []]);
}

/** Buttons that stick out of a card, which cuts them off without an overflow of the page. */
const CUT_OFF = `[...document.querySelectorAll('.cards button')]
  .filter((button) => button.getBoundingClientRect().right > button.closest('li').getBoundingClientRect().right)
  .map((button) => button.textContent)`;

/** Text that something around it cuts off, such as a label too long for its button. One pixel is for screen readers. */
const CUT_TEXT = `[...document.querySelectorAll('body *:not(textarea, script, style, option)')].flatMap((element) => {
  const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim() !== '');
  if (texts.length === 0 || !element.checkVisibility({ visibilityProperty: true })) return [];
  const range = document.createRange();
  range.setStartBefore(texts[0]);
  range.setEndAfter(texts.at(-1));
  const { left, right } = range.getBoundingClientRect();
  for (let around = element; around !== document.body; around = around.parentElement) {
    const { overflowX } = getComputedStyle(around);
    if (/auto|scroll/.test(overflowX)) return [];
    const edge = around.getBoundingClientRect();
    if (edge.width <= 1) return [];
    if (overflowX !== 'visible' && (left < edge.left - 1 || right > edge.right + 1)) return [element.textContent];
  }
  return [];
})`;

/** The cumulative layout shift that web.dev still calls good. */
const SHIFT_MAX = 0.1;
/**
 * The layout shifts since the last check, without those that follow directly on a touch or a key, which are expected, and
 * those inside elements that keep changing by design, such as the steps of the tour.
 */
const SHIFTS = `new Promise((seen) => {
  const since = globalThis.lookedAt ?? 0;
  globalThis.lookedAt = performance.now();
  const goesOn = (node) => (node?.closest ? node : node?.parentElement)?.closest('[data-goes-on]');
  const counts = ({ startTime, hadRecentInput, sources }) =>
    startTime >= since && !hadRecentInput && !sources.every(({ node }) => goesOn(node));
  const shown = ({ value, sources }) => ({ value, moved: sources.map(({ node }) => node?.outerHTML?.slice(0, 120)) });
  // Buffered entries arrive all at once; if there were none, nothing arrives.
  new PerformanceObserver((list) => seen(list.getEntries().filter(counts).map(shown))).observe({
    type: 'layout-shift',
    buffered: true,
  });
  setTimeout(() => seen([]), 100);
})`;

async function expectNoLayoutShift(page: Page, name: string): Promise<void> {
  const shifts = await page.evaluate<{ value: number; moved: string[] }[]>(SHIFTS);
  expect([name, shifts.filter(({ value }) => value > SHIFT_MAX)]).toEqual([name, []]);
}
