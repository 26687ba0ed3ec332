import { parseArgs } from 'node:util';
import { exitWithParent, onShutdown } from '../../kit/process.ts';
import { argumentsOrExit, PLACE_SETTINGS } from '../options/options.ts';
import { CannotStart } from '../stack/cannot-start.ts';
import { placeFromEnvironment } from '../stack/place.ts';
import { startStack } from '../stack/stack.ts';
import { printWelcome } from '../stack/welcome.ts';
import { buildPagesIfNeeded } from '../web/build.ts';

const USAGE = `npm run start

Starts the whole system on this machine, with demo data, and prints where everything is. Ctrl-C stops it; the data is kept.

${PLACE_SETTINGS}`;

argumentsOrExit((args) => parseArgs({ args, options: {} }), USAGE);
const place = placeFromEnvironment();
const say = (line: string) => console.error(line);

exitWithParent();
try {
  await buildPagesIfNeeded(say);
  const stack = await startStack({ ...place, durable: true, say });
  onShutdown(async () => {
    console.log('\nStopping...');
    await stack.stop();
  });
  printWelcome(stack, place.dataDir);
  // This process stays up to look after the others.
  setInterval(() => {}, 1 << 30);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exit(1);
}
