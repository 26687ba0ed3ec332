import { sql } from '../../../kit/db/sql.ts';
import type { PinDigits } from '../../../kit/pin-policy.ts';
import type { ShopContext } from '../context.ts';
import type { Till } from '../stores/places.ts';

type Names = { name_ko: string; name_en: string };

export type TerminalInfo = {
  terminal_id: string;
  name: string;
  store: Names;
  brand: Names;
  pin_digits: PinDigits;
  /** How much of one sale a clerk reverses alone. */
  reversal_alone_max_minor: number;
  /** Where members buy at this terminal, and this shop's id there; null if they can't. */
  buying: { management_url: string; shop_id: string } | null;
  /** The most that a gift costs which is bought for cash; 0 if no cash is taken. */
  cash_max_minor: number;
};

/** A terminal's name and store, and what its screen shows of this shop. */
export async function readTerminalInfo(
  { db, settings }: ShopContext,
  { terminal_id }: Till,
): Promise<TerminalInfo> {
  const found = await sql<Names & { name: string }>`
    select t.name, s.name_ko, s.name_en from terminals t join stores s using (store_id)
    where t.terminal_id = ${terminal_id}`.execute(db);
  const { name = '', name_ko = '', name_en = '' } = found.rows[0] ?? {};
  const { brandKo, brandEn, pinDigits, reversalAloneMax, buyingUrl, buyingShopId, cashMax } = settings;
  return {
    terminal_id,
    name,
    store: { name_ko, name_en },
    brand: { name_ko: brandKo, name_en: brandEn },
    pin_digits: pinDigits,
    reversal_alone_max_minor: reversalAloneMax,
    buying:
      buyingUrl === '' || buyingShopId === '' ? null : { management_url: buyingUrl, shop_id: buyingShopId },
    cash_max_minor: cashMax,
  };
}
