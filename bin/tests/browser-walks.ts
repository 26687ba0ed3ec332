import { parseArgs } from 'node:util';
import type { TestRun } from './run-tests.ts';

const USAGE = 'npm run test:browser -- [walk]... [--headed] [--slow <milliseconds>]';

/**
 * Parses the arguments of a command that runs browser walks; how to run them is passed on in the environment. Every walk
 * is traced, and the traces of those that fail are kept.
 */
export function walksFromArguments(): TestRun {
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
  // Each filter adds files to a run, so a walk's name becomes its whole path.
  return { filters: names.length === 0 ? ['test/browser'] : names.map((name) => `test/browser/${name}`) };
}
