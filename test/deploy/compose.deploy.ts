import { spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { eventually } from '../../bin/walkthrough/doors.ts';
import { makeDemo } from './demo.ts';
import { makeImages } from './images.ts';
import { Machine } from './machine.ts';

const PACKAGES = resolve(process.env.SEONMUL_PACKAGES ?? '');
const FOLDER = '/etc/seonmul';
const SERVERS = ['management', 'settlement', 'carrier', 'shop'] as const;
const HOSTS = SERVERS.map((server) => `${server}.gifts.example`);
const UP = [...SERVERS, 'database', 'sandbox'];
const IMAGE_BYTES_MAX = 250e6;
const NODE = '/opt/seonmul/bin/node';
/** Long enough for the slowest machine; nothing waits for it to pass. */
const START_MS_MAX = 900_000;

let work: string;
let machine: Machine;
beforeAll(async () => {
  work = temporaryDataDir('deploy');
  const folder = join(work, 'settings');
  mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, 10_001, 10_001);
  const dist = join(work, 'dist');
  const built = spawnSync(process.execPath, ['bin/seonmul.mjs', 'build', '--out', dist], {
    encoding: 'utf8',
  });
  expect(built.stderr + built.stdout).toMatch(/MB; Node is in it\.\n$/);
  console.log(built.stdout.trim());
  machine = await Machine.start({
    tools: join(PACKAGES, 'tools', 'root'),
    work,
    shown: [
      [join(PACKAGES, 'base', 'root'), '/packages/base'],
      [join(PACKAGES, 'others', 'root'), '/packages/others'],
      [process.cwd(), '/checkout'],
      [folder, FOLDER],
      [dist, '/opt/seonmul'],
      [work, '/work'],
    ],
  });
  await makeImages(machine, { work, seenAs: '/work' });
});
afterAll(async () => {
  await machine?.stop();
  removeDataDir(work);
});

const COMPOSE = [
  ...['podman-compose', '--env-file', `${FOLDER}/containers.env`, '--profile', 'tools'],
  ...['--file', '/checkout/deploy/compose.yaml', '--file', '/checkout/test/deploy/override.yaml'],
] as const;
const compose = (...args: string[]) => machine.run(...COMPOSE, ...args);
const container = (service: string) => `seonmul_${service}_1`;
const inspect = (service: string, format: string) =>
  machine.run('podman', 'inspect', '--format', format, container(service));
const inspectImage = (format: string) =>
  machine.run('podman', 'image', 'inspect', '--format', format, 'localhost/seonmul');

test('the image is small, runs as nobody in particular, and has no shell', async () => {
  await machine.run(
    ...['podman', 'build', '--format', 'docker', '--file', '/checkout/Containerfile'],
    ...['--build-arg', 'BASE=localhost/base', '--tag', 'seonmul', '/opt/seonmul'],
  );
  const bytes = Number(await inspectImage('{{.Size}}'));
  console.log(`The image has ${(bytes / 1e6).toFixed(1)} MB.`);
  expect(bytes).toBeLessThan(IMAGE_BYTES_MAX);
  expect(await inspectImage('{{.User}}')).toBe('10001:10001');
  expect(JSON.parse(await inspectImage('{{json .HealthCheck.Test}}'))).toEqual([
    ...['CMD', NODE, '/opt/seonmul/bin/operate.mjs', 'health'],
  ]);
  const shell = await machine.try('podman', 'run', '--rm', '--entrypoint', '/bin/sh', 'localhost/seonmul');
  expect(shell.code).toBe(127);
  expect(await machine.run('podman', 'run', '--rm', 'localhost/seonmul')).toContain('npx seonmul <command>');
});

test('its own command makes all files that the compose file needs', async () => {
  const made = await machine.run(
    ...['podman', 'run', '--rm', '--network', 'none', '--volume', `${FOLDER}:${FOLDER}`, 'localhost/seonmul'],
    ...['init', 'operator', 'carrier', 'brand', '--containers', '--domain', 'gifts.example'],
    ...['--folder', FOLDER, '--brand', 'haneul', '--name-ko', '하늘 상점', '--name-en', 'Haneul'],
  );
  expect(made).toContain(`made     ${FOLDER}/containers.env`);
});

test('the compose file brings everything up, and everything becomes healthy', async () => {
  makeDemo(join(work, 'settings'), HOSTS);
  appendFileSync(
    join(work, 'settings', 'containers.env'),
    'SEONMUL_IMAGE=localhost/seonmul\nPOSTGRES_IMAGE=localhost/postgres\nPROXY_IMAGE=localhost/others\n',
  );
  // Podman leaves health checks to timers of systemd, which isn't here: somebody else has to come by.
  const rounds = machine.spawn('bash', '/checkout/test/deploy/health-rounds.sh');
  rounds.stdout.resume();
  rounds.stderr.resume();
  await compose('up', '--detach');
  const healthy = async () => {
    const states = await Promise.all(UP.map((service) => inspect(service, '{{.State.Health.Status}}')));
    return states.every((state) => state === 'healthy') ? true : undefined;
  };
  await eventually('all of them to be healthy', healthy, START_MS_MAX);
  for (const server of SERVERS)
    expect(await inspect(`migrate-${server}`, '{{.State.Status}} {{.State.ExitCode}}')).toBe('exited 0');
});

