import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { parseArgs } from 'node:util';
import { argumentsOrExit } from '../../options/options.ts';
import { ENV_HELP, ENV_OPTION, environmentOf } from '../arguments.ts';

const USAGE = `npx seonmul health [--env FILE]

Asks the server on this machine, at the port in its settings, whether it is ready, and exits with 0 if it is. For whatever
looks after containers: it needs no shell, and loads little.

${ENV_HELP}`;
const ANSWER_MS_MAX = 4_000;

const env = argumentsOrExit((args) => {
  const { values } = parseArgs({ args, options: ENV_OPTION });
  return environmentOf(values.env);
}, USAGE);

// A server that listens on one address only listens there.
const everywhere = ['', '0.0.0.0', '::'].includes(env.HOST ?? '');
const at = {
  host: everywhere ? '127.0.0.1' : env.HOST,
  port: env.PORT,
  path: '/readyz',
  agent: false,
  signal: AbortSignal.timeout(ANSWER_MS_MAX),
  // Its certificate is for its public name, and nobody else has its port.
  rejectUnauthorized: false,
};
const ask = (env.TLS_CERT_FILE ?? '') === '' ? requestPlain : requestSecure;
const asked = ask(at, ({ statusCode }) => {
  if (statusCode !== 200) console.error(`not ready: it answers ${statusCode}`);
  process.exit(statusCode === 200 ? 0 : 1);
});
asked.on('error', ({ message }) => {
  console.error(`not ready: ${message}`);
  process.exit(1);
});
asked.end();
