/** Every command and what it does. Its program is the file of its name in bin/commands/. */
export const COMMANDS = {
  start: 'the whole system on this machine, with demo data',
  dev: 'the same, while you change it: servers start again, pages reload; --inspect shop for a debugger',
  server: 'one server alone, against any PostgreSQL: server shop --help',
  'phone-line': 'a telephone line beside the system, on Debian',
  walkthrough: 'plays the whole job over the real doors and prints each step',
  test: 'all tests, or those whose path contains a word: test redeem; --name, --seed, --inspect',
  'test:browser':
    'the walks in a real browser, in all views, or one: test:browser terminal; --headed, --slow 250',
  'test:voice': 'tests of the telephone line, on Debian',
  shots: 'the browser walks again, keeping a picture of every page in docs/screenshots/',
  check: 'types, form, imports and what else is checked without running tests',
  schema: 'writes db/schema.sql and the types of the APIs anew, after a migration or a change of a route',
  dialogues: 'draws the dialogues of the telephone into docs/dialogues/',
};

/**
 * The program of a command, as a path in the checkout.
 * @param {string} command
 */
export function programOf(command) {
  return `bin/commands/${command.replace(':', '-')}.ts`;
}
