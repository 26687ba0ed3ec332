import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { unpackedPackages, type Wanted } from '../../bin/debian/packages.ts';

export const PROMETHEUS_PACKAGES: Wanted = {
  packages: ['prometheus'],
  megabytes: 60,
  otherwise: 'The other tests look at the rules without Prometheus.',
};

const run = promisify(execFile);

/** Runs Prometheus’ own tool for rules. Returns all that it says; throws if it finds something wrong. */
export async function promtool(...args: string[]): Promise<string> {
  const packages = await unpackedPackages(
    PROMETHEUS_PACKAGES,
    process.env.SEONMUL_PACKAGES ?? '',
    console.error,
  );
  const [program, ...all] = packages.command('usr/bin/promtool', ...args);
  const { stdout, stderr } = await run(program, all).catch((error: { stdout?: string; stderr?: string }) => {
    throw new Error(`promtool ${args[0]}: ${error.stdout ?? ''}${error.stderr ?? ''}`);
  });
  return `${stdout}${stderr}`;
}
