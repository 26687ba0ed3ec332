import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { DATABASES } from '../hosts/hosts.ts';
import { fileFor, patroniFor } from './files.ts';

test.each(DATABASES)('the files of docs/cluster are complete for %s', (name) => {
  const files = ['etcd.yml', 'patroni.yml', 'pgbouncer.ini'].map((file) => fileFor(name, file, 'secret'));
  for (const file of files) expect(file).not.toMatch(/HOST-NAME|HOST-ADDRESS|CHANGE-ME/);
  expect(parse(files[1] ?? '')).toMatchObject({
    name,
    postgresql: { authentication: { superuser: { password: 'secret' } } },
  });
});

test('replication is synchronous unless that is what is planted', () => {
  const modes = [true, false].map((synchronous) => {
    const { bootstrap } = parse(patroniFor('db1', 'secret', synchronous));
    return bootstrap.dcs.synchronous_mode;
  });
  expect(modes).toEqual([true, false]);
});

test('Patroni’s time-outs keep its own rule', () => {
  const { ttl, loop_wait, retry_timeout } = parse(fileFor('db1', 'patroni.yml')).bootstrap.dcs;
  expect(loop_wait + 2 * retry_timeout).toBeLessThanOrEqual(ttl);
});
