import { chmodSync, chownSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aCertificate } from '../builders/certificate.ts';

const USER = 10_001;
const SANDBOX = 'http://sandbox:4100';
const ACCOUNTS = {
  management: { system_id: 'seonmul', password: 'demo-200', source_addr: '15880200' },
  'shop-haneul': { system_id: 'haneul', password: 'demo-500', source_addr: '15880500' },
};

/**
 * Makes a demo of the files of `init`: providers of texts, payments and mail are the sandbox, which production refuses, and
 * the proxy has a certificate of ours. Everything else stays as `init` made it.
 */
export function makeDemo(folder: string, hosts: readonly string[]): void {
  const put = (path: string, content: unknown) => {
    const file = join(folder, path);
    writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o600 });
    chmodSync(file, 0o600);
    chownSync(file, USER, USER);
  };
  const change = (path: string, changed: (text: string) => string) =>
    put(path, changed(readFileSync(join(folder, path), 'utf8')));

  for (const server of ['management', 'settlement', 'carrier', 'shop-haneul'])
    change(`${server}/server.env`, (text) =>
      [
        text.replace('NODE_ENV=production', 'NODE_ENV=development').replace(/^SMTP_URL=.*$/m, ''),
        'STAFF_SECOND_FACTOR=optional',
        ...(server === 'management' ? ['SMTP_URL=smtp://sandbox:4120', 'VOICE_HOURS=00:00-24:00'] : []),
        ...(server === 'carrier' ? ['NUMBER_RANGES="+8210 +822"'] : []),
        '',
      ].join('\n'),
    );
  for (const [server, { source_addr, ...account }] of Object.entries(ACCOUNTS))
    put(`${server}/text-providers.json`, [
      {
        kind: 'smpp',
        name: 'sandbox',
        url: 'smpp://sandbox:4110',
        ...account,
        senders: { '*': source_addr },
      },
    ]);
  for (const list of ['acquirers', 'banks'])
    put(`settlement/${list}.json`, [{ kind: 'test', name: 'test', url: SANDBOX }]);

  mkdirSync(join(folder, 'sandbox'));
  chownSync(join(folder, 'sandbox'), USER, USER);
  put('sandbox/accounts.json', Object.values(ACCOUNTS));
  put('sandbox/clock.json', { offset_ms: 0 });

  const { cert, key } = aCertificate('gifts.example', hosts);
  put('proxy/certificate.pem', cert);
  put('proxy/key.pem', key);
  change('proxy/Caddyfile', (text) =>
    text.replaceAll(
      '  reverse_proxy',
      '  tls /etc/caddy/certificate.pem /etc/caddy/key.pem\n  reverse_proxy',
    ),
  );
}
