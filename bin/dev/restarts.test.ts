import { expect, test } from 'vitest';
import { partsToRestart, rolesToMigrate } from './restarts.ts';

test.each([
  ['servers/shop/app.ts', ['shop']],
  ['contracts/carrier-camara.ts', ['management', 'carrier']],
  ['kit/server.ts', ['management', 'settlement', 'carrier', 'shop']],
  ['kit/process.ts', ['management', 'settlement', 'carrier', 'shop', 'sandbox']],
  ['sandbox/demo/cards.json', ['sandbox']],
  ['web/terminal/worker.js', ['management', 'settlement', 'shop']],
  ['web/buyer/worker.js', ['management', 'settlement', 'shop']],
  ['web/terminal/app.tsx', []],
  ['servers/shop/app.test.ts', []],
  ['servers/carrier/db/migrations/999-planted.sql', ['carrier']],
  ['servers/carrier/db/schema.sql', []],
])('a change of %s restarts %j', (file, parts) => {
  expect(partsToRestart([file])).toEqual(parts);
});

test.each([
  ['servers/shop/db/migrations/999-planted.sql', ['shop']],
  ['kit/db/roles.sql', ['management', 'settlement', 'carrier', 'shop']],
  ['servers/shop/db/schema.sql', []],
  ['servers/shop/app.ts', []],
])('a change of %s migrates %j', (file, roles) => {
  expect(rolesToMigrate([file])).toEqual(roles);
});
