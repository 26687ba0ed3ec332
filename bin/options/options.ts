/**
 * Applies a parser to the arguments of this process. With `--help` it prints the usage and exits 0; what the parser throws
 * is printed with the usage, and it exits 2.
 */
export function argumentsOrExit<T>(parse: (args: string[]) => T, usage: string): T {
  const args = process.argv.slice(2);
  if (args.includes('--help')) {
    console.log(`Usage: ${usage}`);
    process.exit(0);
  }
  try {
    return parse(args);
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    // Node adds how such a name could be given as the part of a path.
    console.error(`${what.replace(/\.? To specify a positional argument .*/s, '')}\n\nUsage: ${usage}`);
    process.exit(2);
  }
}

/** The value of an option that counts something. */
export function wholeNumber(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Error(`--${name} must be a whole number from 1.`);
  return Number(text);
}

/** What every command that starts servers is set by. */
export const PLACE_SETTINGS = `Settings in the environment:
  SEONMUL_PORT_BASE   management is base+200, settlement base+300 and so on; 4000 if not set
  SEONMUL_DATA        the folder for keys, database and logs; .data if not set`;
