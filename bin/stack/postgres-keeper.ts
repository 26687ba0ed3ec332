import { readFileSync } from 'node:fs';

/**
 * Waits until the launcher that holds the other end of our standard input is gone, however it went, and ends the
 * PostgreSQL that it left. A later launcher may have started another one on the same data by then: that is not touched.
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
