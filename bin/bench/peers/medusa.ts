import { execFile } from 'node:child_process';
import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmPackages } from '../programs.ts';

const run = promisify(execFile);
const VERSION = '2.21.1';
const PACKAGES = {
  '@medusajs/medusa': VERSION,
  '@medusajs/framework': VERSION,
  '@medusajs/cli': VERSION,
  '@medusajs/loyalty-plugin': VERSION,
};
const OUTPUT_BYTES_MAX = 2 ** 26;

export type Medusa = {
  version: string;
  /** Debits of store-credit accounts a second, by the plugin's own workflow, in one process and without HTTP. */
  debits(settings: { accounts: number; atOnce: number; seconds: number }): Promise<number>;
};

/**
 * A project of Medusa's with its loyalty plugin, whose store credit is what a gift card becomes. Throws where npm can't
 * install it.
 */
export async function prepareMedusa(folder: string, databaseUrl: string): Promise<Medusa> {
  npmPackages(folder, PACKAGES);
  // Of the project's own; npm only needs the name.
  writeFileSync(join(folder, 'medusa-config.js'), CONFIGURATION);
  copyFileSync(join(import.meta.dirname, 'medusa-debits.cjs'), join(folder, 'debits.js'));
  const medusa = async (args: string[], env: Record<string, string> = {}) => {
    const program = join(folder, 'node_modules', '@medusajs', 'cli', 'cli.js');
    const settings = {
      cwd: folder,
      env: {
        PATH: process.env.PATH ?? '',
        NODE_ENV: 'production',
        DATABASE_URL: databaseUrl,
        MEDUSA_DISABLE_TELEMETRY: '1',
        ...env,
      },
      maxBuffer: OUTPUT_BYTES_MAX,
    };
    const { stdout } = await run(process.execPath, [program, ...args], settings);
    return stdout;
  };
  await medusa(['db:migrate', '--skip-scripts']);
  return {
    version: VERSION,
    async debits({ accounts, atOnce, seconds }) {
      const settings = { ACCOUNTS: String(accounts), AT_ONCE: String(atOnce), SECONDS: String(seconds) };
      const output = await medusa(['exec', './debits.js'], settings);
      const rate = /^debits_per_s ([\d.]+)$/m.exec(output)?.[1];
      if (rate === undefined) throw new Error(`Medusa printed no rate: ${output.slice(-2_000)}`);
      return Number(rate);
    },
  };
}

const CONFIGURATION = `const { defineConfig } = require('@medusajs/framework/utils');
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: process.env.DATABASE_URL,
    databaseDriverOptions: { ssl: false, connection: { ssl: false } },
    http: { storeCors: '', adminCors: '', authCors: '', jwtSecret: 'bench', cookieSecret: 'bench' },
  },
  admin: { disable: true },
  plugins: [{ resolve: '@medusajs/loyalty-plugin', options: {} }],
});
`;
