import { readFileSync } from 'node:fs';
import { ADDRESSES, type HostName } from '../hosts/hosts.ts';

const FOLDER = new URL('../../../docs/cluster/', import.meta.url);

/** One of the files that docs/cluster.md shows, for a host. */
export function fileFor(name: HostName, file: string, password = 'CHANGE-ME'): string {
  return readFileSync(new URL(file, FOLDER), 'utf8')
    .replaceAll('HOST-NAME', name)
    .replaceAll('HOST-ADDRESS', ADDRESSES[name])
    .replaceAll('CHANGE-ME', password);
}

/** Patroni's, with what is smaller here than in a machine room: memory, and the log on a small disk. */
export function patroniFor(name: HostName, password: string, synchronous: boolean): string {
  return changed(fileFor(name, 'patroni.yml', password), [
    ['shared_buffers: 8GB', 'shared_buffers: 128MB'],
    ['max_wal_size: 4GB', 'max_wal_size: 256MB'],
    ['wal_keep_size: 2GB', 'wal_keep_size: 128MB'],
    ...(synchronous ? [] : ([['synchronous_mode: true', 'synchronous_mode: false']] as const)),
  ]);
}

function changed(text: string, changes: readonly (readonly [was: string, is: string])[]): string {
  return changes.reduce((so_far, [was, is]) => {
    if (!so_far.includes(was)) throw new Error(`docs/cluster/patroni.yml no longer has ${was}.`);
    return so_far.replace(was, is);
  }, text);
}
