import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';

/** Runs the commands of the README's tour, with other ports, and returns what they print. */
export async function playTour(portBase: number): Promise<string> {
  const blocks = readFileSync('README.md', 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm);
  const commands = Array.from(blocks, ([, block = '']) =>
    block.replaceAll(/(?<=127[.]0[.]0[.]1:)4\d{3}/g, (port) => String(portBase + Number(port) - 4000)),
  );
  const shell = spawn('bash', ['-euo', 'pipefail', '-c', commands.join('\n')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((done) => shell.on('exit', done));
  const [shown, complained] = await Promise.all([text(shell.stdout), text(shell.stderr)]);
  if ((await ended) !== 0) throw new Error(`The tour in the README failed:\n${shown}\n${complained}`);
  return shown;
}