test('a gift is bought, accepted, used and refunded through the proxy', async () => {
  for (const server of SERVERS) {
    const env = `${FOLDER}/${server === 'shop' ? 'shop-haneul' : server}/server.env`;
    await machine.run(
      ...['podman', 'run', '--rm', '--network', 'seonmul_inside', '--volume', `${FOLDER}:${FOLDER}`],
      ...['--volume', '/checkout/sandbox/demo:/demo:ro', '--env', 'DEMO_DATA_DIR=/demo'],
      ...['--env', 'NODE_ENV=development', '--entrypoint', NODE, 'localhost/seonmul'],
      ...[`--env-file=${env}`, `/opt/seonmul/servers/${server}/main.js`, '--seed'],
    );
  }
  const [management, , , shop] = HOSTS.map((host) => `https://${host}`) as [string, string, string, string];
  await machine.run(
    ...['podman', 'exec', container('sandbox'), NODE, '--no-warnings', '/checkout/test/deploy/smoke-file.ts'],
    ...[management, shop, '/sandbox/smoke.json'],
  );
  const said = await compose('run', '--rm', '-T', 'tools', 'smoke', `${FOLDER}/sandbox/smoke.json`);
  console.log(said);
  expect(said).toMatch(/second gift: refunded\s+Everything was as it should be[.]$/);
  for (const server of SERVERS) {
    const env = `${FOLDER}/${server === 'shop' ? 'shop-haneul' : server}/server.env`;
    const checked = await compose('run', '--rm', '-T', 'tools', 'check', server, '--env', env, '--demo');
    expect(checked).toContain('Nothing is wrong.');
  }
});

test.each(SERVERS)('%s may do nothing but its work, and its container tells no secret', async (server) => {
  const look = `
    const denied = ['/opt/seonmul/x', '/etc/x', process.env.SEONMUL_ENV_FILE].map((file) => {
      try { fs.appendFileSync(file, ''); return 'written'; } catch ({ code }) { return code; }
    });
    const status = fs.readFileSync('/proc/1/status', 'utf8');
    const line = (name) => status.match(new RegExp('^' + name + ':(.*)$', 'm'))[1].trim().split(/\\s+/)[0];
    console.log(JSON.stringify([...denied, line('Uid'), line('Gid'), line('CapBnd'), line('NoNewPrivs')]));`;
  const seen = await machine.run('podman', 'exec', container(server), NODE, '--eval', look);
  expect(JSON.parse(seen)).toEqual(['EROFS', 'EROFS', 'EROFS', '10001', '10001', '0000000000000000', '1']);
  const described = await machine.run('podman', 'inspect', container(server));
  expect(described).not.toMatch(/postgres:\/\//);
});

test('without its database a server is not healthy, and it recovers', async () => {
  await machine.run('podman', 'pause', container('database'));
  expect((await machine.try('podman', 'healthcheck', 'run', container('carrier'))).code).toBe(1);
  await machine.run('podman', 'unpause', container('database'));
  await eventually('the carrier to be ready', async () => {
    const { code } = await machine.try('podman', 'healthcheck', 'run', container('carrier'));
    return code === 0 ? true : undefined;
  });
});

test('everything ends on SIGTERM by itself, and is removed', async () => {
  for (const service of [...SERVERS, 'proxy', 'database'])
    await machine.run('podman', 'stop', '--time', '120', container(service));
  for (const service of [...SERVERS, 'proxy', 'database'])
    expect(await inspect(service, '{{.State.ExitCode}}'), service).toBe('0');
  await compose('down', '--volumes');
  expect(await machine.run('podman', 'ps', '--all', '--quiet')).toBe('');
  expect(await machine.run('podman', 'volume', 'ls', '--quiet')).toBe('');
});

test('systemd finds nothing wrong with the units, and little that they may do', async () => {
  const units = '/tmp/units/systemd';
  await machine.run(
    ...[NODE, '/opt/seonmul/bin/operate.mjs', 'init', 'operator', 'carrier', '--domain', 'gifts.example'],
    ...['--folder', '/tmp/units'],
  );
  for (const server of ['management', 'settlement', 'carrier']) {
    const unit = `${units}/seonmul-${server}.service`;
    expect(await machine.try('systemd-analyze', 'verify', unit)).toEqual({ code: 0, out: '', err: '' });
    const rated = await machine.run(
      ...['systemd-analyze', 'security', '--offline=true', '--no-pager', '--threshold=15', unit],
    );
    console.log(rated.split('\n').at(-1));
  }
});
