import { execFile, spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CHUNK = Buffer.alloc(2 ** 16);

/** A file system of its own for PostgreSQL's data, small enough to be filled; only root can make one. */
export class SmallDisk {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
    // However this process ends, as long as it may say so.
    process.once('exit', () => this.unmount());
  }

  /** Undefined where none can be made. */
  static mount(folder: string, megabytes: number): SmallDisk | undefined {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const options = `size=${megabytes}m,mode=0700`;
    const mounted = spawnSync('/bin/mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], {
      stdio: 'ignore',
    });
    return mounted.status === 0 ? new SmallDisk(folder) : undefined;
  }

  /** Takes all the room that is left: most of it at once, by another process, and the rest piece by piece. */
  async fill(): Promise<void> {
    const { bavail, bsize } = statfsSync(this.#folder);
    const most = Math.max(bsize, Math.floor(bavail * 0.99) * bsize);
    await run('fallocate', ['-l', String(most), join(this.#folder, 'ballast')]).catch(() => {});
    try {
      for (;;) appendFileSync(join(this.#folder, 'more-ballast'), CHUNK);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    }
  }

  free(): void {
    for (const name of ['ballast', 'more-ballast']) rmSync(join(this.#folder, name), { force: true });
  }

  unmount(): void {
    spawnSync('/bin/umount', ['-l', this.#folder], { stdio: 'ignore' });
  }
}
