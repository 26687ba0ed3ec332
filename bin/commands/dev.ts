import { parseArgs } from 'node:util';
import { exitWithParent, onShutdown } from '../../kit/process.ts';
import { startDevelopment } from '../dev/development.ts';
import { PARTS, type Part } from '../dev/restarts.ts';
import { argumentsOrExit, PLACE_SETTINGS } from '../options/options.ts';
import { CannotStart } from '../stack/cannot-start.ts';
import { placeFromEnvironment } from '../stack/place.ts';
import { printWelcome } from '../stack/welcome.ts';

/** Node's default port; each further server that is inspected gets the next one. */
const INSPECT_PORT = 9229;

const USAGE = `npm run dev -- [--inspect <${PARTS.join('|')}>[:port]]...

Starts the whole system; servers restart and pages reload when their files change. --inspect lets a debugger attach to a
server, at port ${INSPECT_PORT} if none is given.

${PLACE_SETTINGS}`;

const inspectPorts = argumentsOrExit(inspectedParts, USAGE);
const place = placeFromEnvironment();
exitWithParent();
try {
  const development = await startDevelopment(place, inspectPorts, (line) => console.error(line));
  onShutdown(async () => {
    console.log('\nStopping...');
    await development.stop();
  });
  printWelcome(development.stack, place.dataDir);
  for (const [part, port] of inspectPorts)
    console.log(`A debugger attaches to ${part} at 127.0.0.1:${port}.`);
  console.log('Servers restart and pages reload when their files change.');
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exit(1);
}

/** The port at which each server is inspected. */
function inspectedParts(args: string[]): Map<Part, number> {
  const { values } = parseArgs({
    args,
    options: { inspect: { type: 'string', multiple: true, default: [] } },
  });
  const ports = new Map<Part, number>();
  for (const asked of values.inspect) {
    const [name, port = String(INSPECT_PORT + ports.size)] = asked.split(':');
    const part = PARTS.find((known) => known === name);
    if (part === undefined || !/^\d+$/.test(port)) throw new Error(`--inspect doesn't take '${asked}'.`);
    ports.set(part, Number(port));
  }
  return ports;
}
