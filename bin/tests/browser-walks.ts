import { argumentsOrExit } from '../options/options.ts';
import { parseWalks } from './arguments.ts';
import type { TestRun } from './run-tests.ts';

const USAGE =
  'npm run test:browser -- [walk]... [--name <part of a name>] [--seed <number>] [--headed] [--slow <milliseconds>]';

/**
 * The walks that this process was asked for; how to run them is passed on in the environment. Every walk is traced, and
 * the traces of those that fail are kept.
 */
export function walksFromArguments(): TestRun {
  const { run, browser } = argumentsOrExit(parseWalks, USAGE);
  if (
    browser.headed &&
    process.platform === 'linux' &&
    !process.env.DISPLAY &&
    !process.env.WAYLAND_DISPLAY
  ) {
    console.error('--headed needs a display, and DISPLAY is not set.');
    process.exit(2);
  }
  process.env.SEONMUL_ALL_VIEWS = '1';
  process.env.SEONMUL_TRACES_DIR = 'traces';
  process.env.SEONMUL_BROWSER = JSON.stringify(browser);
  return run;
}
