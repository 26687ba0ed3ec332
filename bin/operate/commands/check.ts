import { parseArgs } from 'node:util';
import { argumentsOrExit } from '../../options/options.ts';
import { ENV_HELP, ENV_OPTION, environmentOf, roleOf } from '../arguments.ts';
import { checkServer } from '../check/check.ts';
import { describeFindings } from '../check/findings.ts';

const USAGE = `npx seonmul check <server> [--env FILE] [--demo]

Looks at everything that a server depends on and changes nothing: its settings and files, its database with the rights of
its role, the way to it by PUBLIC_URL, the other servers with their signatures and clocks, mobile operators, acquirers, text
message providers and the mail server (it logs in, moves no money and sends nothing). Everything that is wrong is said at once, with what to do. Exits with 1 if something is.

${ENV_HELP}
  --demo       a demo: what production refuses is no fault`;
const OPTIONS = { ...ENV_OPTION, demo: { type: 'boolean', default: false } } as const;

const { role, env, isDemo } = argumentsOrExit((args) => {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  return { role: roleOf(positionals[0]), env: environmentOf(values.env), isDemo: values.demo };
}, USAGE);

const findings = await checkServer(role, env, { isDemo });
console.log(describeFindings(findings));
process.exit(findings.every(({ problem }) => problem === undefined) ? 0 : 1);
