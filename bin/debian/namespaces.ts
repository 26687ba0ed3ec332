import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** What programs in a Debian of its own see of their environment. */
export const INSIDE = { PATH, HOME: '/root', LC_ALL: 'C.UTF-8', DEBIAN_FRONTEND: 'noninteractive' };

const DEVICES = 'null zero full random urandom tty';

/** Mounts what programs expect below a root that has none of it. */
export function mounts(root: string): string {
  return `
mount --make-rprivate /
mount -t tmpfs tmpfs ${root}/dev
for device in ${DEVICES}; do touch ${root}/dev/$device; mount --bind /dev/$device ${root}/dev/$device; done
mkdir -p ${root}/dev/pts ${root}/dev/shm
mount -t tmpfs tmpfs ${root}/dev/shm
mount -t devpts -o newinstance,ptmxmode=0666 devpts ${root}/dev/pts
ln -s pts/ptmx ${root}/dev/ptmx
ln -s /proc/self/fd ${root}/dev/fd
for stream in 0:stdin 1:stdout 2:stderr; do ln -s /proc/self/fd/\${stream%%:*} ${root}/dev/\${stream##*:}; done
mount -t proc proc ${root}/proc
mount -t tmpfs tmpfs ${root}/run
mkdir -p ${root}/run/lock
`;
}

/** Runs a command in a root, seen by nothing outside of it, and without a network. */
export async function inRoot(
  root: string,
  command: string,
  timeout: number,
): Promise<{ code: number | null; text: string }> {
  const script = `set -e\n${mounts(root)}\nexec chroot ${root} sh -c "$COMMAND" 2>&1`;
  const child = spawn(
    'unshare',
    ['--mount', '--pid', '--net', '--ipc', '--fork', '--kill-child', 'sh', '-c', script],
    { env: { ...INSIDE, COMMAND: command }, stdio: ['ignore', 'pipe', 'inherit'], timeout },
  );
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  return { text: await text(child.stdout), code: await ended };
}
