import { spawnSync } from 'node:child_process';
import { CannotStart } from '../../stack/cannot-start.ts';

/** Why hosts can't be made here, if they can't. */
export function cannotPlay(): CannotStart | undefined {
  if (process.platform !== 'linux')
    return new CannotStart(`Hosts are made of namespaces, which ${process.platform} doesn't have.`);
  if (process.getuid?.() !== 0)
    return new CannotStart('Hosts are made of namespaces, for which it must be run by root.');
  const made = spawnSync('unshare', [
    '--net',
    '--mount',
    '--pid',
    '--ipc',
    '--uts',
    '--fork',
    'ip',
    'link',
    'add',
    'br0',
    'type',
    'bridge',
  ]);
  if (made.status === 0) return undefined;
  const why = made.error?.message ?? made.stderr.toString().trim().split('\n').at(-1);
  return new CannotStart(`This machine doesn't let root make namespaces and bridges (${why}).`);
}
