/**
 * What takes minutes a file, because it starts systems, kills and restores them, or walks through all of a console in a
 * browser. `npm run test:long` runs these; `npm test` does only if it is given their path.
 */
export const LONG = [
  'bin/operate/commands.test.ts',
  'test/browser/bank-account.test.ts',
  'test/browser/buyer/',
  'test/browser/narrow-staff.test.ts',
  'test/browser/narrow.test.ts',
  'test/browser/office.test.ts',
  'test/browser/operator/',
  'test/browser/phones/',
  'test/browser/restored.test.ts',
  'test/browser/settlement.test.ts',
  'test/browser/settlement-differences.test.ts',
  'test/browser/settlement-payouts.test.ts',
  'test/browser/staff.test.ts',
  'test/browser/terminal/',
  'test/restore/',
  'test/system/configuration.test.ts',
  'test/system/crash.test.ts',
  'test/system/launcher.test.ts',
  'test/system/months-later.test.ts',
  'test/system/operator.test.ts',
  'test/system/production.test.ts',
  'test/system/restored-command.test.ts',
  'test/system/rolling-restart.test.ts',
  'test/system/smoke.test.ts',
  'test/system/start-stop.test.ts',
  'servers/shop/opening/spraying.test.ts',
];

/** What `npm test` runs with fewer steps than `npm run test:long`, which says so by SEONMUL_LONG. */
export const LONGER = ['test/model/whole/whole.model.test.ts'];
