import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type DemoStaff, seedStaff } from '../../kit/staff/staff.ts';
import type { SettlementContext } from './context.ts';
import { cardDigest } from './operations/test-acquirer.ts';

type DemoCard = { number: string; brand: string; behaviour: string };

/** The test cards and the staff of the demo; done again it changes nothing. */
export async function seed(context: SettlementContext): Promise<void> {
  const read = (file: string) => JSON.parse(readFileSync(join(context.settings.demoDataDir, file), 'utf8'));
  const cards: DemoCard[] = read('cards.json');
  for (const { number, brand, behaviour } of cards) {
    await sql`
      insert into test_cards (card_digest, brand, behaviour)
      values (${cardDigest(context, number)}, ${brand}, ${behaviour})
      on conflict (card_digest) do update set brand = excluded.brand, behaviour = excluded.behaviour`.execute(
      context.db,
    );
  }
  const { staff }: { staff: DemoStaff[] } = read('settlement.json');
  await seedStaff(context, staff);
}
