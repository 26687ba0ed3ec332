import { ConfigError } from '../../kit/config.ts';
import { addKey, listKeys, makeCurrent, removeKey } from '../../kit/edit-secrets.ts';

const USAGE = `Rotates the keys in a server's SECRETS_FILE. docs/security.md has the steps.

  npm run keys -- list FILE                    the versions of each ring
  npm run keys -- add FILE RING                adds a key; then restart every process of the server
  npm run keys -- use FILE RING VERSION        makes it current; then restart them again, and --rekey
  npm run keys -- remove FILE RING VERSION     removes an old one that --keys shows nothing under`;

const [verb, file, ring, version, ...more] = process.argv.slice(2);

try {
  const said = more.length === 0 ? run() : undefined;
  if (said === undefined) {
    console.error(USAGE);
    process.exitCode = verb === '--help' ? 0 : 2;
  } else console.log(said);
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}

/** What to print, or undefined if the arguments are not understood. */
function run(): string | undefined {
  if (file === undefined) return undefined;
  if (verb === 'list' && ring === undefined) return listKeys(file).join('\n');
  if (ring === undefined) return undefined;
  if (verb === 'add' && version === undefined)
    return `${ring} ${addKey(file, ring)} was added. Restart every process of the server, then make it current: npm run keys -- use`;
  if (version === undefined) return undefined;
  if (verb === 'use') {
    makeCurrent(file, ring, version);
    return `${ring} ${version} is current. Restart every process of the server, then: npm run server -- <server> --rekey`;
  }
  if (verb === 'remove') {
    removeKey(file, ring, version);
    return `${ring} ${version} was removed.`;
  }
  return undefined;
}
