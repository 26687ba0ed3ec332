import { hasMoreLinesThan } from '../../../kit/csv.ts';
import { minorFromJson } from '../../../kit/money.ts';
import { done, type RefusalOf, type Result, refusals, refuse } from '../../../kit/result.ts';
import type { ListCells } from '../../../kit/typed/list-line.ts';
import type { ManagementContext } from '../context.ts';
import { canCall } from '../messages/plan-dial.ts';
import { namesLeft } from '../orders/recipient/count-name.ts';
import { readShop } from '../shops/shops.ts';
import { type ListRow, rowsOfText } from './list-rows.ts';
import { LIST_LINES_MAX, type ListLine, readRows } from './recipient-list.ts';

/** A list as pasted, or its rows as the buyer has corrected them, each with the number of its line. */
export type ReadList = { shop_id: string; amount_minor: number } & (
  | { text: string; rows?: never }
  | { rows: (ListCells & { line: number })[]; text?: never }
);

export type ReadLines = {
  currency: string;
  lines: ListLine[];
  /** The sum of the lines that were parsed. */
  amount_minor: bigint;
  /** How many names can still be looked up today. */
  look_ups_left: number;
};

export const READ_LIST_REFUSALS = refusals(
  'recipient_list_too_long', // by far; its lines are not parsed
  'shop_not_found',
  'recipient_list_too_long',
);

/**
 * Parses a list as the buyer pasted it, or its cells as they corrected them, and reports problems line by line. Nothing is
 * stored and nobody is looked up.
 */
export async function readList(
  context: ManagementContext,
  memberId: string,
  { shop_id, text, rows, amount_minor }: ReadList,
): Promise<Result<ReadLines, RefusalOf<typeof READ_LIST_REFUSALS>>> {
  // Counted before anything is parsed: each line costs time. A quoted cell may have more than one line.
  if (text !== undefined && hasMoreLinesThan(2 * (LIST_LINES_MAX + 1), text))
    return refuse('recipient_list_too_long', { max: LIST_LINES_MAX });
  const shop = await readShop(context.db, shop_id);
  if (shop === undefined) return refuse('shop_not_found');
  const can_call = await canCall(context);
  const found = text === undefined ? rows.map(rowOf) : rowsOfText(text);
  const lines = readRows(found, { ...shop, amount_minor: minorFromJson(amount_minor), can_call });
  if (lines.length > LIST_LINES_MAX) return refuse('recipient_list_too_long', { max: LIST_LINES_MAX });
  return done({
    currency: shop.currency,
    lines,
    amount_minor: lines.reduce((sum, { recipient }) => sum + (recipient?.amount_minor ?? 0n), 0n),
    look_ups_left: await namesLeft(context, memberId),
  });
}

function rowOf({ line, address, name, amount }: ListCells & { line: number }): ListRow {
  const typed = [name, address, amount].filter((cell) => cell.trim() !== '').join(', ');
  return { line, typed, cells: { address, name, amount } };
}
