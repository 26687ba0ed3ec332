import { globSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anApp } from '../../test/builders/app.ts';
import type { App } from './app.ts';
import { addressKey, clientAddress } from './client-address.ts';
import { LOCAL_NETWORK } from './network.ts';

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['0:0:0:0:0:ffff:c000:207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::9', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['64:ff9b::192.0.2.7', '64:ff9b:0:0::/64'],
  ['customer-4711', 'customer-4711'],
])('%s counts as %s', (address, key) => expect(addressKey(address)).toBe(key));

async function anAppThatTells(trustedProxies: readonly string[]): Promise<App> {
  const app = await anApp({ network: { ...LOCAL_NETWORK, trustedProxies } });
  app.get('/v1/me', async (request) => ({
    address: clientAddress(request),
    protocol: request.protocol,
    host: request.host,
  }));
  return app;
}

describe('behind proxies', () => {
  let app: App;
  beforeAll(async () => {
    app = await anAppThatTells(['127.0.0.1', '10.1.0.0/16', '2001:db8:ffff::/48']);
  });
  afterAll(() => app.close());

  async function seen(peer: string, forwarded: string, more: Record<string, string> = {}) {
    const headers = { 'x-forwarded-for': forwarded, ...more };
    const reply = await app.inject({ url: '/v1/me', remoteAddress: peer, headers });
    return reply.json<{ address: string; protocol: string; host: string }>();
  }

  test.each([
    ['one proxy', '10.1.2.3', '198.51.100.7', '198.51.100.7'],
    ['two proxies', '10.1.2.3', '198.51.100.7, 10.1.9.9', '198.51.100.7'],
    ['a proxy over IPv6', '2001:db8:ffff::1', '2001:db8:5:6:7::8', '2001:db8:5:6::/64'],
    ['a proxy whose IPv4 address is written as IPv6', '::ffff:10.1.2.3', '198.51.100.7', '198.51.100.7'],
    ['a client whose IPv4 address is written as IPv6', '10.1.2.3', '::ffff:198.51.100.7', '198.51.100.7'],
    [
      'a client that invents hops before its own',
      '10.1.2.3',
      '192.0.2.1, 10.1.1.1, 198.51.100.7',
      '198.51.100.7',
    ],
    ['a client that invents trusted hops', '10.1.2.3', '10.1.1.1, 198.51.100.7', '198.51.100.7'],
    ['a client within the proxies’ network', '10.1.2.3', '10.1.7.7', '10.1.7.7'],
    ['a proxy that reports no address', '10.1.2.3', 'unknown', '10.1.2.3'],
    ['a proxy that reports a port too', '10.1.2.3', '[2001:db8::1]:4711', '10.1.2.3'],
    ['a stranger that plays proxy', '203.0.113.9', '198.51.100.7', '203.0.113.9'],
    ['a stranger that claims to come from our machine', '203.0.113.9', '127.0.0.1', '203.0.113.9'],
  ])('%s', async (_what, peer, forwarded, address) => {
    expect((await seen(peer, forwarded)).address).toBe(address);
  });

  test('scheme and host are a trusted proxy’s word, nobody else’s', async () => {
    const claims = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'shop.example', host: 'inside:80' };
    expect(await seen('10.1.2.3', '', claims)).toMatchObject({ protocol: 'https', host: 'shop.example' });
    expect(await seen('203.0.113.9', '', claims)).toMatchObject({ protocol: 'http', host: 'inside:80' });
  });

  test('over a socket, the chain is read from its right end', async () => {
    const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }));
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1');
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(text));
      const lines = [
        'X-Forwarded-For: 192.0.2.1',
        'X-Forwarded-For: 198.51.100.7, 10.1.0.1',
        'Connection: close',
      ];
      socket.write(`GET /v1/me HTTP/1.1\r\nHost: a\r\n${lines.join('\r\n')}\r\n\r\n`);
    });
    expect(answer).toContain('"address":"198.51.100.7"');
  });
});

test('without proxies nothing that is forwarded is believed', async () => {
  const app = await anAppThatTells([]);
  const headers = {
    'x-forwarded-for': '198.51.100.7',
    'x-forwarded-proto': 'https',
    forwarded: 'for=1.2.3.4',
  };
  const reply = await app.inject({ url: '/v1/me', remoteAddress: '127.0.0.1', headers });
  expect(reply.json()).toMatchObject({ address: '127.0.0.1', protocol: 'http' });
  await app.close();
});

test('nothing else asks for the address of a request', () => {
  const files = globSync('{kit,servers,sandbox}/**/*.ts').filter((file) => !file.endsWith('.test.ts'));
  const asking = files.filter((file) =>
    /\b(request|req)\.ips?\b|\.remoteAddress\b/.test(readFileSync(file, 'utf8')),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(asking).toEqual(['kit/http/client-address.ts']);
});
