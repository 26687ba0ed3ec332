import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DemoStaff, seedStaff } from '../../kit/staff/staff.ts';
import type { SettlementContext } from './context.ts';

/** Adds the demo's staff; repeating it changes nothing. */
export async function seed(context: SettlementContext): Promise<void> {
  const file = join(context.settings.demoDataDir, 'settlement.json');
  const { staff }: { staff: DemoStaff[] } = JSON.parse(readFileSync(file, 'utf8'));
  await seedStaff(context, staff);
}
