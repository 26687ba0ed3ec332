import { parseArgs } from 'node:util';
import { ConfigError } from '../../../kit/config.ts';
import { argumentsOrExit } from '../../options/options.ts';
import { Door, Unexpected } from '../../walkthrough/doors.ts';
import { Phone } from '../../walkthrough/people.ts';
import { ask } from '../ask.ts';
import { readSmokeSettings } from '../smoke/settings.ts';
import { type ReadText, smoke } from '../smoke/smoke.ts';

const USAGE = `npx seonmul smoke <FILE>

Buys two small gifts through the public doors, as a member does: the first is accepted and used at a till, the second is
accepted and refunded. Prints each step; exits with 1 and says at which one it ended. The first gift costs what it says.

FILE is JSON: docs/production/files.md has an example. You are asked for the link in each text message that arrives.`;

const settings = argumentsOrExit((args) => {
  const { positionals } = parseArgs({ args, options: {}, allowPositionals: true });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error('Name one file.');
  return readSmokeSettings(file);
}, USAGE);

try {
  await smoke(settings, await textReader(), (step) => console.log(step));
  console.log('Everything was as it should be.');
  process.exit(0);
} catch (error) {
  if (!(error instanceof Unexpected || error instanceof ConfigError)) throw error;
  console.error(`It ended here: ${error.message}`);
  process.exit(1);
}

/** The demo's phones show their texts; other ones ring in somebody's hand. */
async function textReader(): Promise<ReadText> {
  const { sandbox, recipient } = settings;
  if (sandbox === undefined) return () => ask('The link in the text message: ');
  const phone = new Phone(new Door(sandbox), recipient.phone);
  await phone.glance();
  return () => phone.waitFor(/\/g\/offer_/);
}
