// The developers' launcher: plain JavaScript for Node 20. It installs dependencies if needed and runs a command from bin/commands/.
import { COMMANDS, programOf } from './launcher/commands.mjs';
import { installIfNeeded, ROOT } from './launcher/install.mjs';
import { listCommands } from './launcher/list.mjs';
import { run } from './launcher/run.mjs';

const USAGE = 'node bin/seonmul.mjs <command>, or npm run <command> -- <arguments>';

const [name = '--help', ...args] = process.argv.slice(2);
if (Object.hasOwn(COMMANDS, name)) {
  installIfNeeded();
  run(programOf(name), args, ROOT);
} else listCommands(name, USAGE, COMMANDS);
