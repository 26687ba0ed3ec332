import { spawnSync } from 'node:child_process';
import { chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeDataDir, temporaryDataDir } from '../../bin/stack/temporary.ts';
import { eventually } from '../../bin/walkthrough/doors.ts';
import { makeDemo } from './demo.ts';
import { makeImages } from './images.ts';
import { Machine } from './machine.ts';

const PACKAGES = process.env.SEONMUL_PACKAGES ?? '';
const FOLDER = '/etc/seonmul';
const SERVERS = ['management', 'settlement', 'carrier', 'shop'] as const;
const HOSTS = SERVERS.map((server) => `${server}.gifts.example`);
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
  console.log(built.stdout);
  machine = await Machine.start({
    tools: join(PACKAGES, 'tools', 'root'),
    work,
    shown: [
      [join(PACKAGES, 'base', 'root'), '/packages/base'],
      [join(PACKAGES, 'others', 'root'), '/packages/others'],
      [process.cwd(), '/checkout'],
      [folder, FOLDER],
      [work, '/work'],
    ],
  });
  await makeImages(machine, { work, seenAs: '/work' });
});
afterAll(async () => {
  await machine?.stop();
  removeDataDir(work);
});

const compose = (...args: string[]) =>
  machine.run(
    ...['podman-compose', '--env-file', `${FOLDER}/containers.env`],
    ...['--file', '/checkout/deploy/compose.yaml', '--file', '/checkout/test/deploy/override.yaml'],
    ...args,
  );
const inspect = async (container: string) =>
  JSON.parse(await machine.run('podman', 'inspect', `seonmul_${container}_1`))[0];

test('the image is small, runs as nobody in particular, and has no shell', async () => {
  await machine.run(
    ...['podman', 'build', '--format', 'docker', '--file', '/checkout/Containerfile'],
    ...['--build-arg', 'BASE=localhost/base', '--tag', 'seonmul', '/work/dist'],
  );
  const [image] = JSON.parse(await machine.run('podman', 'image', 'inspect', 'localhost/seonmul'));
  console.log(`The image has ${(image.Size / 1e6).toFixed(1)} MB.`);
  expect(image.Size).toBeLessThan(IMAGE_BYTES_MAX);
  expect(image.Config.User).toBe('10001:10001');
  expect(image.HealthCheck.Test).toEqual(['CMD', NODE, '/opt/seonmul/bin/operate.mjs', 'health']);
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
  await machine.run(
    'bash',
    '-c',
    [
      `echo SEONMUL_IMAGE=localhost/seonmul >>${FOLDER}/containers.env`,
      `echo POSTGRES_IMAGE=localhost/postgres >>${FOLDER}/containers.env`,
      `echo PROXY_IMAGE=localhost/others >>${FOLDER}/containers.env`,
    ].join('\n'),
  );
  // Podman leaves health checks to timers of systemd, which isn't here: somebody else has to come by.
  const rounds = machine.spawn(
    'bash',
    '-c',
    'while :; do for id in $(podman ps --quiet --filter health=starting --filter health=healthy --filter health=unhealthy); do podman healthcheck run $id; done; sleep 1; done',
  );
  rounds.stdout.resume();
  rounds.stderr.resume();
  await compose('up', '--detach');
  await eventually(
    'all servers to be healthy',
    async () => {
      const states = await Promise.all(
        SERVERS.map(async (name) => (await inspect(name)).State.Health.Status),
      );
      return states.every((state) => state === 'healthy') ? true : undefined;
    },
    START_MS_MAX,
  );
});
