import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { onShutdown } from '../../kit/process.ts';
import { mainVersions } from '../debian/packages.ts';
import { argumentsOrExit, PLACE_SETTINGS } from '../options/options.ts';
import { LINE_PACKAGES, startPhoneLine } from '../phone-line/line.ts';
import { CannotStart } from '../stack/cannot-start.ts';
import { placeFromEnvironment } from '../stack/place.ts';

const USAGE = `npm run phone-line

A telephone line for the system on this machine: Asterisk and a voice from Debian's packages, unpacked into the data
folder; nothing is installed. It connects to a system started by \`npm start\` with the same settings; either may start
first. See docs/phone-line.md.

${PLACE_SETTINGS}`;

argumentsOrExit((args) => parseArgs({ args, options: {} }), USAGE);
/** Speech (RTP) uses ports up to 1,999 above the base. */
const { portBase, dataDir } = placeFromEnvironment(63_000);
const packagesDir = join(dataDir, 'phone-line', 'packages');
try {
  const line = await startPhoneLine({ portBase, dataDir, packagesDir, say: (text) => console.error(text) });
  let isStopping = false;
  onShutdown(() => {
    isStopping = true;
    return line.stop();
  });
  const { sip, phones, rtp } = line.ports;
  console.log(`The phone line is up: ${mainVersions(LINE_PACKAGES, packagesDir).join(', ')}.
  Call sip:15880200@127.0.0.1:${sip} with any SIP phone on this machine (UDP, no account, G.711 µ-law).
  Calls to people go to sip:NUMBER@127.0.0.1:${phones}. Speech uses UDP ports ${rtp.first} to ${rtp.last}.
  Management connects within a second or two when started by \`npm start\` on the same data folder (${dataDir}).
  Press Ctrl-C to stop.`);
  await line.ended;
  if (!isStopping) {
    console.error(`Asterisk exited; see ${join(dataDir, 'phone-line', 'asterisk', 'log')}.`);
    process.exitCode = 1;
  }
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exit(1);
}
