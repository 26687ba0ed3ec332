import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { newSecret } from '../../../kit/new-keys.ts';
import { differentSettings } from './env-file.ts';
import type { Files } from './files.ts';
import { type Plan, serverOf } from './plan.ts';

/** The network of deploy/compose.yaml, and the proxy in it. */
const NETWORK = '10.89.40';
export const PROXY_ADDRESS = `${NETWORK}.2`;

export const CONTAINERS_ENV = 'containers.env';

/** What deploy/compose.yaml needs beside the servers' own files. */
export async function writeContainerFiles(plan: Plan, files: Files): Promise<void> {
  const { folder, servers } = plan;
  await files.once(join(folder, 'database-password'), () => `${newSecret()}\n`);
  // The proxy keeps its certificates there.
  mkdirSync(join(folder, 'proxy-data'), { recursive: true, mode: 0o700 });
  const values = {
    COMPOSE_PROFILES: servers.map(({ role }) => role).join(','),
    SEONMUL_FOLDER: folder,
    SEONMUL_NETWORK: NETWORK,
    ...Object.fromEntries(servers.map(({ role, host }) => [`${role.toUpperCase()}_HOST`, host])),
    ...shopValues(plan),
  };
  const lines = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  const text = `# For deploy/compose.yaml. SEONMUL_IMAGE, POSTGRES_IMAGE and PROXY_IMAGE may be set, too.\n${lines.join('\n')}\n`;
  files.follows(join(folder, CONTAINERS_ENV), text, differentSettings);
}

function shopValues(plan: Plan): Record<string, string> {
  const shop = serverOf(plan, 'shop');
  return shop === undefined ? {} : { SHOP_FOLDER: shop.name };
}
