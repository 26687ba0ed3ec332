import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium as driver,
  type Page,
} from 'playwright-core';
import { expect, vi } from 'vitest';
import { unpackedChromium } from '../harness/chromium.ts';
import { traced } from './trace.ts';

/** No test depends on speed: on a machine that does much besides, a walk takes many times as long. */
const PATIENCE_MS = 600_000;
/** For what comes by itself: at once, or on a loaded machine after a while. */
export const WAIT = { timeout: PATIENCE_MS / 4 };
vi.setConfig({ testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS });

/** The two screens that every page is looked at on. */
const SIZES = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 800 } } as const;
export type View = { size: keyof typeof SIZES; locale: 'ko' | 'en' };

/** A phone in somebody's hand, and a screen on a desk. */
export const PHONE: View = { size: 'phone', locale: 'ko' };
export const DESK: View = { size: 'desktop', locale: 'en' };
const VIEWS: readonly View[] = [
  PHONE,
  DESK,
  { size: 'phone', locale: 'en' },
  { size: 'desktop', locale: 'ko' },
];

/**
 * What a person's pages are walked through in: `npm run test:browser` and `npm run shots` in all four, `npm test`, which
 * has a quarter of an hour for everything, where such people mostly are.
 */
export function viewsOf(usual: View): readonly View[] {
  return process.env.SEONMUL_ALL_VIEWS === '1' ? VIEWS : [usual];
}

/** Chromium itself now and then dies while it starts on a busy machine, which says nothing of our pages. */
const STARTS_MAX = 3;

/** How `npm run test:browser` was asked to show the walks: with a window, and slowly. */
const { headed = false, slow_ms = 0 } = JSON.parse(process.env.SEONMUL_BROWSER ?? '{}');

/** A real Chromium; it runs as root. With a window it is the machine's own, since the one in the package has none. */
export async function startBrowser(): Promise<Browser> {
  // The package's own arguments are for a cloud's function: one process, which dies with the first page that crashes.
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

/** A phone has a Korean font, which a machine for tests may lack: then that of the pages is the system's. */
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
  /** The one of two texts that stands on this visitor's page. */
  says(korean: string, english: string): string;
  /**
   * Looks at the page as it stands: nothing that axe calls serious, no wider than the screen, and nothing on it was moved
   * by data that came. `npm run shots` keeps the picture under this name.
   */
  look(name: string): Promise<void>;
  /** Leaves; fails when a page complained: an error of a script, or something that the policy did not let through. */
  leave(): Promise<void>;
};

const SHOTS_DIR = process.env.SEONMUL_SHOTS_DIR;

/** `more` says what else is of its own about this visitor's browser, such as that it runs no scripts. */
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
    // A refusal that a page shows is also a line of the console's; everything else there is a mistake of ours.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
      complaints.push(message.text());
  });
  const page = await context.newPage();
  return {
    page,
    context,
    view,
    says: (korean, english) => (view.locale === 'ko' ? korean : english),
    async look(name) {
      await expectAccessible(page, name);
      await expectNoWider(page, name);
      await expectStill(page, name);
      if (SHOTS_DIR === undefined) return;
      mkdirSync(SHOTS_DIR, { recursive: true });
      // What stands fixed is painted where the page was scrolled to, which in a picture of all of it is the middle.
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

async function expectAccessible(page: Page, name: string): Promise<void> {
  // Put in once a document: the builder that comes with axe does it at each look, and opens a page to sum up.
  await page.evaluate(`globalThis.axe === undefined && (() => {${axe.source}})()`);
  const { violations } = await page.evaluate<AxeResults>("axe.run({ resultTypes: ['violations'] })");
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect([name, serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])]).toEqual([name, []]);
}

async function expectNoWider(page: Page, name: string): Promise<void> {
  const overflow_px = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect([name, overflow_px]).toEqual([name, 0]);
}

/** How much of the screen, times how far of it, may be moved by data that comes; web.dev calls it good. */
const SHIFT_MAX = 0.1;
/**
 * What was moved since the last look by what came later: not by what follows at once on a touch or a key, which one
 * expects, nor within what goes on by itself before one's eyes, as the steps of the tour do.
 */
const SHIFTS = `new Promise((seen) => {
  const since = globalThis.lookedAt ?? 0;
  globalThis.lookedAt = performance.now();
  const goesOn = (node) => (node?.closest ? node : node?.parentElement)?.closest('[data-goes-on]');
  const counts = ({ startTime, hadRecentInput, sources }) =>
    startTime >= since && !hadRecentInput && !sources.every(({ node }) => goesOn(node));
  const shown = ({ value, sources }) => ({ value, moved: sources.map(({ node }) => node?.outerHTML?.slice(0, 120)) });
  // Those before it come all at once; where there was none, nothing comes.
  new PerformanceObserver((list) => seen(list.getEntries().filter(counts).map(shown))).observe({
    type: 'layout-shift',
    buffered: true,
  });
  setTimeout(() => seen([]), 100);
})`;

async function expectStill(page: Page, name: string): Promise<void> {
  const shifts = await page.evaluate<{ value: number; moved: string[] }[]>(SHIFTS);
  expect([name, shifts.filter(({ value }) => value > SHIFT_MAX)]).toEqual([name, []]);
}
