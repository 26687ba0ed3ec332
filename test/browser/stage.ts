import type { BrowserContextOptions, Browser as Chromium } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type System, startSystem } from '../system/system.ts';
import { aVisitor, startBrowser, type View, type Visitor } from './browser.ts';

export type Part = Parameters<System['stack']['url']>[0];

/** What the tests of one file share: a system of real processes and a browser. */
export type Stage = {
  readonly system: System;
  /** A new browser on a part's pages; `more` as in `aVisitor`. */
  visitor(view: View, part: Part, more?: BrowserContextOptions): Promise<Visitor>;
  /** The same at another address. */
  visitorAt(view: View, url: string): Promise<Visitor>;
};

/** Starts both before the file's tests and stops them afterwards; starting them takes most of a short walk's time. */
export function aStage(serverSettings: Record<string, string> = {}): Stage {
  let system: System | undefined;
  let browser: Chromium | undefined;
  beforeAll(async () => {
    [system, browser] = await Promise.all([startSystem(undefined, serverSettings), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await system?.stop();
  });
  return {
    get system() {
      return started(system);
    },
    visitor: (view, part, more) => aVisitor(started(browser), view, started(system).stack.url(part), more),
    visitorAt: (view, url) => aVisitor(started(browser), view, url),
  };
}

function started<T>(one: T | undefined): T {
  if (one === undefined) throw new Error('The stage exists only while the tests of its file run.');
  return one;
}
