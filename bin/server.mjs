import { run } from './bootstrap.mjs';

const [role, ...args] = process.argv.slice(2);
const roles = ['management', 'settlement', 'carrier', 'shop'];
if (!roles.includes(role)) {
  console.error(`Usage: npm run server -- <${roles.join('|')}> [--help|--migrate|--seed]`);
  process.exit(2);
}
run('bin/server.ts', [role, ...args]);
