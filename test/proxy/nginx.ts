import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unpackedPackages, type Wanted } from '../../bin/debian/packages.ts';

export const NGINX_PACKAGES: Wanted = {
  packages: ['nginx'],
  megabytes: 20,
  otherwise: 'The other tests need no proxy.',
};

const DOCUMENT = join(import.meta.dirname, '../../docs/proxy.md');

/** nginx with the configuration of docs/proxy.md, in front of a server at `serverPort`. */
export async function startNginx(at: {
  port: number;
  serverPort: number;
  certificate: { cert: string; key: string };
}): Promise<{ stop(): Promise<void> }> {
  const packages = await unpackedPackages(NGINX_PACKAGES, process.env.SEONMUL_PACKAGES ?? '', console.error);
  const dir = mkdtempSync(join(tmpdir(), 'seonmul-nginx-'));
  for (const folder of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(dir, folder));
  const certFile = join(dir, 'cert.pem');
  const keyFile = join(dir, 'key.pem');
  writeFileSync(certFile, at.certificate.cert);
  writeFileSync(keyFile, at.certificate.key);
  const documented = exampleOf(readFileSync(DOCUMENT, 'utf8'))
    .replace('127.0.0.1:4500', `127.0.0.1:${at.serverPort}`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${at.port} ssl`)
    .replace('/etc/ssl/shop.example/fullchain.pem', certFile)
    .replace('/etc/ssl/shop.example/privkey.pem', keyFile);
  const configuration = `
    daemon off;
    master_process off;
    pid ${dir}/pid;
    error_log stderr warn;
    events {}
    http {
      access_log off;
      client_body_temp_path ${dir}/body;
      proxy_temp_path ${dir}/proxy;
      fastcgi_temp_path ${dir}/fastcgi;
      uwsgi_temp_path ${dir}/uwsgi;
      scgi_temp_path ${dir}/scgi;
      ${documented}
    }`;
  const file = join(dir, 'nginx.conf');
  writeFileSync(file, configuration);
  const [program, ...args] = packages.command('usr/sbin/nginx', '-p', dir, '-e', 'stderr', '-c', file);
  const nginx = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  return {
    async stop() {
      await ended(nginx);
      rmSync(dir, { recursive: true });
    },
  };
}

/** The example of a configuration in a document. */
function exampleOf(document: string): string {
  const example = /```nginx\n(.*?)```/s.exec(document)?.[1];
  if (example === undefined) throw new Error(`${DOCUMENT} has no example of a configuration.`);
  return example;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await exited;
}
