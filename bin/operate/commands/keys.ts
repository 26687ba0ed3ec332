import { parseArgs } from 'node:util';
import { systemClock } from '../../../kit/clock.ts';
import { ConfigError } from '../../../kit/config.ts';
import { argumentsOrExit } from '../../options/options.ts';
import { SERVER_ROLES } from '../../stack/roles.ts';
import { ENV_HELP, ENV_OPTION, environmentOf, roleOf } from '../arguments.ts';
import { keysStand, rotateKey } from '../keys/keys.ts';
import { SERVERS } from '../servers.ts';

const rings = SERVER_ROLES.map((role) => `  ${role.padEnd(12)} ${SERVERS[role].keyRings.join(', ')}`).join(
  '\n',
);
const USAGE = `npx seonmul keys status <server> [--env FILE]
npx seonmul keys rotate <server> <KEY> [--env FILE] [--drop-old]

Says how each key stands and what its next step is, or takes that step: a new key beside the one that is used; its use, once
every process and every other server has it; the end of the old one, once nothing is left under it. Between steps every
process is restarted, one after the other; nothing has to happen at one moment.

KEY is signing; sealing (not at the carrier); tokens (the carrier's); or a key ring of SECRETS_FILE:
${rings}

${ENV_HELP}
  --drop-old   goes on although somebody does not know the new key, or something is left under the old one; if it leaked`;
const OPTIONS = { ...ENV_OPTION, 'drop-old': { type: 'boolean', default: false } } as const;

const { role, env, key, dropOld } = argumentsOrExit((args) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [verb, server, named] = positionals;
  if (verb !== 'status' && verb !== 'rotate') throw new Error('What can be done is: status, rotate.');
  if ((verb === 'rotate') !== (named !== undefined)) throw new Error('rotate, and only that, is of one key.');
  return { role: roleOf(server), env: environmentOf(values.env), key: named, dropOld: values['drop-old'] };
}, USAGE);

try {
  if (key === undefined) {
    const states = await keysStand(role, env, systemClock);
    for (const { name, says } of states) console.log(`${name}: ${says}`);
    process.exit(0);
  }
  const { done, says } = await rotateKey(role, env, key, { clock: systemClock, dropOld });
  console.log(says);
  process.exit(done ? 0 : 1);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(2);
}
