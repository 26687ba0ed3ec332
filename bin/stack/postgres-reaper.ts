import { readFileSync } from 'node:fs';

/**
 * Stops the PostgreSQL that a launcher left running. Our standard input closes when the launcher exits, however that
 * happens. By then a later launcher may have started another server on the same data: that one is left alone.
 */
const [pidFile = '', pid = ''] = process.argv.slice(2);
process.stdin.resume().on('close', () => {
  if (isRunning()) process.kill(Number(pid), 'SIGINT');
});

function isRunning(): boolean {
  try {
    return readFileSync(pidFile, 'utf8').split('\n')[0] === pid && process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}
