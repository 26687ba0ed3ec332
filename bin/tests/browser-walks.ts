import { parseArgs } from 'node:util';
import type { TestRun } from './run-tests.ts';

const USAGE = 'npm run test:browser -- [walk]... [--headed] [--slow <milliseconds>]';

/**
 * The walks that a command is asked for, and in its environment how they are to be walked. Everything that a browser does
 * is traced, and kept for those that fail.
 */
export function askedWalks(): TestRun {
  let asked: { positionals: string[]; values: { headed: boolean; slow: string } };
  try {
    asked = parseArgs({
      allowPositionals: true,
      options: {
        headed: { type: 'boolean', default: false },
        slow: { type: 'string', default: '0' },
      },
    });
  } catch {
    console.error(`Usage: ${USAGE}`);
    process.exit(2);
  }
  const { positionals: names, values } = asked;
  if (values.headed && process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    console.error('--headed needs a display, and DISPLAY is not set.');
    process.exit(2);
  }
  process.env.SEONMUL_ALL_VIEWS = '1';
  process.env.SEONMUL_TRACES_DIR = 'traces';
  process.env.SEONMUL_BROWSER = JSON.stringify({ headed: values.headed, slow_ms: Number(values.slow) });
  // The filters of a test run widen it, so that the name of a walk must stand for its whole path.
  return { filters: names.length === 0 ? ['test/browser'] : names.map((name) => `test/browser/${name}`) };
}
