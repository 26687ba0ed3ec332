import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { RequestListener, Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { tryMailServer } from '../../../kit/mail/smtp.ts';
import { aParty, NOW } from '../../../test/builders/parties.ts';
import {
  closeServer,
  listen,
  management,
  openSignedServer,
  portOf,
  type SignedServer,
} from '../../../test/builders/signed-server.ts';
import { type TestDatabase, testDatabase } from '../../../test/harness/database.ts';
import { freePort } from '../../../test/harness/free-port.ts';
import { aToss } from '../../../test/stand-ins/acquirers/toss.ts';
import { SCHEMAS } from '../../stack/schemas.ts';
import { checkAcquirers } from './acquirers.ts';
import { checkServer } from './check.ts';
import { checkDatabase } from './database.ts';
import { describeFindings, type Finding } from './findings.ts';
import { checkPeer } from './peers.ts';
import { checkPublicUrl } from './public-url.ts';
import { checkTexts } from './texts.ts';

const clock = () => NOW;
const problems = (findings: readonly Finding[]) => findings.flatMap(({ problem = [] }) => problem);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'seonmul-check-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function file(name: string, content: unknown, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  chmodSync(path, mode);
  return path;
}

describe('a peer', () => {
  let server: SignedServer;
  beforeAll(async () => {
    server = await openSignedServer();
  });
  afterAll(() => server.close());

  const ask = async (key = management.key, party = server.shop.entry) =>
    (await checkPeer({ signingKey: key, clock }, party)).at(0)?.problem;

  test('that knows our key and signs with its own is as it should be', async () => {
    expect(await ask()).toBeUndefined();
  });

  test('that does not know our key', async () => {
    expect(await ask(aParty('management', 'm2').key)).toMatch(/^does not know our key m2: .*parties show/);
  });

  test('that signs with a key that we do not know', async () => {
    const { entry } = aParty('shop', 's1', { base_url: server.publicUrl });
    expect(await ask(management.key, entry)).toMatch(/a key that PARTIES_FILE does not have for shop/);
  });

  test('that is not there', async () => {
    const entry = { ...server.shop.entry, base_url: `http://127.0.0.1:${await freePort()}` };
    expect(await ask(management.key, entry)).toMatch(/^can't be reached \(connection_ECONNREFUSED\)/);
  });

  test('in front of which something else answers', async () => {
    const other = await listen((_request, response) => response.writeHead(502).end('Bad Gateway'));
    const entry = { ...server.shop.entry, base_url: `http://127.0.0.1:${portOf(other)}` };
    expect(await ask(management.key, entry)).toMatch(/^something answers there that does not sign/);
    await closeServer(other);
  });

  test('whose clock differs from ours', async () => {
    const [, time] = await checkPeer({ signingKey: management.key, clock }, server.shop.entry);
    expect(time?.problem).toMatch(/^they differ by \d+ seconds, .*NTP/);
    const now = () => new Date();
    const [, right] = await checkPeer({ signingKey: management.key, clock: now }, server.shop.entry);
    expect(right).toEqual({ about: 'clock, compared with shop' });
  });
});

describe('the public address', () => {
  let server: SignedServer;
  beforeAll(async () => {
    server = await openSignedServer();
  });
  afterAll(() => server.close());

  const ask = async (url: string, key = server.shop.key) =>
    (await checkPublicUrl({ signingKey: key, clock }, 'shop', url)).problem;
  async function behind(answer: RequestListener): Promise<string | undefined> {
    const proxy = await listen(answer);
    const problem = await ask(`http://127.0.0.1:${portOf(proxy)}`);
    await closeServer(proxy);
    return problem;
  }

  test('that leads to the server is as it should be', async () => {
    expect(await ask(server.publicUrl)).toBeUndefined();
  });

  test('at which another server answers', async () => {
    expect(await ask(server.publicUrl, management.key)).toMatch(/^another server answers there/);
  });

  test('of which nobody knows, or at which nobody is', async () => {
    expect(await ask('http://nowhere.invalid')).toMatch(/^can't be reached .*: the name is not known/);
    expect(await ask(`http://127.0.0.1:${await freePort()}`)).toMatch(/: is the proxy running/);
  });

  test('behind a proxy that does not reach the server', async () => {
    expect(await behind((_request, response) => response.writeHead(502).end())).toMatch(
      /^something answers there, with 502/,
    );
  });

  test('behind a proxy that changes answers', async () => {
    const card = await (await fetch(`${server.publicUrl}/v1/party`)).text();
    const changing: RequestListener = ({ url }, response) => response.end(url === '/v1/party' ? card : '{}');
    expect(await behind(changing)).toMatch(/^the proxy changes answers/);
  });
});

test('an acquirer is logged in to, and its refusal is told', async () => {
  const [right, wrongKey] = [await aToss(), await aToss()];
  const { url, secret_key, client_key } = right;
  const entry = { kind: 'toss', client_key, secret_key };
  const findings = await checkAcquirers(
    file('acquirers.json', [
      { ...entry, name: 'right', url },
      { ...entry, name: 'wrong', url: wrongKey.url, secret_key: 'live_sk_hunter2' },
      { ...entry, name: 'away', url: `http://127.0.0.1:${await freePort()}` },
    ]),
  );
  await Promise.all([right.close(), wrongKey.close()]);
  expect(findings).toEqual([
    { about: 'acquirer right' },
    { about: 'acquirer wrong', problem: expect.stringMatching(/^it refuses our credentials/) },
    { about: 'acquirer away', problem: expect.stringMatching(/^it can't be reached/) },
  ]);
});

describe('a database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase('carrier');
  });
  afterAll(() => database.drop());

  const check = async (url: string) => problems(await checkDatabase(url, SCHEMAS.carrier));
  function changed(change: (url: URL) => void): string {
    const url = new URL(database.url);
    change(url);
    return url.href;
  }

  test('with its runtime role is as it should be', async () => {
    expect(await check(database.url)).toEqual([]);
  });

  test.each<[string, (url: URL) => void, RegExp]>([
    [
      'a wrong password',
      (url) => (url.password = 'hunter2'),
      /\(database_password_wrong\): \S+ refuses the password of role seonmul_carrier/,
    ],
    ['another name', (url) => (url.pathname = '/none'), /has no database none: run database.sql/],
    ['another port', (url) => (url.port = '9'), /can't be reached \(ECONNREFUSED\)/],
  ])('is not opened with %s', async (_what, change, said) => {
    const [problem, ...more] = await check(changed(change));
    expect(problem).toMatch(said);
    expect(problem).not.toContain('hunter2');
    expect(more).toEqual([]);
  });

  test('must not be used by the role that owns its tables', async () => {
    expect(await check(database.ownerUrl)).toEqual([expect.stringMatching(/owns tables/)]);
  });

  test('without our schema, as a superuser', async () => {
    const { adminUrl } = inject('postgres');
    expect(await check(adminUrl)).toEqual([
      expect.stringMatching(/may make roles or databases/),
      expect.stringMatching(/lacks migration .* and \d+ more/),
    ]);
  });
});

describe('a mail server', () => {
  let server: SMTPServer;
  let port: number;
  beforeAll(async () => {
    port = await freePort();
    server = new SMTPServer({
      authOptional: false,
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: ({ username, password }, _session, done) =>
        username === 'shop' && password === 'right'
          ? done(null, { user: username })
          : done(new Error('wrong')),
    });
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
  });
  afterAll(() => new Promise<void>((closed) => server.close(closed)));

  test('is logged in to, and its refusal is told', async () => {
    expect(await tryMailServer(`smtp://shop:right@127.0.0.1:${port}`)).toBeUndefined();
    expect(await tryMailServer(`smtp://shop:hunter2@127.0.0.1:${port}`)).toBe('smtp_535');
    expect(await tryMailServer('smtp://127.0.0.1:9')).toBe('ESOCKET');
  });
});

describe('a text message provider', () => {
  let provider: Server;
  let status = 404;
  const sent: (string | undefined)[] = [];
  beforeAll(async () => {
    provider = await listen((request, response) => {
      sent.push(request.method);
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  afterAll(() => closeServer(provider));

  const check = async () => {
    const twilio = {
      ...{ kind: 'twilio', name: 'twilio', url: `http://127.0.0.1:${portOf(provider)}` },
      ...{ account_sid: `AC${'0'.repeat(32)}`, auth_token: 'hunter2', senders: { '*': '+15005550006' } },
    };
    const base = { publicUrl: 'http://127.0.0.1', clock, random: Buffer.alloc };
    return checkTexts(base, file('texts.json', [twilio]));
  };

  test('that takes our credentials is as it should be, and nothing is sent', async () => {
    status = 404;
    expect(await check()).toEqual([{ about: 'texts by twilio' }]);
    expect(new Set(sent)).toEqual(new Set(['GET']));
  });

  test('that refuses them', async () => {
    status = 401;
    expect(problems(await check())).toEqual(['it refuses our credentials (http_401).']);
  });
});

test('everything that is wrong is said at once, settings and what is outside alike', async () => {
  const other = aParty('management', 'm1', { base_url: 'https://127.0.0.1:9' });
  const env = {
    NODE_ENV: 'production',
    PORT: '4500x',
    PUBLIC_URL: 'https://shop.example',
    DATABASE_URL: 'postgres://seonmul_shop:hunter2@127.0.0.1:9/seonmul_shop',
    SIGNING_KEY_FILE: file('signing.json', { party: 'shop:haneul' }),
    PARTIES_FILE: file('parties.json', [other.entry]),
    SECRETS_FILE: file('secrets.json', {}, 0o644),
    SEALING_KEYS_FILE: file('sealing.json', []),
    WEB_SHOP_KEY_FILE: file('key', 'CHANGE-ME'),
    BRAND_KO: '하늘상점',
    TEXT_PROVIDERS_FILE: file('texts.json', []),
  };
  const said = describeFindings(await checkServer('shop', env, { isDemo: false, clock }));
  for (const part of [
    'PORT must be a port',
    'BRAND_EN is not set',
    'SIGNING_KEY_FILE',
    'has no setting pin_hmac',
    'SEALING_KEYS_FILE',
    'still says CHANGE-ME',
    'secrets.json is open to every user',
    "127.0.0.1:9 can't be reached (ECONNREFUSED)",
    'TEXT_PROVIDERS_FILE',
  ])
    expect(said).toContain(part);
  expect(said).not.toContain('hunter2');
});
