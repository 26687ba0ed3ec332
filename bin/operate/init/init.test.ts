import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readSettings } from '../../../kit/config.ts';
import { loadParties, loadSigningKey } from '../../../kit/signing/index.ts';
import { SERVER_ROLES, type ServerRole } from '../../stack/roles.ts';
import { readEnvFile } from '../arguments.ts';
import { SERVERS } from '../servers.ts';
import { describeOutcomes, initialise } from './init.ts';
import { type Plan, planOf } from './plan.ts';

const NOW = new Date('2026-03-01T00:00:00Z');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seonmul-init-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function aPlan(roles: readonly ServerRole[] = SERVER_ROLES): Plan {
  return planOf({
    ...{ roles, domain: 'gifts.example', folder, country: 'KR', currency: 'KRW', timeZone: 'Asia/Seoul' },
    brand: { id: 'haneul', nameKo: '하늘 상점', nameEn: 'Haneul' },
    ...{
      containers: false,
      database: 'db.example:5433',
      portBase: 4000,
      user: 'seonmul',
      app: '/opt/seonmul',
      node: '/usr/bin/node',
    },
  });
}

const filesIn = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
const contents = () => Object.fromEntries(filesIn().map((file) => [file, readFileSync(file, 'utf8')]));
const envOf = (name: string) => join(folder, name, 'server.env');

test('every file is made for its owner only, and settings explain themselves and can be read', async () => {
  const outcomes = await initialise(aPlan(), NOW);
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['made']));
  expect(filesIn().sort()).toEqual(outcomes.map(({ file }) => file).sort());
  for (const file of filesIn()) expect(statSync(file).mode & 0o777, file).toBe(0o600);

  for (const name of ['management', 'settlement', 'carrier', 'shop-haneul'] as const) {
    const role = name === 'shop-haneul' ? 'shop' : name;
    const { settings } = SERVERS[role];
    const env = readEnvFile(envOf(name));
    expect(() => readSettings(settings, env)).not.toThrow();
    expect(env.NODE_ENV).toBe('production');
    const text = readFileSync(envOf(name), 'utf8');
    expect(text).not.toMatch(/OWNER_DATABASE_URL|CLOCK_FILE|DEMO_DATA_DIR|SANDBOX/);
    for (const { name: setting } of Object.values(settings).filter(({ name }) => env[name] !== undefined))
      expect(text).toMatch(new RegExp(`^# .+\\n${setting}=`, 'm'));
  }
  expect(readEnvFile(envOf('shop-haneul'))).toMatchObject({
    PUBLIC_URL: 'https://shop.gifts.example',
    BRAND_KO: '하늘 상점',
    BUYING_URL: 'https://management.gifts.example',
    DATABASE_URL: expect.stringMatching(
      /^postgres:\/\/seonmul_shop_haneul:[\w-]{32}@db\.example:5433\/seonmul_shop_haneul$/,
    ),
  });
});

test('for containers: the compose file’s settings instead of units, and servers that the proxy reaches', async () => {
  await initialise(planOf({ ...aPlan(), containers: true, database: 'database:5432' }), NOW);
  const names = filesIn().map((file) => file.slice(folder.length + 1));
  expect(names.filter((name) => /systemd|nginx/.test(name))).toEqual([]);
  expect(readEnvFile(join(folder, 'containers.env'))).toMatchObject({
    COMPOSE_PROFILES: 'management,settlement,carrier,shop',
    SEONMUL_FOLDER: folder,
    SHOP_FOLDER: 'shop-haneul',
    SHOP_HOST: 'shop.gifts.example',
  });
  const { SEONMUL_NETWORK } = readEnvFile(join(folder, 'containers.env'));
  expect(readEnvFile(envOf('shop-haneul'))).toMatchObject({
    HOST: '0.0.0.0',
    TRUSTED_PROXIES: `${SEONMUL_NETWORK}.2`,
  });
  expect(readFileSync(join(folder, 'proxy/Caddyfile'), 'utf8')).toContain('reverse_proxy shop:4500');
  const compose = readFileSync('deploy/compose.yaml', 'utf8');
  for (const [, name = '', fallback] of compose.matchAll(/\$\{(\w+)(:-[^}]*)?\}/g))
    if (fallback === undefined) expect(readEnvFile(join(folder, 'containers.env'))).toHaveProperty(name);
  expect(compose).toContain(`:-${SEONMUL_NETWORK}}.2`);
  const steps = readFileSync(join(folder, 'NEXT-STEPS.md'), 'utf8');
  expect(steps).toContain(`- ${join(folder, 'management/server.env')}`);
  expect(steps).toMatch(/podman-compose .* --profile tools run --rm tools check shop --env /);
  expect(steps).not.toMatch(/systemctl|npx seonmul (?!init)/);
});

