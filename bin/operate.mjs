#!/usr/bin/env node
// The operators' launcher: plain JavaScript for Node 20. It installs nothing, and runs a command from bin/operate/commands/.
import { listCommands } from './launcher/list.mjs';
import { run } from './launcher/run.mjs';
import { COMMANDS, programOf } from './operate/commands.mjs';

const USAGE = `Sets up and looks after servers of Seonmul: npx seonmul <command>, or npm run seonmul -- <command>
Every command says how it is used: npx seonmul <command> --help`;

const [name = '--help', ...args] = process.argv.slice(2);
// npm runs us in the checkout; paths are meant from where the operator is.
if (Object.hasOwn(COMMANDS, name)) run(programOf(name), args, process.env.INIT_CWD ?? process.cwd());
else listCommands(name, USAGE, COMMANDS);
