import { readFileSync } from 'node:fs';
import { Imports } from '../sources/imports.ts';
import { SERVER_ROLES } from '../stack/roles.ts';

/** The packages in `dependencies` of a package.json that no server imports, so production would install them for nothing. */
export function unusedInProduction(packageJson: string): string[] {
  const { dependencies } = JSON.parse(packageJson);
  const imports = new Imports();
  const needed = new Set(SERVER_ROLES.flatMap((role) => [...imports.packagesOf(`servers/${role}/main.ts`)]));
  return Object.keys(dependencies).filter((name) => !needed.has(name));
}

if (import.meta.main) {
  const names = unusedInProduction(readFileSync('package.json', 'utf8'));
  for (const name of names) console.log(`No server imports ${name}: it belongs to devDependencies.`);
  process.exit(names.length === 0 ? 0 : 1);
}
