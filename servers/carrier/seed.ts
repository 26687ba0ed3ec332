import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoStaff, seedStaff } from '../../kit/staff/staff.ts';
import type { CarrierContext } from './context.ts';
import { importSubscribers } from './subscribers/import.ts';

/** Adds the demo's subscribers and staff; repeating it changes nothing. */
export async function seed(context: CarrierContext): Promise<void> {
  const read = (file: string) => readFileSync(join(context.settings.demoDataDir, file), 'utf8');
  const imported = await importSubscribers(context, context.db, read('subscribers.csv'));
  if (!imported.ok) throw new Error(`subscribers.csv: ${JSON.stringify(imported.extra)}`);
  const { staff }: { staff: DemoStaff[] } = JSON.parse(read('carrier.json'));
  await seedStaff(context, staff);
}
