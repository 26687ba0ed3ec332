/** Every command of operators and what it does. Its program is the file of its name in bin/operate/commands/. */
export const COMMANDS = {
  init: 'makes the files of one or more servers: keys, settings, database, proxy and units, and says what to do next',
  check: 'looks at everything that a server depends on, and says everything that is wrong at once',
  server: 'runs a server, or migrates its database: server shop --env FILE --migrate',
  health: 'asks the server on this machine whether it is ready, for whatever looks after containers',
  staff: "adds somebody to a server's staff, such as its first administrator",
  parties: 'exchanges public keys with the owners of other servers',
  smoke: 'buys, accepts, uses and refunds small gifts through the public doors',
  reconcile: 'after a restore: fetches what other servers hold and this one lacks, and says what is missing',
  keys: "says how a server's keys stand, and rotates them",
  backup: 'backs up a PostgreSQL cluster, and verifies backups by restoring them',
  restore: "restores a server's database to a moment, and has the server note it",
};

/**
 * The program of a command, as a path in the checkout.
 * @param {string} command
 */
export function programOf(command) {
  return `bin/operate/commands/${command}.ts`;
}
