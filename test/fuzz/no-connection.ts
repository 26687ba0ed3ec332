/** pg's message when no connection became free in time. */
const NO_CONNECTION = 'timeout exceeded when trying to connect';

/** The lines of a server's log that say that somebody, a request or a job, got no connection. */
export function waitedInVain(log: string): string[] {
  return log
    .split('\n')
    .filter((line) => line.includes(NO_CONNECTION))
    .map((line) => line.slice(0, 1_500));
}
