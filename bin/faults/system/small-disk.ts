import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const CHUNK = Buffer.alloc(2 ** 20);

/** A file system of its own for PostgreSQL's data, small enough to be filled; only root can make one. */
export class SmallDisk {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Undefined where none can be made. */
  static mount(folder: string, megabytes: number): SmallDisk | undefined {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const options = `size=${megabytes}m,mode=0700`;
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
    if (mounted.status !== 0) return undefined;
    return new SmallDisk(folder);
  }

  /** Takes all the room that is left. */
  fill(): void {
    const handle = openSync(join(this.#folder, 'ballast'), 'a');
    try {
      for (;;) writeSync(handle, CHUNK);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    } finally {
      closeSync(handle);
    }
  }

  free(): void {
    rmSync(join(this.#folder, 'ballast'), { force: true });
  }

  unmount(): void {
    spawnSync('umount', ['-l', this.#folder], { stdio: 'ignore' });
  }
}
