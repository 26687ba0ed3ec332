/** Whether a process exists, whoever's it is. */
export function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    // Not allowed to signal another user's process, which shows that it exists.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
