/** Every command and what it does. Its program is the file of its name in bin/commands/. */
export const COMMANDS = {
  start: 'run the whole system on this machine, with demo data',
  dev: 'the same for development: servers restart and pages reload on changes; --inspect shop attaches a debugger',
  server: 'run one server against any PostgreSQL: server shop --help',
  'phone-line': 'run a telephone line alongside the system, on Debian',
  walkthrough: 'play the whole journey over the real APIs and print each step',
  test: 'run all tests, or those whose path contains a word: test redeem; --name, --seed, --inspect',
  'test:browser':
    'run the browser tests in all views, or one of them: test:browser terminal; --headed, --slow 250',
  'test:voice': 'run the tests of the telephone line, on Debian',
  shots: 'run the browser tests and save a screenshot of every page in docs/screenshots/',
  check: 'check types, formatting, imports and everything else that needs no test run',
  schema: 'regenerate db/schema.sql and the API types, after a migration or a route change',
  dialogues: 'regenerate the diagrams of the phone dialogues in docs/dialogues/',
};

/**
 * The program of a command, as a path in the checkout.
 * @param {string} command
 */
export function programOf(command) {
  return `bin/commands/${command.replace(':', '-')}.ts`;
}
