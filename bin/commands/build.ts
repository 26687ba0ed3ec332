import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeBuild } from '../build/build.ts';
import { argumentsOrExit } from '../options/options.ts';
import { CannotStart } from '../stack/cannot-start.ts';
import { buildPagesIfNeeded } from '../web/build.ts';

const USAGE = `npm run build [-- --out FOLDER]

Makes a folder that runs by itself: the servers and operators' commands as JavaScript, the pages, the packages that
production needs, and Node where it was installed as a package (Linux and Windows). Nothing is installed or written when it
runs. It is for this platform, and for the image (Containerfile). See docs/production/build.md.

  --out FOLDER   dist if not given; a build that is there is replaced`;

const out = argumentsOrExit((args) => {
  const { values } = parseArgs({ args, options: { out: { type: 'string', default: 'dist' } } });
  return values.out;
}, USAGE);

// Whatever the builder's umask is, others may read the folders.
process.umask(0o022);
await buildPagesIfNeeded((line) => console.error(line));
try {
  const { files, bytes, hasNode } = makeBuild(resolve(out));
  const node = hasNode ? 'Node is in it' : 'Node is not in it: it needs Node 24 where it runs';
  console.log(`${out}: ${files} files, ${Math.round(bytes / 1e6)} MB; ${node}.`);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exit(1);
}