test('servers of one owner know each other, and a single one has the domain and knows nobody', async () => {
  await initialise(aPlan(), NOW);
  const shop = loadParties(join(folder, 'shop-haneul/parties.json'));
  const { keyid } = loadSigningKey(join(folder, 'management/signing.json'));
  expect(shop.map(({ party }) => party)).toEqual(['management', 'settlement']);
  expect(shop[0]).toMatchObject({ base_url: 'https://management.gifts.example', keys: [{ keyid }] });
  const [client] = JSON.parse(readFileSync(join(folder, 'carrier/clients.json'), 'utf8'));
  expect(client.jwks.keys[0]).not.toHaveProperty('d');

  const alone = { ...aPlan(['shop']), folder: join(folder, 'alone') };
  await initialise(planOf(alone), NOW);
  expect(readEnvFile(join(folder, 'alone/shop-haneul/server.env')).PUBLIC_URL).toBe('https://gifts.example');
  expect(loadParties(join(folder, 'alone/shop-haneul/parties.json'))).toEqual([]);
});

test('what only its owner knows is said, in the settings and in what to do next', async () => {
  await initialise(aPlan(), NOW);
  const steps = readFileSync(join(folder, 'NEXT-STEPS.md'), 'utf8');
  for (const file of [
    'settlement/acquirers.json',
    'settlement/banks.json',
    'management/text-providers.json',
    'shop-haneul/text-providers.json',
  ])
    expect(steps).toContain(`- ${join(folder, file)}`);
  for (const role of SERVER_ROLES) {
    expect(steps).toContain(`seonmul server ${role} --env`);
    expect(steps).toContain(`seonmul check ${role} --env`);
  }
});

test('what to do next is in the order of the first day, and says all that it needs', async () => {
  await initialise(aPlan(['management', 'carrier', 'shop']), NOW);
  const steps = readFileSync(join(folder, 'NEXT-STEPS.md'), 'utf8');
  expect([...steps.matchAll(/^## \d+\. (.*)$/gm)].map(([, title]) => title)).toEqual([
    ...['A user, and the files', 'The databases', 'What only you know', 'https', 'Start'],
    ...[
      'The first of the staff',
      'The other owners',
      'The shop',
      'Look whether everything is right',
      'Backups',
    ],
  ]);
  const added = steps.match(/^npx seonmul staff add .*$/gm) ?? [];
  expect(added.map((line) => line.endsWith(' --link'))).toEqual([true, false, true]);
  const env = join(folder, 'backup/backup.env');
  expect(steps).toContain(
    `backup init --env ${env}\nsystemctl restart postgresql@18-main.service\nnpx seonmul backup init --env ${env}\n`,
  );
  expect(steps).toContain(
    'add management=seonmul_management,carrier=seonmul_carrier,shop=seonmul_shop_haneul',
  );
});

test('a second run writes nothing, and says what differs without showing it', async () => {
  await initialise(aPlan(), NOW);
  const before = contents();
  expect(new Set((await initialise(aPlan(), NOW)).map(({ kind }) => kind))).toEqual(new Set(['kept']));
  expect(contents()).toEqual(before);

  const env = envOf('shop-haneul');
  writeFileSync(
    env,
    readFileSync(env, 'utf8')
      .replace('BRAND_EN=Haneul', 'BRAND_EN=hunter2')
      .replace(/^PORT=.*$/m, ''),
  );
  const unit = join(folder, 'systemd/seonmul-carrier.service');
  writeFileSync(unit, readFileSync(unit, 'utf8').replace('RestartSec=2', 'RestartSec=20'));
  const changed = contents();
  const outcomes = await initialise(aPlan(), NOW);
  expect(outcomes.filter(({ kind }) => kind === 'differs')).toEqual([
    { file: env, kind: 'differs', lines: ['BRAND_EN has another value', 'PORT is missing'] },
    { file: unit, kind: 'differs', lines: [expect.stringMatching(/^lines that differ: \d+$/)] },
  ]);
  expect(describeOutcomes(outcomes)).not.toContain('hunter2');
  expect(contents()).toEqual(changed);
});

test('nginx.conf proxies as docs/production/proxy.md says, for each server', async () => {
  await initialise(aPlan(), NOW);
  const nginx = readFileSync(join(folder, 'proxy/nginx.conf'), 'utf8');
  const documented = readFileSync('docs/production/proxy.md', 'utf8');
  const [, location = ''] =
    / {2}location \/ \{\n {4}proxy_pass http:\/\/shop;\n(.*?)\n {2}\}/s.exec(documented) ?? [];
  expect(location).toContain('X-Forwarded-For');
  expect(nginx.split(location)).toHaveLength(SERVER_ROLES.length + 1);
  for (const { host, port } of aPlan().servers) {
    expect(nginx).toContain(`server_name ${host};`);
    expect(nginx).toContain(`server 127.0.0.1:${port} max_fails=0;`);
  }
});

test('database.sql gives the runtime role nothing but its log-in', async () => {
  await initialise(aPlan(['carrier']), NOW);
  const sql = readFileSync(join(folder, 'database.sql'), 'utf8');
  const password = new URL(readEnvFile(envOf('carrier')).DATABASE_URL ?? '').password;
  expect(sql).toContain(
    `alter role "seonmul_carrier" login nosuperuser nocreatedb nocreaterole noinherit password '${password}';`,
  );
  expect(sql).toContain('create database "seonmul_carrier" owner "seonmul_carrier_owner"');
  expect(sql).toContain('revoke all on database "seonmul_carrier" from public;');
});
