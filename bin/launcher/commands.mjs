/** Every command and what it does. Its program is the file of its name in bin/commands/. */
export const COMMANDS = {
  start: 'the whole system on this machine, with demo data',
  dev: 'the same, with servers and pages that reload when a file changes; --inspect shop for a debugger',
  build: 'a folder that runs by itself, with production dependencies and built pages; for servers and images',
  server: 'one server alone, against any PostgreSQL: server shop --help',
  'phone-line': 'a telephone line beside the system, on Debian',
  attack: 'plays what strangers do to a system, and says what they spent and what others noticed',
  faults: 'breaks a system of its own in every way, under load, and checks all books: faults --help',
  bench: 'measures a system of its own through its doors, beside pgbench: bench --help',
  'bench:peers': 'measures others that keep balances, where they can be had: bench:peers --help',
  'bench:pages':
    'opens pages as a phone on a slow line does, and says how long they take: bench:pages --help',
  walkthrough: 'buys, accepts and uses gifts over HTTP and prints each step',
  test: 'all tests but the long ones, or those whose path contains a word: test redeem; --name, --seed, --inspect',
  'test:long': 'tests that take minutes a file: consoles in browsers, restores, systems that are killed',
  'test:browser':
    'all browser walks in every view, or one: test:browser terminal; --name, --seed, --headed, --slow 250',
  'test:voice': 'tests of the telephone line, on Debian',
  'test:proxy': 'tests of a server behind nginx, HAProxy and Caddy, on Debian',
  'test:upgrade': 'every server goes from the previous release to this version under load, and back',
  'test:guide': 'runs every command of docs/production on a Debian of its own, as root on Debian',
  'test:alerts': 'tests of the alert rules in Prometheus, on Debian',
  'test:deploy': 'tests of the image, the compose file and the units, on Debian as root',
  cluster:
    'plays what goes wrong in a database cluster with servers on it, on Debian as root: cluster --help',
  'test:backup': 'backs up and restores a PostgreSQL cluster with the product on it, on Debian',
  shots: 'the browser walks, with a screenshot of every page in docs/screenshots/',
  check: 'types, format, imports and everything else that is checked without running tests',
  schema: 'regenerates db/schema.sql and the API types, after a migration or a change to a route',
  references:
    'regenerates the configuration reference and the schemas of files, after a change to a setting or a file',
  dialogues: 'draws the telephone dialogues into docs/dialogues/',
};

/**
 * The program of a command, as a path in the checkout.
 * @param {string} command
 */
export function programOf(command) {
  return `bin/commands/${command.replace(':', '-')}.ts`;
}
