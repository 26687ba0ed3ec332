import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackedPackages, type Wanted } from '../../bin/debian/packages.ts';

export const PROXY_PACKAGES: Wanted = {
  packages: ['nginx', 'haproxy', 'caddy'],
  megabytes: 60,
  otherwise: 'The other tests need no proxy.',
};

const DOCUMENT = join(import.meta.dirname, '../../docs/production/proxy.md');

/** Where a proxy listens, the ports of the two processes behind it, and its certificate. */
export type At = { port: number; serverPorts: [number, number]; certificate: { cert: string; key: string } };
export type Running = { stop(): Promise<void> };

/** How each is started with its file from the guide, whose ports and paths are those of the test. */
type Proxy = { file: string; start: (text: string, dir: string) => [program: string, ...args: string[]] };

const PROXIES: Readonly<Record<string, Proxy>> = {
  nginx: { file: '/etc/nginx/conf.d/shop.conf', start: nginx },
  haproxy: { file: '/etc/haproxy/haproxy.cfg', start: haproxy },
  caddy: { file: '/etc/caddy/Caddyfile', start: caddy },
};
export const PROXY_NAMES = Object.keys(PROXIES);

/** A proxy with the file that the guide has for it, in front of two processes. */
export async function startProxy(name: string, at: At): Promise<Running> {
  const packages = await unpackedPackages(PROXY_PACKAGES, process.env.SEONMUL_PACKAGES ?? '', console.error);
  const proxy = PROXIES[name];
  if (proxy === undefined) throw new Error(`There is no proxy ${name}.`);
  const dir = mkdtempSync(join(tmpdir(), `seonmul-${name}-`));
  const { cert, key } = at.certificate;
  writeFileSync(join(dir, 'fullchain.pem'), cert);
  writeFileSync(join(dir, 'privkey.pem'), key, { mode: 0o600 });
  writeFileSync(join(dir, 'shop.example.pem'), `${cert}\n${key}`, { mode: 0o600 });
  const [first, second] = at.serverPorts;
  const text = fileOf(proxy.file)
    .replaceAll('127.0.0.1:4500', `127.0.0.1:${first}`)
    .replaceAll('127.0.0.1:4501', `127.0.0.1:${second}`)
    .replaceAll('/etc/letsencrypt/live/shop.example', dir)
    .replaceAll('/etc/haproxy/certs', dir)
    .replaceAll('listen 443 ssl', `listen 127.0.0.1:${at.port} ssl`)
    .replaceAll('bind :443 ssl', `bind 127.0.0.1:${at.port} ssl`)
    // Nobody asks without https here.
    .replaceAll('listen 80;', `listen unix:${dir}/plain;`)
    .replaceAll('bind :80\n', `bind unix@${dir}/plain\n`)
    .replaceAll(
      'shop.example {',
      `https://127.0.0.1:${at.port} {\n  tls ${dir}/fullchain.pem ${dir}/privkey.pem`,
    );
  const [program, ...args] = packages.command(...proxy.start(text, dir));
  const child = spawn(program, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
  });
  return {
    async stop() {
      await ended(child);
      rmSync(dir, { recursive: true });
    },
  };
}

function nginx(text: string, dir: string): [string, ...string[]] {
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => {
    mkdirSync(join(dir, kind));
    return `${kind}_temp_path ${dir}/${kind};`;
  });
  const main = `daemon off; master_process off; pid ${dir}/pid; error_log stderr warn; events {}`;
  const file = join(dir, 'nginx.conf');
  writeFileSync(file, `${main}\nhttp { access_log off; ${paths.join(' ')}\n${text}\n}`);
  return ['usr/sbin/nginx', '-p', dir, '-e', 'stderr', '-c', file];
}

function haproxy(text: string, dir: string): [string, ...string[]] {
  const file = join(dir, 'haproxy.cfg');
  // There is no such user here, and no syslog.
  writeFileSync(file, text.replaceAll(/^ {2}(user|group|log \/dev\/log) .*\n/gm, ''));
  return ['usr/sbin/haproxy', '-db', '-q', '-f', file];
}

function caddy(text: string, dir: string): [string, ...string[]] {
  const file = join(dir, 'Caddyfile');
  writeFileSync(
    file,
    `{\n  admin off\n  auto_https disable_redirects\n  log {\n    level ERROR\n  }\n}\n${text}`,
  );
  return ['usr/bin/caddy', 'run', '--adapter', 'caddyfile', '--config', file];
}

/** A file of the guide, by the path that it goes to. */
function fileOf(path: string): string {
  const document = readFileSync(DOCUMENT, 'utf8');
  const block = document.split('```').find((part) => part.split('\n')[0]?.endsWith(` ${path}`));
  if (block === undefined) throw new Error(`${DOCUMENT} has no ${path}.`);
  return block.slice(block.indexOf('\n') + 1);
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}
