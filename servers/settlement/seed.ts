import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { SettlementContext } from './context.ts';
import { cardDigest } from './operations/test-acquirer.ts';

type DemoCard = { number: string; brand: string; behaviour: string };

/** The test cards of the demo; done again it changes nothing. */
export async function seed(context: SettlementContext): Promise<void> {
  const cards: DemoCard[] = JSON.parse(
    readFileSync(join(context.settings.demoDataDir, 'cards.json'), 'utf8'),
  );
  for (const { number, brand, behaviour } of cards) {
    await sql`
      insert into test_cards (card_digest, brand, behaviour)
      values (${cardDigest(context, number)}, ${brand}, ${behaviour})
      on conflict (card_digest) do update set brand = excluded.brand, behaviour = excluded.behaviour`.execute(
      context.db,
    );
  }
}
