import { parseArgs } from 'node:util';
import { exitWithParent, onShutdown } from '../../kit/process.ts';
import { startDevelopment } from '../dev/development.ts';
import { PARTS, type Part } from '../dev/restarts.ts';
import { CannotStart } from '../stack/cannot-start.ts';
import { placeFromEnvironment } from '../stack/place.ts';
import { printWelcome } from '../stack/welcome.ts';

/** Node's default port; each further server that is inspected gets the next one. */
const INSPECT_PORT = 9229;

const { values } = parseArgs({ options: { inspect: { type: 'string', multiple: true, default: [] } } });
const inspectPorts = new Map<Part, number>();
for (const asked of values.inspect) {
  const [name, port = String(INSPECT_PORT + inspectPorts.size)] = asked.split(':');
  const part = PARTS.find((known) => known === name);
  if (part === undefined || !/^\d+$/.test(port)) {
    console.error(`Usage: npm run dev -- [--inspect <${PARTS.join('|')}>[:port]]...`);
    process.exit(2);
  }
  inspectPorts.set(part, Number(port));
}

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
