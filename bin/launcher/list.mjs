/**
 * Prints the commands with a line each: because that was asked for, or because there is none of the name that was.
 * @param {string} asked
 * @param {string} usage
 * @param {Readonly<Record<string, string>>} commands
 */
export function listCommands(asked, usage, commands) {
  const isHelp = asked === '--help' || asked === 'help';
  const width = Math.max(...Object.keys(commands).map((command) => command.length));
  const lines = Object.entries(commands).map(([command, what]) => `  ${command.padEnd(width)}  ${what}`);
  const text = `${usage}\n\n${lines.join('\n')}`;
  if (isHelp) console.log(text);
  else console.error(`There is no command ${asked}.\n\n${text}`);
  process.exitCode = isHelp ? 0 : 2;
}
